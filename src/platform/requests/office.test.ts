import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { tieSpouses } from '#platform/people/write.ts'
import { aReview, lanternPlatform } from '#tests/support/lanterns.ts'
import { aPerson } from '#tests/support/people.ts'
import type { TestPlatform } from '#tests/support/platform.ts'
import { claimCase, decide } from './office.ts'
import { viewParticipation } from './read.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await lanternPlatform()
})

const officer = (person: PersonNumber, name = 'OF-2'): Principal => ({
  kind: 'officer',
  person,
  officer: name,
  units: ['lantern-wardens'],
  session: 's',
})

describe('taking a case', () => {
  it('is not for an officer whose own or family’s case it is', async () => {
    const made = await aReview(test)
    const wife = await aPerson(test.db, { sex: 'female' })
    await tieSpouses(test.db, made.owner, wife)
    const key = { unit: 'lantern-wardens', id: made.id }
    for (const person of [made.owner, made.keeper, wife])
      expect(await claimCase(test.platform, officer(person), key, true)).toMatchObject({
        ok: false,
        error: { code: 'own-case' },
      })
    const colleague = officer(await aPerson(test.db))
    expect((await decide(test.platform, colleague, key, { approve: true, reason: '' })).ok).toBe(true)
  })

  it('lasts until the case is overdue, and then any colleague may go on', async () => {
    const made = await aReview(test)
    const key = { unit: 'lantern-wardens', id: made.id }
    expect((await claimCase(test.platform, officer(await aPerson(test.db)), key, true)).ok).toBe(true)
    const colleague = officer(await aPerson(test.db), 'OF-3')
    const verdict = { approve: true, reason: '' }
    expect(await decide(test.platform, colleague, key, verdict)).toMatchObject({ error: { code: 'taken' } })
    test.clock.advance({ days: 4 })
    await test.runJobs()
    expect((await decide(test.platform, colleague, key, verdict)).ok).toBe(true)
  })

  it('answers a malformed id as one that is not there', async () => {
    const key = { unit: 'lantern-wardens', id: 'x' }
    const someone = officer(await aPerson(test.db))
    expect(await claimCase(test.platform, someone, key, true)).toMatchObject({ error: { status: 404 } })
    expect(await decide(test.platform, someone, key, { approve: true, reason: '' })).toMatchObject({
      error: { status: 404 },
    })
  })
})

describe('what others ask of a person', () => {
  it('is not shown to an account that is only registered', async () => {
    const { keeper, reference } = await aReview(test)
    const registered: Principal = { kind: 'person', person: keeper, account: 'registered', session: 's' }
    expect(await viewParticipation(test.platform, registered, reference)).toMatchObject({
      ok: false,
      error: { code: 'activation-required' },
    })
  })
})

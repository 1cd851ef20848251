import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { inbox } from '#platform/notices/inbox.ts'
import { tieSpouses } from '#platform/people/write.ts'
import { aHandOver } from '#tests/support/hand-over.ts'
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

describe('a decision', () => {
  it('lets an officer refuse only with a reason, and never a case of their own or their unit’s stranger', async () => {
    const { owner, inReview, warden, openCase } = await aHandOver(test)
    const reference = await inReview()
    const open = await openCase(reference)
    expect(await decide(test.platform, await warden(), open, { approve: false, reason: '' })).toMatchObject({
      ok: false,
      error: { status: 422 },
    })
    const outsider: Principal = {
      kind: 'officer',
      person: await aPerson(test.db),
      officer: 'o',
      units: ['other'],
      session: 's',
    }
    expect(await decide(test.platform, outsider, open, { approve: true, reason: '' })).toMatchObject({
      ok: false,
      error: { status: 403 },
    })
    const self: Principal = {
      kind: 'officer',
      person: owner,
      officer: 'o',
      units: ['lantern-wardens'],
      session: 's',
    }
    expect(await decide(test.platform, self, open, { approve: true, reason: '' })).toMatchObject({
      ok: false,
      error: { code: 'own-case' },
    })
    expect(
      await decide(test.platform, await warden(), open, { approve: false, code: 'CRACKED', reason: '' }),
    ).toMatchObject({ ok: true, value: { status: 'rejected', because: { en: 'The lantern is cracked.' } } })
  })

  it('raises a late review to a supervisor and tells the applicant, without closing it', async () => {
    const { owner, inReview, state } = await aHandOver(test)
    const reference = await inReview()
    test.clock.advance({ days: 3 })
    await test.runJobs()
    expect(await state(reference)).toMatchObject({ status: 'in-progress', overdue: true, step: 'verdict' })
    expect((await inbox(test.db, owner, { limit: 1 }))[0]?.title.en).toBe('We are late')
  })
})

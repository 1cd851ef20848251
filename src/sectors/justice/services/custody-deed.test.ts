import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day, startOfDay } from '#kernel/day.ts'
import { birthdayAt } from '#kernel/hijri.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { childrenOf } from '#platform/people/family.ts'
import { rightOver } from '#platform/people/guardianship.ts'
import { minorChildIn } from '#platform/people/subjects.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { aDeed } from '#tests/support/custody.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'
import { answerOf, asOfficer, asPerson, inboxOf, send, trySend, unmetOf } from '#tests/support/service.ts'
import { endDeed } from '../registry/deeds.ts'

let test: TestPlatform
let father: PersonNumber
let mother: PersonNumber
let child: PersonNumber
const born = day('2012-05-01')
const service = 'custody-deed'

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  const family = await aFamily(test.db, { children: [born] })
  father = family.father
  mother = family.mother
  child = family.children[0] ?? father
})

const waiting = (over: Partial<Parameters<typeof aDeed>[1]> = {}) =>
  aDeed(test, { child, holder: mother, withdraws: ['passport'], linked: false, ...over })
const wish = (number: string, by = mother) => ({ service, by, answers: { number } })
const may = async (parent: PersonNumber) =>
  (await rightOver(test, { parent, child, matter: 'passport' })) !== undefined
const unmet = async (number: string) => Object.keys(unmetOf(await trySend(test, wish(number))))

describe('linking a custody deed', () => {
  it('moves the power from one parent to the other when an officer agrees, and tells both at each step', async () => {
    const number = await waiting()
    expect([await may(father), await may(mother)]).toEqual([true, false])
    const sent = await send(test, wish(number))
    expect((await inboxOf(test, father)).join()).toContain(
      'Salma Alrayhani has asked for Link a custody deed',
    )
    expect(await may(mother)).toBe(false)
    await sent.decide({ approve: true })
    expect((await sent.state()).status).toBe('fulfilled')
    expect([await may(father), await may(mother)]).toEqual([false, true])
    for (const parent of [father, mother])
      expect((await inboxOf(test, parent)).join()).toContain(
        `Custody deed ${number} about Salem Majid Omar Alrayhani is linked`,
      )
    expect((await minorChildIn('passport').list(test, mother)).map((one) => one.ground)).toEqual(['custody'])
    expect(await minorChildIn('passport').list(test, father)).toEqual([])
  })

  it('is for either parent, once: both at the same time make one request', async () => {
    const number = await waiting()
    const both = await Promise.all([trySend(test, wish(number)), trySend(test, wish(number, father))])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ error: { code: 'already-open' } })
  })

  it('makes one request of one draft that is sent twice', async () => {
    const number = await waiting()
    const one = { ...wish(number), key: 'the-same' }
    const [first, second] = [await send(test, one), await trySend(test, one)]
    expect(second.ok ? second.value.reference : second.error.code).toBe('already-sent')
    const rows = await test.db
      .selectFrom('request')
      .select('reference')
      .where('person_id', '=', mother)
      .execute()
    expect(rows.map((row) => row.reference)).toEqual([first.reference])
  })

  it('changes nothing when the officer refuses', async () => {
    const sent = await send(test, wish(await waiting()))
    await sent.decide({ approve: false, code: 'UNDER_APPEAL' })
    expect((await sent.state()).status).toBe('rejected')
    expect([await may(father), await may(mother)]).toEqual([true, false])
    expect((await inboxOf(test, father)).join()).toContain('Not granted')
  })

  it('is refused for a deed that is not about this child, was linked, has ended or ran out', async () => {
    const other = await aFamily(test.db, { children: [born] })
    const elsewhere = await aDeed(test, {
      child: other.children[0] ?? child,
      holder: other.mother,
      linked: false,
    })
    for (const number of [elsewhere, '123'])
      expect(await trySend(test, wish(number))).toMatchObject({
        ok: false,
        error: { fields: { number: {} } },
      })
    expect(await unmet(await waiting({ linked: true }))).toEqual(['deed-waits-to-be-linked'])
    const ended = await waiting()
    const at = test.clock.now()
    await transact(test.db, (tx) => endDeed(tx, { child, number: ended, reason: 'withdrawn', at }))
    expect(await unmet(ended)).toEqual(['deed-waits-to-be-linked'])
    const over = await waiting({ until: day('2026-11-30') })
    test.clock.set('2026-12-01T08:00:00Z')
    expect(await unmet(over)).toEqual(['deed-waits-to-be-linked'])
  })

  it('is rejected with its reason when the court ends the deed before the officer decides', async () => {
    const number = await waiting()
    const sent = await send(test, wish(number))
    const at = test.clock.now()
    await transact(test.db, (tx) => endDeed(tx, { child, number, reason: 'withdrawn', at }))
    await sent.decide({ approve: true })
    expect((await sent.state()).status).toBe('rejected')
    expect([await may(father), await may(mother)]).toEqual([true, false])
  })

  it('is for nobody but the parents, and the other parent has no say in it', async () => {
    const number = await waiting()
    const [listed] = await childrenOf(test.db, mother)
    const subject = listed?.relativeId ?? ''
    for (const by of [await aPerson(test.db), child])
      expect(await startDraft(test.platform, asPerson(by), { service, subject, key: 'k' })).toMatchObject({
        ok: false,
        error: { status: 403 },
      })
    await expect(
      answerOf(test, await asOfficer(test, 'custody-deeds'), 'query-custody-deeds'),
    ).rejects.toThrow('not-authorised')
    const sent = await send(test, wish(number))
    await expect(sent.approve(father)).rejects.toThrow('not-found')
  })
})

describe('the deeds of a person', () => {
  it('are shown to both parents and the child, and to nobody else; one that waits leads to the service', async () => {
    const number = await waiting()
    for (const person of [father, mother, child]) {
      const [table] = await answerOf(test, asPerson(person), 'query-custody-deeds')
      expect(table?.kind === 'table' && table.rows).toMatchObject([{ number: { value: number } }])
      expect(table?.kind === 'table' && table.next?.[0]).toEqual(
        person === child ? undefined : expect.objectContaining({ service }),
      )
    }
    const [none] = await answerOf(test, asPerson(await aPerson(test.db)), 'query-custody-deeds')
    expect(none?.kind === 'table' && none.rows).toEqual([])
  })

  it('hold until the child is of age, and are over from that day', async () => {
    await waiting({ linked: true })
    const stateOn = async (instant: Date) => {
      test.clock.set(instant.toISOString())
      const [table] = await answerOf(test, asPerson(mother), 'query-custody-deeds')
      return table?.kind === 'table' && table.rows[0]?.state
    }
    const birthday = startOfDay(birthdayAt('hijri', born, 18))
    expect(await stateOn(new Date(birthday.getTime() - 1000))).toMatchObject({ text: { en: 'Holds' } })
    expect(await stateOn(birthday)).toMatchObject({ text: { en: 'Ran out' } })
    expect(await may(mother)).toBe(false)
  })

  it('stand first on the home page of the parent with custody, while they wait', async () => {
    const prompts = async (person: PersonNumber) => {
      const { platform, db, clock } = test
      const lists = platform.catalogue.prompts
        .filter((one) => one.sector === 'justice')
        .map((one) => one.list({ db, clock, today: day('2026-11-23') }, person))
      return (await Promise.all(lists)).flat()
    }
    const number = await waiting()
    expect(await prompts(mother)).toMatchObject([{ next: { service } }])
    expect(await prompts(father)).toEqual([])
    await (await send(test, wish(number))).decide({ approve: true })
    expect(await prompts(mother)).toEqual([])
  })
})

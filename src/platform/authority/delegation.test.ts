import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, addMonths, day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Result } from '#kernel/result.ts'
import type { Problem } from '#platform/problem.ts'
import { answerApproval } from '#platform/requests/act.ts'
import { openService } from '#platform/requests/open.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson, freshNumber } from '#tests/support/people.ts'
import { asPerson, inboxOf } from '#tests/support/service.ts'
import { answerDelegation, endDelegation, giveDelegation, limitDelegation } from './delegate.ts'
import { actingUnder, delegationGiven, delegationHeld, delegationsGiven } from './delegation.ts'
import { delegationLog } from './delegation-log.ts'
import { personPowers } from './power.ts'
import { delegated, type Principal } from './principal.ts'

let test: TestPlatform
let giver: PersonNumber
let helper: PersonNumber
const powers = ['pay-violations', 'query-traffic-violations']

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  giver = await anAccountHolder()
  helper = await anAccountHolder()
})

async function anAccountHolder(options: Parameters<typeof aPerson>[1] = {}): Promise<PersonNumber> {
  const person = await aPerson(test.db, options)
  await anAccount(test.platform, person)
  return person
}

const give = (to = helper, what: readonly string[] = powers, by: Principal = asPerson(giver)) =>
  giveDelegation(test.platform, by, { delegate: to, powers: what, months: 3 })

function must<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

async function aDelegation(): Promise<string> {
  const id = must(await give())
  must(await answerDelegation(test.platform, asPerson(helper), { id, accept: true }))
  return id
}

const acting = (id: string) => actingUnder(test.platform, helper, id)
/** What the delegate may do under it now; nothing when it is over. */
const may = async (id: string) => {
  const actingFor = await acting(id)
  return actingFor && (delegated(actingFor)?.powers ?? [])
}
const stateOf = async (id: string) => (await delegationGiven(test.platform, giver, id))?.state

describe('a delegation', () => {
  it('holds from the consent of the delegate, in the powers that were named, for its term', async () => {
    const id = must(await give())
    expect(await acting(id)).toEqual({ kind: 'person', person: giver, right: { as: 'over' } })
    expect((await inboxOf(test, helper)).join()).toContain('offers you a delegation')
    must(await answerDelegation(test.platform, asPerson(helper), { id, accept: true }))
    expect(await acting(id)).toEqual({
      kind: 'person',
      person: giver,
      right: { as: 'person', delegation: id, powers },
    })
    expect(await delegationHeld(test.platform, helper, id)).toMatchObject({
      state: 'active',
      principal: giver,
      until: addMonths(dayOf(test.clock.now()), 3),
    })
    expect((await inboxOf(test, giver)).join()).toContain('accepted the delegation')
  })

  it('ends by itself after its last day', async () => {
    const id = await aDelegation()
    test.clock.set('2027-02-23T20:59:00Z')
    expect(await may(id)).toEqual(powers)
    test.clock.set('2027-02-23T21:01:00Z')
    expect(await may(id)).toEqual([])
    expect(await stateOf(id)).toBe('expired')
  })

  it('lapses as an offer after 14 days', async () => {
    const id = must(await give())
    test.clock.advance({ days: 15 })
    expect(await answerDelegation(test.platform, asPerson(helper), { id, accept: true })).toMatchObject({
      ok: false,
      error: { code: 'delegation-over' },
    })
  })

  it.each(['giver', 'helper'] as const)(
    'is ended at once by the %s, and is not answered again',
    async (who) => {
      const id = await aDelegation()
      const by = asPerson(who === 'giver' ? giver : helper)
      must(await endDelegation(test.platform, by, id))
      must(await endDelegation(test.platform, by, id))
      expect(await may(id)).toEqual([])
      const again = await answerDelegation(test.platform, asPerson(helper), { id, accept: true })
      expect(again).toMatchObject({ ok: false, error: { code: 'delegation-over' } })
      for (const side of [giver, helper])
        expect((await inboxOf(test, side)).join()).toContain('was ended at once')
    },
  )

  it('ends with the account of who gave it, and with their life', async () => {
    const id = await aDelegation()
    await test.db.updateTable('account').set({ state: 'suspended' }).where('person_id', '=', giver).execute()
    expect(await may(id)).toEqual([])
    await test.db.updateTable('account').set({ state: 'activated' }).where('person_id', '=', giver).execute()
    expect(await may(id)).toEqual(powers)
    await test.db
      .updateTable('person')
      .set({ alive: false, died_on: day('2026-11-23') })
      .where('person_id', '=', giver)
      .execute()
    expect(await may(id)).toEqual([])
  })

  it('is cut to fewer powers and never widened', async () => {
    const id = await aDelegation()
    const cut = (left: readonly string[], by = giver) =>
      limitDelegation(test.platform, asPerson(by), { id, powers: left })
    expect(await cut(['pay-violations'], helper)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(await cut([])).toMatchObject({ ok: false, error: { fields: { powers: expect.anything() } } })
    must(await cut(['pay-violations', 'renew-driving-licence']))
    expect(await may(id)).toEqual(['pay-violations'])
    must(await cut(powers))
    expect(await may(id)).toEqual(['pay-violations'])
  })

  it('keeps a log of what became of it, that only who gave it reads', async () => {
    const id = await aDelegation()
    test.clock.advance({ minutes: 1 })
    must(await limitDelegation(test.platform, asPerson(giver), { id, powers: ['pay-violations'] }))
    test.clock.advance({ minutes: 1 })
    must(await endDelegation(test.platform, asPerson(helper), id))
    const log = await delegationLog(test.db, giver, id)
    expect(log.map((one) => one.type)).toEqual(['revoked', 'limited', 'accepted', 'offered'])
    expect(log[1]?.powers).toEqual(['pay-violations'])
  })

  it('lets the first of an answer and a revocation that race decide', async () => {
    const id = must(await give())
    await Promise.all([
      endDelegation(test.platform, asPerson(giver), id),
      answerDelegation(test.platform, asPerson(helper), { id, accept: true }),
    ])
    expect(await stateOf(id)).toBe('revoked')
    expect(await may(id)).toEqual([])
  })
})

describe('giving a delegation', () => {
  it('takes only powers of the list of the day, and no wildcard', async () => {
    for (const wrong of [[], ['*'], ['all'], ['sell-vehicle'], ['pay-violations', 'change-password']])
      expect(await give(helper, wrong)).toMatchObject({ ok: false, error: { fields: { powers: {} } } })
    const list = personPowers(test.platform.catalogue).map((one) => one.name)
    expect(list).toContain('pay-violations')
    expect(list).not.toContain('sell-vehicle')
    const id = must(await give(helper, list))
    expect((await delegationGiven(test.platform, giver, id))?.powers).toEqual(list)
  })

  it('does not tell whether a number is anybody’s or has an account', async () => {
    const answers = [
      await give(freshNumber()),
      await give(await aPerson(test.db)),
      await give(await anAccountHolder()),
    ]
    expect(answers.map((one) => one.ok)).toEqual([true, true, true])
  })

  it('is for adults on both sides', async () => {
    const born = addDays(day('2026-11-23'), -15 * 354)
    const minor = await anAccountHolder({ born })
    expect(await give(helper, powers, asPerson(minor))).toMatchObject({
      ok: false,
      error: { code: 'adults-only' },
    })
    const id = must(await give(minor))
    const answered = await answerDelegation(test.platform, asPerson(minor), { id, accept: true })
    expect(answered).toMatchObject({ ok: false, error: { code: 'adults-only' } })
  })

  it('is to somebody else, and once while the first is not over', async () => {
    expect(await give(giver)).toMatchObject({ ok: false, error: { fields: { delegate: {} } } })
    must(await give())
    expect(await give()).toMatchObject({ ok: false, error: { fields: { delegate: {} } } })
    expect(await delegationsGiven(test.platform, giver)).toHaveLength(1)
  })

  it('is nothing that a delegate can do for whom they act for', async () => {
    const id = await aDelegation()
    const actingFor = await acting(id)
    if (!actingFor) throw new Error('no delegation')
    const delegate: Principal = {
      kind: 'person',
      person: helper,
      account: 'activated',
      session: 'test',
      actingFor,
    }
    const own = { ok: false, error: { code: 'for-yourself-only' } }
    expect(await give(await anAccountHolder(), powers, delegate)).toMatchObject(own)
    expect(await answerDelegation(test.platform, delegate, { id, accept: true })).toMatchObject(own)
    expect(await endDelegation(test.platform, delegate, id)).toMatchObject(own)
    expect(await limitDelegation(test.platform, delegate, { id, powers })).toMatchObject(own)
    const consent = { reference: 'TRA-1448-AAAAAA-A', step: 'x', accept: true }
    expect(await answerApproval(test.platform, delegate, consent)).toMatchObject(own)
    const service = test.platform.catalogue.service('sell-vehicle')
    if (!service) throw new Error('no such service')
    expect(must(await openService(test.platform, delegate, service)).problem?.code).toBe('not-in-your-powers')
  })

  it('leaves an offer to the one to whom it was made', async () => {
    const id = must(await give())
    const stranger = asPerson(await anAccountHolder())
    const missing = { ok: false, error: { code: 'not-found' } }
    expect(await answerDelegation(test.platform, stranger, { id, accept: true })).toMatchObject(missing)
    expect(await endDelegation(test.platform, stranger, id)).toMatchObject(missing)
    expect(await actingUnder(test.platform, giver, id)).toBeUndefined()
  })
})

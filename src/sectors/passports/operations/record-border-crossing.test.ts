import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day, day, dayOf, startOfDay } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { transact } from '#platform/database/transact.ts'
import { parseForm } from '#platform/forms/parse.ts'
import { findPerson } from '#platform/people/person.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aResidency, aTravelPermit, aVisa } from '#tests/support/passports.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'
import { inboxOf } from '#tests/support/service.ts'
import { crossingsOf, isAbroad } from '../registry/crossings.ts'
import { residencyOf } from '../registry/residency.ts'
import { travelPermitsOf } from '../registry/travel-permits.ts'
import { visasOf } from '../registry/visas.ts'

let test: TestPlatform
let today: Day
let record = 0

beforeAll(async () => {
  test = await testPlatform()
  today = dayOf(test.clock.now())
})

/** What a gate's call comes to: the form, then the operation in a transaction. */
async function call(raw: Record<string, unknown>) {
  const operation = test.platform.catalogue.operation('record-border-crossing')
  if (!operation) throw new Error('no operation')
  const parsed = parseForm(operation.input, raw, { today, options: {} })
  if (!parsed.ok) return { ok: false as const, fields: parsed.error }
  const done = await transact(test.db, (tx) =>
    operation.run({ tx, clock: test.clock, client: 'gate' }, parsed.value),
  )
  return done.ok ? done : { ok: false as const, fields: done.error.fields ?? {} }
}

const crossing = (
  person: PersonNumber,
  direction: 'entry' | 'exit',
  over: Record<string, unknown> & { readonly on?: Day } = {},
) => {
  const { on = addDays(today, -1), ...rest } = over
  return {
    reference: `c-${++record}`,
    person,
    direction,
    port: 'RUH',
    at: new Date(startOfDay(on).getTime() + 9 * 3_600_000).toISOString(),
    ...rest,
  }
}
const allOf = (person: PersonNumber) => crossingsOf(test.db, person, { limit: 10 })

describe('a gate’s report', () => {
  it('is in the traveller’s record and access log, and in nobody’s messages', async () => {
    const { father, mother, children } = await aFamily(test.db, { children: [day('2008-01-01')] })
    const [child] = children
    if (!child) throw new Error('no child')
    expect(await call(crossing(child, 'exit', { passport: 'Z12345678' }))).toEqual({
      ok: true,
      value: { known: false },
    })
    expect(await allOf(child)).toMatchObject([{ direction: 'exit', port: 'RUH', passport: 'Z12345678' }])
    expect(await isAbroad(test.db, child)).toBe(true)
    expect(JSON.stringify(await accessLog(test.db, child, { limit: 5 }))).toContain('crossing.write')
    await test.runJobs()
    for (const one of [father, mother, child]) expect(await inboxOf(test, one)).toEqual([])
  })

  it('is one crossing when it comes again, and when two race', async () => {
    const person = await aPerson(test.db)
    const report = crossing(person, 'exit')
    const all = [await call(report), ...(await Promise.all([call(report), call(report)]))]
    expect(all.map((one) => one.ok && one.value.known)).toEqual([false, true, true])
    expect(await allOf(person)).toHaveLength(1)
  })

  it('is refused for a time to come, an unknown traveller, a dead one and another’s visa', async () => {
    const person = await aPerson(test.db)
    const dead = await aPerson(test.db, { diedOn: day('2020-01-01') })
    const visa = await aVisa(test, await aPerson(test.db, { kind: 'visitor' }))
    for (const [report, field] of [
      [crossing(person, 'exit', { on: addDays(today, 1) }), 'at'],
      [crossing('1998765430' as PersonNumber, 'exit'), 'person'],
      [crossing(dead, 'exit'), 'person'],
      [crossing(person, 'exit', { visa }), 'visa'],
      [crossing(person, 'exit', { port: 'NOWHERE' }), 'port'],
    ] as const)
      expect(await call(report)).toMatchObject({ ok: false, fields: { [field]: expect.anything() } })
    expect(await allOf(person)).toEqual([])
  })
})

describe('what follows', () => {
  it('lets a visitor stay as long as the visa says, from the day of entry', async () => {
    const visitor = await aPerson(test.db, { kind: 'visitor', idExpiry: null })
    const number = await aVisa(test, visitor)
    await call(crossing(visitor, 'entry'))
    expect(await visasOf(test.db, visitor)).toMatchObject([{ state: 'used', endsOn: addDays(today, 29) }])
    expect(await allOf(visitor)).toMatchObject([{ visa: number }])
    expect((await findPerson(test.db, visitor))?.idExpiry).toBe(addDays(today, 29))
    await call(crossing(visitor, 'exit', { on: today }))
    expect(await visasOf(test.db, visitor)).toMatchObject([{ state: 'returned' }])
  })

  it('keeps a visa for several journeys ready for the next one', async () => {
    const resident = await aPerson(test.db, { kind: 'resident' })
    await aResidency(test, resident)
    await aVisa(test, resident, { kind: 'exit-reentry', multiple: true })
    await call(crossing(resident, 'exit', { on: addDays(today, -5) }))
    expect(await visasOf(test.db, resident)).toMatchObject([{ state: 'used' }])
    await call(crossing(resident, 'entry', { on: addDays(today, -2) }))
    expect(await visasOf(test.db, resident)).toMatchObject([{ state: 'issued', endsOn: undefined }])
    expect((await residencyOf(test.db, resident))?.state).toBe('valid')
  })

  it('keeps the day to be back by that was fixed at the issue', async () => {
    const resident = await aPerson(test.db, { kind: 'resident' })
    await aVisa(test, resident, { kind: 'exit-reentry', ends_on: addDays(today, 9) })
    await call(crossing(resident, 'exit'))
    expect(await visasOf(test.db, resident)).toMatchObject([{ state: 'used', endsOn: addDays(today, 9) }])
  })

  it('ends the residency of who leaves for good', async () => {
    const resident = await aPerson(test.db, { kind: 'resident' })
    await aResidency(test, resident)
    await aVisa(test, resident, { kind: 'final-exit', duration_days: null })
    await call(crossing(resident, 'exit'))
    expect(await residencyOf(test.db, resident)).toMatchObject({
      state: 'cancelled',
      reason: { en: 'Left for good' },
    })
  })

  it('does not take a visa that has run out', async () => {
    const resident = await aPerson(test.db, { kind: 'resident' })
    await aVisa(test, resident, { kind: 'exit-reentry', valid_until: addDays(today, -3) })
    await call(crossing(resident, 'exit'))
    expect(await visasOf(test.db, resident)).toMatchObject([{ state: 'issued' }])
    expect(await allOf(resident)).toMatchObject([{ visa: undefined }])
  })

  it('uses up a permit for one journey, and not one for several', async () => {
    const { father, children } = await aFamily(test.db, { children: [day('2012-01-01'), day('2014-01-01')] })
    const [one, other] = children
    if (!one || !other) throw new Error('no children')
    await aTravelPermit(test, one, { issued_by: father, valid_from: addDays(today, -3) })
    await aTravelPermit(test, other, {
      issued_by: father,
      trips: 'multiple',
      valid_from: addDays(today, -3),
    })
    for (const child of [one, other]) await call(crossing(child, 'exit'))
    expect(await travelPermitsOf(test.db, one)).toMatchObject([{ state: 'used' }])
    expect(await travelPermitsOf(test.db, other)).toMatchObject([{ state: 'active' }])
  })

  it('is nothing for a report that comes late', async () => {
    const visitor = await aPerson(test.db, { kind: 'visitor' })
    await aVisa(test, visitor)
    await call(crossing(visitor, 'exit', { on: addDays(today, -1) }))
    await call(crossing(visitor, 'entry', { on: addDays(today, -5) }))
    expect(await visasOf(test.db, visitor)).toMatchObject([{ state: 'issued' }])
    expect((await allOf(visitor)).map((one) => one.direction)).toEqual(['exit', 'entry'])
  })
})

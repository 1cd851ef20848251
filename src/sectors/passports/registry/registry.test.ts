import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, type Day, dayOf } from '#kernel/day.ts'
import { transact } from '#platform/database/transact.ts'
import { findPerson } from '#platform/people/person.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aResidency, aVisa } from '#tests/support/passports.ts'
import { aPassport, aPerson } from '#tests/support/people.ts'
import {
  activateBooklet,
  endBooklet,
  enterBooklet,
  isGood,
  passportStatus,
  passportsOf,
} from './passports.ts'
import {
  decideResidency,
  renewResidency,
  residenciesExpiringOn,
  residencyOf,
  residencyStatus,
} from './residency.ts'
import { visaByNumber } from './visas.ts'

let test: TestPlatform
let today: Day
const reason = { ar: 'بأمر المحكمة', en: 'By order of a court' }

beforeAll(async () => {
  test = await testPlatform()
  today = dayOf(test.clock.now())
})

async function permitOf(...args: Parameters<typeof residencyOf>) {
  const found = await residencyOf(...args)
  if (!found) throw new Error('no permit')
  return found
}

describe('a residency permit', () => {
  it('is renewed once from the day that was seen, and the base register follows', async () => {
    const resident = await aPerson(test.db, { kind: 'resident' })
    await aResidency(test, resident, { expires: 10 })
    const before = await permitOf(test.db, resident)
    const renew = () =>
      transact(test.db, (tx) =>
        renewResidency(tx, before, { until: addDays(today, 375), at: test.clock.now() }),
      )
    expect(await Promise.all([renew(), renew()]).then((all) => all.sort())).toEqual([false, true])
    expect((await permitOf(test.db, resident)).expiresOn).toBe(addDays(today, 375))
    expect((await findPerson(test.db, resident))?.idExpiry).toBe(addDays(today, 375))
  })

  it('is valid to its last day, suspended and restored with a reason, and cancelled for good', async () => {
    const resident = await aPerson(test.db, { kind: 'resident' })
    await aResidency(test, resident, { expires: 0 })
    const it = await permitOf(test.db, resident)
    expect(residencyStatus(it, today)).toBe('valid')
    expect(residencyStatus(it, addDays(today, 1))).toBe('expired')
    const decide = (to: Parameters<typeof decideResidency>[2]) =>
      transact(test.db, (tx) => decideResidency(tx, resident, to))
    const at = test.clock.now()
    expect(await decide({ state: 'suspended', reason, at })).toBe(true)
    expect(await decide({ state: 'suspended', reason, at })).toBe(false)
    expect(await permitOf(test.db, resident)).toMatchObject({ state: 'suspended', reason })
    expect(await decide({ state: 'valid', at })).toBe(true)
    expect((await permitOf(test.db, resident)).reason).toBeUndefined()
    expect(await decide({ state: 'cancelled', reason, at })).toBe(true)
    expect(await decide({ state: 'valid', at })).toBe(false)
    expect(await transact(test.db, (tx) => renewResidency(tx, it, { until: addDays(today, 9), at }))).toBe(
      false,
    )
  })

  it('is found by the day on which it runs out, page by page', async () => {
    const on = addDays(today, 33)
    for (let at = 0; at < 3; at += 1)
      await aResidency(test, await aPerson(test.db, { kind: 'resident' }), { expires: 33 })
    const first = await residenciesExpiringOn(test.db, on, { limit: 2 })
    const last = first.at(-1)
    if (!last) throw new Error('nothing found')
    const rest = await residenciesExpiringOn(test.db, on, { limit: 2, after: last.holder })
    expect(new Set([...first, ...rest].map((one) => one.holder)).size).toBe(3)
  })
})

describe('a passport', () => {
  it('of the Kingdom is good once it is active, and never again once it is lost', async () => {
    const citizen = await aPerson(test.db)
    const number = await aPassport(test.db, citizen, { nationality: 'SAU', issuedOn: addDays(today, -9) })
    await enterBooklet(test.db, {
      person_id: citizen,
      nationality: 'SAU',
      number,
      kind: 'ordinary',
      state: 'issued',
      place_ar: 'جوازات الرياض',
      place_en: 'Riyadh Passports',
      activated_on: null,
      changed_at: test.clock.now(),
    })
    const good = async () => (await passportsOf(test.db, citizen)).map((one) => isGood(one, today))
    const at = test.clock.now()
    expect(await good()).toEqual([false])
    const activate = () =>
      transact(test.db, (tx) => activateBooklet(tx, { holder: citizen, number, on: today, at }))
    expect(await activate()).toBe(true)
    expect(await activate()).toBe(false)
    expect(await good()).toEqual([true])
    expect(
      await transact(test.db, (tx) => endBooklet(tx, { holder: citizen, number, state: 'lost', at })),
    ).toBe(true)
    expect(await activate()).toBe(false)
    expect(await passportsOf(test.db, citizen)).toMatchObject([{ state: 'lost', activatedOn: today }])
  })

  it('of another country is good until it runs out', async () => {
    const resident = await aPerson(test.db, { kind: 'resident' })
    await aPassport(test.db, resident, { issuedOn: addDays(today, -100) })
    const [passport] = await passportsOf(test.db, resident)
    if (!passport) throw new Error('no passport')
    expect(passportStatus(passport, today)).toBe('active')
    expect(passportStatus(passport, addDays(passport.expiresOn, 1))).toBe('expired')
  })
})

it('finds a visa by its number alone', async () => {
  const visitor = await aPerson(test.db, { kind: 'visitor' })
  const number = await aVisa(test, visitor)
  expect(await visaByNumber(test.db, number)).toMatchObject({ holder: visitor, number })
  expect(await visaByNumber(test.db, '1')).toBeUndefined()
})

import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, day, dayOf } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import type { PersonPrincipal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { enterEmployment } from '#platform/people/write.ts'
import { aDelegate, aFirm, asOwner, type Firm } from '#tests/support/business.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { send, trySend, unmetAtOpening } from '#tests/support/service.ts'
import { enterPackage, packageOf } from './registry/packages.ts'
import { tasks } from './tasks.ts'

let test: TestPlatform
let firm: Firm
let owner: PersonPrincipal
const service = 'subscribe-business-package'

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  firm = await aFirm(test)
  owner = await asOwner(test, firm)
})

const held = () => packageOf(test.db, firm.id, dayOf(test.clock.now()))
const buy = (tier = 'small') => send(test, { service, by: owner, answers: { tier } })

describe('a business package', () => {
  it('holds for a year once it is paid, at the price of its size with VAT', async () => {
    const sent = await buy('medium')
    expect((await sent.state()).bills.payment).toMatchObject({ payer: firm.id, total: sar(5750) })
    expect(await held()).toBeUndefined()
    await sent.pay()
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await held()).toEqual({ tier: 'medium', from: day('2026-11-23'), until: day('2027-11-22') })
  })

  it('is renewed in its last sixty days, from the day after', async () => {
    await (await buy()).pay()
    expect(Object.keys(await unmetAtOpening(test, { service, by: owner }))).toEqual(['business-package-due'])
    test.clock.set('2027-10-01T08:00:00Z')
    owner = await asOwner(test, firm)
    await (await buy('large')).pay()
    expect(await held()).toEqual({ tier: 'large', from: day('2027-11-23'), until: day('2028-11-22') })
  })

  it('covers the workers of the establishment, or is refused with their number', async () => {
    for (let at = 0; at < 11; at += 1)
      await enterEmployment(test.db, {
        worker: await aPerson(test.db, { kind: 'resident' }),
        employer: firm.id,
        occupation: { ar: 'خباز', en: 'Baker' },
        since: day('2026-01-01'),
      })
    const refused = await trySend(test, { service, by: owner, answers: { tier: 'small' } })
    expect(refused).toMatchObject({
      ok: false,
      error: { title: { en: expect.stringContaining('11 workers') } },
    })
    expect((await trySend(test, { service, by: owner, answers: { tier: 'medium' } })).ok).toBe(true)
  })

  it('is bought by the owner alone', async () => {
    const manager = await aDelegate(test, firm, { kind: 'manager' })
    const refused = await trySend(test, {
      service,
      by: await manager.principal(),
      answers: { tier: 'small' },
    })
    expect(refused).toMatchObject({ ok: false })
    expect(await held()).toBeUndefined()
  })

  it('is asked for once at a time, and two that are entered at once never cover the same year', async () => {
    const first = await buy()
    const again = await trySend(test, { service, by: owner, answers: { tier: 'small' } })
    expect(again.ok).toBe(false)
    await first.pay()
    const other = await aFirm(test)
    const it = { establishment: other.id, tier: 'small', today: dayOf(test.clock.now()) } as const
    const entered = await Promise.all(
      Array.from({ length: 6 }, () => transact(test.db, (tx) => enterPackage(tx, it))),
    )
    const years = entered.flatMap((one) => (one ? [one.from] : []))
    expect(years.length).toBeGreaterThan(0)
    expect(new Set(years).size).toBe(years.length)
  })

  it('reminds its owner a month and a week before, once each', async () => {
    await (await buy()).pay()
    const end = (await held())?.until ?? day('2027-11-22')
    const remind = tasks['business.remind-of-package']
    for (const days of [30, 30, 7]) {
      test.clock.set(`${addDays(end, -days)}T08:00:00Z`)
      await remind?.(test.platform, {}, { last: false })
    }
    const told = test.db.selectFrom('notice').select('key').where('person_id', '=', firm.owner)
    const keys = (await told.where('key', 'like', 'business-package:%').execute()).map((one) => one.key)
    expect(keys.toSorted()).toEqual([
      `business-package:${firm.id}:${end}:30`,
      `business-package:${firm.id}:${end}:7`,
    ])
  })
})

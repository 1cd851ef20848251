import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Halalas, sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { bankPayment, duesForBank, payAtBank, refundAtBank } from '#platform/payments/bank-payment.ts'
import { findBillByNumber } from '#platform/payments/bill.ts'
import { ledgerBalances } from '#platform/payments/ledger.ts'
import { addressesOf } from '#platform/people/address.ts'
import { billAhead, feesAhead } from '#platform/requests/ahead.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { inboxOf, send } from '#tests/support/service.ts'
import { aLicence } from '#tests/support/traffic.ts'
import { licencesOf } from '../registry/licences.ts'

const bank = { kind: 'partner', client: 'a-bank', scopes: ['bills:write'] } as const
const code = '25'
let test: TestPlatform
let driver: PersonNumber
let receipts = 0

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  driver = await aPerson(test.db)
  await aLicence(test, driver)
})

const ahead = (choice = '5', person = driver) => billAhead(test.platform, { person, code, choice }, bank)
async function raised(choice = '5'): Promise<{ readonly number: string; readonly total: Halalas }> {
  const bill = await ahead(choice)
  if (!bill.ok) throw new Error(bill.error.code)
  return bill.value
}
async function paid(choice = '5') {
  const { number, total } = await raised(choice)
  const it = { number, receipt: `AH-${++receipts}` }
  const done = await payAtBank(test.platform, { ...it, amount: total }, bank)
  if (!done.ok) throw new Error(done.error.code)
  await test.runJobs()
  return it
}
const renewal = async (years = '5') => ({
  service: 'renew-driving-licence',
  by: driver,
  answers: { years, address: (await addressesOf(test.db, driver))[0]?.id },
})
const stateOf = async ({ number }: { readonly number: string }) =>
  (await findBillByNumber(test.db, number))?.state
const codeOf = (it: Awaited<ReturnType<typeof ahead>> | Awaited<ReturnType<typeof refundAtBank>>) =>
  it.ok ? 'ok' : it.error.code
const expiry = async () => (await licencesOf(test.db, driver))[0]?.expiresOn

describe('fees named in a bank by service, ID and duration', () => {
  it('are listed with the durations that the service has', () => {
    expect(feesAhead(test.platform).find((one) => one.code === code)).toMatchObject({
      title: { en: 'Renew a driving licence' },
      choices: [{ value: '2' }, { value: '5' }, { value: '10' }],
    })
  })

  it('are one bill, however often and by however many it is asked for, and the look is in the log', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => raised()))
    expect(new Set(all.map((one) => one.number)).size).toBe(1)
    expect(all[0]?.total).toBe(sar(200))
    expect((await raised('2')).total).toBe(sar(80))
    expect((await duesForBank(test.platform, driver, bank)).map((one) => one.total).sort()).toEqual([
      sar(200),
      sar(80),
    ])
    const log = await test.db
      .selectFrom('audit_event')
      .select(['action', 'ground'])
      .where('person_id', '=', driver)
      .where('about', '=', 'renew-driving-licence')
      .execute()
    expect(log.length).toBe(5)
    expect(log[0]).toEqual({ action: 'bill.read', ground: 'bank' })
  })

  it('are none for a code, a duration or a person that has none', async () => {
    expect(codeOf(await billAhead(test.platform, { person: driver, code: '99', choice: '5' }, bank))).toBe(
      'fee-unknown',
    )
    expect(codeOf(await ahead('3'))).toBe('fee-unknown')
    expect(codeOf(await ahead('5', await aPerson(test.db)))).toBe('nothing-to-pay')
  })

  it('grow with the years that a licence is late', async () => {
    driver = await aPerson(test.db)
    await aLicence(test, driver, { expires: -400 })
    expect((await raised('2')).total).toBe(sar(80 + 200))
  })

  it('lapse when nobody pays them within the hour', async () => {
    const bill = await raised()
    test.clock.advance({ minutes: 61 })
    await test.runJobs()
    expect(await stateOf(bill)).toBe('cancelled')
    expect((await raised()).number).not.toBe(bill.number)
  })
})

describe('a renewal whose fees were paid ahead', () => {
  it('is done at once, and asks for nothing', async () => {
    const it = await paid()
    expect(codeOf(await ahead())).toBe('fee-paid')
    const sent = await send(test, await renewal())
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await expiry()).toBe('2031-12-14')
    expect(await sent.events()).not.toContain('skipped')
    expect((await sent.state()).bills.payment?.number).toBe(it.number)
    expect((await inboxOf(test, driver)).join()).not.toMatch(/pay/i)
    expect(codeOf(await refundAtBank(test.platform, it, bank))).toBe('not-refundable')
    expect(await bankPayment(test.platform, it, bank)).toMatchObject({ value: { refundable: false } })
    expect((await ledgerBalances(test.db)).mistakes).toEqual([])
  })

  it('takes the bill that is open and not paid yet, and goes on once it is', async () => {
    const { number, total } = await raised()
    const sent = await send(test, await renewal())
    expect((await sent.state()).bills.payment?.number).toBe(number)
    test.clock.advance({ hours: 5 })
    await test.runJobs()
    await payAtBank(test.platform, { number, receipt: `AH-${++receipts}`, amount: total }, bank)
    await test.runJobs()
    expect((await sent.state()).status).toBe('fulfilled')
  })

  it('for another duration asks for its own, and what was paid comes back on demand, once', async () => {
    const it = await paid('10')
    const sent = await send(test, await renewal('2'))
    expect((await sent.state()).bills.payment).toMatchObject({ total: sar(80) })
    expect((await sent.state()).bills.payment?.number).not.toBe(it.number)
    expect(await bankPayment(test.platform, it, bank)).toMatchObject({ value: { refundable: true } })
    const back = await Promise.all([1, 2, 3].map(() => refundAtBank(test.platform, it, bank)))
    expect(back.map(codeOf)).toEqual(['ok', 'ok', 'ok'])
    expect(await stateOf(it)).toBe('refunded')
    expect((await raised('10')).number).not.toBe(it.number)
    expect((await ledgerBalances(test.db)).mistakes).toEqual([])
  })

  it('and its refund that race end with the licence renewed or the money back, never both', async () => {
    const it = await paid()
    const wish = await renewal()
    const [sent, back] = await Promise.all([send(test, wish), refundAtBank(test.platform, it, bank)])
    await test.runJobs()
    const { status } = await sent.state()
    expect(status).toBe(back.ok ? 'in-progress' : 'fulfilled')
    expect(await stateOf(it)).toBe(back.ok ? 'refunded' : 'paid')
  })

  it('gives back what was paid at fees that have changed since', async () => {
    const it = await paid()
    test.clock.set('2027-03-01T08:00:00Z')
    const sent = await send(test, await renewal())
    expect((await sent.state()).bills.payment).toMatchObject({ total: sar(300) })
    expect(await stateOf(it)).toBe('refunding')
    expect(codeOf(await refundAtBank(test.platform, it, bank))).toBe('ok')
  })

  it('withdraws the bill that it took, when it is cancelled before that was paid', async () => {
    const { number } = await raised()
    const sent = await send(test, await renewal())
    await sent.cancel()
    await test.runJobs()
    expect(await stateOf({ number })).toBe('cancelled')
    expect((await raised()).number).not.toBe(number)
  })
})

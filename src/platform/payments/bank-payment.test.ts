import { beforeAll, describe, expect, it } from 'vitest'
import { sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { sign } from '#platform/integrations/signature.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { bankPayment, dueBill, duesForBank, payAtBank, refundAtBank } from './bank-payment.ts'
import { cancelBill, findBill, raiseBill } from './bill.ts'
import { ledgerBalances } from './ledger.ts'
import { openPayment } from './open-payment.ts'
import { handleProviderEvent } from './provider-event.ts'
import { refundBill } from './refund.ts'
import { openTroubles } from './trouble.ts'

let at: TestPlatform
let receipts = 0
type Bank = Parameters<typeof refundAtBank>[2]
const bank: Bank = { kind: 'partner', client: 'a-bank', scopes: ['bills:write'] }
const other: Bank = { ...bank, client: 'another-bank' }
const receipt = () => `RB-${++receipts}`
const title = { ar: 'تجديد رخصة قيادة: خمس سنوات', en: 'Renewing a driving licence: five years' }

beforeAll(async () => {
  at = await testPlatform()
})

const aBill = async (payer: PersonNumber) =>
  transact(at.db, (tx) =>
    raiseBill(tx, {
      payer,
      title,
      lines: [{ title, kind: 'government-fee', amount: sar(200) }],
      due: new Date(at.clock.now().getTime() + 3_600_000),
      at: at.clock.now(),
    }),
  )
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code)
const pay = (number: string, more: { receipt?: string; amount?: ReturnType<typeof sar> } = {}, by = bank) =>
  payAtBank(at.platform, { number, receipt: receipt(), amount: sar(200), ...more }, by)

describe('a bill in a bank', () => {
  it('is found by its number, or among those of the bank’s own customer, who sees the look', async () => {
    const person = await aPerson(at.db)
    const { number } = await aBill(person)
    expect(await dueBill(at.platform, number)).toMatchObject({
      ok: true,
      value: { total: sar(200), payer: person },
    })
    expect(codeOf(await dueBill(at.platform, '123456789012'))).toBe('bill-unknown')
    expect((await duesForBank(at.platform, person, bank)).map((one) => one.number)).toEqual([number])
    const log = at.db.selectFrom('audit_event').select('action').where('person_id', '=', person)
    expect(await log.execute()).toEqual([{ action: 'bill.read' }])
  })

  it('is paid once, however often the same payment is sent, and by however many at once', async () => {
    const { number, id } = await aBill(await aPerson(at.db))
    const mine = receipt()
    const all = await Promise.all([
      ...Array.from({ length: 4 }, () => pay(number, { receipt: mine })),
      pay(number, {}, other),
    ])
    const took = all.filter((one) => one.ok)
    expect([1, 4]).toContain(took.length)
    for (const one of all) expect(['ok', 'bill-paid']).toContain(codeOf(one))
    const payments = await at.db.selectFrom('payment').select('state').where('bill_id', '=', id).execute()
    expect(payments).toEqual([{ state: 'settled' }])
    expect((await ledgerBalances(at.db)).mistakes).toEqual([])
  })

  it('is refused before anything is booked when it is closed, late, or the sum is another', async () => {
    const person = await aPerson(at.db)
    const [cancelled, late, fine] = [await aBill(person), await aBill(person), await aBill(person)]
    await transact(at.db, (tx) => cancelBill(tx, { payer: person, bill: cancelled.id, at: at.clock.now() }))
    await at.db
      .updateTable('bill')
      .set({ due: at.clock.now() })
      .where('person_id', '=', person)
      .where('id', '=', late.id)
      .execute()
    expect(codeOf(await pay(cancelled.number))).toBe('bill-closed')
    expect(codeOf(await pay(late.number))).toBe('bill-late')
    expect(codeOf(await pay(fine.number, { amount: sar(199) }))).toBe('other-amount')
    const mine = receipt()
    await pay(fine.number, { receipt: mine })
    expect(codeOf(await pay(fine.number, { receipt: mine, amount: sar(1) }))).toBe('other-amount')
    const payments = await at.db
      .selectFrom('payment')
      .select('bill_id')
      .where('person_id', '=', person)
      .execute()
    expect(payments).toEqual([{ bill_id: fine.id }])
  })

  it('that was open at the provider too is paid by the bank, and money from there goes back by itself', async () => {
    const person = await aPerson(at.db)
    const { number, id } = await aBill(person)
    await openPayment(at.platform, person, id, { language: 'ar', returnTo: 'https://x.test/' })
    const opened = at.payments.opened.at(-1)
    expect(codeOf(await pay(number))).toBe('ok')
    const event = {
      id: 'late-settled',
      type: 'payment.settled',
      payment: opened?.payment,
      reference: 'x',
      amount: sar(200),
    }
    const body = JSON.stringify(event)
    await handleProviderEvent(
      at.platform,
      { provider: 'test', secret: 's' },
      body,
      sign('s', body, at.clock.now()),
    )
    await at.runJobs()
    expect(at.payments.refunds.map((one) => one.refund)).toContain(opened?.payment)
    expect(await findBill(at.db, person, id)).toMatchObject({ state: 'paid' })
  })

  it('that the bank does not give back within a week is an operator’s to ask', async () => {
    const person = await aPerson(at.db)
    const { number, id } = await aBill(person)
    await pay(number)
    await transact(at.db, (tx) =>
      refundBill(tx, { payer: person, bill: id, reason: title, at: at.clock.now() }),
    )
    await at.runJobs()
    const troubles = async () => (await openTroubles(at.db)).filter((one) => one.person_id === person)
    expect(await troubles()).toEqual([])
    at.clock.set(new Date(at.clock.now().getTime() + 7 * 86_400_000).toISOString())
    await at.runJobs()
    expect(await troubles()).toMatchObject([{ kind: 'refund-waits', amount: sar(200) }])
  })

  it('is given back by the bank that took it, when its service was not done, and only then', async () => {
    const person = await aPerson(at.db)
    const { number, id } = await aBill(person)
    const mine = { number, receipt: receipt() }
    await pay(number, mine)
    expect(codeOf(await refundAtBank(at.platform, mine, bank))).toBe('not-refundable')
    const asked = at.payments.refunds.length
    await transact(at.db, (tx) =>
      refundBill(tx, { payer: person, bill: id, reason: title, at: at.clock.now() }),
    )
    await at.runJobs()
    expect(at.payments.refunds).toHaveLength(asked)
    expect(await bankPayment(at.platform, mine, bank)).toMatchObject({
      value: { state: 'refunding', amount: sar(200) },
    })
    expect(codeOf(await bankPayment(at.platform, mine, other))).toBe('payment-unknown')
    expect(codeOf(await refundAtBank(at.platform, mine, other))).toBe('payment-unknown')
    const twice = await Promise.all([
      refundAtBank(at.platform, mine, bank),
      refundAtBank(at.platform, mine, bank),
    ])
    expect(twice.map(codeOf)).toEqual(['ok', 'ok'])
    expect(await findBill(at.db, person, id)).toMatchObject({ state: 'refunded' })
    expect((await ledgerBalances(at.db)).mistakes).toEqual([])
  })
})

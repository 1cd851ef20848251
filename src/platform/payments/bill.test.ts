import { describe, expect, it } from 'vitest'
import { halalas, sar } from '#kernel/money.ts'
import { transact } from '#platform/database/transact.ts'
import { billWorld } from '#tests/support/bills.ts'
import { freshNumber } from '#tests/support/people.ts'
import { billsOf, cancelBill, findBill, findBillByNumber, receiptOf } from './bill.ts'
import { openPayment } from './open-payment.ts'

const { at, raise, open, hear, settle, stateOf, balanced } = await billWorld()

describe('a bill', () => {
  it('is raised once for a step, and found by its number', async () => {
    const payer = freshNumber()
    const about = { person: freshNumber(), request: '0199a000-0000-7000-8000-000000000001', step: 'fees' }
    const [one, two] = await Promise.all([raise(payer, { about }), raise(payer, { about })])
    expect(two).toEqual(one)
    expect(one.total).toBe(sar(20_380))
    expect(one.number).toMatch(/^\d{12}$/)
    expect(await billsOf(at.db, payer)).toHaveLength(1)
    expect((await findBillByNumber(at.db, one.number))?.about).toEqual(about)
    expect(await findBill(at.db, freshNumber(), one.id)).toBeUndefined()
    await balanced()
  })

  it('shows government fees, the platform’s fee and its VAT apart on the receipt', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const unpaid = await findBill(at.db, payer, id)
    expect(unpaid && receiptOf(unpaid)).toBeUndefined()
    await settle(await open(payer, id))
    const paid = await findBill(at.db, payer, id)
    expect(paid && receiptOf(paid)).toMatchObject({
      government: sar(150),
      platformNet: sar(200),
      vat: sar(30),
      escrow: sar(20_000),
      fines: halalas(0),
      total: sar(20_380),
      refunded: false,
    })
    await balanced()
  })
})

describe('a payment', () => {
  it('is opened once by a double click', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const before = at.payments.opened.length
    const click = () => openPayment(at.platform, payer, id, { language: 'en', returnTo: 'https://x.test/' })
    const clicks = await Promise.all([click(), click(), click()])
    const again = await click()
    expect(new Set([...clicks, again].map((one) => (one.ok ? one.value.url : 'refused'))).size).toBe(1)
    expect(new Set(at.payments.opened.slice(before).map((one) => one.payment)).size).toBe(1)
  })

  it('is refused with the reason when late, paid, withdrawn or somebody else’s', async () => {
    const payer = freshNumber()
    const click = (bill: string, who = payer) =>
      openPayment(at.platform, who, bill, { language: 'en', returnTo: 'https://x.test/' })
    const late = await raise(payer, { due: at.clock.now() })
    const withdrawn = await raise(payer)
    await transact(at.db, (tx) => cancelBill(tx, { payer, bill: withdrawn.id, at: at.clock.now() }))
    const paid = await raise(payer)
    await settle(await open(payer, paid.id))
    for (const [outcome, words] of [
      [await click(late.id), 'time to pay'],
      [await click(withdrawn.id), 'withdrawn'],
      [await click(paid.id), 'is paid'],
      [await click(withdrawn.id, freshNumber()), 'could not find'],
      [await click('nonsense'), 'could not find'],
    ] as const)
      expect(outcome.ok ? '' : outcome.error.en).toContain(words)
  })

  it('says that nothing was taken when the provider does not answer, and works when it does again', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const down = { ...at.platform.payments, name: 'test', open: () => Promise.reject(new Error('down')) }
    const platform = {
      ...at.platform,
      payments: { ...at.platform.payments, ...down } as typeof at.platform.payments,
    }
    const failed = await openPayment(platform, payer, id, { language: 'en', returnTo: 'https://x.test/' })
    expect(failed.ok ? '' : failed.error.en).toContain('Nothing was taken')
    await settle(await open(payer, id))
    expect(await stateOf(payer, id)).toBe('paid')
  })

  it('that failed leaves the bill due, and a new one can be opened', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const first = await open(payer, id)
    await hear({ type: 'payment.failed', payment: first })
    expect(await stateOf(payer, id)).toBe('due')
    const second = await open(payer, id)
    expect(second).not.toBe(first)
    await settle(second)
    expect(await stateOf(payer, id)).toBe('paid')
  })
})

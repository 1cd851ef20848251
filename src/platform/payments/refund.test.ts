import { describe, expect, it } from 'vitest'
import { sar } from '#kernel/money.ts'
import { transact } from '#platform/database/transact.ts'
import { billWorld } from '#tests/support/bills.ts'
import { freshNumber } from '#tests/support/people.ts'
import { cancelBill } from './bill.ts'
import { refundBill } from './refund.ts'
import { openTroubles } from './trouble.ts'

const { at, raise, open, hear, settle, stateOf, balanced } = await billWorld()
const reason = { ar: 'لم يتم البيع', en: 'The sale did not happen' }

describe('a refund', () => {
  it('gives back all, once, and tells the payer', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const payment = await open(payer, id)
    await settle(payment)
    const give = () =>
      transact(at.db, (tx) => refundBill(tx, { payer, bill: id, reason, at: at.clock.now() }))
    expect(await give()).toBe('refunding')
    expect(await give()).toBe('closed')
    await at.runJobs()
    expect(at.payments.refunds.filter((one) => one.refund === payment)).toHaveLength(1)
    await balanced()
    const done = { type: 'payment.refunded', payment, amount: sar(20_380) }
    await hear(done)
    await hear(done)
    expect(await stateOf(payer, id)).toBe('refunded')
    await balanced()
  })

  it('of a bill that nobody paid withdraws it', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    expect(
      await transact(at.db, (tx) => refundBill(tx, { payer, bill: id, reason, at: at.clock.now() })),
    ).toBe('cancelled')
    await balanced()
  })

  it('that the provider could not make is tried again, under an operator’s eyes', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const payment = await open(payer, id)
    await settle(payment)
    await transact(at.db, (tx) => refundBill(tx, { payer, bill: id, reason, at: at.clock.now() }))
    await at.runJobs()
    await hear({ type: 'refund.failed', payment })
    at.clock.advance({ hours: 2 })
    await at.runJobs()
    expect(at.payments.refunds.filter((one) => one.refund === payment)).toHaveLength(2)
    expect(
      (await openTroubles(at.db)).some((one) => one.payment === payment && one.kind === 'refund-failed'),
    ).toBe(true)
  })

  it('withdrawing a bill loses against money that was first', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    await settle(await open(payer, id))
    expect(await transact(at.db, (tx) => cancelBill(tx, { payer, bill: id, at: at.clock.now() }))).toBe(
      'paid',
    )
    expect(await stateOf(payer, id)).toBe('paid')
  })
})

import { type HolderNumber, isEstablishment } from '#kernel/holder-number.ts'
import { halalas } from '#kernel/money.ts'
import type { Text } from '#kernel/text.ts'
import type { Tx } from '#platform/database/tables.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { followLater } from '#platform/jobs/follow-later.ts'
import { notify } from '#platform/notices/notify.ts'
import { cancelBill } from './bill.ts'
import { type Amounts, credit, post } from './ledger.ts'
import { shares } from './lines.ts'
import { type Heard, lockBill, lockPayment } from './lock.ts'
import { raiseTrouble } from './trouble.ts'

/**
 * Gives back all that was paid for a bill; a bill that was not paid is withdrawn instead. Doing it
 * twice is doing it once. Throws when its escrow was already released to a seller.
 */
export async function refundBill(
  tx: Tx,
  it: { payer: HolderNumber; bill: string; reason: Text; at: Date },
): Promise<'refunding' | 'cancelled' | 'closed'> {
  const bill = await lockBill(tx, it.payer, it.bill)
  if (bill.state === 'due') {
    await cancelBill(tx, it)
    return 'cancelled'
  }
  if (bill.state !== 'paid' || !bill.paid_by) return 'closed'
  const released = await tx
    .selectFrom('ledger_entry')
    .select('posting')
    .where('person_id', '=', it.payer)
    .where('posting', '=', `escrow-released:${it.bill}`)
    .executeTakeFirst()
  if (released) throw new Error(`the escrow of bill ${it.bill} was released; it cannot be refunded`)
  await setBill(tx, it.payer, it.bill, 'refunding')
  // The receipt that is out proves nothing any more.
  if (!isEstablishment(it.payer)) await followLater(tx, it.payer)
  await askRefund(tx, {
    person: it.payer,
    bill: it.bill,
    payment: bill.paid_by,
    amount: bill.total,
    from: shares(bill.lines),
    reason: it.reason,
    at: it.at,
  })
  return 'refunding'
}

/** Books that money is to go back, out of the accounts where it is, and sends for it. */
export async function askRefund(
  tx: Tx,
  it: {
    person: HolderNumber
    bill: string
    payment: string
    amount: number
    from: Amounts
    reason: Text
    at: Date
  },
): Promise<void> {
  await tx
    .updateTable('payment')
    .set({ state: 'refunding', refund_asked_at: it.at, refund_reason: JSON.stringify(it.reason) })
    .where('person_id', '=', it.person)
    .where('id', '=', it.payment)
    .execute()
  await post(tx, { ...it, posting: `refund-asked:${it.payment}` }, it.from, { 'refund-payable': -it.amount })
  await enqueue(tx, refundJob(it.person, it.payment))
  await notify(tx, {
    to: it.person,
    key: `refund-asked:${it.payment}`,
    title: { ar: 'مبلغك في طريقه إليك', en: 'Your money is on its way back' },
    body: {
      ar: `نعيد إليك ما دفعته. السبب: ${it.reason.ar}. يصل المبلغ إلى وسيلة الدفع نفسها.`,
      en: `We are giving back what you paid. Why: ${it.reason.en}. It goes to the same means of payment.`,
    },
    link: `/bills/${it.bill}`,
    sms: true,
    at: it.at,
  })
}

export const refundJob = (person: HolderNumber, payment: string, runAt?: Date) => ({
  task: 'payments.refund',
  payload: { person, payment },
  key: `payments.refund:${payment}`,
  ...(runAt && { runAt }),
})

/** The provider gave money back: because we asked, or by itself, even before it told us that the money came. */
export async function refunded(tx: Tx, it: Heard & { amount: number }): Promise<void> {
  const { bill, payment } = await lockPayment(tx, it)
  if (payment.state === 'refunded') return
  const expected = payment.received ?? payment.amount
  if (it.amount !== expected) {
    await raiseTrouble(tx, {
      kind: 'wrong-refund',
      payment: it.id,
      person: it.person,
      amount: it.amount,
      at: it.at,
    })
    return
  }
  await tx
    .updateTable('payment')
    .set({ state: 'refunded', refunded_at: it.at })
    .where('person_id', '=', it.person)
    .where('id', '=', it.id)
    .execute()
  // In and out before we knew of it: nothing was booked, and the bill is as due as it was.
  if (payment.state === 'opened' || payment.state === 'failed') return
  const paidIt = bill.paid_by === it.id
  if (paidIt) await setBill(tx, it.person, bill.id, 'refunded', it.at)
  const unasked = payment.state === 'settled'
  if (unasked)
    await raiseTrouble(tx, {
      kind: 'unasked-refund',
      payment: it.id,
      person: it.person,
      amount: it.amount,
      at: it.at,
    })
  await post(
    tx,
    { person: it.person, bill: bill.id, posting: `refunded:${it.id}`, at: it.at },
    unasked ? shares(bill.lines) : { 'refund-payable': it.amount },
    credit({ 'cash-at-provider': it.amount }),
  )
}

/** The provider could not give it back: an operator sees it, and it is tried again in an hour. */
export async function refundFailed(tx: Tx, it: Heard): Promise<void> {
  const { payment } = await lockPayment(tx, it)
  if (payment.state !== 'refunding') return
  const amount = payment.received ?? halalas(0)
  await raiseTrouble(tx, { kind: 'refund-failed', payment: it.id, person: it.person, amount, at: it.at })
  await enqueue(tx, refundJob(it.person, it.id, new Date(it.at.getTime() + 3_600_000)))
}

const setBill = (tx: Tx, person: HolderNumber, id: string, state: 'refunding' | 'refunded', closed?: Date) =>
  tx
    .updateTable('bill')
    .set({ state, ...(closed && { closed_at: closed }) })
    .where('person_id', '=', person)
    .where('id', '=', id)
    .execute()

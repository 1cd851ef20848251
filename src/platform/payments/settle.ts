import { halalas } from '#kernel/money.ts'
import type { Tx } from '#platform/database/tables.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Job } from '#platform/jobs/job.ts'
import { post } from './ledger.ts'
import { type Heard, lockPayment } from './lock.ts'
import { askRefund } from './refund.ts'
import { raiseTrouble } from './trouble.ts'

/**
 * Money came. It pays the bill when the bill is still due and the sum is right; otherwise it goes
 * back by itself: what is paid is owed.
 */
export async function settled(tx: Tx, it: Heard & { amount: number; reference: string }): Promise<void> {
  const { bill, payment } = await lockPayment(tx, it)
  if (payment.state !== 'opened' && payment.state !== 'failed') return
  await tx
    .updateTable('payment')
    .set({ state: 'settled', received: halalas(it.amount), settled_at: it.at, reference: it.reference })
    .where('person_id', '=', it.person)
    .where('id', '=', it.id)
    .execute()
  const posting = { person: it.person, bill: bill.id, at: it.at }
  if (bill.state === 'due' && it.amount === payment.amount) {
    await tx
      .updateTable('bill')
      .set({ state: 'paid', paid_at: it.at, paid_by: it.id })
      .where('person_id', '=', it.person)
      .where('id', '=', bill.id)
      .execute()
    await post(
      tx,
      { ...posting, posting: `bill-paid:${it.id}` },
      {
        'cash-at-provider': it.amount,
        'payer-receivable': -it.amount,
      },
    )
    if (bill.when_settled) await enqueue(tx, jobOf(bill.when_settled))
    return
  }
  if (it.amount !== payment.amount)
    await raiseTrouble(tx, {
      kind: 'wrong-amount',
      payment: it.id,
      person: it.person,
      amount: it.amount,
      at: it.at,
    })
  await post(
    tx,
    { ...posting, posting: `money-unplaced:${it.id}` },
    {
      'cash-at-provider': it.amount,
      suspense: -it.amount,
    },
  )
  await askRefund(tx, {
    ...posting,
    payment: it.id,
    amount: it.amount,
    from: { suspense: it.amount },
    reason: it.amount === payment.amount ? reasons.closed : reasons.amount,
  })
}

/** Stored as JSON, which knows no dates. */
const jobOf = ({ runAt, ...job }: Job): Job => (runAt ? { ...job, runAt: new Date(runAt) } : job)

/** The person did not pay, or their bank refused: the bill stays due, and can be paid again. */
export async function failed(tx: Tx, it: Heard): Promise<void> {
  const { payment } = await lockPayment(tx, it)
  if (payment.state !== 'opened') return
  await tx
    .updateTable('payment')
    .set({ state: 'failed' })
    .where('person_id', '=', it.person)
    .where('id', '=', it.id)
    .execute()
}

const reasons = {
  closed: {
    ar: 'وصل المبلغ بعد إغلاق الفاتورة',
    en: 'The money came after the bill was closed',
  },
  amount: {
    ar: 'لا يساوي المبلغُ قيمةَ الفاتورة',
    en: 'The amount is not the amount of the bill',
  },
} as const

import { type HolderNumber, isEstablishment } from '#kernel/holder-number.ts'
import type { Halalas } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Job } from '#platform/jobs/job.ts'
import { type About, type BillLine, cancelBill, raiseBill } from './bill.ts'
import { lockBill } from './lock.ts'
import { refundBill } from './refund.ts'

/** A service of a person, and the answer that says for how long. */
export interface Ahead {
  readonly payer: PersonNumber
  readonly service: string
  readonly choice: string
}

type Raised = Awaited<ReturnType<typeof raiseBill>>

/**
 * Raises a bill for a service that is not asked for yet (register pay-through-bank, bank-wallet-sadad). One that is
 * open already is the same; at another sum or late it is withdrawn for a new one. `paid`: nothing is left to pay.
 */
export async function raiseAhead(
  tx: Tx,
  it: Ahead & { readonly title: Text; readonly lines: readonly BillLine[]; readonly total: Halalas },
  { due, at }: { readonly due: Date; readonly at: Date },
): Promise<Raised | 'paid'> {
  const open = await lockOpen(tx, it)
  if (open?.state === 'paid') return 'paid'
  if (open && open.total === it.total && open.due > at) return open
  if (open) {
    await close(tx, it.payer, open.id, 'ended')
    await cancelBill(tx, { payer: it.payer, bill: open.id, at })
  }
  const bill = await raiseBill(tx, { ...it, due, at })
  const first = await tx
    .insertInto('bill_ahead')
    .values({
      person_id: it.payer,
      bill_id: bill.id,
      service: it.service,
      choice: it.choice,
      state: 'open',
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('bill_id')
    .executeTakeFirst()
  if (!first) {
    // Somebody else raised it between our look and our insert.
    await cancelBill(tx, { payer: it.payer, bill: bill.id, at })
    return raiseAhead(tx, it, { due, at })
  }
  await enqueue(tx, {
    task: 'payments.ahead-lapses',
    payload: { person: it.payer, bill: bill.id },
    key: `payments.ahead-lapses:${bill.id}`,
    runAt: due,
  })
  return bill
}

/** Nobody has paid it in its time: it is withdrawn. What is paid stays until its service takes it, or it is given back. */
export async function lapse(tx: Tx, it: { payer: PersonNumber; bill: string; at: Date }): Promise<void> {
  const bill = await lockBill(tx, it.payer, it.bill)
  if (bill.state !== 'due') return
  if (await close(tx, it.payer, it.bill, 'ended')) await cancelBill(tx, it)
}

/**
 * Hands a bill that was raised ahead to the step of a request that asks for the same; `paid`: the step is over with it.
 * One at another sum, because the fees have changed, is given back or withdrawn, and the step raises its own.
 */
export async function takeAhead(
  tx: Tx,
  it: Ahead & { readonly total: Halalas },
  step: { readonly about: About; readonly whenSettled: Job; readonly due: Date; readonly at: Date },
): Promise<(Raised & { readonly paid: boolean }) | undefined> {
  const { at } = step
  const bill = await lockOpen(tx, it)
  if (!bill) return undefined
  const fits = bill.total === it.total && (bill.state === 'paid' || bill.due > at)
  await close(tx, it.payer, bill.id, fits ? 'used' : 'ended')
  if (!fits) {
    await refundBill(tx, { payer: it.payer, bill: bill.id, reason: changed, at })
    return undefined
  }
  await tx
    .updateTable('bill')
    .set({
      due: step.due,
      about_person: step.about.person,
      about_request: step.about.request,
      about_step: step.about.step,
      when_settled: JSON.stringify(step.whenSettled),
    })
    .where('person_id', '=', it.payer)
    .where('id', '=', bill.id)
    .execute()
  return { id: bill.id, number: bill.number, total: bill.total, paid: bill.state === 'paid' }
}

/** What somebody has paid for a service before asking for it, by what they chose. */
export async function paidAhead(
  db: Db,
  it: Omit<Ahead, 'choice'>,
): Promise<readonly { readonly choice: string; readonly total: Halalas }[]> {
  return db
    .selectFrom('bill_ahead')
    .innerJoin('bill', (join) =>
      join.onRef('bill.person_id', '=', 'bill_ahead.person_id').onRef('bill.id', '=', 'bill_ahead.bill_id'),
    )
    .select(['bill_ahead.choice', 'bill.total'])
    .where('bill_ahead.person_id', '=', it.payer)
    .where('bill_ahead.service', '=', it.service)
    .where('bill_ahead.state', '=', 'open')
    .where('bill.state', '=', 'paid')
    .orderBy('bill_ahead.choice')
    .execute()
}

/** Whether a bill was raised ahead, and no request has taken it. */
export const isOpenAhead = async (db: Db, payer: HolderNumber, bill: string): Promise<boolean> =>
  !isEstablishment(payer) &&
  (await db
    .selectFrom('bill_ahead')
    .select('bill_id')
    .where('person_id', '=', payer)
    .where('bill_id', '=', bill)
    .where('state', '=', 'open')
    .executeTakeFirst()) !== undefined

/** Its payer wants back what no request has taken. Not `true`: one has, or it was no such bill. */
export async function giveBackAhead(
  tx: Tx,
  it: { payer: PersonNumber; bill: string; at: Date },
): Promise<boolean> {
  await lockBill(tx, it.payer, it.bill)
  if (!(await close(tx, it.payer, it.bill, 'ended'))) return false
  await refundBill(tx, { ...it, reason: unused })
  return true
}

/** The one that is open, its bill locked; none when somebody closed it while we waited for the lock. */
async function lockOpen(tx: Tx, it: Ahead) {
  const find = () =>
    tx
      .selectFrom('bill_ahead')
      .select('bill_id')
      .where('person_id', '=', it.payer)
      .where('service', '=', it.service)
      .where('choice', '=', it.choice)
      .where('state', '=', 'open')
      .executeTakeFirst()
  const open = await find()
  if (!open) return undefined
  const bill = await lockBill(tx, it.payer, open.bill_id)
  return (await find())?.bill_id === bill.id ? bill : undefined
}

async function close(tx: Tx, payer: PersonNumber, bill: string, state: 'used' | 'ended'): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('bill_ahead')
    .set({ state })
    .where('person_id', '=', payer)
    .where('bill_id', '=', bill)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const changed: Text = { ar: 'تغيّرت الرسوم منذ دفعتها', en: 'The fees have changed since you paid them' }
const unused: Text = {
  ar: 'لم تُطلب الخدمة التي دُفع عنها',
  en: 'The service that was paid for was not asked for',
}

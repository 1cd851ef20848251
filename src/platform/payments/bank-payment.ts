import { isEstablishment } from '#kernel/holder-number.ts'
import type { Halalas } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { newId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { giveBackAhead, isOpenAhead } from './ahead.ts'
import { bankPaymentProblems as refusals } from './bank-payment-problems.ts'
import { type Bill, billsOf, findBillByNumber } from './bill.ts'
import { lockBill } from './lock.ts'
import { refunded } from './refund.ts'
import { settled } from './settle.ts'
import type { PaymentState } from './tables.ts'

type Bank = Extract<Principal, { kind: 'partner' }>
type World = Pick<Platform, 'db' | 'clock'>

/** What a bank knows a payment by: the bill's number and its own. */
export interface BankReceipt {
  readonly number: string
  /** The bank's number of this payment; sending it again is asking again. */
  readonly receipt: string
}

export interface BankPayment {
  readonly number: string
  readonly amount: Halalas
  readonly state: Extract<PaymentState, 'settled' | 'refunding' | 'refunded'>
  /** Whether its customer may take it back: what was not done, or not even asked for. */
  readonly refundable: boolean
}

/** A bill that can be paid in a bank by whoever knows its number (register bank-wallet-sadad). */
export async function dueBill({ db, clock }: World, number: string): Promise<Result<Bill, Problem>> {
  const bill = await findBillByNumber(db, number)
  if (!bill) return err(refusals.unknown)
  const closed = whyClosed(bill, clock.now())
  return closed ? err(closed) : ok(bill)
}

/** What a bank's customer has to pay: the bank has proven who they are, and the look is in their log. */
export async function duesForBank({ db, clock }: World, person: PersonNumber, by: Bank): Promise<Bill[]> {
  const at = clock.now()
  await transact(db, (tx) => record(tx, { subject: person, by, action: 'bill.read', ground: 'bank', at }))
  const due = await billsOf(db, person, { state: 'due' })
  return due.filter((bill) => bill.due > at)
}

/**
 * Takes what a bank's customer has paid for a bill, whole and once (register pay-through-bank). A refusal comes
 * before anything is booked: the bank gives its customer the money back at once. What was open at the provider's
 * page is let go; should money come from there too, it goes back by itself.
 */
export function payAtBank(
  { db, clock }: World,
  { number, receipt, amount }: BankReceipt & { readonly amount: Halalas },
  by: Bank,
): Promise<Result<BankPayment, Problem>> {
  return transact(db, async (tx) => {
    const found = await findBillByNumber(tx, number)
    if (!found) return err(refusals.unknown)
    const person = found.payer
    const at = clock.now()
    const bill = await lockBill(tx, person, found.id)
    const before = await paymentOf(tx, { number, receipt }, by)
    if (before) return before.amount === amount ? ok(before) : err(refusals.otherAmount)
    const closed = whyClosed(bill, at)
    if (closed) return err(closed)
    if (amount !== bill.total) return err(refusals.otherAmount)
    await tx
      .updateTable('payment')
      .set({ state: 'failed' })
      .where('person_id', '=', person)
      .where('bill_id', '=', bill.id)
      .where('state', '=', 'opened')
      .execute()
    const id = newId(at)
    await tx
      .insertInto('payment')
      .values({
        person_id: person,
        id,
        bill_id: bill.id,
        provider: by.client,
        taken_by: 'bank',
        reference: receipt,
        amount,
        state: 'opened',
        opened_at: at,
      })
      .execute()
    await tx.insertInto('payment_owner').values({ id, person_id: person }).execute()
    await settled(tx, { person, id, at, amount, reference: receipt })
    if (!isEstablishment(person))
      await record(tx, { subject: person, by, action: 'bill.pay', about: number, ground: 'bank', at })
    return ok({ number, amount, state: 'settled', refundable: await isOpenAhead(tx, person, bill.id) })
  })
}

/** How a payment of this bank stands: `refunding` when the money waits to be given back. */
export async function bankPayment(
  { db }: Pick<World, 'db'>,
  it: BankReceipt,
  by: Bank,
): Promise<Result<BankPayment, Problem>> {
  const payment = await paymentOf(db, it, by)
  return payment ? ok(payment) : err(refusals.noPayment)
}

/**
 * The bank has given a payment back to its customer. Only what waits for that, or was paid ahead of a service that
 * nobody has asked for: one that was done is paid.
 */
export function refundAtBank(
  { db, clock }: World,
  it: BankReceipt,
  by: Bank,
): Promise<Result<BankPayment, Problem>> {
  return transact(db, async (tx) => {
    const found = await findBillByNumber(tx, it.number)
    if (found) await lockBill(tx, found.payer, found.id)
    const payment = await paymentOf(tx, it, by)
    if (!found || !payment) return err(refusals.noPayment)
    const { number, amount, id } = payment
    const at = clock.now()
    if (payment.state === 'settled') {
      const back = isEstablishment(found.payer)
        ? false
        : await giveBackAhead(tx, { payer: found.payer, bill: found.id, at })
      if (!back) return err(refusals.notRefundable)
    }
    if (payment.state !== 'refunded') await refunded(tx, { person: found.payer, id, at, amount })
    return ok({ number, amount, state: 'refunded', refundable: false })
  })
}

async function paymentOf(
  db: Db | Tx,
  { number, receipt }: BankReceipt,
  by: Bank,
): Promise<(BankPayment & { readonly id: string }) | undefined> {
  const owner = await db
    .selectFrom('bill_number')
    .select('person_id')
    .where('number', '=', number)
    .executeTakeFirst()
  const row =
    owner &&
    (await db
      .selectFrom('payment')
      .innerJoin('bill', (join) =>
        join.onRef('bill.person_id', '=', 'payment.person_id').onRef('bill.id', '=', 'payment.bill_id'),
      )
      .select(['payment.id', 'payment.amount', 'payment.state', 'bill.number', 'payment.bill_id'])
      .where('payment.person_id', '=', owner.person_id)
      .where('payment.taken_by', '=', 'bank')
      .where('payment.provider', '=', by.client)
      .where('payment.reference', '=', receipt)
      .where('bill.number', '=', number)
      .executeTakeFirst())
  if (!row || row.state === 'opened' || row.state === 'failed') return undefined
  const refundable =
    row.state === 'refunding' ||
    (row.state === 'settled' && (await isOpenAhead(db, owner.person_id, row.bill_id)))
  return { id: row.id, number: row.number, amount: row.amount, state: row.state, refundable }
}

function whyClosed({ state, due }: Pick<Bill, 'state' | 'due'>, at: Date): Problem | undefined {
  if (state === 'paid') return refusals.paid
  if (state !== 'due') return refusals.closed
  return due <= at ? refusals.late : undefined
}

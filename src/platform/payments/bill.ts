import type { HolderNumber } from '#kernel/holder-number.ts'
import { type Halalas, halalas, plus } from '#kernel/money.ts'
import type { Text } from '#kernel/text.ts'
import { isId, newId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Job } from '#platform/jobs/job.ts'
import { claimBillNumber } from './bill-number.ts'
import { credit, post } from './ledger.ts'
import { type BillLine, type PricedLine, price, shares } from './lines.ts'
import { lockBill } from './lock.ts'
import type { BillState } from './tables.ts'

export type { BillLine } from './lines.ts'

/** The step of a request that a bill is for. */
export interface About {
  /** Under whom the request lives: its applicant, who need not be the payer. */
  readonly person: HolderNumber
  readonly request: string
  readonly step: string
}

export interface Bill {
  readonly payer: HolderNumber
  readonly id: string
  readonly number: string
  readonly title: Text
  readonly lines: readonly PricedLine[]
  readonly total: Halalas
  readonly state: BillState
  readonly due: Date
  readonly raisedAt: Date
  readonly paidAt: Date | null
  /** When it was cancelled, or the money was back. */
  readonly closedAt: Date | null
  readonly about: About | undefined
}

/**
 * Raises a bill, once for each step of a request: the same `about` again gives the same bill.
 * `whenSettled` runs after the money came, exactly once. Throws without lines, or with one of no worth.
 */
export async function raiseBill(
  tx: Tx,
  it: {
    payer: HolderNumber
    title: Text
    lines: readonly BillLine[]
    due: Date
    at: Date
    whenSettled?: Job
    about?: About
  },
): Promise<{ readonly id: string; readonly number: string; readonly total: Halalas }> {
  const earlier = it.about && (await billAbout(tx, it.payer, it.about))
  if (earlier) return earlier
  if (it.lines.length === 0) throw new Error('a bill without lines')
  const lines = it.lines.map(price)
  const total = plus(...lines.map((line) => line.amount))
  const id = newId(it.at)
  const number = await claimBillNumber(tx, it.payer)
  const raised = await tx
    .insertInto('bill')
    .values({
      person_id: it.payer,
      id,
      number,
      title: JSON.stringify(it.title),
      lines: JSON.stringify(lines),
      total,
      state: 'due',
      due: it.due,
      raised_at: it.at,
      about_person: it.about?.person ?? null,
      about_request: it.about?.request ?? null,
      about_step: it.about?.step ?? null,
      when_settled: it.whenSettled ? JSON.stringify(it.whenSettled) : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!raised) {
    // Somebody else raised it between our look and our insert.
    await tx.deleteFrom('bill_number').where('number', '=', number).execute()
    const theirs = it.about && (await billAbout(tx, it.payer, it.about))
    if (!theirs) throw new Error('a bill was neither raised nor found')
    return theirs
  }
  await post(
    tx,
    { person: it.payer, bill: id, posting: `bill-raised:${id}`, at: it.at },
    { 'payer-receivable': total },
    credit(shares(lines)),
  )
  return { id, number, total }
}

const billAbout = (db: Db, payer: HolderNumber, about: About) =>
  db
    .selectFrom('bill')
    .select(['id', 'number', 'total'])
    .where('person_id', '=', payer)
    .where('about_person', '=', about.person)
    .where('about_request', '=', about.request)
    .where('about_step', '=', about.step)
    .executeTakeFirst()

/**
 * Withdraws a bill that nobody has paid. `paid`: the money was first, nothing changed, and the caller
 * goes on or gives it back with `refundBill`. `closed`: it was withdrawn or refunded before.
 */
export async function cancelBill(
  tx: Tx,
  it: { payer: HolderNumber; bill: string; at: Date },
): Promise<'cancelled' | 'paid' | 'closed'> {
  const bill = await lockBill(tx, it.payer, it.bill)
  if (bill.state === 'paid') return 'paid'
  if (bill.state !== 'due') return 'closed'
  await tx
    .updateTable('bill')
    .set({ state: 'cancelled', closed_at: it.at })
    .where('person_id', '=', it.payer)
    .where('id', '=', it.bill)
    .execute()
  await post(
    tx,
    { person: it.payer, bill: it.bill, posting: `bill-cancelled:${it.bill}`, at: it.at },
    shares(bill.lines),
    { 'payer-receivable': -bill.total },
  )
  return 'cancelled'
}

export async function findBill(db: Db, payer: HolderNumber, id: string): Promise<Bill | undefined> {
  if (!isId(id)) return undefined
  const row = await bills(db, payer).where('id', '=', id).executeTakeFirst()
  return row && asBill(row)
}

/** A bill by the number that is typed in a bank; whose it is comes with it. */
export async function findBillByNumber(db: Db, number: string): Promise<Bill | undefined> {
  const owner = await db
    .selectFrom('bill_number')
    .select('person_id')
    .where('number', '=', number)
    .executeTakeFirst()
  const row = owner && (await bills(db, owner.person_id).where('number', '=', number).executeTakeFirst())
  return row && asBill(row)
}

/** A person's bills, those to pay first, then the newest. */
export async function billsOf(
  db: Db,
  payer: HolderNumber,
  only?: { readonly state?: BillState; readonly request?: string },
): Promise<Bill[]> {
  let query = bills(db, payer)
  if (only?.state) query = query.where('state', '=', only.state)
  if (only?.request) query = query.where('about_request', '=', only.request)
  const rows = await query
    .orderBy((order) => order.case().when('state', '=', 'due').then(0).else(1).end())
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(asBill)
}

const bills = (db: Db, payer: HolderNumber) =>
  db.selectFrom('bill').selectAll().where('person_id', '=', payer)

function asBill(row: Awaited<ReturnType<typeof lockBill>>): Bill {
  const { about_person: person, about_request: request, about_step: step } = row
  return {
    payer: row.person_id,
    id: row.id,
    number: row.number,
    title: row.title,
    lines: row.lines,
    total: row.total,
    state: row.state,
    due: row.due,
    raisedAt: row.raised_at,
    paidAt: row.paid_at,
    closedAt: row.closed_at,
    about: person && request && step ? { person, request, step } : undefined,
  }
}

/** What a receipt shows: government fees, the platform's and their VAT apart (register F-17). */
export interface Receipt {
  readonly number: string
  readonly title: Text
  readonly paidAt: Date
  readonly lines: readonly PricedLine[]
  readonly government: Halalas
  readonly fines: Halalas
  readonly escrow: Halalas
  readonly platformNet: Halalas
  readonly vat: Halalas
  readonly total: Halalas
  /** True once the money is on its way back, or back. */
  readonly refunded: boolean
}

/** The receipt of a bill; undefined until it is paid. */
export function receiptOf(bill: Bill): Receipt | undefined {
  if (!bill.paidAt) return undefined
  const sums = shares(bill.lines)
  const none = halalas(0)
  return {
    number: bill.number,
    title: bill.title,
    paidAt: bill.paidAt,
    lines: bill.lines,
    government: sums['government-revenue'] ?? none,
    fines: sums.fines ?? none,
    escrow: sums.escrow ?? none,
    platformNet: sums['platform-revenue'] ?? none,
    vat: sums['vat-payable'] ?? none,
    total: bill.total,
    refunded: bill.state !== 'paid',
  }
}

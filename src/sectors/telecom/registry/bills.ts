import type { Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { Halalas } from '#kernel/money.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type {} from './tables.ts'

export interface TelecomBill {
  readonly number: string
  readonly month: Day
  readonly amount: Halalas
  readonly dueOn: Day
  readonly state: 'due' | 'paid'
}

/** The bills of an establishment, the newest month first; only those still to pay when asked. */
export async function billsOf(
  db: Db,
  establishment: EstablishmentNumber,
  only?: 'due',
): Promise<readonly TelecomBill[]> {
  let query = db.selectFrom('telecom_bill').selectAll().where('establishment_id', '=', establishment)
  if (only) query = query.where('state', '=', only)
  const rows = await query.orderBy('month', 'desc').orderBy('number').limit(60).execute()
  return rows.map((row) => ({
    number: row.number,
    month: row.month,
    amount: row.amount,
    dueOn: row.due_on,
    state: row.state,
  }))
}

/** Marks a bill as paid; false when it does not wait to be paid any more. */
export async function markPaid(
  tx: Tx,
  it: { readonly establishment: EstablishmentNumber; readonly number: string; readonly at: Date },
): Promise<boolean> {
  const paid = await tx
    .updateTable('telecom_bill')
    .set({ state: 'paid', paid_at: it.at })
    .where('establishment_id', '=', it.establishment)
    .where('number', '=', it.number)
    .where('state', '=', 'due')
    .executeTakeFirst()
  return paid.numUpdatedRows === 1n
}

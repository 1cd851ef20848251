import { type Day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { ViolationState } from './tables.ts'

/** A violation that changes state, of a person. */
interface Change {
  readonly person: PersonNumber
  readonly number: string
  readonly at: Date
}

/** Marks a violation as paid. False: it is no longer unpaid. */
export const payViolation = (tx: Tx, it: Change): Promise<boolean> =>
  move(tx, it, 'unpaid', { state: 'paid', settled_at: it.at })

/** Freezes a fine while an objection to it is open. False: it is no longer unpaid. */
export const freezeViolation = (tx: Tx, it: Change): Promise<boolean> =>
  move(tx, it, 'unpaid', { state: 'objected' })

/** Drops a fine whose objection was upheld. False: it is not under objection. */
export const dropViolation = (tx: Tx, it: Change & { readonly decision: string }): Promise<boolean> =>
  move(tx, it, 'objected', { state: 'dropped', decision: it.decision, settled_at: it.at })

/** Brings a fine back after an objection; a later `payBy` opens the payment window anew. */
export const restoreViolation = (
  tx: Tx,
  it: Change & { readonly decision?: string; readonly payBy?: Day },
): Promise<boolean> =>
  move(tx, it, 'objected', {
    state: 'unpaid',
    ...(it.decision ? { decision: it.decision } : {}),
    ...(it.payBy && it.payBy > dayOf(it.at) ? { pay_by: it.payBy } : {}),
  })

/** Changes the state from the one expected, and keeps the vehicle's list of unpaid ones in step. */
async function move(
  tx: Tx,
  it: Change,
  from: ViolationState,
  set: { state: ViolationState; settled_at?: Date; decision?: string; pay_by?: Day },
): Promise<boolean> {
  const row = await tx
    .updateTable('violation')
    .set(set)
    .where('person_id', '=', it.person)
    .where('number', '=', it.number)
    .where('state', '=', from)
    .returning(['number', 'sequence_number'])
    .executeTakeFirst()
  if (!row) return false
  if (row.sequence_number === null) return true
  const key = { sequence_number: row.sequence_number, number: row.number }
  if (set.state === 'unpaid') await tx.insertInto('unpaid_on_vehicle').values(key).execute()
  else
    await tx
      .deleteFrom('unpaid_on_vehicle')
      .where('sequence_number', '=', key.sequence_number)
      .where('number', '=', key.number)
      .execute()
  return true
}

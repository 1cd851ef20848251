import type { HolderNumber } from '#kernel/holder-number.ts'
import { halalas } from '#kernel/money.ts'
import type { Db, Tx } from '#platform/database/tables.ts'

export type TroubleKind =
  /** Money for a payment that we never opened. */
  | 'unknown-payment'
  /** More or less came than the bill says; it goes back. */
  | 'wrong-amount'
  /** The provider gave money back that we did not ask it to. */
  | 'unasked-refund'
  /** A refund came to another sum than what came in. */
  | 'wrong-refund'
  | 'refund-failed'
  /** A bank has not come for what it has to give back. */
  | 'refund-waits'
  | 'payout-failed'

/** Puts something before the operator's eyes. It stays there until it is closed. */
export async function raiseTrouble(
  tx: Tx,
  it: { kind: TroubleKind; payment: string; person?: HolderNumber; amount: number; at: Date },
): Promise<void> {
  await tx
    .insertInto('payment_trouble')
    .values({
      kind: it.kind,
      payment: it.payment,
      person_id: it.person ?? null,
      amount: halalas(it.amount),
      at: it.at,
    })
    .execute()
}

/** What an operator still has to look at, oldest first. */
export const openTroubles = (db: Db) =>
  db
    .selectFrom('payment_trouble')
    .selectAll()
    .where('closed_at', 'is', null)
    .orderBy('id')
    .limit(500)
    .execute()

export async function closeTrouble(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('payment_trouble')
    .set({ closed_at: at })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute()
}

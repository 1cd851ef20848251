import type { HolderNumber } from '#kernel/holder-number.ts'
import type { Tx } from '#platform/database/tables.ts'

/** Every change to a bill and its payments begins with this lock, so that they come one after another. */
export const lockBill = (tx: Tx, payer: HolderNumber, id: string) =>
  tx
    .selectFrom('bill')
    .selectAll()
    .where('person_id', '=', payer)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()

/** A payment of a person, and when we heard of it. */
export interface Heard {
  readonly person: HolderNumber
  readonly id: string
  readonly at: Date
}

/** The payment with its bill locked, so that nothing else happens to either until the end of `tx`. */
export async function lockPayment(tx: Tx, it: Heard) {
  const find = () =>
    tx
      .selectFrom('payment')
      .selectAll()
      .where('person_id', '=', it.person)
      .where('id', '=', it.id)
      .executeTakeFirstOrThrow()
  const { bill_id } = await find()
  const bill = await lockBill(tx, it.person, bill_id)
  return { bill, payment: await find() }
}

import type { Day } from '#kernel/day.ts'
import type { Halalas } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Region } from '#kernel/region.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { endInsurance } from './insurance.ts'
import { plateOf } from './vehicles.ts'

export interface Transfer {
  readonly vehicle: string
  readonly from: PersonNumber
  readonly to: PersonNumber
  /** Where it is registered from now on. */
  readonly region: Region
  readonly on: Day
}

/**
 * Moves a vehicle with its plate to another owner: its row goes from one person to the other, the index
 * rows follow, and the insurance of the old owner ends. False: the old owner no longer holds it.
 */
export async function transferVehicle(tx: Tx, it: Transfer): Promise<boolean> {
  const row = await tx
    .deleteFrom('vehicle')
    .where('person_id', '=', it.from)
    .where('id', '=', it.vehicle)
    .returningAll()
    .executeTakeFirst()
  if (!row) return false
  await tx
    .insertInto('vehicle')
    .values({ ...row, person_id: it.to, region: it.region, since: it.on })
    .execute()
  await tx
    .updateTable('plate_holder')
    .set({ person_id: it.to })
    .where('plate', '=', plateOf(row))
    .where('plate_type', '=', row.plate_type)
    .execute()
  await tx
    .updateTable('sequence_holder')
    .set({ person_id: it.to })
    .where('sequence_number', '=', row.sequence_number)
    .execute()
  await endInsurance(tx, it.from, it.vehicle, it.on)
  return true
}

/** Enters a sale under both of its parties. */
export async function enterSale(
  tx: Tx,
  sale: {
    readonly request: string
    readonly vehicle: string
    readonly seller: PersonNumber
    readonly buyer: PersonNumber
    readonly price: Halalas
    readonly on: Day
  },
): Promise<void> {
  const both = { id: sale.request, vehicle_id: sale.vehicle, price: sale.price, sold_on: sale.on }
  await tx
    .insertInto('vehicle_sale')
    .values([
      { ...both, person_id: sale.seller, role: 'seller', other_id: sale.buyer },
      { ...both, person_id: sale.buyer, role: 'buyer', other_id: sale.seller },
    ])
    .execute()
}

/** The last sale of a vehicle that a person took part in. */
export const lastSale = (db: Db, person: PersonNumber, vehicle: string) =>
  db
    .selectFrom('vehicle_sale')
    .selectAll()
    .where('person_id', '=', person)
    .where('vehicle_id', '=', vehicle)
    .orderBy('sold_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Holds an owner's row until the transaction ends: what is counted then stays counted. */
export async function lockOwner(tx: Tx, owner: PersonNumber): Promise<void> {
  await tx
    .selectFrom('person')
    .select('person_id')
    .where('person_id', '=', owner)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Cover } from './tables.ts'

export interface Insurance {
  readonly number: string
  readonly insurer: Text
  readonly cover: Cover
  readonly from: Day
  /** The last day on which it is valid. */
  readonly until: Day
}

/** The policies of an owner that are in force on a day, by vehicle: where there are two, the one that lasts longer. */
export async function insuranceOf(
  db: Db,
  owner: PersonNumber,
  on: Day,
): Promise<ReadonlyMap<string, Insurance>> {
  const rows = await db
    .selectFrom('insurance_policy')
    .selectAll()
    .where('person_id', '=', owner)
    .where('starts_on', '<=', on)
    .where('ends_on', '>=', on)
    .where('ended_on', 'is', null)
    .orderBy('ends_on')
    .execute()
  return new Map(
    rows.map((row) => [
      row.vehicle_id,
      {
        number: row.number,
        insurer: { ar: row.insurer_ar, en: row.insurer_en },
        cover: row.cover,
        from: row.starts_on,
        until: row.ends_on,
      },
    ]),
  )
}

/** Ends whatever insures a vehicle of its owner, as on a sale. */
export async function endInsurance(tx: Tx, owner: PersonNumber, vehicle: string, on: Day): Promise<void> {
  await tx
    .updateTable('insurance_policy')
    .set({ ended_on: on })
    .where('person_id', '=', owner)
    .where('vehicle_id', '=', vehicle)
    .where('ended_on', 'is', null)
    .execute()
}

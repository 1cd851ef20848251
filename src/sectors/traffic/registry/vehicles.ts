import type { Insertable, Selectable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { type Plate, plate, plateKey } from '#kernel/plate.ts'
import type { Region } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { type Insurance, insuranceOf } from './insurance.ts'
import type { PlateType, VehicleState, VehicleTable } from './tables.ts'

export interface Vehicle {
  readonly id: string
  readonly owner: PersonNumber
  readonly plate: Plate
  readonly plateType: PlateType
  readonly sequenceNumber: string
  readonly vin: string
  readonly make: Text
  readonly model: Text
  readonly year: number
  readonly colour: Text
  readonly seats: number
  readonly region: Region
  readonly registeredUntil: Day
  readonly inspectedUntil: Day
  readonly state: VehicleState
  readonly since: Day
  /** The policy in force that lasts longest; nothing when it is not insured today. */
  readonly insurance: Insurance | undefined
}

/** A person's vehicles with their insurance of the day, those owned longest first. */
export async function vehiclesOf(db: Db, owner: PersonNumber, today: Day): Promise<readonly Vehicle[]> {
  const rows = await db
    .selectFrom('vehicle')
    .selectAll()
    .where('person_id', '=', owner)
    .orderBy('since')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const insured = await insuranceOf(db, owner, today)
  return rows.map((row) => vehicleOf(row, insured.get(row.id)))
}

/** One of a person's vehicles; nothing for an id that is not theirs. */
export async function findVehicle(
  db: Db,
  owner: PersonNumber,
  id: string,
  today: Day,
): Promise<Vehicle | undefined> {
  if (!isId(id)) return undefined
  return (await vehiclesOf(db, owner, today)).find((one) => one.id === id)
}

/** The vehicle with a sequence number, whoever owns it. */
export async function vehicleBySequence(
  db: Db,
  sequenceNumber: string,
  today: Day,
): Promise<Vehicle | undefined> {
  const holder = await db
    .selectFrom('sequence_holder')
    .select(['person_id', 'vehicle_id'])
    .where('sequence_number', '=', sequenceNumber)
    .executeTakeFirst()
  return holder && findVehicle(db, holder.person_id, holder.vehicle_id, today)
}

/** The vehicle that bears a plate, whoever owns it. */
export async function vehicleByPlate(
  db: Db,
  on: { readonly plate: Plate; readonly plateType: PlateType },
  today: Day,
): Promise<Vehicle | undefined> {
  const holder = await db
    .selectFrom('plate_holder')
    .select(['person_id', 'vehicle_id'])
    .where('plate', '=', plateKey(on.plate))
    .where('plate_type', '=', on.plateType)
    .executeTakeFirst()
  return holder && findVehicle(db, holder.person_id, holder.vehicle_id, today)
}

/** How many private vehicles a person owns (register F-10). */
export async function countPrivateVehicles(db: Db, owner: PersonNumber): Promise<number> {
  const { count } = await db
    .selectFrom('vehicle')
    .select((count) => count.fn.countAll<number>().as('count'))
    .where('person_id', '=', owner)
    .where('plate_type', '=', 'private')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Enters a vehicle and its index rows; answers its id. Throws when its plate or sequence number is taken. */
export async function enterVehicle(tx: Db, vehicle: Insertable<VehicleTable>): Promise<string> {
  const row = await tx.insertInto('vehicle').values(vehicle).returningAll().executeTakeFirstOrThrow()
  await tx
    .insertInto('plate_holder')
    .values({ plate: plateOf(row), plate_type: row.plate_type, person_id: row.person_id, vehicle_id: row.id })
    .execute()
  await tx
    .insertInto('sequence_holder')
    .values({ sequence_number: row.sequence_number, person_id: row.person_id, vehicle_id: row.id })
    .execute()
  return row.id
}

/** The key of a row's plate in the index. */
export const plateOf = (row: Pick<VehicleTable, 'plate_letters' | 'plate_digits'>): string =>
  row.plate_letters + row.plate_digits

function vehicleOf(row: Selectable<VehicleTable>, insurance: Insurance | undefined): Vehicle {
  return {
    id: row.id,
    owner: row.person_id,
    plate: plate(plateOf(row)),
    plateType: row.plate_type,
    sequenceNumber: row.sequence_number,
    vin: row.vin,
    make: { ar: row.make_ar, en: row.make_en },
    model: { ar: row.model_ar, en: row.model_en },
    year: row.year,
    colour: { ar: row.colour_ar, en: row.colour_en },
    seats: row.seats,
    region: row.region,
    registeredUntil: row.registered_until,
    inspectedUntil: row.inspected_until,
    state: row.state,
    since: row.since,
    insurance,
  }
}

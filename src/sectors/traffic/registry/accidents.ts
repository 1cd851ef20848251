import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { OtherParty } from './tables.ts'

/** An accident as one of its parties reads it. */
export interface Accident {
  readonly id: string
  readonly number: string
  readonly happenedAt: Date
  readonly place: Text
  readonly vehicle: Text
  /** This party's share of the fault, in percent; all shares make a hundred. */
  readonly liability: number
  readonly others: readonly OtherParty[]
  readonly injured: number
  readonly reportedOn: Day
  readonly objectBy: Day
}

/** A person's accidents, the newest first. */
export async function accidentsOf(db: Db, person: PersonNumber): Promise<readonly Accident[]> {
  const rows = await db
    .selectFrom('accident')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('happened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    happenedAt: row.happened_at,
    place: { ar: row.place_ar, en: row.place_en },
    vehicle: { ar: row.vehicle_ar, en: row.vehicle_en },
    liability: row.liability,
    others: row.others,
    injured: row.injured,
    reportedOn: row.reported_on,
    objectBy: row.object_by,
  }))
}

/** Enters an accident under each of its parties. @throws when their shares do not make a hundred */
export async function enterAccident(
  tx: Tx,
  it: Pick<Accident, 'id' | 'number' | 'happenedAt' | 'place' | 'injured' | 'reportedOn' | 'objectBy'> & {
    readonly parties: readonly (OtherParty & { readonly person: PersonNumber })[]
  },
): Promise<void> {
  const shares = it.parties.reduce((sum, { liability }) => sum + liability, 0)
  if (shares !== 100) throw new Error(`the shares of an accident make ${shares} percent`)
  await tx
    .insertInto('accident_party')
    .values(it.parties.map(({ person }) => ({ number: it.number, person_id: person })))
    .execute()
  await tx
    .insertInto('accident')
    .values(
      it.parties.map((party) => ({
        person_id: party.person,
        id: it.id,
        number: it.number,
        happened_at: it.happenedAt,
        place_ar: it.place.ar,
        place_en: it.place.en,
        vehicle_ar: party.vehicle.ar,
        vehicle_en: party.vehicle.en,
        liability: party.liability,
        others: JSON.stringify(
          it.parties.filter((one) => one !== party).map(({ vehicle, liability }) => ({ vehicle, liability })),
        ),
        injured: it.injured,
        reported_on: it.reportedOn,
        object_by: it.objectBy,
      })),
    )
    .execute()
}

import type { Insertable, Selectable } from 'kysely'
import { type Day, dayOf } from '#kernel/day.ts'
import { ageIn } from '#kernel/hijri.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { PermitReach, TravelPermitTable } from './tables.ts'

/** From this age nobody needs a permission to travel: 21 Hijri years (register F-13, F-14). */
export const travelMajority = { calendar: 'hijri', age: 21 } as const

/** Somebody whose age alone says that they may need a permit; who is married needs none [known S19]. */
export const underTravelMajority = (born: Day, today: Day): boolean =>
  ageIn(travelMajority.calendar, born, today) < travelMajority.age

export interface TravelPermit {
  readonly id: string
  /** The child who travels. */
  readonly holder: PersonNumber
  readonly number: string
  readonly trips: 'single' | 'multiple'
  readonly reach: PermitReach
  readonly issuedBy: PersonNumber
  readonly issuedOn: Day
  readonly validFrom: Day
  readonly validUntil: Day
  readonly state: 'active' | 'used' | 'cancelled'
  /** When it was used up or cancelled. */
  readonly endedOn: Day | undefined
  /** Why it was cancelled. */
  readonly reason: Text | undefined
}

export type TravelPermitStatus = TravelPermit['state'] | 'expired'
export const travelPermitStatus = (it: TravelPermit, today: Day): TravelPermitStatus =>
  it.state === 'active' && it.validUntil < today ? 'expired' : it.state

/** The permits of a traveller, the newest first. */
export async function travelPermitsOf(db: Db, person: PersonNumber): Promise<readonly TravelPermit[]> {
  const rows = await db
    .selectFrom('travel_permit')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('issued_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(permit)
}

/** Enters a permit and its index row; answers its id. Throws when its number is taken. */
export async function enterTravelPermit(tx: Db, row: Insertable<TravelPermitTable>): Promise<string> {
  const { id } = await tx.insertInto('travel_permit').values(row).returning('id').executeTakeFirstOrThrow()
  await tx
    .insertInto('travel_permit_number')
    .values({ number: row.number, person_id: row.person_id, permit_id: id })
    .execute()
  return id
}

/** Ends an active permit: used up at the border, or cancelled with its reason. */
export async function endTravelPermit(
  tx: Tx,
  it: Pick<TravelPermit, 'holder' | 'id'>,
  to: ({ readonly state: 'used' } | { readonly state: 'cancelled'; readonly reason: Text }) & {
    readonly at: Date
  },
): Promise<boolean> {
  const ended = await tx
    .updateTable('travel_permit')
    .set({
      state: to.state,
      reason_ar: to.state === 'cancelled' ? to.reason.ar : null,
      reason_en: to.state === 'cancelled' ? to.reason.en : null,
      changed_at: to.at,
    })
    .where('person_id', '=', it.holder)
    .where('id', '=', it.id)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

const permit = (row: Selectable<TravelPermitTable>): TravelPermit => ({
  id: row.id,
  holder: row.person_id,
  number: row.number,
  trips: row.trips,
  reach: row.reach,
  issuedBy: row.issued_by,
  issuedOn: row.issued_on,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  state: row.state,
  endedOn: row.state === 'active' ? undefined : dayOf(row.changed_at),
  reason:
    row.reason_ar !== null && row.reason_en !== null ? { ar: row.reason_ar, en: row.reason_en } : undefined,
})

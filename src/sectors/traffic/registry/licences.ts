import type { Insertable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Restriction } from './restriction.ts'
import type { DrivingLicenceTable, LicenceClass } from './tables.ts'

export interface DrivingLicence {
  readonly id: string
  readonly holder: PersonNumber
  readonly number: string
  readonly class: LicenceClass
  readonly issuedOn: Day
  /** The last day on which it is valid. */
  readonly expiresOn: Day
  readonly restrictions: readonly Restriction[]
}

/** A person's licences, the private one first. */
export async function licencesOf(db: Db, person: PersonNumber): Promise<readonly DrivingLicence[]> {
  const rows = await db
    .selectFrom('driving_licence')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy((order) => order.case().when('class', '=', 'private').then(0).else(1).end())
    .orderBy('class')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    holder: row.person_id,
    number: row.number,
    class: row.class,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    restrictions: row.restrictions,
  }))
}

/** One of a person's licences. */
export const findLicence = async (
  db: Db,
  person: PersonNumber,
  id: string,
): Promise<DrivingLicence | undefined> => (await licencesOf(db, person)).find((one) => one.id === id)

/** Enters a licence and its index row; answers its id. Throws when its number is taken. */
export async function enterLicence(tx: Db, licence: Insertable<DrivingLicenceTable>): Promise<string> {
  const { id } = await tx
    .insertInto('driving_licence')
    .values(licence)
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('licence_number')
    .values({ number: licence.number, person_id: licence.person_id, licence_id: id })
    .execute()
  return id
}

/** Moves the expiry from the day that the caller saw. False: somebody else moved it first. */
export async function extendLicence(
  tx: Tx,
  licence: Pick<DrivingLicence, 'holder' | 'id' | 'expiresOn'>,
  until: Day,
): Promise<boolean> {
  const moved = await tx
    .updateTable('driving_licence')
    .set({ expires_on: until })
    .where('person_id', '=', licence.holder)
    .where('id', '=', licence.id)
    .where('expires_on', '=', licence.expiresOn)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/** The last day on which a medical exam of the person is good; nothing when there never was one. */
export async function medicalValidUntil(db: Db, person: PersonNumber): Promise<Day | undefined> {
  const row = await db
    .selectFrom('medical_exam')
    .select('valid_until')
    .where('person_id', '=', person)
    .orderBy('valid_until', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.valid_until
}

export interface Suspension {
  readonly authority: Text
  readonly since: Day
}

/** Who has suspended the traffic services of a person, the earliest first. */
export async function suspensionsOf(db: Db, person: PersonNumber): Promise<readonly Suspension[]> {
  const rows = await db
    .selectFrom('traffic_suspension')
    .selectAll()
    .where('person_id', '=', person)
    .where('ended_on', 'is', null)
    .orderBy('since')
    .execute()
  return rows.map((row) => ({
    authority: { ar: row.authority_ar, en: row.authority_en },
    since: row.since,
  }))
}

/**
 * Licences that end on a day, across all holders, a bounded page at a time in the order of the index;
 * `after` is the last of the page before. For the reminders, which nobody waits for.
 */
export function expiringOn(
  db: Db,
  day: Day,
  page: {
    readonly limit: number
    readonly after?: { readonly person_id: PersonNumber; readonly id: string }
  },
) {
  let query = db
    .selectFrom('driving_licence')
    .select(['person_id', 'id', 'class', 'expires_on'])
    .where('expires_on', '=', day)
    .orderBy('person_id')
    .orderBy('id')
    .limit(page.limit)
  const { after } = page
  if (after)
    query = query.where((is) => is(is.refTuple('person_id', 'id'), '>', is.tuple(after.person_id, after.id)))
  return query.execute()
}

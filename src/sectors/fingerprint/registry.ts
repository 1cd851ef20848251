import { type Day, day } from '#kernel/day.ts'
import { ageIn } from '#kernel/hijri.ts'
import type { PassportNumber } from '#kernel/passport-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import type { CountryCode } from '#platform/people/country.ts'

/** Register R-FP-04 to R-FP-06: enrolled, to be enrolled, and without an ID card, as most children are. */
export type FingerprintStatus = 'UPDATED' | 'NOT_UPDATED' | 'NO_ID_CARD'

export interface BiometricStatusTable {
  person_id: PersonNumber
  status: FingerprintStatus
  place_ar: string | null
  place_en: string | null
  enrolled_on: Day | null
  /** Names the template in the enrolment store; random, and says nothing about the finger. */
  template_id: string | null
  changed_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    biometric_status: BiometricStatusTable
  }
}

/** The system is in force since April 2014 (R-FP-03): what was enrolled before counts as not updated. */
export const systemStart: Day = day('2014-04-01')

/** From this age everybody has an ID card (register F-14), and so has fingerprints to enrol. */
const cardAge = 15

/** Where somebody's fingerprints stand. */
export interface Fingerprint {
  readonly status: FingerprintStatus
  /** Where and when they were last enrolled, long ago included. */
  readonly place: Text | undefined
  readonly enrolledOn: Day | undefined
}

/** The fingerprints of a living person; nothing for a number that nobody living has. */
export async function fingerprintOf(
  db: Db,
  person: PersonNumber,
  today: Day,
): Promise<Fingerprint | undefined> {
  const row = await db
    .selectFrom('person')
    .leftJoin('biometric_status', 'biometric_status.person_id', 'person.person_id')
    .select(['person.born', 'status', 'place_ar', 'place_en', 'enrolled_on'])
    .where('person.person_id', '=', person)
    .where('person.alive', '=', true)
    .executeTakeFirst()
  return (
    row && {
      status: statusOn(row, today),
      place: row.place_ar && row.place_en ? { ar: row.place_ar, en: row.place_en } : undefined,
      enrolledOn: row.enrolled_on ?? undefined,
    }
  )
}

/** The template to compare a living person's finger with, while their fingerprints are up to date. */
export async function templateOf(db: Db, person: PersonNumber, today: Day): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .innerJoin('biometric_status', 'biometric_status.person_id', 'person.person_id')
    .select(['person.born', 'status', 'enrolled_on', 'template_id'])
    .where('person.person_id', '=', person)
    .where('person.alive', '=', true)
    .executeTakeFirst()
  return row && statusOn(row, today) === 'UPDATED' ? (row.template_id ?? undefined) : undefined
}

function statusOn(
  row: { readonly born: Day; readonly status: FingerprintStatus | null; readonly enrolled_on: Day | null },
  today: Day,
): FingerprintStatus {
  if (row.status === 'UPDATED')
    return row.enrolled_on && row.enrolled_on >= systemStart ? 'UPDATED' : 'NOT_UPDATED'
  if (row.status === 'NOT_UPDATED') return 'NOT_UPDATED'
  return ageIn('gregorian', row.born, today) >= cardAge ? 'NOT_UPDATED' : 'NO_ID_CARD'
}

/** The holder of a passport. Numbers repeat between countries: without a nationality, one that two hold is nobody's. */
export async function passportHolder(
  db: Db,
  passport: { readonly number: PassportNumber; readonly nationality?: CountryCode },
): Promise<PersonNumber | undefined> {
  let query = db.selectFrom('passport_holder').select('person_id').where('number', '=', passport.number)
  if (passport.nationality) query = query.where('nationality', '=', passport.nationality)
  const [only, other] = await query.limit(2).execute()
  return other ? undefined : only?.person_id
}

/**
 * Notes that somebody's fingerprints were taken, as a status and the name of a template; answers `false` and
 * changes nothing when they are up to date already (R-FP-04).
 */
export async function enrol(
  tx: Db,
  it: { readonly person: PersonNumber; readonly place: Text; readonly on: Day; readonly at: Date },
): Promise<boolean> {
  const row = {
    status: 'UPDATED' as const,
    place_ar: it.place.ar,
    place_en: it.place.en,
    enrolled_on: it.on,
    template_id: newToken(),
    changed_at: it.at,
  }
  const written = await tx
    .insertInto('biometric_status')
    .values({ person_id: it.person, ...row })
    .onConflict((conflict) =>
      conflict
        .column('person_id')
        .doUpdateSet(row)
        .where((eb) =>
          eb.or([
            eb('biometric_status.status', '<>', 'UPDATED'),
            eb('biometric_status.enrolled_on', '<', systemStart),
          ]),
        ),
    )
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n
}

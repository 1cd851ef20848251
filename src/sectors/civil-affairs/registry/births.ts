import type { Insertable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { BirthRecordTable } from './tables.ts'

export interface BirthRecord {
  readonly number: string
  readonly bornAt: Date
  readonly place: Text
  readonly hospital: Text | undefined
  /** As they were called on the day of the registration. */
  readonly father: Text
  readonly mother: Text
  readonly registeredOn: Day
}

/** A person's birth as the Kingdom registered it; nothing for who was born elsewhere. */
export async function birthOf(db: Db, person: PersonNumber): Promise<BirthRecord | undefined> {
  const row = await db
    .selectFrom('birth_record')
    .selectAll()
    .where('person_id', '=', person)
    .executeTakeFirst()
  return (
    row && {
      number: row.number,
      bornAt: row.born_at,
      place: { ar: row.place_ar, en: row.place_en },
      hospital: row.hospital_ar && row.hospital_en ? { ar: row.hospital_ar, en: row.hospital_en } : undefined,
      father: { ar: row.father_ar, en: row.father_en },
      mother: { ar: row.mother_ar, en: row.mother_en },
      registeredOn: row.registered_on,
    }
  )
}

/** Enters a birth and its index row; throws when the person has one, or its number is taken. */
export async function enterBirth(tx: Db, birth: Insertable<BirthRecordTable>): Promise<void> {
  await tx.insertInto('birth_number').values({ number: birth.number, person_id: birth.person_id }).execute()
  await tx.insertInto('birth_record').values(birth).execute()
}

import type { Selectable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PassportNumber } from '#kernel/passport-number.ts'
import type { PersonKind, PersonNumber } from '#kernel/person-number.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { CountryCode } from './country.ts'
import type { PersonTable, Sex } from './tables.ts'

/** The four parts of a name (register F-18), each in both scripts. */
export interface NameParts {
  readonly given: Text
  readonly father: Text
  readonly grandfather: Text
  readonly family: Text
}

/** A person as the base register knows them. */
export interface Person {
  readonly id: PersonNumber
  readonly kind: PersonKind
  /** All four parts. */
  readonly name: Text
  /** Given and family name: how a page greets. */
  readonly shortName: Text
  readonly parts: NameParts
  readonly sex: Sex
  readonly born: Day
  readonly birthCountry: CountryCode
  readonly nationality: CountryCode
  readonly alive: boolean
  readonly diedOn: Day | undefined
  /** Of the national ID, the iqama, or the visit. */
  readonly idExpiry: Day | undefined
  /** Draws the synthetic face. */
  readonly photoSeed: string
  readonly language: Locale
  /** The line that the telecom register holds for this person. */
  readonly registeredMobile: Mobile | undefined
}

export const fullName = ({ given, father, grandfather, family }: NameParts): Text => ({
  ar: `${given.ar} ${father.ar} ${grandfather.ar} ${family.ar}`,
  en: `${given.en} ${father.en} ${grandfather.en} ${family.en}`,
})

/** The person with this number; unknown numbers are `undefined`. */
export async function findPerson(db: Db, number: PersonNumber): Promise<Person | undefined> {
  const row = await db.selectFrom('person').selectAll().where('person_id', '=', number).executeTakeFirst()
  return row && personOf(row)
}

/** Several persons at once, by number; unknown numbers are left out. */
export async function findPersons(
  db: Db,
  numbers: readonly PersonNumber[],
): Promise<ReadonlyMap<PersonNumber, Person>> {
  if (numbers.length === 0) return new Map()
  const rows = await db.selectFrom('person').selectAll().where('person_id', 'in', numbers).execute()
  return new Map(rows.map((row) => [row.person_id, personOf(row)]))
}

/** The holder of a passport; passport numbers repeat between countries, so the nationality is part of the key. */
export async function personByPassport(
  db: Db,
  passport: { readonly number: PassportNumber; readonly nationality: CountryCode },
): Promise<Person | undefined> {
  const holder = await db
    .selectFrom('passport_holder')
    .select('person_id')
    .where('number', '=', passport.number)
    .where('nationality', '=', passport.nationality)
    .executeTakeFirst()
  return holder && findPerson(db, holder.person_id)
}

export interface Passport {
  readonly id: string
  readonly number: PassportNumber
  readonly nationality: CountryCode
  readonly issuedOn: Day
  readonly expiresOn: Day
}

/** A person's passports, the one that lasts longest first. */
export async function passportsOf(db: Db, person: PersonNumber): Promise<readonly Passport[]> {
  const rows = await db
    .selectFrom('passport')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('expires_on', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    nationality: row.nationality,
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
  }))
}

export function personOf(row: Selectable<PersonTable>): Person {
  const parts: NameParts = {
    given: { ar: row.given_ar, en: row.given_en },
    father: { ar: row.father_ar, en: row.father_en },
    grandfather: { ar: row.grandfather_ar, en: row.grandfather_en },
    family: { ar: row.family_ar, en: row.family_en },
  }
  return {
    id: row.person_id,
    kind: row.kind,
    name: fullName(parts),
    shortName: { ar: `${row.given_ar} ${row.family_ar}`, en: `${row.given_en} ${row.family_en}` },
    parts,
    sex: row.sex,
    born: row.born,
    birthCountry: row.birth_country,
    nationality: row.nationality,
    alive: row.alive,
    diedOn: row.died_on ?? undefined,
    idExpiry: row.id_expiry ?? undefined,
    photoSeed: row.photo_seed,
    language: row.language,
    registeredMobile: row.registered_mobile ?? undefined,
  }
}

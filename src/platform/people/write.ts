import type { Insertable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type {
  EmployerNumber,
  EstablishmentTable,
  NationalAddressTable,
  PassportTable,
  PersonTable,
} from './tables.ts'

/** Enters a person; throws when the number is taken. */
export async function enterPerson(tx: Db, person: Insertable<PersonTable>): Promise<void> {
  await tx.insertInto('person').values(person).execute()
}

/** Ties a child to a parent, as one row under each. */
export async function tieParent(
  tx: Db,
  {
    parent,
    as,
    child,
    guardian,
  }: { parent: PersonNumber; as: 'father' | 'mother'; child: PersonNumber; guardian: boolean },
): Promise<void> {
  await tx
    .insertInto('relative')
    .values([
      { person_id: child, relative_id: parent, relation: as, guardian },
      { person_id: parent, relative_id: child, relation: 'child', guardian },
    ])
    .execute()
}

/** Ties two spouses, as one row under each. */
export async function tieSpouses(tx: Db, a: PersonNumber, b: PersonNumber): Promise<void> {
  await tx
    .insertInto('relative')
    .values([
      { person_id: a, relative_id: b, relation: 'spouse' },
      { person_id: b, relative_id: a, relation: 'spouse' },
    ])
    .execute()
}

/** Notes the line on which a person is reached. */
export async function registerMobile(tx: Db, person: PersonNumber, mobile: Mobile): Promise<void> {
  await tx.updateTable('person').set({ registered_mobile: mobile }).where('person_id', '=', person).execute()
}

/** Enters a passport and its index row; throws when the country has given this number to somebody. */
export async function enterPassport(tx: Db, passport: Insertable<PassportTable>): Promise<void> {
  const { number, nationality, person_id } = passport
  await tx.insertInto('passport_holder').values({ number, nationality, person_id }).execute()
  await tx.insertInto('passport').values(passport).execute()
}

/** Enters an address; answers its id. */
export async function enterAddress(tx: Db, address: Insertable<NationalAddressTable>): Promise<string> {
  const row = await tx
    .insertInto('national_address')
    .values(address)
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Enters an establishment under its number and under its owner. */
export async function enterEstablishment(tx: Db, it: Insertable<EstablishmentTable>): Promise<void> {
  await tx.insertInto('establishment').values(it).execute()
  await tx
    .insertInto('owned_establishment')
    .values({ person_id: it.owner_id, establishment_id: it.establishment_id })
    .execute()
}

/** Enters an employment under the worker and under the employer. */
export async function enterEmployment(
  tx: Db,
  it: { worker: PersonNumber; employer: EmployerNumber; occupation: Text; since: Day },
): Promise<void> {
  await tx
    .insertInto('employment')
    .values({
      person_id: it.worker,
      employer_id: it.employer,
      occupation_ar: it.occupation.ar,
      occupation_en: it.occupation.en,
      since: it.since,
      until: null,
    })
    .execute()
  await tx
    .insertInto('worker')
    .values({ employer_id: it.employer, person_id: it.worker, since: it.since, until: null })
    .execute()
}

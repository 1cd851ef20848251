import type { Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Region } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'

import type { EmployerNumber } from './tables.ts'

export interface Establishment {
  readonly id: EstablishmentNumber
  readonly name: Text
  readonly commercialRegister: string
  readonly activity: string
  readonly region: Region
  readonly owner: PersonNumber
  readonly foundedOn: Day
}

export interface Employment {
  readonly employer: EmployerNumber
  readonly occupation: Text
  readonly since: Day
}

export async function findEstablishment(
  db: Db,
  number: EstablishmentNumber,
): Promise<Establishment | undefined> {
  const row = await db
    .selectFrom('establishment')
    .selectAll()
    .where('establishment_id', '=', number)
    .executeTakeFirst()
  return (
    row && {
      id: row.establishment_id,
      name: { ar: row.name_ar, en: row.name_en },
      commercialRegister: row.commercial_register,
      activity: row.activity,
      region: row.region,
      owner: row.owner_id,
      foundedOn: row.founded_on,
    }
  )
}

/** Numbers of the establishments that a person owns. */
export async function establishmentsOf(
  db: Db,
  person: PersonNumber,
): Promise<readonly EstablishmentNumber[]> {
  const rows = await db
    .selectFrom('owned_establishment')
    .select('establishment_id')
    .where('person_id', '=', person)
    .orderBy('establishment_id')
    .execute()
  return rows.map((row) => row.establishment_id)
}

/** Whom a person works for now. */
export async function employmentsOf(db: Db, person: PersonNumber): Promise<readonly Employment[]> {
  const rows = await db
    .selectFrom('employment')
    .selectAll()
    .where('person_id', '=', person)
    .where('until', 'is', null)
    .execute()
  return rows.map((row) => ({
    employer: row.employer_id,
    occupation: { ar: row.occupation_ar, en: row.occupation_en },
    since: row.since,
  }))
}

/** How many work for an employer now. */
export async function workerCount(db: Db, employer: EmployerNumber): Promise<number> {
  const { count } = await db
    .selectFrom('worker')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('employer_id', '=', employer)
    .where('until', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Who works for an employer now. */
export async function workersOf(db: Db, employer: EmployerNumber): Promise<readonly PersonNumber[]> {
  const rows = await db
    .selectFrom('worker')
    .select('person_id')
    .where('employer_id', '=', employer)
    .where('until', 'is', null)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

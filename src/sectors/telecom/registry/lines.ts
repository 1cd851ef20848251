import type { Selectable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { isId, newId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { TelecomLineTable } from './tables.ts'

/** A line of an establishment. */
export interface Line {
  readonly id: string
  readonly establishment: EstablishmentNumber
  readonly number: Mobile
  /** Its actual user, once it is authenticated. */
  readonly user: PersonNumber | undefined
  readonly addedOn: Day
}

export async function linesOf(db: Db, establishment: EstablishmentNumber): Promise<readonly Line[]> {
  const rows = await db
    .selectFrom('telecom_line')
    .selectAll()
    .where('establishment_id', '=', establishment)
    .orderBy('number')
    .execute()
  return rows.map(asLine)
}

export async function findLine(
  db: Db,
  establishment: EstablishmentNumber,
  id: string,
): Promise<Line | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('telecom_line')
    .selectAll()
    .where('establishment_id', '=', establishment)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && asLine(row)
}

/** The lines of establishments whose actual user a person is. */
export const linesUsedBy = (db: Db, person: PersonNumber) =>
  db
    .selectFrom('telecom_line_user')
    .select(['establishment_id', 'number', 'since'])
    .where('person_id', '=', person)
    .orderBy('since', 'desc')
    .execute()

/** Enters a number that the operator gave; false when it is a line of somebody's already. */
export async function enterLine(
  tx: Tx,
  it: {
    readonly establishment: EstablishmentNumber
    readonly number: Mobile
    readonly on: Day
    readonly at: Date
  },
): Promise<boolean> {
  const id = newId(it.at)
  const claimed = await tx
    .insertInto('telecom_line_number')
    .values({ number: it.number, establishment_id: it.establishment, line_id: id })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows !== 1n) return false
  await tx
    .insertInto('telecom_line')
    .values({
      establishment_id: it.establishment,
      id,
      number: it.number,
      user_id: null,
      authenticated_by: null,
      authenticated_at: null,
      added_on: it.on,
    })
    .execute()
  return true
}

/**
 * Authenticates a line by somebody's own fingerprint, for its actual user. `taken`: it was authenticated
 * meanwhile; `full`: they have as many as one person may. Nothing is written then.
 */
export async function authenticateLine(
  tx: Tx,
  { establishment, id, number }: Line,
  it: { readonly user: PersonNumber; readonly by: PersonNumber; readonly cap: number; readonly at: Date },
): Promise<'done' | 'taken' | 'full'> {
  await tx
    .insertInto('telecom_authenticator')
    .values({ person_id: it.by, lines: 0 })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute()
  const counted = await tx
    .updateTable('telecom_authenticator')
    .set((set) => ({ lines: set('lines', '+', 1) }))
    .where('person_id', '=', it.by)
    .where('lines', '<', it.cap)
    .executeTakeFirst()
  if (counted.numUpdatedRows !== 1n) return 'full'
  const authenticated = await tx
    .updateTable('telecom_line')
    .set({ user_id: it.user, authenticated_by: it.by, authenticated_at: it.at })
    .where('establishment_id', '=', establishment)
    .where('id', '=', id)
    .where('user_id', 'is', null)
    .executeTakeFirst()
  if (authenticated.numUpdatedRows !== 1n) return 'taken'
  await tx
    .insertInto('telecom_line_user')
    .values({ person_id: it.user, establishment_id: establishment, line_id: id, number, since: it.at })
    .execute()
  return 'done'
}

/** How many lines a person has authenticated. */
export async function authenticatedBy(db: Db, person: PersonNumber): Promise<number> {
  const row = await db
    .selectFrom('telecom_authenticator')
    .select('lines')
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.lines ?? 0
}

const asLine = (row: Selectable<TelecomLineTable>): Line => ({
  id: row.id,
  establishment: row.establishment_id,
  number: row.number,
  user: row.user_id ?? undefined,
  addedOn: row.added_on,
})

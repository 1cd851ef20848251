import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import { childrenOf, type Relative, spousesOf } from '#platform/people/family.ts'
import type {} from './tables.ts'

/** A family record in the hands of one of those who hold it. */
export interface FamilyRecord {
  readonly id: string
  readonly holder: PersonNumber
  readonly number: string
  /** Whether this holder leads it. */
  readonly head: boolean
  readonly spouse: PersonNumber | undefined
  readonly openedOn: Day
}

/** The records that a person holds now, the oldest first. */
export async function familyRecordsOf(db: Db, holder: PersonNumber): Promise<readonly FamilyRecord[]> {
  const rows = await db
    .selectFrom('family_record')
    .selectAll()
    .where('person_id', '=', holder)
    .where('closed_on', 'is', null)
    .orderBy('opened_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    holder: row.person_id,
    number: row.number,
    head: row.head,
    spouse: row.spouse_id ?? undefined,
    openedOn: row.opened_on,
  }))
}

/**
 * Who is in a record beside its holder: the spouse, and the living children of both (of the holder alone where
 * there is no spouse in it) who have not opened a record of their own; the eldest first.
 */
export async function membersOf(db: Db, record: FamilyRecord): Promise<readonly Relative[]> {
  const { holder, spouse } = record
  const [spouses, children] = await Promise.all([spousesOf(db, holder), childrenOf(db, holder)])
  const living = children.filter((one) => one.alive)
  const ids = living.map((one) => one.id)
  const [shared, apart] = await Promise.all([
    spouse ? childIdsOf(db, spouse) : new Set(ids),
    holdersAmong(db, ids),
  ])
  return [
    ...spouses.filter((one) => one.id === spouse),
    ...living.filter((one) => shared.has(one.id) && !apart.has(one.id)),
  ]
}

async function childIdsOf(db: Db, parent: PersonNumber): Promise<ReadonlySet<PersonNumber>> {
  const rows = await db
    .selectFrom('relative')
    .select('relative_id')
    .where('person_id', '=', parent)
    .where('relation', '=', 'child')
    .execute()
  return new Set(rows.map((row) => row.relative_id))
}

async function holdersAmong(db: Db, persons: readonly PersonNumber[]): Promise<ReadonlySet<PersonNumber>> {
  if (persons.length === 0) return new Set()
  const rows = await db
    .selectFrom('family_record')
    .select('person_id')
    .where('person_id', 'in', persons)
    .where('closed_on', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Opens a record in the hands of both spouses, or of one parent; answers its id under each. */
export async function openFamilyRecord(
  tx: Db,
  it: {
    readonly number: string
    readonly head: PersonNumber
    readonly spouse: PersonNumber | undefined
    readonly on: Day
  },
): Promise<ReadonlyMap<PersonNumber, string>> {
  const { number, head, spouse, on: opened_on } = it
  await tx.insertInto('family_record_number').values({ number, head_id: head }).execute()
  const both = { number, opened_on, closed_on: null }
  const rows = await tx
    .insertInto('family_record')
    .values([
      { ...both, person_id: head, head: true, spouse_id: spouse ?? null },
      ...(spouse ? [{ ...both, person_id: spouse, head: false, spouse_id: head }] : []),
    ])
    .returning(['person_id', 'id'])
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.id]))
}

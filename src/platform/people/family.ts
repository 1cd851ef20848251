import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import { findPersons, type Person } from './person.ts'
import type { Relation } from './tables.ts'

/** A member of somebody's family. */
export interface Relative extends Person {
  /** What this person is to the one who was asked about. */
  readonly relation: Relation
  /** Between these two there is guardianship: the parent's over the child. */
  readonly guardian: boolean
  /** Names the relative under this person, without their number. */
  readonly relativeId: string
}

/** A person's relatives, oldest first. */
export async function relativesOf(
  db: Db,
  person: PersonNumber,
  relations?: readonly Relation[],
): Promise<readonly Relative[]> {
  let query = db
    .selectFrom('relative')
    .select(['relative_id', 'relation', 'guardian', 'id'])
    .where('person_id', '=', person)
  if (relations) query = query.where('relation', 'in', relations)
  const rows = await query.execute()
  const persons = await findPersons(
    db,
    rows.map((row) => row.relative_id),
  )
  return rows
    .flatMap((row) => {
      const relative = persons.get(row.relative_id)
      return relative
        ? [{ ...relative, relation: row.relation, guardian: row.guardian, relativeId: row.id }]
        : []
    })
    .sort((a, b) => (a.born < b.born ? -1 : a.born > b.born ? 1 : 0))
}

export const childrenOf = (db: Db, person: PersonNumber) => relativesOf(db, person, ['child'])
export const parentsOf = (db: Db, person: PersonNumber) => relativesOf(db, person, ['father', 'mother'])
export const spousesOf = (db: Db, person: PersonNumber) => relativesOf(db, person, ['spouse'])

/** Somebody of a person’s family, brothers and sisters too. */
export interface Kin extends Person {
  readonly relation: Relation | 'sibling'
  /** Names them for this person, without their number. */
  readonly kinId: string
}

/** All of a person’s family as `areFamily` means it, oldest first. */
export async function kinOf(db: Db, person: PersonNumber): Promise<readonly Kin[]> {
  const relatives = await relativesOf(db, person)
  const parents = relatives.filter((one) => isParent(one)).map((one) => one.id)
  const rows = parents.length
    ? await db
        .selectFrom('relative')
        .select(['relative_id', 'id'])
        .where('person_id', 'in', parents)
        .where('relation', '=', 'child')
        .where('relative_id', '<>', person)
        .orderBy('person_id')
        .execute()
    : []
  const siblings = await findPersons(
    db,
    rows.map((row) => row.relative_id),
  )
  const kin = new Map<PersonNumber, Kin>(relatives.map((one) => [one.id, { ...one, kinId: one.relativeId }]))
  for (const { relative_id, id } of rows) {
    const found = siblings.get(relative_id)
    if (found && !kin.has(found.id)) kin.set(found.id, { ...found, relation: 'sibling', kinId: id })
  }
  return [...kin.values()].sort((a, b) => (a.born < b.born ? -1 : a.born > b.born ? 1 : 0))
}

/**
 * Whether two different persons are parent and child, spouses, or brother and sister: close enough that
 * neither may decide on the other's case.
 */
export async function areFamily(db: Db, a: PersonNumber, b: PersonNumber): Promise<boolean> {
  if (a === b) return false
  const [ofA, ofB] = await Promise.all([relationsOf(db, a), relationsOf(db, b)])
  if (ofA.some((row) => row.relative_id === b)) return true
  const parents = new Set(ofA.filter(isParent).map((row) => row.relative_id))
  return ofB.some((row) => isParent(row) && parents.has(row.relative_id))
}

const relationsOf = (db: Db, person: PersonNumber) =>
  db.selectFrom('relative').select(['relative_id', 'relation']).where('person_id', '=', person).execute()

const isParent = (row: { relation: Relation }) => row.relation === 'father' || row.relation === 'mother'

import type { Insertable, Selectable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import { type CivilPaperTable, type PaperKind, type PaperState, paperKinds } from './tables.ts'

/** A card or paper that Civil Affairs put in somebody's hand. */
export interface Paper {
  readonly id: string
  readonly holder: PersonNumber
  readonly kind: PaperKind
  /** Which record it is about: `self`, a family record's id, the number of whoever has died. */
  readonly record: string
  readonly number: string
  readonly version: number
  readonly issuedOn: Day
  /** The last day on which it is valid; absent: it does not lapse. */
  readonly expiresOn: Day | undefined
  readonly state: PaperState
  /** When it was reported lost or cancelled. */
  readonly endedOn: Day | undefined
}

/** A person's papers, each in its newest version, the ID first. */
export async function papersOf(db: Db, holder: PersonNumber): Promise<readonly Paper[]> {
  const rows = await db
    .selectFrom('civil_paper')
    .distinctOn(['kind', 'record'])
    .selectAll()
    .where('person_id', '=', holder)
    .orderBy('kind')
    .orderBy('record')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(paperOf).sort((a, b) => paperKinds.indexOf(a.kind) - paperKinds.indexOf(b.kind))
}

/** The newest version of one paper; nothing when there never was one. */
export async function findPaper(
  db: Db,
  holder: PersonNumber,
  kind: PaperKind,
  record = 'self',
): Promise<Paper | undefined> {
  const row = await db
    .selectFrom('civil_paper')
    .selectAll()
    .where('person_id', '=', holder)
    .where('kind', '=', kind)
    .where('record', '=', record)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && paperOf(row)
}

/** One of a person’s papers in whatever version, by id. */
export async function paperById(db: Db, holder: PersonNumber, id: string): Promise<Paper | undefined> {
  const row = await db
    .selectFrom('civil_paper')
    .selectAll()
    .where('person_id', '=', holder)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && paperOf(row)
}

/** Enters a paper; answers its id. Throws when a valid one about the same record is out. */
export async function enterPaper(tx: Db, paper: Insertable<CivilPaperTable>): Promise<string> {
  const row = await tx.insertInto('civil_paper').values(paper).returning('id').executeTakeFirstOrThrow()
  return row.id
}

const paperOf = (row: Selectable<CivilPaperTable>): Paper => ({
  id: row.id,
  holder: row.person_id,
  kind: row.kind,
  record: row.record,
  number: row.number,
  version: row.version,
  issuedOn: row.issued_on,
  expiresOn: row.expires_on ?? undefined,
  state: row.state,
  endedOn: row.ended_on ?? undefined,
})

import type { Selectable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import { toAsciiDigits } from '#kernel/digits.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import type { DocumentContent } from './content.ts'
import type { DocumentState, IssuedDocumentTable } from './tables.ts'

export interface IssuedDocument {
  readonly id: string
  readonly person: PersonNumber
  /** The definition's name. */
  readonly document: string
  readonly subjectId: string
  readonly number: string
  /** Printed beside the number, for a check without a camera. */
  readonly code: string
  readonly content: DocumentContent
  /** The signed credential, packed: what the QR code holds. */
  readonly packed: Uint8Array
  readonly issuedAt: Date
  /** The last day on which it is valid. */
  readonly validUntil: Day | undefined
  readonly state: DocumentState
  readonly endedAt: Date | undefined
  /** Why it is suspended or was revoked, for its holder. */
  readonly because: Text | undefined
}

export const issuedDocument = (row: Selectable<IssuedDocumentTable>): IssuedDocument => ({
  id: row.id,
  person: row.person_id,
  document: row.document,
  subjectId: row.subject_id,
  number: row.number,
  code: row.code,
  content: row.content,
  packed: new Uint8Array(row.packed),
  issuedAt: row.issued_at,
  validUntil: row.valid_until ?? undefined,
  state: row.state,
  endedAt: row.ended_at ?? undefined,
  because: row.because ?? undefined,
})

/** How it stands on a day: what is over by its date is expired, whatever else is said of it. */
export const stateOn = (
  { state, validUntil }: Pick<IssuedDocument, 'state' | 'validUntil'>,
  today: Day,
): DocumentState | 'expired' =>
  isOut(state) && validUntil !== undefined && validUntil < today ? 'expired' : state

/** Out: in somebody's hand and neither replaced nor taken back. */
export const isOut = (state: DocumentState): boolean => state === 'valid' || state === 'suspended'

/** Everything that was ever issued to a person: what is out first, then the newest. */
export async function documentsOf(db: Db, person: PersonNumber): Promise<readonly IssuedDocument[]> {
  const rows = await db
    .selectFrom('issued_document')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy((eb) => eb('state', 'in', ['valid', 'suspended']), 'desc')
    .orderBy('issued_at', 'desc')
    .execute()
  return rows.map(issuedDocument)
}

/** What a person has out about a subject; there is one at most. */
export async function outAbout(
  db: Db,
  of: { readonly person: PersonNumber; readonly document: string; readonly subjectId: string },
): Promise<IssuedDocument | undefined> {
  const row = await db
    .selectFrom('issued_document')
    .selectAll()
    .where('person_id', '=', of.person)
    .where('document', '=', of.document)
    .where('subject_id', '=', of.subjectId)
    .where('state', 'in', ['valid', 'suspended'])
    .executeTakeFirst()
  return row && issuedDocument(row)
}

/** Everything that a person has out, the oldest first. */
export async function outOf(db: Db, person: PersonNumber): Promise<readonly IssuedDocument[]> {
  const rows = await db
    .selectFrom('issued_document')
    .selectAll()
    .where('person_id', '=', person)
    .where('state', 'in', ['valid', 'suspended'])
    .orderBy('id')
    .execute()
  return rows.map(issuedDocument)
}

/** Persons who have something out, in the order of their numbers, after one of them. */
export async function holdersAfter(
  db: Db,
  after: PersonNumber | undefined,
  limit: number,
): Promise<readonly PersonNumber[]> {
  let query = db
    .selectFrom('issued_document')
    .select('person_id')
    .distinct()
    .where('state', 'in', ['valid', 'suspended'])
    .orderBy('person_id')
    .limit(limit)
  if (after !== undefined) query = query.where('person_id', '>', after)
  return (await query.execute()).map((row) => row.person_id)
}

/** One of a person's documents; nothing for an id that is not theirs. */
export async function findDocument(
  db: Db,
  person: PersonNumber,
  id: string,
): Promise<IssuedDocument | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('issued_document')
    .selectAll()
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && issuedDocument(row)
}

/** A number or code without what people write between the groups: the form in which it is looked up. */
export const numberKey = (typed: string): string =>
  toAsciiDigits(typed)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')

import type { Selectable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import { toAsciiDigits } from '#kernel/digits.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import type { DocumentLook } from './document.ts'
import type { IssuedDocumentTable } from './tables.ts'

/** What was printed, as it stood on the day of issue: the registry moves on, a paper does not. */
export interface DocumentContent {
  readonly title: Text
  readonly issuer: Text
  readonly look: DocumentLook
  readonly holder: Text
  readonly birth?: Day | undefined
  readonly validFrom: Day
  readonly facts: readonly Fact[]
}

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
  readonly state: 'valid' | 'superseded' | 'revoked'
  readonly endedAt: Date | undefined
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
})

/** Everything that was ever issued to a person: what is valid first, then the newest. */
export async function documentsOf(db: Db, person: PersonNumber): Promise<readonly IssuedDocument[]> {
  const rows = await db
    .selectFrom('issued_document')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy((eb) => eb('state', '=', 'valid'), 'desc')
    .orderBy('issued_at', 'desc')
    .execute()
  return rows.map(issuedDocument)
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

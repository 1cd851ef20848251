import type { ColumnType, Generated } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { DocumentContent } from './content.ts'

export type DocumentState = 'valid' | 'suspended' | 'superseded' | 'revoked'

export interface IssuedDocumentTable {
  person_id: PersonNumber
  id: Generated<string>
  document: string
  subject_id: string
  number: string
  /** Known to whoever holds the paper: with the number it opens the public verification. */
  code: string
  content: ColumnType<DocumentContent, string, never>
  packed: Uint8Array
  status_list: number
  status_index: number
  issued_at: Date
  valid_until: Day | null
  state: DocumentState
  ended_at: Date | null
  /** Why it is suspended or was revoked, for its holder. */
  because: ColumnType<Text | null, string | null, string | null>
}

/** Finds a document by what is printed on it. */
export interface DocumentNumberTable {
  number: string
  code: string
  person_id: PersonNumber
  document_id: string
}

/** Reference: the lists of status bits that were opened. */
export interface StatusListTable {
  id: number
  size: number
}

/** Which document a place in a list stands for: the document's own, or that of one copy or view of it. */
export interface DocumentStatusTable {
  list: number
  place: number
  person_id: PersonNumber
  document_id: string
  /** The two bits: 0 valid, 1 invalid, 2 suspended. */
  state: Generated<0 | 1 | 2>
  /** Grows with each change of `state`, over all places; null as long as there was none. */
  change: number | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    issued_document: IssuedDocumentTable
    document_number: DocumentNumberTable
    status_list: StatusListTable
    document_status: DocumentStatusTable
  }
}

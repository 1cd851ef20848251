import type { ColumnType, Generated } from 'kysely'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { By, CaseEvent, CaseState, Status } from './case-file.ts'

type Json<T> = ColumnType<T, string, string>

export interface RequestTable {
  /** Whose it is: a person, or an establishment. */
  person_id: HolderNumber
  id: Generated<string>
  reference: string
  service: string
  version: number
  status: Status
  /** What it waits for; none in a draft and at the end. */
  step: string | null
  due_at: Date | null
  subject_kind: string
  subject_id: string
  subject_person: PersonNumber
  subject_label: Json<Text>
  /** Sealed: see `answers.ts`. */
  answers: string
  /** The fold over the events, stored with them. */
  state: Json<CaseState>
  draft_key: string | null
  /** The hash of what a program sent with the key, to know the same call again. */
  draft_body: string | null
  created_at: Date
  updated_at: Date
  ended_at: Date | null
}

/** The case file: append-only. */
export interface RequestEventTable {
  person_id: HolderNumber
  request_id: string
  seq: number
  type: CaseEvent['type']
  by: Json<By>
  data: Json<CaseEvent>
  at: Date
}

/** Finds a request by what a person reads out. */
export interface RequestReferenceTable {
  reference: string
  person_id: HolderNumber
  request_id: string
}

/** One open request of a service a subject, across all persons. */
export interface OpenSubjectTable {
  subject_key: string
  person_id: HolderNumber
  request_id: string
}

/** A request as another party of it sees it, under that party. */
export interface ParticipationTable {
  person_id: PersonNumber
  request_id: string
  applicant: HolderNumber
  role: string
  reference: string
  service: string
  version: number
  /** The step that waits for this party. */
  waits_for: string | null
  status: Status
  label: Json<Text>
  shows: Json<readonly Fact[]>
  due_at: Date | null
  updated_at: Date
}

/** An officer's queue: a read model under the unit. */
export interface OfficeCaseTable {
  unit: string
  id: Generated<string>
  applicant: HolderNumber
  request_id: string
  reference: string
  service: string
  version: number
  step: string
  state: 'open' | 'closed'
  label: Json<Text>
  claimed_by: string | null
  overdue: Generated<boolean>
  created_at: Date
  due_at: Date
  closed_at: Date | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    request: RequestTable
    request_event: RequestEventTable
    request_reference: RequestReferenceTable
    open_subject: OpenSubjectTable
    participation: ParticipationTable
    office_case: OfficeCaseTable
  }
}

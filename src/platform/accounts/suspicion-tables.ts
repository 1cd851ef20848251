import type { ColumnType, Generated } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Fact } from '#platform/catalogue/block.ts'

export type SuspicionKind = 'registration' | 'holder-denies' | 'document' | 'fingerprint' | 'second-look'
export type SuspicionState = 'open' | 'proposed' | 'blocked' | 'cleared'

/** That somebody may be using another person’s identity (register R-ACC-09); one at a time for a person. */
export interface SuspicionTable {
  /** Whose identity it is. */
  person_id: PersonNumber
  id: Generated<string>
  kind: SuspicionKind
  /** What was seen, oldest first; the driver gives the value, and takes its text. */
  facts: ColumnType<readonly Fact[], string, string>
  state: SuspicionState
  /** What the account was when it was stopped for this; nothing when it was not. */
  account_before: 'registered' | 'activated' | null
  opened_at: Date
  /** The officer who saw it. */
  opened_by: string | null
  /** The officer whose act it is about. */
  about_officer: string | null
  outcome: 'blocked' | 'cleared' | null
  reason: string | null
  proposed_by: string | null
  proposed_at: Date | null
  decided_by: string | null
  decided_at: Date | null
}

/** A unit's cases that wait: a read model. */
export interface SuspicionCaseTable {
  unit: string
  suspicion_id: string
  person_id: PersonNumber
  kind: SuspicionKind
  at: Date
  opened_by: string | null
  about_officer: string | null
  proposed_by: string | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    suspicion: SuspicionTable
    suspicion_case: SuspicionCaseTable
  }
}

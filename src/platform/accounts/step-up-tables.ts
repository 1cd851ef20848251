import type { ColumnType } from 'kysely'
import type { Text } from '#kernel/text.ts'

/** How far a session has come in confirming a sensitive act. */
export interface StepUpTable {
  session: string
  act: string
  /** The one bill or document that it is about; empty for an act on the account. */
  object: string
  /** What is done to the object, as its holder reads it. */
  says: ColumnType<Text | null, string | null, string | null>
  /** Where the act goes on. */
  page: string | null
  asked_at: Date
  password_at: Date | null
  confirmed_at: Date | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    step_up: StepUpTable
  }
}

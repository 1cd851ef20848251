import type { Generated } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'

/** Another mobile for who lost theirs, asked for at a desk; a second officer decides. */
export interface DeskMobileTable {
  person_id: PersonNumber
  id: Generated<string>
  /** Waits for the code of the new line, then for the second officer. */
  state: 'code' | 'review' | 'done' | 'refused'
  unit: string
  officer: string
  document: 'identity-card' | 'passport'
  /** Sealed. */
  mobile: string
  mobile_index: string
  at: Date
  /** Until when the code may be typed. */
  expires_at: Date
  reviewed_by: string | null
  reviewed_at: Date | null
  reason: string | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    desk_mobile: DeskMobileTable
  }
}

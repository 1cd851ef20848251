import type { PersonNumber } from '#kernel/person-number.ts'
import type { Locale } from '#kernel/text.ts'

/** A reset of a password under way, by the hash of its handle. */
export interface PasswordResetTable {
  id: string
  person_id: PersonNumber
  /** Whether account, mobile and fact belong together; never told. */
  genuine: boolean
  verified: boolean
  /** Sealed: as it was typed. */
  mobile: string
  language: Locale
  expires_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    password_reset: PasswordResetTable
  }
}

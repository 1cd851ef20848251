import type { PersonNumber } from '#kernel/person-number.ts'
import type { Locale } from '#kernel/text.ts'

/** A registration under way, by the hash of its handle; it is no account, and leaves nothing behind. */
export interface RegistrationTable {
  id: string
  stage: 'terms' | 'details' | 'code-sent' | 'verified'
  language: Locale
  terms_version: string
  terms_at: Date
  person_id: PersonNumber | null
  /** Whether the details are those of a living person without an account; never told. */
  genuine: boolean | null
  mobile: string | null
  mobile_index: string | null
  email: string | null
  expires_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    registration: RegistrationTable
  }
}

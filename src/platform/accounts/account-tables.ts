import type { Generated } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Locale } from '#kernel/text.ts'
import type { ActivationChannel } from './activation-tables.ts'

export type AccountState = 'registered' | 'activated' | 'suspended' | 'closed'

export interface AccountTable {
  person_id: PersonNumber
  state: AccountState
  /** As chosen: capitals matter at sign-in. */
  username: string
  /** Sealed. */
  mobile: string
  /** Blind index of the mobile; not unique, because a family may share a line. */
  mobile_index: string
  /** Sealed. */
  email: string
  language: Locale
  registered_at: Date
  activated_at: Date | null
  activated_through: ActivationChannel | null
  /** High-risk acts wait until then. */
  held_until: Date | null
  suspended_at: Date | null
  /** Who stopped it: only what the holder stopped comes back by proving who one is. */
  suspended_by: 'holder' | 'officer' | 'suspicion' | null
  closed_at: Date | null
  closed_because: 'holder' | 'deceased' | 'impersonation' | null
  /** Text messages about how things go along. */
  routine_sms: Generated<boolean>
}

/** Index of usernames across persons, in small letters, so that none looks like another. */
export interface AccountUsernameTable {
  username: string
  person_id: PersonNumber
}

export interface CredentialTable {
  person_id: PersonNumber
  /** Argon2id with a pepper that is not in the database. */
  hash: string
  changed_at: Date
}

export interface TermsAcceptanceTable {
  person_id: PersonNumber
  version: string
  /** `registration`, `activation`, or the service that asked. */
  operation: string
  /** SHA-256 of the text that was shown. */
  hash: string
  accepted_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    account: AccountTable
    account_username: AccountUsernameTable
    credential: CredentialTable
    terms_acceptance: TermsAcceptanceTable
  }
}

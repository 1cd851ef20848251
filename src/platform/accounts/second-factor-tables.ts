import type { PersonNumber } from '#kernel/person-number.ts'

/** Wrong guesses in a row at one factor. */
export interface FactorFailureTable {
  person_id: PersonNumber
  factor: 'password' | 'sms' | 'app' | 'recovery'
  failures: number
  /** Turned off, until it is made anew. */
  disabled_at: Date | null
}

/** An app that shows codes; in use once it is confirmed. */
export interface AuthenticatorAppTable {
  person_id: PersonNumber
  /** Sealed. */
  secret: string
  /** The time step of the last code that was used. */
  last_step: number
  made_at: Date
  confirmed_at: Date | null
}

/** A code for when everything else is lost, by its keyed fingerprint. */
export interface RecoveryCodeTable {
  person_id: PersonNumber
  hash: string
  made_at: Date
  used_at: Date | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    factor_failure: FactorFailureTable
    authenticator_app: AuthenticatorAppTable
    recovery_code: RecoveryCodeTable
  }
}

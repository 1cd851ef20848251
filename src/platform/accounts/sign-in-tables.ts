import type { PersonNumber } from '#kernel/person-number.ts'

/** A sign-in whose password was right and whose code is awaited, by the hash of its handle. */
export interface SignInTable {
  id: string
  person_id: PersonNumber
  door: 'person' | 'officer'
  expires_at: Date
}

export interface SignInFailureTable {
  key: string
  failures: number
  locked_until: Date | null
  last_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    sign_in: SignInTable
    sign_in_failure: SignInFailureTable
  }
}

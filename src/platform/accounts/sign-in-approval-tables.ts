import type { PersonNumber } from '#kernel/person-number.ts'

/** A sign-in that waits for its number to be chosen on a device that is signed in, by the hash of its handle. */
export interface SignInApprovalTable {
  id: string
  /** Names it in addresses; opens nothing. */
  public_id: string
  /** Nobody: a name that is not known, which is answered alike. */
  person_id: PersonNumber | null
  number: number
  choices: number[]
  state: 'waiting' | 'approved' | 'denied'
  agent: string | null
  asked_at: Date
  expires_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    sign_in_approval: SignInApprovalTable
  }
}

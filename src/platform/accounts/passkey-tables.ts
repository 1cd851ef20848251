import type { PersonNumber } from '#kernel/person-number.ts'

export interface PasskeyTable {
  person_id: PersonNumber
  /** The credential's own id, base64url. */
  id: string
  /** COSE, base64url. */
  public_key: string
  counter: number
  transports: string[]
  name: string
  synced: boolean
  made_at: Date
  last_used_at: Date | null
}

/** Index of passkeys across persons. */
export interface PasskeyHolderTable {
  id: string
  person_id: PersonNumber
}

/** A challenge that no passkey has answered yet. */
export interface PasskeyChallengeTable {
  challenge: string
  purpose: string
  expires_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    passkey: PasskeyTable
    passkey_holder: PasskeyHolderTable
    passkey_challenge: PasskeyChallengeTable
  }
}

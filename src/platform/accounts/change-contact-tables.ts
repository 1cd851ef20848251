import type { PersonNumber } from '#kernel/person-number.ts'

/** An e-mail address that waits to be confirmed, by the hash of its link's token. */
export interface EmailChangeTable {
  token: string
  person_id: PersonNumber
  /** Sealed. */
  email: string
  expires_at: Date
}

/** A mobile that waits for its code, for the session that asked. */
export interface MobileChangeTable {
  session: string
  person_id: PersonNumber
  /** Sealed. */
  mobile: string
  mobile_index: string
  expires_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    email_change: EmailChangeTable
    mobile_change: MobileChangeTable
  }
}

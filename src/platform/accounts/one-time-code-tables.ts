export interface OneTimeCodeTable {
  /** The operation that the code is bound to. */
  holder: string
  purpose: string
  hash: string
  attempts: number
  sent_at: Date
  expires_at: Date
  used_at: Date | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    one_time_code: OneTimeCodeTable
  }
}

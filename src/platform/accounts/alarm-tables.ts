import type { ColumnType } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'

/** A link that stops an account or denies an identity, by the hash of its token. */
export interface AccountAlarmTable {
  token: string
  person_id: PersonNumber
  about: ColumnType<'account' | 'identity', 'account' | 'identity' | undefined, never>
  expires_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    account_alarm: AccountAlarmTable
  }
}

import type { ColumnType, Generated } from 'kysely'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { Text } from '#kernel/text.ts'

type Json<T> = ColumnType<T, string, string>

export interface IntegrationCallTable {
  /** Under whom the request lives. */
  person_id: HolderNumber
  id: Generated<string>
  request_id: string
  step: string
  provider: string
  operation: string
  state: 'asked' | 'accepted' | 'done' | 'refused'
  asked_at: Date
  /** Later than this, an answer is of no use. */
  deadline: Date
  answered_at: Date | null
  facts: Json<Readonly<Record<string, string>>> | null
  code: string | null
  because: Json<Text> | null
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    integration_call: IntegrationCallTable
    integration_token: { hash: string; person_id: HolderNumber; call_id: string }
  }
}

import type { JSONWebKeySet } from 'jose'
import type { ColumnType, Generated } from 'kysely'
import type { Text } from '#kernel/text.ts'

type Json<T> = ColumnType<T, string, string>

export interface PartnerClientTable {
  client_id: string
  name: Json<Text>
  /** Public keys only. */
  jwks: Json<JSONWebKeySet>
  scopes: string[]
  active: Generated<boolean>
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    partner_client: PartnerClientTable
    partner_assertion: { client_id: string; jti: string; expires_at: Date }
    partner_token: { hash: string; client_id: string; scopes: string[]; expires_at: Date }
  }
}

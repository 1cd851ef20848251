import type { JSONWebKeySet } from 'jose'
import type { ColumnType } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'

type Json<T> = ColumnType<T, string, string>

export interface SiteTable {
  client_id: string
  name: Json<Text>
  /** What it needs the sign-in for. */
  purpose: Json<Text>
  home: string
  redirect_uris: string[]
  sign_out_uris: string[]
  /** Where it takes logout tokens. */
  back_channel: string | null
  /** Public keys only. */
  jwks: Json<JSONWebKeySet>
  scopes: string[]
  consent_days: number
  active: boolean
}

export interface SiteConsentTable {
  person_id: PersonNumber
  client_id: string
  scopes: string[]
  given_at: Date
  ends_at: Date
  used_at: Date | null
}

export interface SiteSessionTable {
  person_id: PersonNumber
  /** What the site calls it. */
  sid: string
  client_id: string
  /** Hash of the provider's session. */
  op_session: string
  /** The id of the portal's session that it stands on. */
  portal_session: string
  /** When that one ends at the latest. */
  ends_at: Date
}

export interface OidcArtifactTable {
  kind: string
  /** Hash of what opens it. */
  id: string
  person_id: PersonNumber | null
  client_id: string | null
  /** Hash of the grant that it came from. */
  grant_id: string | null
  /** Hash of the provider's session. */
  op_session: string | null
  /** Sealed JSON. */
  body: string
  consumed_at: Date | null
  expires_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    site: SiteTable
    site_consent: SiteConsentTable
    site_session: SiteSessionTable
    oidc_artifact: OidcArtifactTable
  }
}

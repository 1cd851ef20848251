import type { ColumnType, Generated } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'

/** A document that its holder may take into another wallet: once, with the code that came by message. */
export interface CredentialOfferTable {
  person_id: PersonNumber
  id: Generated<string>
  document_id: string
  /** Hashed with the key of the vault. */
  tx_code: string
  tries: Generated<number>
  expires_at: Date
  redeemed_at: Date | null
}

/** Finds an offer by the hash of its code. */
export interface CredentialOfferCodeTable {
  code: string
  person_id: PersonNumber
  offer_id: string
  expires_at: Date
}

/** Access tokens, hashed, each bound to the key that it was asked for with. */
export interface CredentialAccessTable {
  token: string
  person_id: PersonNumber
  document_id: string
  dpop_key: string
  expires_at: Date
}

/** What a wallet signs into its proof of possession; taken away when it is used. */
export interface CredentialNonceTable {
  nonce: string
  expires_at: Date
}

/** Proofs that were used. */
export interface DpopProofTable {
  jti: string
  expires_at: Date
}

/** A document in a wallet of somebody else, with a place of its own in a status list. */
export interface CarriedCredentialTable {
  person_id: PersonNumber
  id: Generated<string>
  document_id: string
  /** Thumbprint of the wallet's key (RFC 7638). */
  holder_key: string
  status_list: number
  status_index: number
  issued_at: Date
  ends_at: Date
}

/** What a partner asks of a wallet. */
export interface PresentationRequestTable {
  client_id: string
  id: string
  document: string
  claims: string[]
  purpose: ColumnType<Text, string, never>
  nonce: string
  state: 'waiting' | 'answered' | 'refused'
  /** The disclosed claims as JSON, sealed. */
  answer: string | null
  refusal: string | null
  expires_at: Date
}

/** Which partner a request is of: a wallet knows only the request's id. */
export interface PresentationKeyTable {
  id: string
  client_id: string
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    credential_offer: CredentialOfferTable
    credential_offer_code: CredentialOfferCodeTable
    credential_access: CredentialAccessTable
    credential_nonce: CredentialNonceTable
    dpop_proof: DpopProofTable
    carried_credential: CarriedCredentialTable
    presentation_request: PresentationRequestTable
    presentation_key: PresentationKeyTable
  }
}

import type { ColumnType, Generated } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'

/**
 * Another phone took its place; its holder removed it from afar, or reported it lost; it left by itself; the account
 * is stopped, or its holder died.
 */
export type EndReason = 'replaced' | 'holder' | 'lost' | 'device' | 'account'

export interface WalletDeviceTable {
  person_id: PersonNumber
  id: string
  /** What its browser is called: `Chrome · Android`. */
  name: string
  /** An uncompressed point of P-256; the other half cannot leave the phone. */
  public_key: ColumnType<Uint8Array, Uint8Array, never>
  /** The hash by which the account knows this browser, to end both at once. */
  browser: string | null
  since: Date
  seen_at: Date
  state: 'active' | 'ended'
  ended_at: Date | null
  ended_because: EndReason | null
}

/** Finds a phone by its key, which serves one person once. */
export interface WalletKeyTable {
  thumbprint: string
  person_id: PersonNumber
  device_id: string
}

/** What a phone has to sign next; gone with the first answer. */
export interface WalletChallengeTable {
  id: string
  /** The session or the key that it was given to. */
  holder: string
  expires_at: Date
}

/** One showing of a document that a phone carries, or a card that it only shows. It stands under who carries it. */
export interface WalletCopyTable {
  person_id: PersonNumber
  id: Generated<string>
  device_id: string
  /** Whose document it is: the holder's own, a child's in the guardian's hand, or that of an adult who consented. */
  of_person: PersonNumber
  document_id: string
  /** The narrower showing; empty for the whole. */
  view: string
  /** Nothing for a card that is only looked at: it has no code. */
  status_list: number | null
  status_index: number | null
  since: Date
  renewed_at: Date
  ends_at: Date
  ended_at: Date | null
}

/** A check that the holder wished to hear of. */
export interface WalletShowingTable {
  person_id: PersonNumber
  id: Generated<string>
  /** The hash of the code's signature: each counts once. */
  code: string
  copy_id: string
  /** Who checked, as they call themselves; nobody has made sure of it. */
  said_by: string | null
  at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    wallet_device: WalletDeviceTable
    wallet_key: WalletKeyTable
    wallet_challenge: WalletChallengeTable
    wallet_copy: WalletCopyTable
    wallet_showing: WalletShowingTable
  }
}

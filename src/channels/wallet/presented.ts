import type { Locale, Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { DocumentLook } from '#platform/documents/document.ts'

/** What the wallet's page and the server say to each other; the page imports nothing else of the server. */

/** Why something was not done. */
export interface Refused {
  readonly code: string
  readonly title: Text
  readonly detail?: Text
  /** A page of the portal that leads on. */
  readonly next?: { readonly label: Text; readonly page: string }
}

/** Who is signed in to the portal in this browser, while the wallet is empty. */
export type Visitor =
  | { readonly kind: 'nobody' }
  /** Not somebody who can put their documents here; the refusal says why. */
  | { readonly kind: 'refused'; readonly because: Refused }
  | {
      readonly kind: 'person'
      readonly name: Text
      /** Goes into the header `x-csrf-token`. */
      readonly csrf: string
      /** They have just confirmed that it is them. */
      readonly confirmed: boolean
      /** The phone that has their documents now. */
      readonly elsewhere?: { readonly id: string; readonly name: string; readonly since: string }
    }

/** One way to show a card. */
export interface WalletCode {
  /** Empty for the whole document. */
  readonly view: string
  readonly title?: Text
  /** Whether the small face is in it. */
  readonly face: boolean
  /** The issuer's message, base64. */
  readonly credential: string
  /** ISO instant. */
  readonly ends: string
}

export interface WalletCard {
  readonly id: string
  /** The definition's name. */
  readonly document: string
  readonly ground: 'self' | 'guardian' | 'custody' | 'consent'
  readonly title: Text
  readonly issuer: Text
  readonly look: DocumentLook
  readonly holder: Text
  readonly number: string
  readonly validFrom: string
  readonly validUntil?: string
  /** ISO instant until which this phone may show it without having asked again. */
  readonly ends: string
  readonly facts: readonly Fact[]
  /** Names a picture of `pictures`. */
  readonly picture?: string
  readonly state: 'valid' | 'suspended'
  readonly because?: Text
  /** None while it is suspended, and none of a card that is only to be looked at. */
  readonly codes: readonly WalletCode[]
}

/** A check that the holder wished to hear of. */
export interface Checked {
  readonly id: string
  readonly at: string
  readonly title: Text
  readonly view: string
  readonly saidBy?: string
}

/** All that a phone carries. */
export interface WalletLoad {
  /** The server's clock. */
  readonly now: string
  readonly holder: Text
  /** What the account calls this phone, and since when it has the documents. */
  readonly name: string
  readonly since: string
  readonly cards: readonly WalletCard[]
  /** Data addresses, by name. */
  readonly pictures: Readonly<Record<string, string>>
  readonly checks: readonly Checked[]
}

/** What the page is sent with: it is the same for everybody. */
export interface Start {
  readonly locale: Locale
  /** What stands before every path in a code. */
  readonly origin: string
  readonly demo: boolean
}

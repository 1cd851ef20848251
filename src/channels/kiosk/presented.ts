import type { Locale, Text } from '#kernel/text.ts'

/** What the device's page and the server say to each other; the page imports nothing else of the server. */

/** Why something was not done. */
export interface Refused {
  readonly code: string
  readonly title: Text
  readonly detail?: Text
  /** By field. */
  readonly fields?: Readonly<Record<string, Text>>
}

export interface DevicePlace {
  readonly place: Text
  readonly spot: string
}

export interface Visitor {
  readonly name: Text
  /** Masked. */
  readonly number: string
  readonly account: 'none' | 'registered' | 'activated' | 'suspended' | 'closed'
  /** Masked. */
  readonly mobile?: string
}

export interface Fact {
  readonly label: Text
  readonly value: Text
}

/** What an inquiry answered: its statuses and notes, then its facts. */
export interface Told {
  readonly said: readonly { readonly tone: string; readonly title: Text; readonly body?: Text }[]
  readonly facts: readonly Fact[]
}

export interface Slip {
  readonly receipt: string
  /** As it is printed, in both languages. */
  readonly at: Text
  readonly person: string
}

export interface Sheet {
  readonly id: string
  readonly title: Text
  readonly holder: Text
  readonly number?: string
}

export interface Terms {
  readonly version: string
  readonly clauses: readonly Text[]
}

/** What the page is sent with: it is the same for everybody. */
export interface Start {
  readonly locale: Locale
  /** A reader that is played: the page itself takes the finger. */
  readonly played: boolean
  readonly terms: Terms
}

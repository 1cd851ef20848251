import type { Clock } from '#kernel/clock.ts'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { Db } from '#platform/database/tables.ts'

/** What a document says, read from the registry at the moment of issue. */
export interface DocumentClaims {
  /** The number that the registry gave it; absent: one is drawn, led by the definition's prefix. */
  readonly number?: string
  readonly holderName: Text
  readonly birth?: Day | undefined
  readonly validFrom: Day
  /** The last day on which it is valid; absent: it does not lapse by itself. */
  readonly validUntil?: Day | undefined
  /** What is printed, in this order. */
  readonly facts: readonly Fact[]
  /** What a reader without a connection must know besides, very short: `{ cls: 'B' }`. Signed into the code. */
  readonly qr?: Readonly<Record<string, string>>
}

/** How it looks on paper and in the holder's hand. Colours are `#rrggbb`. */
export type DocumentLook =
  | { readonly kind: 'card'; readonly from: string; readonly to: string; readonly ink: 'light' | 'dark' }
  | { readonly kind: 'certificate'; readonly accent: string }

export interface DocumentSpec {
  readonly sector: string
  readonly title: Text
  /** Who answers for it: "General Department of Traffic". */
  readonly issuer: Text
  readonly look: DocumentLook
  /** Leads the numbers that are drawn: two to four capitals, `DL`. */
  readonly prefix: string
  /** Reads it from the registry; nothing when this person holds no such thing on this subject. */
  claims(
    context: { readonly db: Db; readonly clock: Clock; readonly today: Day },
    person: PersonNumber,
    subjectId: string,
  ): Promise<DocumentClaims | undefined>
}

export interface DocumentDefinition extends DocumentSpec {
  readonly kind: 'document'
  readonly name: string
}

/** A verifiable output of a sector. The default export of a file in its `documents/`. */
export const document = (name: string, spec: DocumentSpec): DocumentDefinition => ({
  kind: 'document',
  name,
  ...spec,
})

import type { Clock } from '#kernel/clock.ts'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Block, Fact } from '#platform/catalogue/block.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Portrait } from '#platform/faces/portrait.ts'

/** What a document says, read from the registry at the moment of issue. */
export interface DocumentClaims {
  /** The number that the registry gave it; absent: one is drawn, led by the definition's prefix. */
  readonly number?: string
  /** What this one is called, where its definition names several papers of one kind. */
  readonly title?: Text | undefined
  readonly holderName: Text
  /** Whose face it shows; `portraitOf` makes it of a person. */
  readonly portrait?: Portrait | undefined
  /** The registry has it, but it must not be relied on for now: why. Lifted, it is good again. */
  readonly suspended?: Text | undefined
  readonly birth?: Day | undefined
  readonly validFrom: Day
  /** The last day on which it is valid; absent: it does not lapse by itself. */
  readonly validUntil?: Day | undefined
  /** What is printed, in this order. */
  readonly facts: readonly Fact[]
  /** Below them, group by group: what a report holds. */
  readonly blocks?: readonly PrintedBlock[] | undefined
  /** What a reader without a connection must know besides, very short: `{ cls: 'B' }`. Signed into the code. */
  readonly qr?: Readonly<Record<string, string>>
  /**
   * The same for wallets and sites of others, each to be disclosed by itself: names as in SD-JWT VC (`family_name`).
   * Name, birth date, number and validity need not be repeated.
   */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>
}

/** What stands on paper of an answer: its facts and its tables. */
export type PrintedBlock = Extract<Block, { readonly kind: 'facts' | 'table' }>

/** What a reader says of a key in `qr` or of a view: its label and, for a value that is a code, what it means. */
export interface CodeWord {
  readonly label: Text
  readonly values?: Readonly<Record<string, Text>>
}

/**
 * A narrower showing of a document, signed by itself: the holder answers one question ("over 18?") without giving
 * the rest away.
 */
export interface DocumentView {
  /** `over-18`. */
  readonly name: string
  readonly title: Text
  /** What it shows beside its own answer; nothing else is in it. */
  readonly shows: readonly ('name' | 'number' | 'face' | 'birth')[]
  /** Its answer, in words that `codeWords` explains; nothing when it cannot be given for this holder. */
  answer(claims: DocumentClaims, today: Day): Readonly<Record<string, string>> | undefined
}

/** How it looks on paper and in the holder's hand. Colours are `#rrggbb`. */
export type DocumentLook =
  | { readonly kind: 'card'; readonly from: string; readonly to: string; readonly ink: 'light' | 'dark' }
  /** `report`: pages of blocks. `receipt`: the facts that are money stand as a bill, `total` at its end. */
  | { readonly kind: 'certificate' | 'report' | 'receipt'; readonly accent: string }

export interface DocumentSpec {
  readonly sector: string
  readonly title: Text
  /** Who answers for it: "General Department of Traffic". */
  readonly issuer: Text
  readonly look: DocumentLook
  /** Among what a person carries, smaller comes first: an ID card is 10. 100 when absent. */
  readonly order?: number
  /** Leads the numbers that are drawn: two to four capitals, `DL`. */
  readonly prefix: string
  /** Explains the keys of `qr` and of the views' answers to a reader. */
  readonly codeWords?: Readonly<Record<string, CodeWord>>
  /** The narrower showings that it has. */
  readonly views?: readonly DocumentView[]
  /**
   * The subjects on which the registry holds such a document for a person now. Present: whoever is in the registry
   * carries it, without asking a service first. Absent: it exists once a service has issued it.
   */
  held?(
    context: { readonly db: Db; readonly clock: Clock; readonly today: Day },
    person: PersonNumber,
  ): Promise<readonly string[]>
  /**
   * The registry's own records change what it says, so that what is out follows them: superseded when they say
   * something else, suspended and restored with them, revoked when they hold it no more. Absent: as `held` is there
   * or not. False for a paper about a day that has passed, such as a receipt: that also outlives its holder.
   */
  readonly follows?: boolean
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

/** Whether what is out of it follows the registry. */
export const followsRegistry = ({ follows, held }: DocumentSpec): boolean => follows ?? held !== undefined

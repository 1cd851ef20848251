import { isDeepStrictEqual } from 'node:util'
import type { Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { Portrait } from '#platform/faces/portrait.ts'
import type { DocumentClaims, DocumentDefinition, DocumentLook, PrintedBlock } from './document.ts'

/** What was printed and signed, as it stood on the day of issue: the registry moves on, a paper does not. */
export interface DocumentContent {
  readonly title: Text
  readonly issuer: Text
  readonly look: DocumentLook
  readonly holder: Text
  readonly birth?: Day | undefined
  readonly validFrom: Day
  readonly facts: readonly Fact[]
  readonly blocks?: readonly PrintedBlock[] | undefined
  readonly portrait?: Portrait | undefined
  readonly qr?: DocumentClaims['qr'] | undefined
  /** For wallets and sites of others. */
  readonly attributes?: DocumentClaims['attributes'] | undefined
}

export const contentOf = (definition: DocumentDefinition, claims: DocumentClaims): DocumentContent => ({
  title: claims.title ?? definition.title,
  issuer: definition.issuer,
  look: definition.look,
  holder: claims.holderName,
  birth: claims.birth,
  validFrom: claims.validFrom,
  facts: claims.facts,
  blocks: claims.blocks,
  portrait: claims.portrait,
  qr: claims.qr,
  attributes: claims.attributes,
})

interface Kept {
  readonly number: string
  readonly content: DocumentContent
  readonly validUntil: Day | undefined
}

/** The claims that a document was issued with. */
export const claimsOf = ({ number, content, validUntil }: Kept): DocumentClaims => ({
  number,
  holderName: content.holder,
  portrait: content.portrait,
  birth: content.birth,
  validFrom: content.validFrom,
  validUntil,
  facts: content.facts,
  blocks: content.blocks,
  ...(content.qr ? { qr: content.qr } : {}),
  ...(content.attributes ? { attributes: content.attributes } : {}),
})

/**
 * Whether a document says what the registry says now. From when it is valid does not count, because many are
 * valid from the day of their issue.
 */
export function saysTheSame(document: Kept, definition: DocumentDefinition, claims: DocumentClaims): boolean {
  if (claims.number !== undefined && claims.number !== document.number) return false
  if (claims.validUntil !== document.validUntil) return false
  return isDeepStrictEqual(said(document.content), said(contentOf(definition, claims)))
}

/** What changes only with the registry, as the database gives it back. */
const said = ({ holder, birth, facts, blocks, portrait, qr, attributes }: DocumentContent): unknown =>
  JSON.parse(JSON.stringify({ holder, birth, facts, blocks, portrait, qr, attributes }))

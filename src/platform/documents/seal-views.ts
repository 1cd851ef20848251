import { dayOf } from '#kernel/day.ts'
import type { Tx } from '#platform/database/tables.ts'
import { claimsOf } from './content.ts'
import type { CodeClaims } from './credential/claims.ts'
import { seal } from './cwt.ts'
import type { DocumentDefinition, DocumentView } from './document.ts'
import { codeClaims, type IssueDeps } from './issue.ts'
import type { IssuedDocument } from './issued.ts'
import { placeStates, type StatusPlace, statusListAddress, takePlace } from './status.ts'
import { explained } from './view.ts'

/** One signed showing of a document. */
export interface SealedView {
  /** The definition's name of it; absent: the whole document. */
  readonly view: string | undefined
  /** As a code holds it; `unpack` gives what a device signs over. */
  readonly packed: Uint8Array
  /** Its own place, to be ended by itself. */
  readonly place: StatusPlace
}

/** One way to show a document, unsigned: the whole of it, or a narrower one. */
export interface Showing {
  readonly view: DocumentView | undefined
  readonly says: Omit<CodeClaims, 'issuer' | 'issuedAt' | 'status'>
}

/** How a document can be shown: the whole first, then each narrower showing that its holder can give. */
export async function showingsOf(
  document: IssuedDocument,
  definition: DocumentDefinition,
  at: Date,
): Promise<readonly Showing[]> {
  const claims = claimsOf(document)
  const whole = await codeClaims(definition, claims)
  const narrow = (definition.views ?? []).flatMap((view): Showing[] => {
    const answer = view.answer(claims, dayOf(at))
    return answer
      ? [{ view, says: { ...narrowed(whole, view, explained(definition, answer) ?? {}), view: view.name } }]
      : []
  })
  return [{ view: undefined, says: whole }, ...narrow]
}

/**
 * Signs a document anew, whole and in each narrower showing that its holder can give: bound to a device where one
 * is named, which alone may then show it, and good until `ends`. Each has a place of its own in a status list, so
 * that nobody can tell two showings of one person by it; all of them end and are suspended with the document.
 */
export async function sealViews(
  tx: Tx,
  deps: IssueDeps,
  it: {
    readonly document: IssuedDocument
    readonly definition: DocumentDefinition
    /** An uncompressed P-256 point. */
    readonly device?: Uint8Array
    readonly ends?: Date
    readonly at: Date
  },
): Promise<readonly SealedView[]> {
  const { document, definition, device, ends, at } = it
  const all: SealedView[] = []
  for (const { view, says } of await showingsOf(document, definition, at)) {
    const place = await takePlace(tx, {
      person: document.person,
      documentId: document.id,
      state: document.state === 'suspended' ? placeStates.suspended : placeStates.valid,
    })
    const packed = await seal(deps.issuers, {
      ...says,
      device,
      ends,
      issuer: deps.config.origin,
      issuedAt: at,
      status: { uri: statusListAddress(deps.config.origin, place.list), index: place.place },
    })
    all.push({ view: view?.name, packed, place })
  }
  return all
}

function narrowed(
  whole: Showing['says'],
  view: DocumentView,
  answer: Readonly<Record<string, string>>,
): Showing['says'] {
  const { document, validFrom, validUntil } = whole
  const shown = Object.fromEntries(view.shows.map((name) => [name, whole[name]]))
  return { document, validFrom, validUntil, extra: answer, ...shown }
}

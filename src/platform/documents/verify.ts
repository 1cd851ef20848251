import { type Day, dayOf } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Platform } from '#platform/platform.ts'
import type { CodeClaims } from './credential/claims.ts'
import type { Flaw } from './credential/flaw.ts'
import { timeOf } from './credential/opened.ts'
import { packedIn } from './credential/qr.ts'
import { open } from './cwt.ts'
import { type IssuedDocument, issuedDocument, numberKey, stateOn } from './issued.ts'
import { seenFirstBy } from './live-seen.ts'
import { placeStates } from './status.ts'
import { type Answer, answersOf } from './view.ts'

/** What somebody who holds a document in their hand may compare it with, and no more. */
export interface Shown {
  readonly title: Text
  readonly issuer: Text
  /** Absent when a narrower showing leaves it out. */
  readonly holder?: Text | undefined
  /** The last four characters; absent likewise. */
  readonly numberTail?: string | undefined
  /** What the code says besides, in words; of a narrower showing, what it is for: "Over 18: yes". */
  readonly answers?: readonly Answer[] | undefined
  readonly validFrom: Day
  readonly validUntil?: Day | undefined
}

export type Outcome =
  | {
      readonly state:
        | 'valid'
        | 'suspended'
        | 'revoked'
        | 'superseded'
        | 'expired'
        | 'not-yet-valid'
        /** This copy was taken back, whatever the document: the phone was lost, or another one has it now. */
        | 'copy-ended'
        /** This copy’s own time is over; its phone gets a new one once it is online. */
        | 'copy-expired'
      readonly shown: Shown
      /** The phone signed it just now. */
      readonly live?: boolean
    }
  /** Not signed by us, changed since, or not shown as it may be. */
  | { readonly state: 'not-genuine'; readonly because: Flaw }
  /** Signed by us or not: nothing of this number and code, or place, is on record. */
  | { readonly state: 'not-found' }

/**
 * Checks what was read from a code: the signature first, so that only what we signed reaches the database.
 * `reader` tells those apart who read live codes, and is the same when one asks again.
 */
export async function verifyCode(
  { db, issuers, catalogue }: Pick<Platform, 'db' | 'issuers' | 'catalogue'>,
  read: string,
  { at, reader }: { readonly at: Date; readonly reader: string },
): Promise<Outcome> {
  const packed = packedIn(read)
  if (!packed.ok) return { state: 'not-genuine', because: packed.error }
  const opened = await open(packed.value, issuers.trusted(), at)
  if (!opened.ok) return { state: 'not-genuine', because: opened.error }
  const { claims, live } = opened.value
  const found = await atPlace(db, claims)
  if (!found) return { state: 'not-found' }
  const { document, place } = found
  if (!isOf(claims, document)) return { state: 'not-genuine', because: 'wrong-place' }
  if (live && !(await seenFirstBy(db, { signature: live.signature, reader, at })))
    return { state: 'not-genuine', because: 'replayed' }
  const whole = stateAt(document, at)
  return {
    state: whole === 'valid' ? stateOfCopy(place, claims, at) : whole,
    shown: claims.view === undefined ? shownOf(document, catalogue) : narrowly(document, claims, catalogue),
    ...(live ? { live: true } : {}),
  }
}

/** Checks by what is printed: the number and the six characters beside it, in any digits, with or without dashes. */
export async function verifyByNumber(
  db: Db,
  number: string,
  code: string,
  at: Date,
  catalogue?: Pick<Platform['catalogue'], 'document'>,
): Promise<Outcome> {
  const found = await db
    .selectFrom('document_number')
    .select(['person_id', 'document_id'])
    .where('number', '=', numberKey(number))
    .where('code', '=', numberKey(code))
    .executeTakeFirst()
  const document = found && (await load(db, found))
  return document
    ? { state: stateAt(document, at), shown: shownOf(document, catalogue) }
    : { state: 'not-found' }
}

async function atPlace(db: Db, { status: { uri, index } }: CodeClaims) {
  const list = Number(/\/status\/(\d{1,9})$/.exec(uri)?.[1])
  if (!Number.isInteger(list) || index > 2_147_483_647) return undefined
  const place = await db
    .selectFrom('document_status')
    .select(['person_id', 'document_id', 'state'])
    .where('list', '=', list)
    .where('place', '=', index)
    .executeTakeFirst()
  const document = place && (await load(db, place))
  return document && { document, place: place.state }
}

const load = async (db: Db, key: { person_id: IssuedDocument['person']; document_id: string }) => {
  const row = await db
    .selectFrom('issued_document')
    .selectAll()
    .where('person_id', '=', key.person_id)
    .where('id', '=', key.document_id)
    .executeTakeFirst()
  return row && issuedDocument(row)
}

/** A view may leave the number out; then its kind alone says that the place is this document's. */
const isOf = (claims: CodeClaims, { document, number }: IssuedDocument): boolean =>
  claims.document === document && (claims.number === undefined || claims.number === number)

function stateAt(document: IssuedDocument, at: Date) {
  const state = stateOn(document, dayOf(at))
  if (state !== 'valid') return state
  return timeOf({ validFrom: document.content.validFrom }, at) === 'too-early' ? 'not-yet-valid' : 'valid'
}

function stateOfCopy(place: number, claims: CodeClaims, at: Date) {
  if (place === placeStates.invalid) return 'copy-ended'
  return timeOf(claims, at) === 'copy-expired' ? 'copy-expired' : 'valid'
}

function shownOf(
  { document, content, number, validUntil }: IssuedDocument,
  catalogue?: Pick<Platform['catalogue'], 'document'>,
): Shown {
  const words = catalogue?.document(document)?.codeWords
  return {
    title: content.title,
    issuer: content.issuer,
    holder: content.holder,
    numberTail: number.slice(-4),
    answers: words && content.qr && answersOf(words, content.qr),
    validFrom: content.validFrom,
    validUntil,
  }
}

/** No more than the code itself says. */
function narrowly(
  document: IssuedDocument,
  claims: CodeClaims,
  catalogue: Pick<Platform['catalogue'], 'document'>,
): Shown {
  const definition = catalogue.document(document.document)
  const view = definition?.views?.find((one) => one.name === claims.view)
  return {
    title: view?.title ?? document.content.title,
    issuer: document.content.issuer,
    holder: claims.name,
    numberTail: claims.number?.slice(-4),
    answers: answersOf(definition?.codeWords ?? {}, claims.extra ?? {}),
    validFrom: claims.validFrom,
    validUntil: claims.validUntil,
  }
}

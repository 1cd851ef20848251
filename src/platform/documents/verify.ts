import type { Day } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Flaw } from './credential/flaw.ts'
import { timeOf } from './credential/opened.ts'
import { packedIn } from './credential/qr.ts'
import { open } from './cwt.ts'
import { type IssuedDocument, issuedDocument, numberKey } from './issued.ts'
import type { IssuerKeys } from './keys/port.ts'

/** What somebody who holds a document in their hand may compare it with, and no more. */
export interface Shown {
  readonly title: Text
  readonly issuer: Text
  readonly holder: Text
  /** The last four characters. */
  readonly numberTail: string
  readonly validFrom: Day
  readonly validUntil?: Day | undefined
}

export type Outcome =
  | {
      readonly state: 'valid' | 'revoked' | 'superseded' | 'expired' | 'not-yet-valid'
      readonly shown: Shown
    }
  /** Not signed by us, or changed since. */
  | { readonly state: 'not-genuine'; readonly because: Flaw }
  /** Signed by us or not: nothing of this number and code, or place, is on record. */
  | { readonly state: 'not-found' }

/** Checks what was read from a code: the signature first, so that only what we signed reaches the database. */
export async function verifyCode(db: Db, issuers: IssuerKeys, read: string, at: Date): Promise<Outcome> {
  const packed = packedIn(read)
  if (!packed.ok) return { state: 'not-genuine', because: packed.error }
  const claims = await open(packed.value, issuers.trusted(), at)
  if (!claims.ok) return { state: 'not-genuine', because: claims.error }
  const { uri, index } = claims.value.claims.status
  const list = Number(/\/status\/(\d{1,9})$/.exec(uri)?.[1])
  if (!Number.isInteger(list) || index > 2_147_483_647) return { state: 'not-found' }
  const place = await db
    .selectFrom('document_status')
    .select(['person_id', 'document_id'])
    .where('list', '=', list)
    .where('place', '=', index)
    .executeTakeFirst()
  const document = place && (await load(db, place))
  return document ? outcomeOf(document, at) : { state: 'not-found' }
}

/** Checks by what is printed: the number and the six characters beside it, in any digits, with or without dashes. */
export async function verifyByNumber(db: Db, number: string, code: string, at: Date): Promise<Outcome> {
  const found = await db
    .selectFrom('document_number')
    .select(['person_id', 'document_id'])
    .where('number', '=', numberKey(number))
    .where('code', '=', numberKey(code))
    .executeTakeFirst()
  const document = found && (await load(db, found))
  return document ? outcomeOf(document, at) : { state: 'not-found' }
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

function outcomeOf(document: IssuedDocument, at: Date): Outcome {
  const { content, number, validUntil } = document
  const shown: Shown = {
    title: content.title,
    issuer: content.issuer,
    holder: content.holder,
    numberTail: number.slice(-4),
    validFrom: content.validFrom,
    validUntil,
  }
  if (document.state !== 'valid') return { state: document.state, shown }
  const time = timeOf({ validFrom: content.validFrom, validUntil }, at)
  return { state: time === 'in-time' ? 'valid' : time === 'expired' ? 'expired' : 'not-yet-valid', shown }
}

import type { Db } from '#platform/database/tables.ts'
import type { StatusPlace } from './status.ts'

/** How often a list is read anew as a whole, whatever was gathered since. Milliseconds. */
const wholeEvery = 10 * 60_000

/** A list as it stands: its bytes, and the last change that is in them. */
export interface StatusList {
  /** Two bits a place, the first in the lowest bits of the first byte (Token Status List, section 4). */
  readonly bytes: Uint8Array
  readonly change: number
  readonly readAt: number
}

const kept = new WeakMap<Db, Map<number, StatusList>>()

/**
 * A list of status bits; nothing when there is no such list. Kept between calls, and brought up to date with what
 * has changed. A change whose transaction took longer than that of a later one would be missed so: therefore the
 * whole is read again from time to time.
 */
export async function statusList(db: Db, list: number, at: Date): Promise<StatusList | undefined> {
  const lists = kept.get(db) ?? new Map<number, StatusList>()
  kept.set(db, lists)
  const known = lists.get(list)
  const age = known ? at.getTime() - known.readAt : Number.POSITIVE_INFINITY
  const now =
    known && age >= 0 && age < wholeEvery ? await changed(db, list, known) : await whole(db, list, at)
  if (now) lists.set(list, now)
  return now
}

async function changed(db: Db, list: number, known: StatusList): Promise<StatusList> {
  const rows = await db
    .selectFrom('document_status')
    .select(['place', 'state', 'change'])
    .where('list', '=', list)
    .where('change', '>', known.change)
    .orderBy('change')
    .execute()
  const last = rows.at(-1)?.change
  if (!last) return known
  const bytes = Uint8Array.from(known.bytes)
  for (const row of rows) set(bytes, row)
  return { ...known, bytes, change: last }
}

async function whole(db: Db, list: number, at: Date): Promise<StatusList | undefined> {
  const found = await db.selectFrom('status_list').select('size').where('id', '=', list).executeTakeFirst()
  if (!found) return undefined
  // The mark is read first: what changes meanwhile is read once more, which does no harm.
  const mark = await db
    .selectFrom('document_status')
    .select('change')
    .where('list', '=', list)
    .where('change', 'is not', null)
    .orderBy('change', 'desc')
    .limit(1)
    .executeTakeFirst()
  const rows = await db
    .selectFrom('document_status')
    .select(['place', 'state'])
    .where('list', '=', list)
    .where('state', '<>', 0)
    .execute()
  const bytes = new Uint8Array(Math.ceil(found.size / 4))
  for (const row of rows) set(bytes, row)
  return { bytes, change: mark?.change ?? 0, readAt: at.getTime() }
}

function set(bytes: Uint8Array, { place, state }: { place: number; state: number }): void {
  const shift = (place & 3) * 2
  bytes[place >> 2] = ((bytes[place >> 2] ?? 0) & ~(3 << shift)) | (state << shift)
}

/** What a list says of a place: 0 valid, 1 invalid, 2 suspended. */
export const stateAt = (bytes: Uint8Array, place: StatusPlace['place']): number =>
  ((bytes[place >> 2] ?? 0) >> ((place & 3) * 2)) & 3

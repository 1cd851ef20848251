import { randomInt } from 'node:crypto'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import './tables.ts'

/** A place in a list of status bits. */
export interface StatusPlace {
  readonly list: number
  readonly place: number
}

/** Draws without luck before a list counts as full: at 70 % that happens to one in 18, at 30 % to none. */
const draws = 8

/** The address of a list; its bit is what a verifier asks for, never the document. */
export const statusListAddress = (origin: string, list: number): string => `${origin}/status/${list}`

/**
 * Takes a place at random, so that neighbouring places say nothing about who was issued what when. Opens
 * the next list when the current one is crowded.
 */
export async function takePlace(
  tx: Tx,
  holder: { person: PersonNumber; documentId: string },
): Promise<StatusPlace> {
  for (;;) {
    const { id: list, size } = await tx
      .selectFrom('status_list')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    for (let draw = 0; draw < draws; draw++) {
      const place = randomInt(size)
      const taken = await tx
        .insertInto('document_status')
        .values({ list, place, person_id: holder.person, document_id: holder.documentId })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      if (taken.numInsertedOrUpdatedRows === 1n) return { list, place }
    }
    await tx
      .insertInto('status_list')
      .values({ id: list + 1, size })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Sets the bit: the document at this place is no longer good. It is never cleared. */
export async function endPlace(tx: Tx, { list, place }: StatusPlace): Promise<void> {
  await tx
    .updateTable('document_status')
    .set({ ended: true })
    .where('list', '=', list)
    .where('place', '=', place)
    .execute()
}

/**
 * A list as the Token Status List draft (IETF OAuth, section 4) lays it out: one bit a document, the first
 * in the lowest bit of the first byte; 1 is "invalid". Nothing when there is no such list.
 */
export async function statusBits(db: Db, list: number): Promise<Uint8Array | undefined> {
  const found = await db.selectFrom('status_list').select('size').where('id', '=', list).executeTakeFirst()
  if (!found) return undefined
  const ended = await db
    .selectFrom('document_status')
    .select('place')
    .where('list', '=', list)
    .where('ended', '=', true)
    .execute()
  const bits = new Uint8Array(Math.ceil(found.size / 8))
  for (const { place } of ended) bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7))
  return bits
}

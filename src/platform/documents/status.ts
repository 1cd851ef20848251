import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Tx } from '#platform/database/tables.ts'
import './tables.ts'

/** A place in a list of status bits. */
export interface StatusPlace {
  readonly list: number
  readonly place: number
}

/** What the two bits of a place say (Token Status List, section 7). */
export const placeStates = { valid: 0, invalid: 1, suspended: 2 } as const
export type PlaceState = (typeof placeStates)[keyof typeof placeStates]

/** Draws without luck before a list counts as full: at 70 % that happens to one in 18, at 30 % to none. */
const draws = 8

/** The address of a list; its bits are what a verifier asks for, never the document. */
export const statusListAddress = (origin: string, list: number): string => `${origin}/status/${list}`

/**
 * Takes a place at random, so that neighbouring places say nothing about who was issued what when. Opens
 * the next list when the current one is crowded. A document may have several: one for itself, and one for each
 * copy and view of it.
 */
export async function takePlace(
  tx: Tx,
  holder: { readonly person: PersonNumber; readonly documentId: string; readonly state?: PlaceState },
): Promise<StatusPlace> {
  const { state = placeStates.valid } = holder
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
        .values({
          list,
          place,
          person_id: holder.person,
          document_id: holder.documentId,
          state,
          change: state === placeStates.valid ? null : nextChange,
        })
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

/** Ends one place for good: a copy on a lost phone, while the document itself stays valid. */
export async function endPlace(tx: Tx, { list, place }: StatusPlace): Promise<void> {
  await tx
    .updateTable('document_status')
    .set({ state: placeStates.invalid, change: nextChange })
    .where('list', '=', list)
    .where('place', '=', place)
    .where('state', '<>', placeStates.invalid)
    .execute()
}

/** Which document, with all of its places: its own and those of its copies and views. */
export interface PlacesOf {
  readonly person: PersonNumber
  readonly documentId: string
}

/** Ends a document everywhere. It is never taken back. */
export const endPlaces = (tx: Tx, of: PlacesOf): Promise<void> => setPlaces(tx, of, placeStates.invalid)

/** Suspends a document everywhere; a copy that was taken back stays so. */
export const suspendPlaces = (tx: Tx, of: PlacesOf): Promise<void> => setPlaces(tx, of, placeStates.suspended)

/** Lifts a suspension everywhere; a copy that was taken back stays so. */
export const restorePlaces = (tx: Tx, of: PlacesOf): Promise<void> => setPlaces(tx, of, placeStates.valid)

async function setPlaces(tx: Tx, { person, documentId }: PlacesOf, state: PlaceState): Promise<void> {
  await tx
    .updateTable('document_status')
    .set({ state, change: nextChange })
    .where('person_id', '=', person)
    .where('document_id', '=', documentId)
    .where('state', 'not in', [placeStates.invalid, state])
    .execute()
}

const nextChange = sql<number>`nextval('document_status_change')`

import { createHash } from 'node:crypto'
import type { Db } from '#platform/database/tables.ts'
import { liveAhead, liveFor } from './credential/live.ts'

/** Live codes that were shown to the public page or its API, for as long as they could be shown again. */
export interface LiveCodeSeenTable {
  /** A hash of its signature. */
  code: string
  /** Who read it, as a keyed hash: a page that is loaded again is the same reader. */
  reader: string
  until: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    live_code_seen: LiveCodeSeenTable
  }
}

/**
 * Notes that a reader saw a live code. False when another reader saw it before: then somebody shows a picture
 * of it, because a phone shows each code to one reader.
 */
export async function seenFirstBy(
  db: Db,
  it: { readonly signature: Uint8Array; readonly reader: string; readonly at: Date },
): Promise<boolean> {
  const code = createHash('sha256').update(it.signature).digest('base64url')
  const until = new Date(it.at.getTime() + (liveFor + liveAhead) * 1000)
  await db
    .insertInto('live_code_seen')
    .values({ code, reader: it.reader, until })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { reader } = await db
    .selectFrom('live_code_seen')
    .select('reader')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return reader === it.reader
}

/** Forgets those that are stale by now. */
export async function forgetLiveCodes(db: Db, at: Date): Promise<void> {
  await db.deleteFrom('live_code_seen').where('until', '<', at).execute()
}

import { createHash } from 'node:crypto'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import { packedIn } from '#platform/documents/credential/qr.ts'
import { open } from '#platform/documents/cwt.ts'
import { keyOfPoint, thumbprintOf } from '#platform/guard/device-key.ts'
import type { Platform } from '#platform/platform.ts'
import './tables.ts'

/** A check of a document that its holder wished to hear of. */
export interface Check {
  readonly id: string
  readonly at: Date
  /** The document's. */
  readonly title: Text
  /** The narrower showing that was given; empty for the whole. */
  readonly view: string
  /** Who checked, as they call themselves; nobody has made sure of it. */
  readonly saidBy: string | undefined
}

/**
 * Notes that a live code was checked, for the holder who asked for that when they showed it; each code counts
 * once. Says nothing of what it thinks of the code: whoever sends one learns nothing.
 */
export async function noteCheck(
  { db, clock, issuers }: Pick<Platform, 'db' | 'clock' | 'issuers'>,
  { live, saidBy }: { readonly live: string; readonly saidBy?: string | undefined },
): Promise<void> {
  const at = clock.now()
  const packed = packedIn(live)
  const opened = packed.ok ? await open(packed.value, issuers.trusted(), at) : packed
  if (!opened.ok || !opened.value.live?.tell || !opened.value.claims.device) return
  const { claims, live: shown } = opened.value
  const list = Number(/\/status\/(\d{1,9})$/.exec(claims.status.uri)?.[1])
  if (!Number.isInteger(list) || claims.status.index > 2_147_483_647) return
  const holder = await db
    .selectFrom('wallet_key')
    .select('person_id')
    .where('thumbprint', '=', thumbprintOf(keyOfPoint(opened.value.claims.device)))
    .executeTakeFirst()
  const copy =
    holder &&
    (await db
      .selectFrom('wallet_copy')
      .select(['person_id', 'id'])
      .where('person_id', '=', holder.person_id)
      .where('status_list', '=', list)
      .where('status_index', '=', claims.status.index)
      .where('ended_at', 'is', null)
      .executeTakeFirst())
  if (!copy) return
  await db
    .insertInto('wallet_showing')
    .values({
      person_id: copy.person_id,
      code: createHash('sha256').update(shown.signature).digest('base64url'),
      copy_id: copy.id,
      said_by: saidBy?.trim() || null,
      at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What was checked of what a person showed, the newest first. */
export async function checksOf(
  db: Db,
  person: PersonNumber,
  { limit = 50 }: { readonly limit?: number } = {},
): Promise<readonly Check[]> {
  const rows = await db
    .selectFrom('wallet_showing')
    .innerJoin('wallet_copy', (join) =>
      join
        .onRef('wallet_copy.person_id', '=', 'wallet_showing.person_id')
        .onRef('wallet_copy.id', '=', 'wallet_showing.copy_id'),
    )
    .innerJoin('issued_document', (join) =>
      join
        .onRef('issued_document.person_id', '=', 'wallet_copy.of_person')
        .onRef('issued_document.id', '=', 'wallet_copy.document_id'),
    )
    .select(['wallet_showing.id', 'wallet_showing.at', 'said_by', 'view', 'content'])
    .where('wallet_showing.person_id', '=', person)
    .orderBy('wallet_showing.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    title: row.content.title,
    view: row.view,
    saidBy: row.said_by ?? undefined,
  }))
}

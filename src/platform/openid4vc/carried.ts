import type { PersonNumber } from '#kernel/person-number.ts'
import { record } from '#platform/audit/record.ts'
import type { PersonPrincipal, Principal } from '#platform/authority/principal.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { endPlace } from '#platform/documents/status.ts'
import type { Platform } from '#platform/platform.ts'
import './tables.ts'

/** A document of a person in a wallet of somebody else. */
export interface Carried {
  readonly id: string
  readonly since: Date
  readonly until: Date
}

/** Where a document is carried now, newest first. */
export async function carriedOf(
  { db, clock }: { readonly db: Db; readonly clock: Platform['clock'] },
  by: PersonPrincipal,
  documentId: string,
): Promise<readonly Carried[]> {
  const rows = await db
    .selectFrom('carried_credential')
    .select(['id', 'issued_at', 'ends_at'])
    .where('person_id', '=', by.person)
    .where('document_id', '=', documentId)
    .where('ends_at', '>', clock.now())
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({ id: row.id, since: row.issued_at, until: row.ends_at }))
}

/** Stops one of them at once: its bit says so to whoever checks it. Twice is once. */
export async function stopCarrying(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  by: PersonPrincipal,
  id: string,
): Promise<boolean> {
  if (!isId(id)) return false
  return transact(db, (tx) => endCarried(tx, { person: by.person, id, by, at: clock.now() }))
}

/** Ends what wallets of others carry of a person, or that one; whether there was any. */
export async function endCarried(
  tx: Tx,
  it: { readonly person: PersonNumber; readonly id?: string; readonly by: Principal; readonly at: Date },
): Promise<boolean> {
  const { person, id, by, at } = it
  let ending = tx
    .updateTable('carried_credential')
    .set({ ends_at: at })
    .where('person_id', '=', person)
    .where('ends_at', '>', at)
  if (id !== undefined) ending = ending.where('id', '=', id)
  const ended = await ending.returning(['id', 'status_list', 'status_index']).execute()
  for (const { id: about, status_list: list, status_index: place } of ended) {
    await endPlace(tx, { list, place })
    await record(tx, { subject: person, by, action: 'document.carry-end', about, at })
  }
  return ended.length > 0
}

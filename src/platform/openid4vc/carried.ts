import { record } from '#platform/audit/record.ts'
import type { PersonPrincipal } from '#platform/authority/principal.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
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
  const at = clock.now()
  return transact(db, async (tx) => {
    const ended = await tx
      .updateTable('carried_credential')
      .set({ ends_at: at })
      .where('person_id', '=', by.person)
      .where('id', '=', id)
      .where('ends_at', '>', at)
      .returning(['status_list', 'status_index'])
      .executeTakeFirst()
    if (!ended) return false
    await endPlace(tx, { list: ended.status_list, place: ended.status_index })
    await record(tx, { subject: by.person, by, action: 'document.carry-end', about: id, at })
    return true
  })
}

import type { Selectable } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tables } from '#platform/database/tables.ts'
import type { Channel, DeliveryState } from '#platform/notices/tables.ts'

export interface Notice {
  readonly id: string
  readonly title: Text
  readonly body: Text
  readonly link: string | undefined
  readonly at: Date
  readonly read: boolean
}

export interface Delivery {
  readonly channel: Channel
  readonly state: DeliveryState
  readonly attempts: number
  readonly changedAt: Date
  /** Why the last attempt failed, for the operator; never holds the address. */
  readonly error: string | undefined
}

/** A person's notices, newest first; `before` is the id of the last one already seen. */
export async function inbox(
  db: Db,
  person: PersonNumber,
  page: { readonly before?: string; readonly limit: number },
): Promise<readonly Notice[]> {
  // Ids are made from the time of the notice, so that their order is the order in time.
  let query = db
    .selectFrom('notice')
    .select(['id', 'title', 'body', 'link', 'at', 'read_at'])
    .where('person_id', '=', person)
    .orderBy('id', 'desc')
    .limit(page.limit)
  if (page.before !== undefined) query = query.where('id', '<', page.before)
  const rows = await query.execute()
  return rows.map(({ read_at, link, ...row }) => ({
    ...row,
    link: link ?? undefined,
    read: read_at !== null,
  }))
}

export async function unreadCount(db: Db, person: PersonNumber): Promise<number> {
  const row = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.unread
}

/** Marks one notice as read, or all of them when no id is given. A notice read before keeps its time. */
export async function markRead(
  db: Db,
  person: PersonNumber,
  read: { readonly id?: string; readonly at: Date },
): Promise<void> {
  let query = db
    .updateTable('notice')
    .set({ read_at: read.at })
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
  if (read.id !== undefined) query = query.where('id', '=', read.id)
  await query.execute()
}

/** How far a notice got on each channel it was sent over. */
export async function deliveriesOf(
  db: Db,
  person: PersonNumber,
  notice: string,
): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('notice_delivery')
    .select(columns)
    .where('person_id', '=', person)
    .where('notice_id', '=', notice)
    .orderBy('channel')
    .execute()
  return rows.map(delivery)
}

/** What could not be delivered, to anybody, the latest first: for the operator, who sees no person in it. */
export async function failedDeliveries(
  db: Db,
  limit: number,
): Promise<readonly (Delivery & { readonly notice: string })[]> {
  const rows = await db
    .selectFrom('notice_delivery')
    .select(['notice_id', ...columns])
    .where('state', '=', 'failed')
    .orderBy('changed_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ notice_id, ...row }) => ({ notice: notice_id, ...delivery(row) }))
}

const columns = ['channel', 'state', 'attempts', 'changed_at', 'error'] as const

const delivery = ({
  changed_at,
  error,
  ...row
}: Pick<Selectable<Tables['notice_delivery']>, (typeof columns)[number]>): Delivery => ({
  ...row,
  changedAt: changed_at,
  error: error ?? undefined,
})

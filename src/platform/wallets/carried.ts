import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import './tables.ts'

/** A document that is on a phone now. */
export interface OnPhone {
  readonly id: string
  readonly title: Text
  readonly holder: Text
  /** Only to be looked at. */
  readonly viewed: boolean
  readonly since: Date
  /** Until when it is good there without being renewed. */
  readonly ends: Date
}

/** What is on a person's phone now, the oldest first. */
export async function carriedOn(db: Db, person: PersonNumber, device: string): Promise<readonly OnPhone[]> {
  const rows = await db
    .selectFrom('wallet_copy')
    .innerJoin('issued_document', (join) =>
      join
        .onRef('issued_document.person_id', '=', 'wallet_copy.of_person')
        .onRef('issued_document.id', '=', 'wallet_copy.document_id'),
    )
    .select(['wallet_copy.id', 'content', 'wallet_copy.status_list', 'since', 'ends_at'])
    .where('wallet_copy.person_id', '=', person)
    .where('device_id', '=', device)
    .where('view', '=', '')
    .where('wallet_copy.ended_at', 'is', null)
    .orderBy('wallet_copy.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.content.title,
    holder: row.content.holder,
    viewed: row.status_list === null,
    since: row.since,
    ends: row.ends_at,
  }))
}

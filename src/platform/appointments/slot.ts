import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { Section } from './tables.ts'

/** Where, for what and when a person is served. */
export interface Place {
  readonly office: string
  readonly purpose: string
  readonly section: Section
  readonly day: Day
  readonly time: string
}

/** Takes a place if one is left: one statement, so that the last place goes to one of many at once. */
export async function take(tx: Tx, place: Place, capacity: number): Promise<boolean> {
  const { rows } = await sql`
    insert into slot (office_id, day, purpose, section, time, capacity, taken)
    values (${place.office}, ${place.day}, ${place.purpose}, ${place.section}, ${place.time}, ${capacity}, 1)
    on conflict (office_id, day, purpose, section, time)
    do update set taken = slot.taken + 1 where slot.taken < slot.capacity
    returning taken`.execute(tx)
  return rows.length === 1
}

export async function giveUp(tx: Tx, place: Place): Promise<void> {
  await tx
    .updateTable('slot')
    .set((slot) => ({ taken: slot('taken', '-', 1) }))
    .where('office_id', '=', place.office)
    .where('day', '=', place.day)
    .where('purpose', '=', place.purpose)
    .where('section', '=', place.section)
    .where('time', '=', place.time)
    .execute()
}

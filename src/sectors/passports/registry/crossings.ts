import { addDays, type Day, startOfDay } from '#kernel/day.ts'
import type { PassportNumber } from '#kernel/passport-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import type { PortCode } from '../ports.ts'
import type { Direction } from './tables.ts'

export interface Crossing {
  readonly id: string
  readonly direction: Direction
  readonly at: Date
  readonly port: PortCode
  readonly passport: PassportNumber | undefined
  readonly visa: string | undefined
}

/** A person's crossings of the border, the latest first. Theirs alone to see once they are of age. */
export async function crossingsOf(
  db: Db,
  person: PersonNumber,
  span: { readonly from?: Day | undefined; readonly until?: Day | undefined; readonly limit: number },
): Promise<readonly Crossing[]> {
  let query = db
    .selectFrom('border_crossing')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('crossed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(span.limit)
  if (span.from) query = query.where('crossed_at', '>=', startOfDay(span.from))
  if (span.until) query = query.where('crossed_at', '<', startOfDay(addDays(span.until, 1)))
  return (await query.execute()).map((row) => ({
    id: row.id,
    direction: row.direction,
    at: row.crossed_at,
    port: row.port,
    passport: row.passport ?? undefined,
    visa: row.visa ?? undefined,
  }))
}

/** Whether the last crossing led out. Who never crossed is inside: born here, or in before the gates reported. */
export async function isAbroad(db: Db, person: PersonNumber): Promise<boolean> {
  const [last] = await crossingsOf(db, person, { limit: 1 })
  return last?.direction === 'exit'
}

import { dayOf } from '#kernel/day.ts'
import type { PassportNumber } from '#kernel/passport-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { record } from '#platform/audit/record.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { followLater } from '#platform/jobs/follow-later.ts'
import type { PortCode } from '../ports.ts'
import { followCrossing } from './follow-crossing.ts'
import type { Direction } from './tables.ts'
import type { Visa } from './visas.ts'

export interface CrossingReport {
  readonly person: PersonNumber
  readonly direction: Direction
  readonly crossedAt: Date
  readonly port: PortCode
  readonly passport: PassportNumber | undefined
  /** The visa that was shown; without one, the gate leaves it to the registry. */
  readonly visa: Visa | undefined
  /** The gate's client and its own number of the crossing: reported twice is recorded once. */
  readonly source: string
  readonly record: string
  readonly at: Date
}

/**
 * Records a crossing once, with what it means for the visa, the permit to travel and the residency. Nobody is sent
 * a message: where somebody goes is theirs alone to know (register, section 4). Says whether it was known before.
 */
export async function recordCrossing(tx: Tx, it: CrossingReport): Promise<{ readonly known: boolean }> {
  // Whoever reports about a person waits for who did before: what follows depends on the order.
  await tx
    .selectFrom('person')
    .select('person_id')
    .where('person_id', '=', it.person)
    .forNoKeyUpdate()
    .execute()
  const id = newId(it.at)
  const claimed = await tx
    .insertInto('crossing_record')
    .values({ source: it.source, record: it.record, person_id: it.person, crossing_id: id })
    .onConflict((conflict) => conflict.columns(['source', 'record']).doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows !== 1n) return { known: true }
  const later = await tx
    .selectFrom('border_crossing')
    .select('id')
    .where('person_id', '=', it.person)
    .where('crossed_at', '>', it.crossedAt)
    .limit(1)
    .executeTakeFirst()
  // A report that came late is history: what followed from it was overtaken.
  const visa = later
    ? it.visa
    : await followCrossing(tx, {
        person: it.person,
        direction: it.direction,
        on: dayOf(it.crossedAt),
        shown: it.visa,
        at: it.at,
      })
  await tx
    .insertInto('border_crossing')
    .values({
      person_id: it.person,
      id,
      direction: it.direction,
      crossed_at: it.crossedAt,
      port: it.port,
      passport: it.passport ?? null,
      visa: visa?.number ?? null,
    })
    .execute()
  await followLater(tx, it.person)
  await record(tx, {
    subject: it.person,
    by: { kind: 'partner', client: it.source, scopes: ['crossings:write'] },
    action: 'crossing.write',
    ground: 'crossings:write',
    at: it.at,
  })
  return { known: false }
}

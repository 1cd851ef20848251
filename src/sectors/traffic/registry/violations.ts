import type { Selectable } from 'kysely'
import { addDays, type Day, dayOf } from '#kernel/day.ts'
import { type Halalas, halalas, minus } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { limitOn } from '../limits.ts'
import { violationTitle } from '../violation-kinds.ts'
import type { ViolationState, ViolationTable } from './tables.ts'

export interface Violation {
  readonly id: string
  readonly person: PersonNumber
  readonly number: string
  readonly kind: string
  readonly title: Text
  readonly committedAt: Date
  readonly recordedAt: Date
  readonly place: Text
  /** In km/h, when it is about speed. */
  readonly speed: { readonly driven: number; readonly allowed: number } | undefined
  /** Without reduction. */
  readonly amount: Halalas
  readonly points: number
  readonly grave: boolean
  readonly state: ViolationState
  readonly objectBy: Day
  readonly payBy: Day
  readonly sequenceNumber: string | undefined
  readonly decision: string | undefined
}

/** A person's violations, the newest first; `open`: unpaid or under objection. */
export async function violationsOf(
  db: Db,
  person: PersonNumber,
  only: 'all' | 'unpaid' | 'open' = 'all',
): Promise<readonly Violation[]> {
  let query = db
    .selectFrom('violation')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('committed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
  if (only === 'unpaid') query = query.where('state', '=', 'unpaid')
  if (only === 'open') query = query.where('state', 'in', ['unpaid', 'objected'])
  return (await query.execute()).map(violationOf)
}

/** One of a person's violations, by id. */
export async function findViolation(
  db: Db,
  person: PersonNumber,
  id: string,
): Promise<Violation | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('violation')
    .selectAll()
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && violationOf(row)
}

/** The violation with this number, when it is this person's; a wrong pair is nothing. */
export async function violationByNumber(
  db: Db,
  person: PersonNumber,
  number: string,
): Promise<Violation | undefined> {
  const row = await db
    .selectFrom('violation')
    .selectAll()
    .where('person_id', '=', person)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && violationOf(row)
}

/** How many violations a person has to pay. */
export async function countUnpaid(db: Db, person: PersonNumber): Promise<number> {
  return (await violationsOf(db, person, 'unpaid')).length
}

/** How many violations committed with a vehicle are unpaid, whoever answers for them. */
export async function countUnpaidOnVehicle(db: Db, sequenceNumber: string): Promise<number> {
  const rows = await db
    .selectFrom('unpaid_on_vehicle')
    .select('number')
    .where('sequence_number', '=', sequenceNumber)
    .execute()
  return rows.length
}

/** Points within the year before a day; what was dropped counts nothing. */
export async function pointsOf(db: Db, person: PersonNumber, on: Day): Promise<number> {
  const yearAgo = addDays(on, -365)
  const all = await violationsOf(db, person)
  return all
    .filter((one) => one.state !== 'dropped' && dayOf(one.committedAt) > yearAgo)
    .reduce((sum, one) => sum + one.points, 0)
}

/** Whether the reduction applies: in the payment window, and not for a grave offence (row 76). */
export const isReduced = (it: Pick<Violation, 'grave' | 'payBy'>, today: Day): boolean =>
  !it.grave && today <= it.payBy

/** What a violation costs when paid on a day, the reduction taken off. */
export function dueOn(it: Pick<Violation, 'amount' | 'grave' | 'payBy'>, today: Day): Halalas {
  if (!isReduced(it, today)) return it.amount
  const off = halalas(Math.round((it.amount * limitOn('reductionPercent', today)) / 100))
  return minus(it.amount, off)
}

function violationOf(row: Selectable<ViolationTable>): Violation {
  return {
    id: row.id,
    person: row.person_id,
    number: row.number,
    kind: row.kind,
    title: violationTitle(row.kind),
    committedAt: row.committed_at,
    recordedAt: row.recorded_at,
    place: { ar: row.place_ar, en: row.place_en },
    speed:
      row.speed === null || row.speed_limit === null
        ? undefined
        : { driven: row.speed, allowed: row.speed_limit },
    amount: row.amount,
    points: row.points,
    grave: row.grave,
    state: row.state,
    objectBy: row.object_by,
    payBy: row.pay_by,
    sequenceNumber: row.sequence_number ?? undefined,
    decision: row.decision ?? undefined,
  }
}

import type { Clock } from '#kernel/clock.ts'
import { addDays, type Day, dayOf, daysBetween } from '#kernel/day.ts'
import type { Db } from '#platform/database/tables.ts'
import { findOffice, findOffices, type Office } from './office.ts'
import { bookableDays, startsAt, timesOn } from './schedule.ts'
import type { Section } from './tables.ts'

export interface OpenSlot {
  readonly office: string
  readonly section: Section
  readonly day: Day
  readonly time: string
  /** Places left. */
  readonly left: number
}

/**
 * The free slots of an office, or of all that serve the purpose, in `days` days from `from` on, soonest
 * first. Only what can still be booked: from now to sixty days ahead.
 */
export async function openSlots(
  db: Db,
  clock: Clock,
  wanted: { purpose: string; office?: string; from: Day; days?: number; section?: Section },
): Promise<OpenSlot[]> {
  const now = clock.now()
  const today = dayOf(now)
  const first = Math.max(0, daysBetween(today, wanted.from))
  const last = Math.min(bookableDays, daysBetween(today, wanted.from) + (wanted.days ?? 14) - 1)
  const from = addDays(today, first)
  const to = addDays(today, last)
  const offices = await officesFor(db, wanted)
  if (offices.length === 0 || to < from) return []
  const full = await taken(db, {
    offices: offices.map((office) => office.id),
    purpose: wanted.purpose,
    from,
    to,
  })
  const slots: OpenSlot[] = []
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const office of offices)
      for (const time of timesOn(office, day)) {
        if (startsAt({ day, time }) <= now) continue
        for (const section of office.sections) {
          if (wanted.section && wanted.section !== section) continue
          const left = office.capacity - (full.get(`${office.id} ${day} ${time} ${section}`) ?? 0)
          if (left > 0) slots.push({ office: office.id, section, day, time, left })
        }
      }
  return slots.sort((a, b) =>
    a.day + a.time < b.day + b.time ? -1 : a.day + a.time > b.day + b.time ? 1 : 0,
  )
}

async function officesFor(db: Db, wanted: { purpose: string; office?: string }): Promise<Office[]> {
  if (!wanted.office) return findOffices(db, { purpose: wanted.purpose })
  const office = await findOffice(db, wanted.office)
  return office?.purposes.includes(wanted.purpose) ? [office] : []
}

async function taken(
  db: Db,
  of: { offices: string[]; purpose: string; from: Day; to: Day },
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('slot')
    .select(['office_id', 'day', 'time', 'section', 'taken'])
    .where('office_id', 'in', of.offices)
    .where('day', '>=', of.from)
    .where('day', '<=', of.to)
    .where('purpose', '=', of.purpose)
    .execute()
  return new Map(rows.map((row) => [`${row.office_id} ${row.day} ${row.time} ${row.section}`, row.taken]))
}

import { addDays, type Day, dayOf, startOfDay } from '#kernel/day.ts'
import { isWorkingDay } from '#kernel/working-time.ts'
import type { Office } from './office.ts'
import type { Section } from './tables.ts'

/** How far ahead one can book [assumed]. */
export const bookableDays = 60

/** A time at an office; 'HH:MM' in Riyadh. */
export interface SlotTime {
  readonly day: Day
  readonly time: string
}

/** When it begins, as an instant. Riyadh has no summer time. */
export const startsAt = ({ day, time }: SlotTime): Date =>
  new Date(startOfDay(day).getTime() + minutes(time) * 60_000)

/** The times of an office on a day: none on a day off, none where nobody is served by appointment. */
export function timesOn(office: Office, day: Day): string[] {
  if (office.capacity === 0 || !isWorkingDay(day)) return []
  const times: string[] = []
  const last = minutes(office.closes) - office.slotMinutes
  for (let at = minutes(office.opens); at <= last; at += office.slotMinutes) times.push(clockTime(at))
  return times
}

/** Whether the office's hours have such a slot, and it can still be booked. */
export function isOffered(
  office: Office,
  wanted: SlotTime & { readonly purpose: string; readonly section: Section },
  now: Date,
): boolean {
  return (
    office.purposes.includes(wanted.purpose) &&
    office.sections.includes(wanted.section) &&
    startsAt(wanted) > now &&
    wanted.day <= addDays(dayOf(now), bookableDays) &&
    timesOn(office, wanted.day).includes(wanted.time)
  )
}

const minutes = (time: string): number => {
  const [hours, rest] = time.split(':').map(Number)
  return (hours ?? 0) * 60 + (rest ?? 0)
}

const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

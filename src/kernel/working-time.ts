import { addDays, type Day, dayOf, daysBetween, startOfDay, weekday } from './day.ts'
import { dayOfHijri, hijriOf } from './hijri.ts'
import type { Text } from './text.ts'

const fitr: Text = { ar: 'عيد الفطر', en: 'Eid al-Fitr' }
const adha: Text = { ar: 'عيد الأضحى', en: 'Eid al-Adha' }
const founding: Text = { ar: 'يوم التأسيس', en: 'Founding Day' }
const national: Text = { ar: 'اليوم الوطني', en: 'National Day' }

/**
 * The public holiday of a day (register F-15). Each Eid is four days [assumed]: from the day after
 * 29 Ramadan, and from the day of Arafah.
 */
export function holidayOn(day: Day): Text | undefined {
  if (day.endsWith('-02-22')) return founding
  if (day.endsWith('-09-23')) return national
  const { year, month } = hijriOf(day)
  if (month === 9 || month === 10)
    return isFourDaysFrom(addDays(hijriDay(year, 9, 29), 1), day) ? fitr : undefined
  if (month === 12) return isFourDaysFrom(hijriDay(year, 12, 9), day) ? adha : undefined
  return undefined
}

/** Sunday to Thursday, and no holiday. */
export const isWorkingDay = (day: Day): boolean => weekday(day) <= 4 && holidayOn(day) === undefined

/** The first working day after `day`. */
export const nextWorkingDay = (day: Day): Day => rollForward(addDays(day, 1))

/** `day` itself when it is a working day, otherwise the next one: where a deadline moves to. */
export function rollForward(day: Day): Day {
  let at = day
  while (!isWorkingDay(at)) at = addDays(at, 1)
  return at
}

/** The day on which `count` further working days are over. */
export function addWorkingDays(day: Day, count: number): Day {
  let at = day
  for (let left = count; left > 0; left--) at = nextWorkingDay(at)
  return at
}

/** Sunday to Thursday from 08:00, Friday and Saturday from 16:00, to midnight (register F-16). */
export const contactCentreOpen = (instant: Date): boolean => instant >= opening(dayOf(instant))

/** When it opens next; the instant itself while it is open. */
export const contactCentreOpensAt = (instant: Date): Date =>
  contactCentreOpen(instant) ? instant : opening(dayOf(instant))

function opening(day: Day): Date {
  return new Date(startOfDay(day).getTime() + (weekday(day) <= 4 ? 8 : 16) * 3_600_000)
}

function isFourDaysFrom(first: Day, day: Day): boolean {
  const passed = daysBetween(first, day)
  return passed >= 0 && passed < 4
}

function hijriDay(year: number, month: number, day: number): Day {
  const found = dayOfHijri({ year, month, day })
  if (!found.ok) throw new Error(`no day ${year}-${month}-${day} AH`)
  return found.value
}

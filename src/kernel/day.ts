import type { Brand } from './brand.ts'
import { toAsciiDigits } from './digits.ts'
import { err, ok, type Result } from './result.ts'
import type { Text } from './text.ts'

/** A calendar day in Riyadh, 'YYYY-MM-DD': sorts and compares as a string. */
export type Day = Brand<string, 'Day'>

/** The days that the Umm al-Qura table covers, 1300–1600 AH (register F-12). */
export const firstDay = '1882-11-12' as Day
export const lastDay = '2174-11-25' as Day

const millisecondsADay = 86_400_000
// Saudi Arabia is UTC+3 all year (register F-16).
const riyadhOffset = 3 * 3_600_000

/** Reads 'YYYY-MM-DD' in any digits; refuses a day that does not exist or has no Hijri date. */
export function parseDay(input: string): Result<Day, Text> {
  const written = toAsciiDigits(input).trim()
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? []
  if (year === undefined) {
    return err({ ar: 'اكتب التاريخ هكذا: 2026-11-23', en: 'Write the date like this: 2026-11-23' })
  }
  if (fromUtc(Date.UTC(Number(year), Number(month) - 1, Number(date))) !== written) {
    return err({
      ar: 'لا يوجد يوم بهذا التاريخ. راجع اليوم والشهر',
      en: 'There is no such day. Check the day and the month',
    })
  }
  const day = written as Day
  if (day < firstDay || day > lastDay) {
    return err({
      ar: 'راجع السنة: أدخل تاريخًا بين 1883 و2174',
      en: 'Check the year: enter a date between 1883 and 2174',
    })
  }
  return ok(day)
}

/** For constants and tests. @throws when it is not a day */
export function day(input: string): Day {
  const parsed = parseDay(input)
  if (!parsed.ok) throw new Error(`${input}: ${parsed.error.en}`)
  return parsed.value
}

/** The day that it is in Riyadh at an instant. */
export const dayOf = (instant: Date): Day => fromUtc(instant.getTime() + riyadhOffset)

/** Midnight in Riyadh, as an instant. */
export const startOfDay = (day: Day): Date => new Date(toUtc(day) - riyadhOffset)

export const addDays = (day: Day, days: number): Day => fromUtc(toUtc(day) + days * millisecondsADay)

/** The same date some months later; the last day of the month where that has no such date. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day)
  const target = Date.UTC(year, month - 1 + months, 1)
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return fromUtc(target + (Math.min(date, lastDate) - 1) * millisecondsADay)
}

/** The same date some years later; 29 February becomes the 28th. */
export const addYears = (day: Day, years: number): Day => addMonths(day, years * 12)

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (toUtc(to) - toUtc(from)) / millisecondsADay

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => new Date(toUtc(day)).getUTCDay()

export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

/** Midnight UTC of the same date, for formatters that run in UTC. */
export const utcOf = (day: Day): Date => new Date(toUtc(day))

const toUtc = (day: Day): number => {
  const { year, month, date } = partsOf(day)
  return Date.UTC(year, month - 1, date)
}

function fromUtc(time: number): Day {
  const at = new Date(time)
  const [month, date] = [at.getUTCMonth() + 1, at.getUTCDate()].map((part) => String(part).padStart(2, '0'))
  return `${at.getUTCFullYear()}-${month}-${date}` as Day
}

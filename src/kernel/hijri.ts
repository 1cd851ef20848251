import { CalendarDate, GregorianCalendar, IslamicUmalquraCalendar, toCalendar } from '@internationalized/date'
import { type Day, day, daysBetween, partsOf } from './day.ts'
import { err, ok, type Result } from './result.ts'
import type { Text } from './text.ts'

/** A date of the Umm al-Qura calendar (register F-12); months count from 1, Muharram. */
export interface HijriDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export type Calendar = 'gregorian' | 'hijri'

const ummAlQura = new IslamicUmalquraCalendar()
const gregorian = new GregorianCalendar()

/** When the last year of the table begins. */
const lastYear = { year: 1600, begins: '2173-12-07' as Day }

export function hijriOf(on: Day): HijriDate {
  if (on >= lastYear.begins) return inLastYear(on)
  const { year, month, date } = partsOf(on)
  const hijri = toCalendar(new CalendarDate(year, month, date), ummAlQura)
  return { year: hijri.year, month: hijri.month, day: hijri.day }
}

/** The library knows how long the months of that year are, but reads its days by another calendar. */
function inLastYear(on: Day): HijriDate {
  const { year, begins } = lastYear
  let [month, day] = [1, daysBetween(begins, on) + 1]
  for (; day > monthLength(year, month); month++) day -= monthLength(year, month)
  return { year, month, day }
}

/** The day of a Hijri date between 1300 and 1600 AH; refuses one that is not in the calendar. */
export function dayOfHijri({ year, month, day: date }: HijriDate): Result<Day, Text> {
  if (!Number.isInteger(year) || year < 1300 || year > 1600) {
    return err({
      ar: 'راجع السنة: أدخل سنة هجرية بين 1300 و1600',
      en: 'Check the year: enter a Hijri year between 1300 and 1600',
    })
  }
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    return err({
      ar: 'راجع الشهر: أدخل رقمًا من 1 إلى 12',
      en: 'Check the month: enter a number from 1 to 12',
    })
  }
  const length = monthLength(year, month)
  if (!Number.isInteger(date) || date < 1 || date > length) {
    return err({
      ar: `راجع اليوم: في هذا الشهر ${length} يومًا`,
      en: `Check the day: that month has ${length} days`,
    })
  }
  return ok(day(toCalendar(new CalendarDate(ummAlQura, year, month, date), gregorian).toString()))
}

/** Full years lived in the calendar of the rule (register F-13): 2004-01-01 is 21 Hijri on 2024-05-17. */
export function ageIn(calendar: Calendar, born: Day, on: Day): number {
  const from = fieldsIn(calendar, born)
  const to = fieldsIn(calendar, on)
  const birthdayPassed = to.month > from.month || (to.month === from.month && to.day >= from.day)
  return to.year - from.year - (birthdayPassed ? 0 : 1)
}

/** The first day of being `age`; where the month lacks the date, the first of the next month. */
export function birthdayAt(calendar: Calendar, born: Day, age: number): Day {
  const { year, month, day: date } = fieldsIn(calendar, born)
  if (calendar === 'gregorian') {
    return day(new Date(Date.UTC(year + age, month - 1, date)).toISOString().slice(0, 10))
  }
  const missing = date > monthLength(year + age, month)
  const birthday = missing
    ? { year: year + age + (month === 12 ? 1 : 0), month: (month % 12) + 1, day: 1 }
    : { year: year + age, month, day: date }
  const found = dayOfHijri(birthday)
  if (!found.ok) throw new Error(`no Hijri birthday ${age} for a birth in ${year}`)
  return found.value
}

const monthLength = (year: number, month: number): number =>
  ummAlQura.getDaysInMonth(new CalendarDate(ummAlQura, year, month, 1))

function fieldsIn(calendar: Calendar, on: Day): HijriDate {
  if (calendar === 'hijri') return hijriOf(on)
  const { year, month, date } = partsOf(on)
  return { year, month, day: date }
}

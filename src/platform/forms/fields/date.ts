import { addDays, addYears, type Day, parseDay } from '#kernel/day.ts'
import { compact } from '#kernel/digits.ts'
import { formatDay, formatHijri } from '#kernel/format.ts'
import { type Calendar, dayOfHijri } from '#kernel/hijri.ts'
import { err, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, makeField, partOf } from './common.ts'

/** A day, or one counted from today: `{ days: 1 }` is tomorrow, `{ years: -15 }` fifteen years ago. */
export type DateLimit = Day | 'today' | { readonly days: number } | { readonly years: number }

export interface DateOptions extends FieldOptions {
  /** The calendar that the control starts with; the person may change it. Gregorian when absent. */
  readonly calendar?: Calendar
  readonly min?: DateLimit
  readonly max?: DateLimit
}

/** A day, in parts with their calendar (from a page) or as 'YYYY-MM-DD' (from a program). */
export function date<const O extends DateOptions>(options: O): Field<Answer<Day, O>> {
  const { calendar = 'gregorian', min, max } = options
  return makeField<Day, O>(options, {
    kind: 'date',
    missing: { ar: 'أدخل اليوم والشهر والسنة', en: 'Enter the day, the month and the year' },
    parts: ['day', 'month', 'year', 'calendar'],
    schema: { type: 'string', format: 'date' },
    control: { calendar },
    read: (raw, { today }) => {
      const read = typeof raw === 'string' ? parseDay(raw) : fromParts(raw, calendar)
      if (!read.ok) return read
      const earliest = min && limit(min, today)
      const latest = max && limit(max, today)
      if (earliest && read.value < earliest) return err(bound(earliest, 'notBefore'))
      if (latest && read.value > latest) return err(bound(latest, 'notAfter'))
      return read
    },
    show: v.day,
  })
}

function fromParts(raw: unknown, usual: Calendar): Result<Day, Text> {
  const [year, month, day] = ['year', 'month', 'day'].map((name) => {
    const digits = compact(partOf(raw, name))
    return /^\d{1,4}$/.test(digits) ? Number(digits) : undefined
  })
  if (year === undefined || month === undefined || day === undefined) {
    return err({
      ar: 'أدخل اليوم والشهر والسنة بالأرقام',
      en: 'Enter the day, the month and the year in digits',
    })
  }
  const calendar = partOf(raw, 'calendar') || usual
  // Years do not overlap, so a date in the other calendar is recognised and said.
  if (calendar === 'hijri' && year > 1600) return err(notHijri)
  if (calendar !== 'hijri' && year < 1600) return err(notGregorian)
  if (calendar === 'hijri') return dayOfHijri({ year, month, day })
  return parseDay([year, month, day].map((part) => String(part).padStart(2, '0')).join('-'))
}

function limit(at: DateLimit, today: Day): Day {
  if (at === 'today') return today
  if (typeof at === 'string') return at
  return 'days' in at ? addDays(today, at.days) : addYears(today, at.years)
}

function bound(day: Day, which: 'notBefore' | 'notAfter'): Text {
  const both: Text = {
    ar: `${formatDay(day, 'ar')} (${formatHijri(day, 'ar')})`,
    en: `${formatDay(day, 'en')} (${formatHijri(day, 'en')})`,
  }
  return which === 'notBefore'
    ? { ar: `أدخل تاريخًا لا يسبق ${both.ar}`, en: `Enter a date that is not before ${both.en}` }
    : { ar: `أدخل تاريخًا لا يتجاوز ${both.ar}`, en: `Enter a date that is not after ${both.en}` }
}

const notHijri: Text = {
  ar: 'السنة ميلادية. أدخل سنة هجرية مثل 1448، أو اختر التقويم الميلادي',
  en: 'That is a Gregorian year. Enter a Hijri year such as 1448, or choose the Gregorian calendar',
}
const notGregorian: Text = {
  ar: 'السنة هجرية. أدخل سنة ميلادية من أربعة أرقام مثل 2026، أو اختر التقويم الهجري',
  en: 'That is not a Gregorian year. Enter four digits such as 2026, or choose the Hijri calendar',
}

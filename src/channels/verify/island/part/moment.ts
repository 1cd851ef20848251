import { dayOf } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Riyadh' })

/** "10:42" today, "28 February 2026, 10:42" before. */
export const momentOf = (at: Date, now: Date, locale: Locale): string =>
  dayOf(at) === dayOf(now)
    ? clock.format(at)
    : `${formatDay(dayOf(at), locale)}${locale === 'ar' ? '،' : ','} ${clock.format(at)}`

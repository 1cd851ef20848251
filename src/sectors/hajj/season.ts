import type { Day } from '#kernel/day.ts'
import { dayOfHijri, hijriOf } from '#kernel/hijri.ts'

/** The days of a Hajj season, by the Hijri year at whose end it is. */
export interface Season {
  readonly year: number
  /** 8 Dhu al-Hijjah, when pilgrims set out. */
  readonly begins: Day
  /** 13 Dhu al-Hijjah, the last day in Mina. */
  readonly ends: Day
}

const month = 12

export function seasonOf(year: number): Season {
  const begins = dayOfHijri({ year, month, day: 8 })
  const ends = dayOfHijri({ year, month, day: 13 })
  if (!begins.ok || !ends.ok) throw new Error(`no Hajj season in ${year}`)
  return { year, begins: begins.value, ends: ends.value }
}

/** The season that is next, or under way, on a day. */
export function seasonOn(today: Day): Season {
  const { year } = hijriOf(today)
  const thisYear = seasonOf(year)
  return today <= thisYear.ends ? thisYear : seasonOf(year + 1)
}

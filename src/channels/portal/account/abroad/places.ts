import { type Day, parseDay } from '#kernel/day.ts'
import { formatDay, formatTime, formatWeekday } from '#kernel/format.ts'
import type { AbroadPlace } from '#platform/accounts/abroad.ts'
import { abroadPlaceTitle } from '#platform/accounts/abroad-texts.ts'
import { isMission, missions } from '#platform/accounts/missions.ts'
import { choice } from '#platform/forms/fields/index.ts'
import { words } from './words.ts'

/** A place by its name in a form; nothing for one that is not there. */
export const placeNamed = (given: string): AbroadPlace | undefined => {
  if (given === 'video') return { way: 'video' }
  return isMission(given) ? { way: 'mission', mission: given } : undefined
}

export const placeField = choice({
  label: words.place,
  hint: words.placeHint,
  options: ['video', ...Object.keys(missions)].flatMap((value) => {
    const place = placeNamed(value)
    return place ? [{ value, label: abroadPlaceTitle(place) }] : []
  }),
})

export const dayField = (days: readonly Day[]) =>
  choice({
    label: words.day,
    options: days.map((value) => ({
      value,
      label: {
        ar: `${formatWeekday(value, 'ar')}، ${formatDay(value, 'ar')}`,
        en: `${formatWeekday(value, 'en')}, ${formatDay(value, 'en')}`,
      },
    })),
  })

export const timeField = (times: readonly Date[]) =>
  choice({
    label: words.time,
    options: times.map((time) => ({
      value: time.toISOString(),
      label: { ar: formatTime(time), en: formatTime(time) },
    })),
  })

/** One of the days that are offered, by its name in a form. */
export function dayNamed(given: string, days: readonly Day[]): Day | undefined {
  const day = parseDay(given)
  return day.ok && days.includes(day.value) ? day.value : undefined
}

import { dayOf, startOfDay } from '#kernel/day.ts'
import { plural } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import { isWorkingDay } from '#kernel/working-time.ts'
import type { Office } from './office.ts'
import type { Devices } from './tables.ts'

type Hours = Pick<Office, 'opens' | 'closes'>

const isAlwaysOpen = ({ opens, closes }: Hours): boolean => opens === '00:00' && closes === '24:00'

/** When a place is open, in words. */
export const hoursOf = (it: Hours): Text =>
  isAlwaysOpen(it)
    ? { ar: 'كل يوم، على مدار الساعة', en: 'Every day, around the clock' }
    : {
        ar: `الأحد–الخميس، من ${it.opens} إلى ${it.closes}`,
        en: `Sunday–Thursday, ${it.opens} to ${it.closes}`,
      }

/** Offices keep working days and their hours (register F-15); devices are open all day (R-KSK-16). */
export function isOpen(it: Hours, now: Date): boolean {
  if (isAlwaysOpen(it)) return true
  const today = dayOf(now)
  const minute = Math.floor((now.getTime() - startOfDay(today).getTime()) / 60_000)
  return isWorkingDay(today) && minute >= minutes(it.opens) && minute < minutes(it.closes)
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** As many devices as the source says there are, in its own words (register R-KSK-01 to R-KSK-14). */
export function devicesText({ qualifier, count }: Devices): Text {
  if (qualifier === 'many' || count === undefined) return { ar: 'كثيرة', en: 'Many' }
  const some: Text = {
    ar: plural('ar', count, {
      one: 'جهاز واحد',
      two: 'جهازين',
      few: '{n} أجهزة',
      many: '{n} جهازًا',
      other: '{n} جهاز',
    }),
    en: plural('en', count, { one: '{n} device', other: '{n} devices' }),
  }
  const lead = leads[qualifier]
  return { ar: `${lead.ar} ${some.ar}`, en: `${lead.en} ${some.en}` }
}

const leads = {
  'more-than': { ar: 'أكثر من', en: 'More than' },
  'at-most': { ar: 'لا يزيد على', en: 'At most' },
  'at-least': { ar: 'على الأقل', en: 'At least' },
} as const satisfies Record<Exclude<Devices['qualifier'], 'many'>, Text>

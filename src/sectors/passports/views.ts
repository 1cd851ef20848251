import type { Text } from '#kernel/text.ts'
import { overAge } from '#platform/documents/over-age.ts'

export const yesNo: Readonly<Record<string, Text>> = {
  y: { ar: 'نعم', en: 'Yes' },
  n: { ar: 'لا', en: 'No' },
}

/** By the Gregorian calendar, which says so later than the Hijri one. */
export const over18 = overAge(18, 'gregorian')

import { formatDay, formatHijri, formatInstant, formatMoney, formatNumber } from '#kernel/format.ts'
import { formatPlate } from '#kernel/plate.ts'
import type { Text } from '#kernel/text.ts'
import { inOneLine, type Value } from '#platform/catalogue/value.ts'

/** A fact as printed: in both languages, with the Hijri day below when it is a day. */
export interface PrintedValue {
  readonly text: Text
  readonly below?: Text
  /** Reads from left to right in either language and stands there once. */
  readonly code: boolean
}

const both = (text: Text): PrintedValue => ({ text, code: false })
const once = (text: string): PrintedValue => ({ text: { ar: text, en: text }, code: true })

/** A value for paper. */
export function printed(value: Value): PrintedValue {
  switch (value.kind) {
    case 'text':
      return both(value.text)
    case 'list':
      return both(inOneLine(value.texts))
    case 'plain':
      return both({ ar: value.value, en: value.value })
    case 'code':
      return once(value.value)
    case 'number':
      return once(formatNumber(value.value, 'en'))
    case 'money':
      return both({ ar: formatMoney(value.value, 'ar'), en: formatMoney(value.value, 'en') })
    case 'day':
      return {
        text: { ar: formatDay(value.value, 'ar'), en: formatDay(value.value, 'en') },
        // The papers’ font has no modifier letter for the hamza of ‘Dhuʻl-Hijjah’.
        below: { ar: formatHijri(value.value, 'ar'), en: formatHijri(value.value, 'en').replace('ʻ', '’') },
        code: false,
      }
    case 'instant': {
      const at = new Date(value.value)
      return both({ ar: formatInstant(at, 'ar'), en: formatInstant(at, 'en') })
    }
    case 'plate':
      return both({ ar: formatPlate(value.value, 'ar'), en: formatPlate(value.value, 'en') })
    case 'yesNo':
      return both(value.value ? { ar: 'نعم', en: 'Yes' } : { ar: 'لا', en: 'No' })
    case 'none':
      return once('—')
  }
}

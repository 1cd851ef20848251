import { formatDay, formatHijri, formatInstant, formatMoney, formatNumber } from '#kernel/format.ts'
import { formatPlate } from '#kernel/plate.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { inOneLine, type Value } from './value.ts'

/** A value in a sentence: an SMS, a reason, a line of a list. Days are in both calendars (register F-12). */
export function showValue(value: Value, locale: Locale): string {
  switch (value.kind) {
    case 'text':
      return value.text[locale]
    case 'plain':
    case 'code':
      return value.value
    case 'number':
      return formatNumber(value.value, locale)
    case 'money':
      return formatMoney(value.value, locale)
    case 'day':
      return `${formatDay(value.value, locale)} (${formatHijri(value.value, locale)})`
    case 'instant':
      return formatInstant(new Date(value.value), locale)
    case 'plate':
      return formatPlate(value.value, locale)
    case 'list':
      return inOneLine(value.texts)[locale]
    case 'yesNo':
      return (value.value ? yes : no)[locale]
    case 'none':
      return '—'
  }
}

const yes: Text = { ar: 'نعم', en: 'Yes' }
const no: Text = { ar: 'لا', en: 'No' }

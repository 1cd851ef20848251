import type { Day } from '#kernel/day.ts'
import type { Halalas } from '#kernel/money.ts'
import type { Plate } from '#kernel/plate.ts'
import type { Text } from '#kernel/text.ts'

/**
 * A fact as data, so that a page, the JSON API, a PDF and a kiosk each render it their own way.
 * `code` is anything that reads left to right and is copied as it stands: identifiers, phones, IBANs.
 */
export type Value =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'list'; readonly texts: readonly Text[] }
  | { readonly kind: 'plain'; readonly value: string }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'money'; readonly value: Halalas }
  | { readonly kind: 'day'; readonly value: Day }
  | { readonly kind: 'instant'; readonly value: string }
  | { readonly kind: 'plate'; readonly value: Plate }
  | { readonly kind: 'yesNo'; readonly value: boolean }
  | { readonly kind: 'none' }

/** Several texts in one line. */
export const inOneLine = (texts: readonly Text[]): Text => ({
  ar: texts.map(({ ar }) => ar).join('، '),
  en: texts.map(({ en }) => en).join(', '),
})

export const v = {
  text: (text: Text): Value => ({ kind: 'text', text }),
  list: (texts: readonly Text[]): Value => ({ kind: 'list', texts }),
  plain: (value: string): Value => ({ kind: 'plain', value }),
  code: (value: string): Value => ({ kind: 'code', value }),
  number: (value: number): Value => ({ kind: 'number', value }),
  money: (value: Halalas): Value => ({ kind: 'money', value }),
  day: (value: Day | null | undefined): Value => (value ? { kind: 'day', value } : { kind: 'none' }),
  instant: (value: Date): Value => ({ kind: 'instant', value: value.toISOString() }),
  plate: (value: Plate): Value => ({ kind: 'plate', value }),
  yesNo: (value: boolean): Value => ({ kind: 'yesNo', value }),
  none: { kind: 'none' } as Value,
} as const

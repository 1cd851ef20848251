import { compact } from '#kernel/digits.ts'
import { formatNumber } from '#kernel/format.ts'
import { err, ok } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, lineOf, makeField } from './common.ts'

export interface IntegerOptions extends FieldOptions {
  /** 0 when absent. */
  readonly min?: number
  /** 999,999,999 when absent. */
  readonly max?: number
}

/** A whole number, such as a count or a year; never negative. */
export function integer<const O extends IntegerOptions>(options: O): Field<Answer<number, O>> {
  const { min = 0, max = 999_999_999 } = options
  const between: Text = {
    ar: `أدخل رقمًا صحيحًا بين ${formatNumber(min, 'ar')} و${formatNumber(max, 'ar')}`,
    en: `Enter a whole number between ${formatNumber(min, 'en')} and ${formatNumber(max, 'en')}`,
  }
  return makeField<number, O>(options, {
    kind: 'integer',
    missing: between,
    schema: { type: 'integer', minimum: min, maximum: max },
    control: { min, max, inputmode: 'numeric' },
    read: (raw) => {
      const digits = compact(lineOf(raw) ?? '')
      const n = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
      return n >= min && n <= max ? ok(n) : err(between)
    },
    show: v.number,
  })
}

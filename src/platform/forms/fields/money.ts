import { formatNumber } from '#kernel/format.ts'
import { type Halalas, parseAmount, sar } from '#kernel/money.ts'
import { err } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, makeField } from './common.ts'

export interface MoneyOptions extends FieldOptions {
  /** One halala when absent. */
  readonly min?: Halalas
  /** Ten million riyals when absent. */
  readonly max?: Halalas
}

/**
 * A sum: text in riyals, from a page ('1,250.50') and from a program alike. A JSON number is refused,
 * because nothing says whether it counts riyals or halalas.
 */
export function money<const O extends MoneyOptions>(options: O): Field<Answer<Halalas, O>> {
  const { min = sar(0.01), max = sar(10_000_000) } = options
  const between: Text = {
    ar: `أدخل مبلغًا بين ${formatNumber(min / 100, 'ar')} و${formatNumber(max / 100, 'ar')} ريال`,
    en: `Enter an amount between ${formatNumber(min / 100, 'en')} and ${formatNumber(max / 100, 'en')} riyals`,
  }
  return makeField<Halalas, O>(options, {
    kind: 'money',
    missing: { ar: 'أدخل المبلغ بالريال', en: 'Enter the amount in riyals' },
    schema: { type: 'string', pattern: '^\\d+(\\.\\d{1,2})?$', examples: ['1250.50'] },
    control: { min: min / 100, max: max / 100, inputmode: 'decimal' },
    read: (raw) => {
      if (typeof raw !== 'string') return err(asText)
      const amount = parseAmount(raw)
      return amount.ok && (amount.value < min || amount.value > max) ? err(between) : amount
    },
    show: v.money,
  })
}

const asText: Text = {
  ar: 'أرسل المبلغ بالريال نصًا، مثل "1250.50"',
  en: 'Send the amount in riyals as a string, such as "1250.50"',
}

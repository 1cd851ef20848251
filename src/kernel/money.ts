import type { Brand } from './brand.ts'
import { toAsciiDigits } from './digits.ts'
import { err, ok, type Result } from './result.ts'
import type { Text } from './text.ts'

/** A sum in halalas, hundredths of a riyal: always whole (register F-17). */
export type Halalas = Brand<number, 'Halalas'>

/** A sum from whole halalas. @throws when not a safe integer */
export function halalas(n: number): Halalas {
  if (!Number.isSafeInteger(n)) throw new Error(`not a sum in halalas: ${n}`)
  return n as Halalas
}

/** A sum from riyals: `sar(28.75)`. @throws when it has more than two decimals */
export function sar(riyals: number): Halalas {
  const rounded = Math.round(riyals * 100)
  if (Math.abs(rounded - riyals * 100) > 1e-6) throw new Error(`not a sum in riyals: ${riyals}`)
  return halalas(rounded)
}

export const plus = (...sums: readonly Halalas[]): Halalas =>
  halalas(sums.reduce((total, sum) => total + sum, 0))
export const minus = (from: Halalas, sum: Halalas): Halalas => halalas(from - sum)
export const times = (sum: Halalas, count: number): Halalas => halalas(sum * count)

/** Takes the 15 % of VAT out of a sum that contains it; the parts add up to it exactly (register F-17). */
export function splitVat(gross: Halalas): { readonly net: Halalas; readonly vat: Halalas } {
  const vat = halalas(Math.round((gross * 15) / 115))
  return { net: minus(gross, vat), vat }
}

/** Reads riyals as typed: '1,234.50', '١٬٢٣٤٫٥'. Refuses signs and more than two decimals. */
export function parseAmount(input: string): Result<Halalas, Text> {
  const written = toAsciiDigits(input)
    .replace(/[\s\u200e\u200f\u061c]/g, '')
    .replace(/\u066b/g, '.')
    .replace(/[\u066c،]/g, ',')
  if (written === '') return err({ ar: 'أدخل المبلغ بالريال', en: 'Enter the amount in riyals' })
  const [, riyals, hundredths = ''] =
    /^(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?$/.exec(written) ?? []
  if (riyals === undefined) {
    return err({
      ar: 'اكتب المبلغ بالأرقام، وبعد الفاصلة رقمان على الأكثر، مثل 1250.50',
      en: 'Write the amount in digits with at most two decimals, such as 1250.50',
    })
  }
  return ok(halalas(Number(riyals.replaceAll(',', '')) * 100 + Number(hundredths.padEnd(2, '0'))))
}

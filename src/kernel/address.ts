import type { Brand } from './brand.ts'
import { compact } from './digits.ts'
import { err, ok, type Result } from './result.ts'
import type { Locale, Text } from './text.ts'

/** Four Latin letters and four digits that stand for a whole address: 'RRRD2929' (register F-19). */
export type ShortAddress = Brand<string, 'ShortAddress'>

/** A national address (register F-19): what every delivery needs. */
export interface NationalAddress {
  /** Four digits. */
  readonly building: string
  readonly street: string
  readonly district: string
  readonly city: string
  /** Five digits. */
  readonly postcode: string
  /** Four digits. */
  readonly additional: string
  readonly short?: ShortAddress
}

export const addressParts = [
  'building',
  'street',
  'district',
  'city',
  'postcode',
  'additional',
  'short',
] as const
export type AddressPart = (typeof addressParts)[number]

const digitParts: readonly [part: 'building' | 'postcode' | 'additional', length: number, name: Text][] = [
  ['building', 4, { ar: 'رقم المبنى', en: 'building number' }],
  ['postcode', 5, { ar: 'الرمز البريدي', en: 'postcode' }],
  ['additional', 4, { ar: 'الرقم الإضافي', en: 'additional number' }],
]
const wordParts: readonly [part: 'street' | 'district' | 'city', name: Text][] = [
  ['street', { ar: 'الشارع', en: 'street' }],
  ['district', { ar: 'الحي', en: 'district' }],
  ['city', { ar: 'المدينة', en: 'city' }],
]

/**
 * Reads the parts as typed; the error names the first part that needs another look. The digits of a short address
 * are the building's [assumed].
 */
export function parseNationalAddress(
  parts: Readonly<Partial<Record<AddressPart, string>>>,
): Result<NationalAddress, Text> {
  const read = { building: '', street: '', district: '', city: '', postcode: '', additional: '' }
  for (const [part, length, name] of digitParts) {
    read[part] = compact(parts[part] ?? '')
    if (!/^\d+$/.test(read[part]) || read[part].length !== length) {
      return err({ ar: `أدخل ${name.ar} من ${length} أرقام`, en: `Enter the ${name.en}: ${length} digits` })
    }
  }
  for (const [part, name] of wordParts) {
    read[part] = (parts[part] ?? '').trim().replace(/\s+/g, ' ')
    if (read[part].length < 2 || read[part].length > 80) {
      return err({
        ar: `أدخل ${name.ar} في حرفين إلى 80 حرفًا`,
        en: `Enter the ${name.en}, in 2 to 80 letters`,
      })
    }
  }
  if (!parts.short?.trim()) return ok(read)
  const short = parseShortAddress(parts.short)
  if (!short.ok) return short
  if (!short.value.endsWith(read.building)) {
    return err({
      ar: 'أرقام العنوان المختصر هي رقم المبنى نفسه. راجع الاثنين',
      en: 'The digits of the short address are the building number. Check both',
    })
  }
  return ok({ ...read, short: short.value })
}

export function parseShortAddress(input: string): Result<ShortAddress, Text> {
  const written = compact(input).toUpperCase()
  if (!/^[A-Z]{4}\d{4}$/.test(written)) {
    return err({
      ar: 'العنوان المختصر أربعة حروف إنجليزية ثم أربعة أرقام، مثل RRRD2929',
      en: 'A short address is four Latin letters and four digits, such as RRRD2929',
    })
  }
  return ok(written as ShortAddress)
}

/** The address on one line, in the words that its owner wrote. The mark keeps the postcode before its hyphen. */
export function formatAddress(it: NationalAddress): Text {
  const { building, postcode, additional } = it
  const words = (locale: Locale) => [it.street, it.district, it.city].map((one) => asWritten(one, locale))
  return {
    ar: `${building} ${words('ar').join('، ')} \u200e${postcode}-${additional}`,
    en: `${building} ${words('en').join(', ')} ${postcode}-${additional}`,
  }
}

/** Words in a line of a language that may not be theirs: a mark behind them keeps what follows in its order. */
export function asWritten(words: string, locale: Locale): string {
  if (locale === 'en') return /\p{Script=Arabic}/u.test(words) ? `${words}\u200e` : words
  return /\p{Script=Latin}/u.test(words) ? `${words}\u200f` : words
}

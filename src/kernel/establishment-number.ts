import type { Brand } from './brand.ts'
import { compact } from './digits.ts'
import { err, ok, type Result } from './result.ts'
import type { Text } from './text.ts'

/** The unified number of an establishment: 7 and nine digits (register F-04). */
export type EstablishmentNumber = Brand<string, 'EstablishmentNumber'>

/** Reads what a person typed. Its check digit is not published, so only form and prefix are checked. */
export function parseEstablishmentNumber(input: string): Result<EstablishmentNumber, Text> {
  const digits = compact(input)
  if (digits === '')
    return err({ ar: 'أدخل الرقم الموحد للمنشأة', en: 'Enter the unified number of the establishment' })
  if (!/^\d{10}$/.test(digits)) {
    return err({
      ar: 'الرقم الموحد 10 أرقام. راجعه في السجل التجاري ثم أدخله كاملًا',
      en: 'The unified number has 10 digits. Find it on the commercial registration and enter all of it',
    })
  }
  if (!digits.startsWith('7')) {
    return err({
      ar: 'يبدأ الرقم الموحد بـ 7. راجع الخانة الأولى',
      en: 'The unified number begins with 7. Check the first digit',
    })
  }
  return ok(digits as EstablishmentNumber)
}

/** For constants and tests. @throws when it is not an establishment's number */
export function establishmentNumber(input: string): EstablishmentNumber {
  const parsed = parseEstablishmentNumber(input)
  if (!parsed.ok) throw new Error(`not an establishment number: ${parsed.error.en}`)
  return parsed.value
}

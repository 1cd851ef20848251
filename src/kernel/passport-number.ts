import type { Brand } from './brand.ts'
import { compact } from './digits.ts'
import { err, ok, type Result } from './result.ts'
import type { Text } from './text.ts'

/** A passport's number, of any country: 6 to 12 Latin capitals and digits (register F-11). */
export type PassportNumber = Brand<string, 'PassportNumber'>

export function parsePassportNumber(input: string): Result<PassportNumber, Text> {
  const written = compact(input).toUpperCase()
  if (written === '') return err({ ar: 'أدخل رقم الجواز', en: 'Enter the passport number' })
  if (!/^[A-Z0-9]{6,12}$/.test(written) || !/\d/.test(written)) {
    return err({
      ar: 'اكتب رقم الجواز كما هو مطبوع فيه: من 6 إلى 12 خانة من الأرقام والحروف الإنجليزية',
      en: 'Write the passport number as printed: 6 to 12 digits and Latin letters',
    })
  }
  return ok(written as PassportNumber)
}

/** Whether it has the form of a Saudi passport: one letter and eight digits. */
export const isSaudiPassport = (number: PassportNumber): boolean => /^[A-Z]\d{8}$/.test(number)

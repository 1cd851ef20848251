import type { Brand } from './brand.ts'
import { compact } from './digits.ts'
import { luhnDigit, luhnValid } from './luhn.ts'
import { err, ok, type Result } from './result.ts'
import type { Text } from './text.ts'

/** Ten ASCII digits: a national ID (1…), an iqama (2…) or a border number (3…), register F-01 to F-05. */
export type PersonNumber = Brand<string, 'PersonNumber'>
export type PersonKind = 'citizen' | 'resident' | 'visitor'

const kinds: Readonly<Record<string, PersonKind>> = { '1': 'citizen', '2': 'resident', '3': 'visitor' }

/** Reads what a person typed; spaces, hyphens and Eastern digits are fine. */
export function parsePersonNumber(input: string): Result<PersonNumber, Text> {
  const digits = compact(input)
  if (digits === '')
    return err({ ar: 'أدخل رقم الهوية أو الإقامة أو الحدود', en: 'Enter the ID, iqama or border number' })
  if (!/^\d+$/.test(digits)) {
    return err({
      ar: 'أدخل الرقم بالأرقام فقط، دون حروف أو رموز',
      en: 'Enter digits only, no letters or symbols',
    })
  }
  if (digits.length !== 10) {
    return err({
      ar: `الرقم من 10 خانات، وأنت أدخلت ${digits.length}. راجعه ثم أدخله كاملًا`,
      en: `The number has 10 digits and you entered ${digits.length}. Check it and enter all of it`,
    })
  }
  if (!kinds[digits.charAt(0)]) {
    return err({
      ar: 'يبدأ رقم الهوية بـ 1 والإقامة بـ 2 والحدود بـ 3. راجع الخانة الأولى',
      en: 'An ID begins with 1, an iqama with 2, a border number with 3. Check the first digit',
    })
  }
  // How border numbers are checked is not published, so theirs are taken as they are (register F-03).
  if (kinds[digits.charAt(0)] !== 'visitor' && !luhnValid(digits)) {
    return err({ ar: 'راجع الرقم: فيه خانة غير صحيحة', en: 'Check the number: one digit is wrong' })
  }
  // The only place where the checks above have been made.
  return ok(digits as PersonNumber)
}

/** For constants and tests. @throws when it is not a person's number */
export function personNumber(input: string): PersonNumber {
  const parsed = parsePersonNumber(input)
  if (!parsed.ok) throw new Error(`not a person number: ${parsed.error.en}`)
  return parsed.value
}

/** Completes nine digits with the check digit. @throws when they cannot begin a person's number */
export const withCheckDigit = (nine: string): PersonNumber => personNumber(nine + luhnDigit(nine))

export function personKind(number: PersonNumber): PersonKind {
  const kind = kinds[number.charAt(0)]
  if (!kind) throw new Error('a person number with a foreign prefix')
  return kind
}

/** `******1234`: enough to recognise one's own, too little to copy somebody's. */
export const maskPersonNumber = (number: PersonNumber): string => `******${number.slice(-4)}`

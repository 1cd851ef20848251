import { compact } from './digits.ts'
import { err, ok, type Result } from './result.ts'
import type { Locale, Text } from './text.ts'

/** A vehicle's plate: one to three of seventeen Arabic letters, in Arabic reading order, and 1–4 digits (F-09). */
export interface Plate {
  readonly letters: readonly string[]
  readonly digits: string
}

/** The permitted letters with the Latin letter that stands under each. */
export const plateLetters: ReadonlyMap<string, string> = new Map([
  ['أ', 'A'],
  ['ب', 'B'],
  ['ح', 'J'],
  ['د', 'D'],
  ['ر', 'R'],
  ['س', 'S'],
  ['ص', 'X'],
  ['ط', 'T'],
  ['ع', 'E'],
  ['ق', 'G'],
  ['ك', 'K'],
  ['ل', 'L'],
  ['م', 'Z'],
  ['ن', 'N'],
  ['هـ', 'H'],
  ['و', 'U'],
  ['ى', 'V'],
])
const arabicOf: ReadonlyMap<string, string> = new Map(
  [...plateLetters].map(([arabic, latin]) => [latin, arabic]),
)
const spellings: Readonly<Record<string, string>> = { ا: 'أ', إ: 'أ', آ: 'أ', ه: 'هـ', ي: 'ى' }

/**
 * Reads 'أ ب ح 1234', '1234 أبح' or the Latin line of the plate, 'J B A 1234': Latin letters are drawn
 * under the Arabic ones, so from left to right they come in the opposite order.
 */
export function parsePlate(input: string): Result<Plate, Text> {
  const written = compact(input).toUpperCase().replaceAll('ـ', '')
  const digits = written.replace(/\D/g, '')
  const characters = [...written.replace(/\d/g, '')]
  if (written === '') return err({ ar: 'أدخل لوحة المركبة', en: 'Enter the plate' })
  if (!/^(?:\D+\d+|\d+\D+)$/.test(written) || characters.length > 3) {
    return err({
      ar: 'اكتب حروف اللوحة ثم أرقامها، مثل: أ ب ح 1234',
      en: 'Write the letters of the plate, then its digits, such as J B A 1234',
    })
  }
  if (!/^[1-9]\d{0,3}$/.test(digits)) {
    return err({
      ar: 'أرقام اللوحة من رقم إلى أربعة، ولا تبدأ بصفر',
      en: 'A plate has one to four digits and they do not begin with zero',
    })
  }
  const latin = characters.every((character) => arabicOf.has(character))
  const letters = latin
    ? characters.map((character) => arabicOf.get(character) ?? character).reverse()
    : characters.map((character) => spellings[character] ?? character)
  const foreign = letters.find((letter) => !plateLetters.has(letter))
  if (foreign !== undefined) {
    return err({
      ar: `الحرف «${foreign}» لا يُستعمل في اللوحات. راجع حروف اللوحة`,
      en: `The letter “${foreign}” is not used on plates. Check the letters`,
    })
  }
  return ok({ letters, digits })
}

/** For constants and tests. @throws when it is not a plate */
export function plate(input: string): Plate {
  const parsed = parsePlate(input)
  if (!parsed.ok) throw new Error(`not a plate: ${parsed.error.en}`)
  return parsed.value
}

/** 'أ ب ح 1234', and the Latin line of the same plate: 'J B A 1234'. */
export function formatPlate({ letters, digits }: Plate, locale: Locale): string {
  const shown =
    locale === 'ar' ? letters : letters.map((letter) => plateLetters.get(letter) ?? letter).reverse()
  return `${shown.join(' ')} ${digits}`
}

/** Letters and digits without spaces: the same plate is the same key. */
export const plateKey = ({ letters, digits }: Plate): string => letters.join('') + digits

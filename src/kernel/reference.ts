import type { Brand } from './brand.ts'
import { compact } from './digits.ts'
import { err, ok, type Result } from './result.ts'
import type { Text } from './text.ts'

/** What a person reads out on the phone: 'TRF-1448-4KQ7M2-C' (register F-22). */
export type Reference = Brand<string, 'Reference'>

// No 0, I, L, O, U. There are 31, a prime, so the check finds every wrong and every swapped character.
const alphabet = '123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A new reference: not to be guessed from another one, and with a check character at its end.
 * @param prefix two to four capitals of the sector
 * @param random at least eight random bytes
 */
export function newReference(prefix: string, hijriYear: number, random: Uint8Array): Reference {
  if (!/^[A-Z]{2,4}$/.test(prefix)) throw new Error(`not a prefix: ${prefix}`)
  const middle = readableCode(random, 6)
  return `${prefix}-${hijriYear}-${middle}-${checkCharacter(prefix, String(hijriYear), middle)}` as Reference
}

/** A short code without letters that look alike. @param random at least eight bytes, for up to eight characters */
export function readableCode(random: Uint8Array, length: number): string {
  if (random.length < 8 || length > 8) throw new Error('too few random bytes for the code')
  let rest = random.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  let code = ''
  for (let place = 0; place < length; place++) {
    code += alphabet.charAt(Number(rest % 31n))
    rest /= 31n
  }
  return code
}

/** A text in pieces, so that a page can keep each reference in it on one line; joined they are the text. */
export const aroundReferences = (
  text: string,
): readonly { readonly text: string; readonly reference: boolean }[] =>
  text
    .split(/\b([A-Z]{2,4}-\d{4}-[0-9A-Z]{6}-[0-9A-Z])\b/)
    .map((piece, place) => ({ text: piece, reference: place % 2 === 1 }))
    .filter((piece) => piece.text !== '')

/** Reads a reference as typed or heard: small letters, missing hyphens, I or L for 1, Eastern digits. */
export function parseReference(input: string): Result<Reference, Text> {
  const [, prefix, year, code = ''] =
    /^([A-Z]{2,4})(\d{4})([0-9A-Z]{7})$/.exec(compact(input).toUpperCase()) ?? []
  if (prefix === undefined || year === undefined) {
    return err({
      ar: 'اكتب الرقم المرجعي كاملًا كما وصلك، مثل TRF-1448-4KQ7M2-C',
      en: 'Write the whole reference as you got it, such as TRF-1448-4KQ7M2-C',
    })
  }
  const read = code.replace(/[IL]/g, '1')
  const middle = read.slice(0, 6)
  if (
    ![...read].every((character) => alphabet.includes(character)) ||
    read.charAt(6) !== checkCharacter(prefix, year, middle)
  ) {
    return err({
      ar: 'راجع الرقم المرجعي: فيه خانة غير صحيحة',
      en: 'Check the reference: one character is wrong',
    })
  }
  return ok(`${prefix}-${year}-${middle}-${read.charAt(6)}` as Reference)
}

function checkCharacter(prefix: string, year: string, middle: string): string {
  const values = [
    ...[...prefix].map((letter) => letter.charCodeAt(0) - 65),
    ...[...year].map(Number),
    ...[...middle].map((character) => alphabet.indexOf(character)),
  ]
  return alphabet.charAt(values.reduce((sum, value, place) => sum + value * (place + 2), 0) % 31)
}

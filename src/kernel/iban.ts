import type { Brand } from './brand.ts'
import { compact } from './digits.ts'
import { err, ok, type Result } from './result.ts'
import type { Text } from './text.ts'

/** A Saudi IBAN, 24 characters without spaces (register F-08). */
export type Iban = Brand<string, 'Iban'>

/** Reads an IBAN with or without spaces and checks it by ISO 7064 mod 97. */
export function parseIban(input: string): Result<Iban, Text> {
  const written = compact(input).toUpperCase()
  if (written === '') return err({ ar: 'أدخل رقم الآيبان', en: 'Enter the IBAN' })
  if (!written.startsWith('SA')) {
    return err({
      ar: 'أدخل آيبان سعوديًا: يبدأ بـ SA',
      en: 'Enter a Saudi IBAN: it begins with SA',
    })
  }
  if (written.length !== 24) {
    return err({
      ar: `الآيبان 24 خانة مع SA، وأنت أدخلت ${written.length}. راجعه`,
      en: `An IBAN has 24 characters with SA, and you entered ${written.length}. Check it`,
    })
  }
  if (!/^SA\d{4}[0-9A-Z]{18}$/.test(written) || mod97(written) !== 1) {
    return err({ ar: 'راجع الآيبان: فيه خانة غير صحيحة', en: 'Check the IBAN: one character is wrong' })
  }
  return ok(written as Iban)
}

/** For constants and tests. @throws when it is not a Saudi IBAN */
export function iban(input: string): Iban {
  const parsed = parseIban(input)
  if (!parsed.ok) throw new Error(`not an IBAN: ${parsed.error.en}`)
  return parsed.value
}

/** In groups of four, as on paper. */
export const formatIban = (number: Iban): string => number.replace(/(.{4})(?=.)/g, '$1 ')

/** 'SA** **** **** **** **** 1234'. */
export const maskIban = (number: Iban): string => `SA** **** **** **** **** ${number.slice(-4)}`

function mod97(written: string): number {
  const digits = (written.slice(4) + written.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  return Number(BigInt(digits) % 97n)
}

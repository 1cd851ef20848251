import { type EstablishmentNumber, establishmentNumber } from '#kernel/establishment-number.ts'
import { luhnDigit } from '#kernel/luhn.ts'
import { type Mobile, mobile } from '#kernel/mobile.ts'
import type { PassportNumber } from '#kernel/passport-number.ts'
import { type PersonKind, type PersonNumber, withCheckDigit } from '#kernel/person-number.ts'
import type { CountryCode } from '#platform/people/country.ts'
import { type GccIdentity, gccCountries, parseGccNumber } from '#platform/people/gcc-identity.ts'

/**
 * Numbers from the ranges that the register's section 0 reserves for made-up people: 19…, 29…, 39… and
 * 79… with the right check digit, mobiles 052…, passports Z and eight digits.
 */
const prefix: Readonly<Record<PersonKind, string>> = { citizen: '19', resident: '29', visitor: '39' }

/** What a range of seven digits leaves to the population; the cast and the tests have the rest. */
const room = 9_990_000

/** One to one within the range, and not in sequence: neighbours do not get neighbouring numbers. */
function scatter(index: number, size: number): number {
  if (index >= size) throw new Error('the reserved ranges hold no more persons')
  return (index * 7_654_321 + 1_234_567) % size
}

const padded = (value: number, width: number) => String(value).padStart(width, '0')

/** The `index`-th person of a kind. */
export const personNumberAt = (kind: PersonKind, index: number): PersonNumber =>
  withCheckDigit(prefix[kind] + padded(scatter(index, room), 7))

export const mobileAt = (index: number): Mobile => mobile(`052${padded(scatter(index, room), 7)}`)

export function establishmentNumberAt(index: number): EstablishmentNumber {
  const nine = `79${padded(scatter(index, room), 7)}`
  return establishmentNumber(nine + luhnDigit(nine))
}

/** The establishment of the cast: the first number that the scatter leaves free. */
export const castEstablishmentNumber: EstablishmentNumber = establishmentNumber(
  `79${padded(room, 7)}${luhnDigit(`79${padded(room, 7)}`)}`,
)

/** The passport of the person with this serial; 10⁸ is free of the scatter's factors. */
export const passportNumberAt = (serial: number): PassportNumber =>
  // Z and eight digits is a passport number by construction.
  `Z${padded(scatter(serial, 100_000_000), 8)}` as PassportNumber

/** The card of a Gulf citizen who visits: as many digits as their state's have, from the serial. */
export function gccIdentityAt(
  kind: PersonKind,
  nationality: CountryCode,
  serial: number,
): GccIdentity | null {
  const country = gccCountries.find((one) => one === nationality)
  if (kind !== 'visitor' || !country) return null
  const eight = padded(scatter(serial, 100_000_000), 8)
  const written = {
    ARE: () => `7849${eight}00${luhnDigit(`7849${eight}00`)}`,
    BHR: () => `9${eight}`,
    KWT: () => `9999${eight}`,
    OMN: () => eight,
    QAT: () => `999${eight}`,
  }[country]()
  const number = parseGccNumber(country, written)
  if (!number.ok) throw new Error(number.error.en)
  return { country, number: number.value }
}

/** Numbers of the cast: the first free ones, easy to recognise. */
export const castNumberAt = (kind: PersonKind, index: number): PersonNumber =>
  withCheckDigit(prefix[kind] + padded(room + index, 7))
/** One on from the number, so that none ends in 00: the sandbox's phone takes such a line to be switched off. */
export const castMobileAt = (index: number): Mobile => mobile(`052${padded(room + index + 1, 7)}`)

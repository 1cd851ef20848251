import { addDays, addYears, type Day, day } from '#kernel/day.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PassportNumber } from '#kernel/passport-number.ts'
import { type PersonKind, type PersonNumber, withCheckDigit } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import type { CountryCode } from '#platform/people/country.ts'
import type { Sex } from '#platform/people/tables.ts'
import { enterAddress, enterPassport, enterPerson, tieParent, tieSpouses } from '#platform/people/write.ts'

/** The reserved ranges of the register's section 0; the last ten thousand of each are for tests. */
const prefix = { citizen: '19', resident: '29', visitor: '39' } as const
let serial = 9_995_000

/** A number that no other person of this test run has. */
export const freshNumber = (kind: PersonKind = 'citizen'): PersonNumber =>
  withCheckDigit(`${prefix[kind]}${serial++}`)

export interface PersonOptions {
  readonly kind?: PersonKind
  /** Born on this day; an adult of 35 in 2026 when absent. */
  readonly born?: Day
  readonly sex?: Sex
  readonly nationality?: CountryCode
  readonly idExpiry?: Day | null
  readonly diedOn?: Day
  readonly mobile?: Mobile | null
  readonly given?: { readonly ar: string; readonly en: string }
}

/** A person in the base register, with a main address; answers the number. */
export async function aPerson(db: Db, options: PersonOptions = {}): Promise<PersonNumber> {
  const { kind = 'citizen', born = day('1991-03-14'), sex = 'male', diedOn = null } = options
  const number = freshNumber(kind)
  const nationality =
    options.nationality ?? (kind === 'citizen' ? 'SAU' : kind === 'resident' ? 'EGY' : 'TUR')
  const given = options.given ?? (sex === 'male' ? { ar: 'سالم', en: 'Salem' } : { ar: 'سلمى', en: 'Salma' })
  await enterPerson(db, {
    person_id: number,
    kind,
    given_ar: given.ar,
    father_ar: 'ماجد',
    grandfather_ar: 'عمر',
    family_ar: 'الريحاني',
    given_en: given.en,
    father_en: 'Majid',
    grandfather_en: 'Omar',
    family_en: 'Alrayhani',
    sex,
    born,
    birth_country: nationality,
    nationality,
    alive: diedOn === null,
    died_on: diedOn,
    id_expiry: options.idExpiry === undefined ? day('2030-06-30') : options.idExpiry,
    photo_seed: number,
    registered_mobile: options.mobile === undefined ? mobileOf(number) : options.mobile,
  })
  await anAddress(db, number)
  return number
}

/** The mobile line of a person made by `aPerson`: 052 and the seven digits before the check digit. */
// A reserved block followed by seven digits is a mobile by construction.
export const mobileOf = (number: PersonNumber): Mobile => `+96652${number.slice(2, 9)}` as Mobile

/** A national address; answers its id. */
export const anAddress = (db: Db, person: PersonNumber, { main = true } = {}): Promise<string> =>
  enterAddress(db, {
    person_id: person,
    short_address: `RTST${person.slice(5, 9)}`,
    building: '2345',
    street_ar: 'طريق العليا',
    street_en: 'Olaya Road',
    district_ar: 'العليا',
    district_en: 'Al Olaya',
    city_ar: 'الرياض',
    city_en: 'Riyadh',
    region: '01',
    postcode: '12211',
    additional: '6789',
    main,
  })

/** A passport of the person's nationality, good for five years from `issuedOn`; answers its number. */
export async function aPassport(
  db: Db,
  person: PersonNumber,
  { nationality = 'EGY', issuedOn = day('2025-01-01') }: { nationality?: CountryCode; issuedOn?: Day } = {},
): Promise<PassportNumber> {
  // Z and eight digits: the reserved form of the register (F-11).
  const number = `Z${person.slice(1, 9)}` as PassportNumber
  await enterPassport(db, {
    person_id: person,
    number,
    nationality,
    issued_on: issuedOn,
    expires_on: addDays(addYears(issuedOn, 5), -1),
  })
  return number
}

export interface Family {
  readonly father: PersonNumber
  readonly mother: PersonNumber
  /** In the order of `children`. */
  readonly children: readonly PersonNumber[]
}

/** A couple and their children, born on the days given; the father is the guardian unless `guardian` says so. */
export async function aFamily(
  db: Db,
  {
    kind = 'citizen',
    children = [],
    guardian = 'father',
  }: { kind?: PersonKind; children?: readonly Day[]; guardian?: 'father' | 'mother' } = {},
): Promise<Family> {
  const father = await aPerson(db, { kind })
  const mother = await aPerson(db, { kind, sex: 'female' })
  await tieSpouses(db, father, mother)
  const born: PersonNumber[] = []
  for (const birthday of children)
    born.push(await aChild(db, { father, mother }, { kind, born: birthday, guardian }))
  return { father, mother, children: born }
}

/** One more child of a couple. */
export async function aChild(
  db: Db,
  parents: { readonly father: PersonNumber; readonly mother: PersonNumber },
  { guardian = 'father', ...options }: PersonOptions & { readonly guardian?: 'father' | 'mother' } = {},
): Promise<PersonNumber> {
  const child = await aPerson(db, { ...options, mobile: null })
  for (const as of ['father', 'mother'] as const)
    await tieParent(db, { parent: parents[as], as, child, guardian: guardian === as })
  return child
}

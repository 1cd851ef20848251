import { addDays, addYears, type Day } from '#kernel/day.ts'
import type { PersonKind } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { CountryCode } from '#platform/people/country.ts'
import type { NameParts } from '#platform/people/person.ts'
import type { City } from '#platform/people/place.ts'
import type { Random } from '#platform/people/random.ts'
import type { SyntheticPerson } from '#platform/people/synthetic.ts'
import type { Sex } from '#platform/people/tables.ts'
import { namesOf } from './names/abroad.ts'
import { gccIdentityAt, passportNumberAt } from './numbers.ts'

/** What is decided before a person's other facts are. */
export interface Identity {
  readonly id: SyntheticPerson['id']
  readonly kind: PersonKind
  readonly serial: number
  readonly mobile: SyntheticPerson['mobile']
}

export interface Life {
  readonly sex: Sex
  readonly born: Day
  readonly nationality: CountryCode
  /** Given by the family that one is born into; made up when absent. */
  readonly parts?: NameParts
  readonly birthCountry?: CountryCode
}

/** Makes a single person; ties and addresses are added by whoever makes the family. */
export function makePerson(
  random: Random,
  identity: Identity,
  life: Life,
  city: City,
  today: Day,
): SyntheticPerson {
  const { sex, born, nationality } = life
  const age = Math.floor((Date.parse(today) - Date.parse(born)) / (365.25 * 86_400_000))
  const diedOn = age > 68 && random.chance(0.12) ? random.day(addYears(today, -4), addDays(today, -30)) : null
  const hasPassport = identity.kind !== 'citizen' || random.chance(0.6)
  const issuedOn = age < 6 ? born : random.day(addYears(today, -5), addDays(today, -10))
  return {
    ...identity,
    parts: life.parts ?? someName(random, sex, nationality),
    sex,
    born,
    birthCountry: life.birthCountry ?? nationality,
    nationality,
    diedOn,
    idExpiry: idExpiry(random, identity.kind, age, today),
    region: city.region,
    passport: hasPassport
      ? {
          number: passportNumberAt(identity.serial),
          issuedOn,
          expiresOn: addDays(addYears(issuedOn, age < 21 ? 5 : 10), -1),
        }
      : null,
    gccIdentity: gccIdentityAt(identity.kind, nationality, identity.serial),
    father: null,
    mother: null,
    spouse: null,
    guardian: null,
    employment: null,
    address: null,
    cast: null,
  }
}

/** Four parts, all of one part of the world. */
export function someName(random: Random, sex: Sex, nationality: CountryCode): NameParts {
  const names = namesOf[nationality]
  return {
    given: random.pick(names[sex]),
    father: random.pick(names.male),
    grandfather: random.pick(names.male),
    family: random.pick(names.family),
  }
}

/** A child's name: its own, then the father's; no sibling bears it already. */
export function childName(
  random: Random,
  sex: Sex,
  father: Pick<SyntheticPerson, 'parts' | 'nationality'>,
  taken: ReadonlySet<string>,
): NameParts {
  const free = namesOf[father.nationality][sex].filter((name: Text) => !taken.has(name.en))
  return {
    given: random.pick(free),
    father: father.parts.given,
    grandfather: father.parts.father,
    family: father.parts.family,
  }
}

/** A national ID is held from 15 (register F-14) for ten years, an iqama from birth for one or two. */
function idExpiry(random: Random, kind: PersonKind, age: number, today: Day): Day | null {
  switch (kind) {
    case 'citizen':
      return age < 15 ? null : random.day(addDays(today, -90), addYears(today, 10))
    case 'resident':
      return random.day(addDays(today, -20), addYears(today, 2))
    case 'visitor':
      return random.day(addDays(today, 5), addDays(today, 90))
  }
}

import { addDays, addMonths, addYears, type Day } from '#kernel/day.ts'
import { type City, cities } from '#platform/people/place.ts'
import { randomOf } from '#platform/people/random.ts'
import {
  type CastName,
  castNames,
  type SyntheticEstablishment,
  type SyntheticPerson,
} from '#platform/people/synthetic.ts'
import { familyOf, jobs, type Part, parts } from './cast-parts.ts'
import {
  castEstablishmentNumber,
  castMobileAt,
  castNumberAt,
  gccIdentityAt,
  passportNumberAt,
} from './numbers.ts'
import { makePerson } from './person.ts'
import { someAddress } from './places.ts'

/** The number of a member of the cast: the same in every population. */
export const castNumber = (name: CastName) => castNumberAt(parts[name].kind, castNames.indexOf(name))

/** The card of `gulfVisitor`: the same in every population. */
export const castGccNumber = (): string =>
  gccIdentityAt('visitor', parts.gulfVisitor.nationality, castNames.indexOf('gulfVisitor'))?.number ?? ''

/** The persons of the demonstration; the same numbers and names in every population. */
export function makeCast(seed: string, today: Day): Readonly<Record<CastName, SyntheticPerson>> {
  const homeOf = new Map<CastName, NonNullable<SyntheticPerson['address']>>()
  const cast = castNames.map((name, serial): [CastName, SyntheticPerson] => {
    const part = parts[name]
    const random = randomOf(seed, 'cast', name)
    const [years, months] = part.age
    const grown = years >= 16
    const family = familyOf(name)
    const isChild = family?.children.includes(name) ?? false
    const household = family?.parted && name !== family.father ? family.mother : family?.father
    const home = household ?? name
    const address = homeOf.get(home) ?? someAddress(random, riyadh())
    homeOf.set(home, address)
    const born = addMonths(addYears(today, -years), -months)
    const person = makePerson(
      random,
      { id: castNumber(name), kind: part.kind, serial, mobile: grown ? castMobileAt(serial) : null },
      {
        sex: part.sex,
        born,
        nationality: part.nationality,
        parts: part.name,
        ...(isChild ? { birthCountry: 'SAU' } : {}),
      },
      riyadh(),
      today,
    )
    return [
      name,
      {
        ...person,
        idExpiry: idExpiry(part, name, today),
        passport: person.passport ?? (travels.includes(name) ? passport(serial, isChild, today) : null),
        address: part.kind === 'visitor' ? null : address,
        cast: name,
        employment: employment(name, today),
        ...(family ? ties(family, name) : {}),
      },
    ]
  })
  // `castNames` lists every name.
  return Object.fromEntries(cast) as Record<CastName, SyntheticPerson>
}

function riyadh(): City {
  const [first] = cities
  if (!first) throw new Error('there are no cities')
  return first
}

/** The establishment of `merchant`, with the same number in every population. */
export const castEstablishment = (
  { merchant }: Pick<Readonly<Record<CastName, SyntheticPerson>>, 'merchant'>,
  today: Day,
): SyntheticEstablishment => ({
  id: castEstablishmentNumber,
  name: { ar: 'متاجر الرمال', en: 'Alrimal Stores' },
  activity: 'retail',
  region: merchant.region,
  owner: merchant.id,
  foundedOn: addYears(today, -6),
  address: someAddress(randomOf('cast', 'establishment'), riyadh()),
})

function ties(family: NonNullable<ReturnType<typeof familyOf>>, name: CastName): Partial<SyntheticPerson> {
  const father = castNumber(family.father)
  const mother = family.mother ? castNumber(family.mother) : null
  if (name === family.father) return family.parted ? {} : { spouse: mother }
  if (name === family.mother) return family.parted ? {} : { spouse: father }
  return { father, mother, guardian: father }
}

/** A card that has run out would be one thing too many to explain; one that soon does shows the reminder. */
function idExpiry({ kind, age: [years] }: Part, name: CastName, today: Day): Day | null {
  if (name === 'unenrolled') return addDays(today, 25)
  if (kind === 'visitor') return addDays(today, 40)
  if (kind === 'resident') return addYears(today, 1)
  return years < 15 ? null : addYears(today, 4)
}

/** Citizens of the cast who surely have a passport. */
const travels: readonly CastName[] = ['driver', 'child12', 'student']

const passport = (serial: number, isChild: boolean, today: Day): SyntheticPerson['passport'] => {
  const issuedOn = addMonths(today, -20)
  return {
    number: passportNumberAt(serial),
    issuedOn,
    expiresOn: addDays(addYears(issuedOn, isChild ? 5 : 10), -1),
  }
}

function employment(name: CastName, today: Day): SyntheticPerson['employment'] {
  const job = jobs[name]
  return job ? { ...job, since: addYears(today, -3) } : null
}

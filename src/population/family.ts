import { addDays, addYears, type Day } from '#kernel/day.ts'
import type { PersonKind } from '#kernel/person-number.ts'
import type { CountryCode } from '#platform/people/country.ts'
import type { City } from '#platform/people/place.ts'
import type { Random } from '#platform/people/random.ts'
import type { SyntheticPerson } from '#platform/people/synthetic.ts'
import { childName, type Identity, makePerson } from './person.ts'
import { someAddress } from './places.ts'

/** Where a family is made, and what it takes its numbers from. */
export interface Home {
  readonly random: Random
  readonly city: City
  readonly today: Day
  /** The next number of a kind; a grown-up may get a mobile line. */
  next(kind: PersonKind, grown: boolean): Identity
}

type Draft = { -readonly [K in keyof SyntheticPerson]: SyntheticPerson[K] }

/** Birthday of somebody who is between `from` and `to` years old today. */
export const bornAged = (random: Random, today: Day, from: number, to: number): Day =>
  random.day(addDays(addYears(today, -to - 1), 1), addYears(today, -from))

/** A grown-up who lives alone. */
export function makeSingle(
  home: Home,
  {
    kind,
    nationality,
    sex,
    ages,
  }: { kind: PersonKind; nationality: CountryCode; sex: 'male' | 'female'; ages: readonly [number, number] },
): SyntheticPerson {
  const { random, city, today } = home
  const born = bornAged(random, today, ages[0], ages[1])
  const single = makePerson(random, home.next(kind, true), { sex, born, nationality }, city, today)
  return { ...single, address: kind === 'visitor' || random.chance(0.04) ? null : someAddress(random, city) }
}

/** Parents and seven children. */
export const largestFamily = 9

/** A couple with children of any age, of at most `room` persons (two or more); one address for all. */
export function makeFamily(
  home: Home,
  kind: PersonKind,
  nationality: CountryCode,
  room: number,
): SyntheticPerson[] {
  const { random, city, today } = home
  const make = (
    sex: 'male' | 'female',
    born: Day,
    grown: boolean,
    of?: { father: Draft; taken: Set<string> },
  ): Draft => ({
    ...makePerson(
      random,
      home.next(kind, grown),
      {
        sex,
        born,
        nationality,
        ...(of ? { parts: childName(random, sex, of.father, of.taken) } : {}),
        ...(of && kind === 'resident' && random.chance(0.5) ? { birthCountry: 'SAU' } : {}),
      },
      city,
      today,
    ),
  })
  const age = random.int(24, 78)
  const father = make('male', bornAged(random, today, age, age), true)
  const mother = make('female', bornAged(random, today, Math.max(21, age - 9), Math.max(21, age - 1)), true)
  const parted = random.chance(0.06)
  if (!parted) [father.spouse, mother.spouse] = [mother.id, father.id]
  const members = [father, mother]
  const taken = new Set([father.parts.given.en, mother.parts.given.en])
  const years = Math.floor((Date.parse(today) - Date.parse(mother.born)) / (365.25 * 86_400_000))
  const wanted = Math.min(room - 2, random.int(0, Math.min(largestFamily - 2, Math.floor((years - 20) / 3))))
  for (let childAge = Math.min(years - 20, 32), count = 0; childAge >= 0 && count < wanted; count += 1) {
    const born = bornAged(random, today, childAge, childAge)
    const child = make(random.chance(0.5) ? 'male' : 'female', born, childAge >= 16, { father, taken })
    Object.assign(child, {
      father: father.id,
      mother: mother.id,
      guardian: guardianOf(father, mother, parted),
    })
    taken.add(child.parts.given.en)
    members.push(child)
    childAge -= random.int(1, 5)
  }
  const address = random.chance(0.03) ? null : someAddress(random, city)
  return members.map((member) => ({ ...member, address }))
}

/** The father; the mother when he has died, or when they parted and the children are with her. */
const guardianOf = (father: Draft, mother: Draft, parted: boolean) =>
  (father.diedOn || parted) && !mother.diedOn ? mother.id : father.id

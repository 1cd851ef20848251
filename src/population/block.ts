import { addDays, addYears, type Day } from '#kernel/day.ts'
import type { PersonKind } from '#kernel/person-number.ts'
import type { CountryCode } from '#platform/people/country.ts'
import { type Random, randomOf } from '#platform/people/random.ts'
import type { SyntheticEstablishment, SyntheticPerson } from '#platform/people/synthetic.ts'
import { type Home, makeFamily, makeSingle } from './family.ts'
import { pairs } from './names/names.ts'
import { establishmentNumberAt, mobileAt, personNumberAt } from './numbers.ts'
import { someAddress, someCity } from './places.ts'

/**
 * A block is a hundred neighbours and the establishment where some of them work. Blocks are made from the
 * seed and their own number alone, so that the first blocks of any population are the same.
 */
export const blockSize = 100
const residents: Readonly<Record<PersonKind, number>> = { citizen: 57, resident: 41, visitor: 2 }
/** Mobile lines of a block: as many grown-ups have one, and the range of lines is enough. */
const lines = 60
/** Serials below are the cast's. */
export const firstSerial = 100

export interface Block {
  readonly persons: readonly SyntheticPerson[]
  readonly establishment: SyntheticEstablishment
}

/** Where residents come from, by about how many of a hundred. */
const origins: Readonly<Partial<Record<CountryCode, number>>> = {
  BGD: 16,
  IND: 14,
  PAK: 14,
  YEM: 13,
  EGY: 11,
  SDN: 7,
  PHL: 6,
  SYR: 4,
  IDN: 4,
  NPL: 3,
  LKA: 2,
  JOR: 2,
  ETH: 2,
  KEN: 1,
  UGA: 1,
}
const visitors: Readonly<Partial<Record<CountryCode, number>>> = {
  IDN: 4,
  TUR: 3,
  EGY: 3,
  MAR: 2,
  TUN: 2,
  KWT: 2,
  ARE: 2,
}

const firms = pairs(`
  مؤسسة الأفق للمقاولات=Al Ofoq Contracting · شركة السنابل للتجارة=Al Sanabel Trading ·
  مؤسسة المدار للصيانة=Al Madar Maintenance · مطاعم ليالي الطيب=Layali Altayeb Restaurants ·
  مؤسسة الندى للنقل=Al Nada Transport · ورشة الإتقان=Al Itqan Workshop ·
  شركة الرواد للأغذية=Al Ruwwad Foods · مؤسسة البيان للطباعة=Al Bayan Printing
`)
const activities = [
  'construction',
  'retail',
  'maintenance',
  'restaurants',
  'transport',
  'workshops',
  'food',
  'printing',
]
const trades = pairs(`
  عامل بناء=Construction worker · سائق=Driver · بائع=Salesperson · فني كهرباء=Electrician ·
  طباخ=Cook · محاسب=Accountant · مهندس=Engineer · فني تكييف=Air-conditioning technician
`)
const household = pairs('عاملة منزلية=Domestic worker · سائق خاص=Private driver')

/** The block with this number. Facts are laid around `today`. */
export function makeBlock(seed: string, block: number, today: Day): Block {
  const random = randomOf(seed, 'block', block)
  const made: Record<PersonKind, number> = { citizen: 0, resident: 0, visitor: 0 }
  let grownUps = 0
  const city = someCity(random)
  const home: Home = {
    random,
    city,
    today,
    next(kind, grown) {
      const serial = firstSerial + block * blockSize + made.citizen + made.resident + made.visitor
      const id = personNumberAt(kind, block * residents[kind] + made[kind])
      made[kind] += 1
      const line = grown && grownUps < lines ? block * lines + grownUps++ : undefined
      return { id, kind, serial, mobile: line === undefined ? null : mobileAt(line) }
    },
  }
  const left = (kind: PersonKind) => residents[kind] - made[kind]
  const persons: SyntheticPerson[] = []
  while (left('citizen') > 0)
    persons.push(
      ...(left('citizen') > 1 && random.chance(0.8)
        ? makeFamily(home, 'citizen', 'SAU', left('citizen'))
        : [
            makeSingle(home, {
              kind: 'citizen',
              nationality: 'SAU',
              sex: someSex(random, 0.5),
              ages: [18, 80],
            }),
          ]),
    )
  const establishment = {
    ...makeEstablishment(random, block, persons, city.region, today),
    address: someAddress(randomOf(seed, 'block', block, 'establishment'), city),
  }
  while (left('resident') > 0) {
    const nationality = someCountry(random, origins)
    if (left('resident') > 1 && random.chance(0.2)) {
      const [father, ...others] = makeFamily(home, 'resident', nationality, left('resident'))
      if (father) persons.push(employed(random, father, establishment, persons, today), ...others)
    } else {
      const single = makeSingle(home, {
        kind: 'resident',
        nationality,
        sex: someSex(random, 0.75),
        ages: [21, 58],
      })
      persons.push(employed(random, single, establishment, persons, today))
    }
  }
  while (left('visitor') > 0)
    persons.push(
      makeSingle(home, {
        kind: 'visitor',
        nationality: someCountry(random, visitors),
        sex: someSex(random, 0.5),
        ages: [20, 75],
      }),
    )
  return { persons, establishment }
}

const someSex = (random: Random, male: number) => (random.chance(male) ? 'male' : 'female')

// The weights' keys are country codes by their type.
const someCountry = (random: Random, weights: Readonly<Partial<Record<CountryCode, number>>>): CountryCode =>
  random.weighted(weights as Readonly<Record<CountryCode, number>>)

function makeEstablishment(
  random: Random,
  block: number,
  citizens: readonly SyntheticPerson[],
  region: SyntheticEstablishment['region'],
  today: Day,
): Omit<SyntheticEstablishment, 'address'> {
  const owner = random.pick(householders(citizens, today))
  const at = random.int(0, firms.length - 1)
  const firm = firms[at] ?? random.pick(firms)
  return {
    id: establishmentNumberAt(block),
    name: firm,
    activity: activities[at] ?? 'retail',
    region,
    owner: owner.id,
    foundedOn: random.day(addYears(today, -15), addDays(today, -200)),
  }
}

/** Citizens of 25 and more who are alive; a block of 57 always has some, as couples come first. */
const householders = (citizens: readonly SyntheticPerson[], today: Day) =>
  citizens.filter((it) => it.kind === 'citizen' && !it.diedOn && it.born < addYears(today, -25))

/** Gives a resident work: in the block's establishment, or in a citizen's household. */
function employed(
  random: Random,
  person: SyntheticPerson,
  establishment: SyntheticEstablishment,
  neighbours: readonly SyntheticPerson[],
  today: Day,
): SyntheticPerson {
  const since = random.day(addYears(today, -6), addDays(today, -60))
  const atHome = person.spouse === null && random.chance(person.sex === 'female' ? 0.7 : 0.1)
  const occupation = atHome ? household[person.sex === 'female' ? 0 : 1] : random.pick(trades)
  return {
    ...person,
    employment: {
      employer: atHome ? random.pick(householders(neighbours, today)).id : establishment.id,
      occupation: occupation ?? random.pick(trades),
      since,
    },
  }
}

import { addMonths, addYears, type Day } from '#kernel/day.ts'
import type { PersonKind } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { CountryCode } from '#platform/people/country.ts'
import type { NameParts } from '#platform/people/person.ts'
import { cities } from '#platform/people/place.ts'
import { randomOf } from '#platform/people/random.ts'
import { type CastName, castNames, type SyntheticPerson } from '#platform/people/synthetic.ts'
import type { Sex } from '#platform/people/tables.ts'
import { castMobileAt, castNumberAt } from './numbers.ts'
import { makePerson } from './person.ts'
import { someAddress } from './places.ts'

interface Part {
  readonly kind: PersonKind
  readonly nationality: CountryCode
  readonly sex: Sex
  /** Years and months. */
  readonly age: readonly [number, number]
  readonly name: NameParts
}

const text = (pair: string): Text => {
  const [ar = '', en = ''] = pair.split('=')
  return { ar, en }
}
const named = (given: string, father: string, grandfather: string, family: string): NameParts => ({
  given: text(given),
  father: text(father),
  grandfather: text(grandfather),
  family: text(family),
})
const citizen = (sex: Sex, age: number, name: NameParts): Part => ({
  kind: 'citizen',
  nationality: 'SAU',
  sex,
  age: [age, 5],
  name,
})
const resident = (
  nationality: CountryCode,
  sex: Sex,
  age: readonly [number, number],
  name: NameParts,
): Part => ({
  kind: 'resident',
  nationality,
  sex,
  age,
  name,
})

const parts: Readonly<Record<CastName, Part>> = {
  driver: citizen('male', 34, named('ناصر=Nasser', 'سالم=Salem', 'حمد=Hamad', 'الريحاني=Alrayhani')),
  seller: citizen('female', 41, named('نورة=Noura', 'خالد=Khalid', 'سعد=Saad', 'البستاني=Albustani')),
  buyer: citizen('male', 29, named('ماجد=Majed', 'علي=Ali', 'يوسف=Yousef', 'الغدير=Alghadeer')),
  secondBuyer: citizen('female', 38, named('هند=Hind', 'عمر=Omar', 'زيد=Zaid', 'المرجان=Almarjan')),
  parent: resident(
    'EGY',
    'male',
    [37, 2],
    named('كريم=Kareem', 'حسن=Hassan', 'سامي=Sami', 'الفيومي=Elfayoumi'),
  ),
  mother: resident(
    'EGY',
    'female',
    [34, 8],
    named('سلمى=Salma', 'طارق=Tariq', 'علي=Ali', 'الإسكندراني=Eskandarany'),
  ),
  child7: resident(
    'EGY',
    'male',
    [7, 4],
    named('يوسف=Yousef', 'كريم=Kareem', 'حسن=Hassan', 'الفيومي=Elfayoumi'),
  ),
  child5: resident(
    'EGY',
    'female',
    [5, 3],
    named('ليان=Layan', 'كريم=Kareem', 'حسن=Hassan', 'الفيومي=Elfayoumi'),
  ),
  newcomer: citizen('female', 24, named('رغد=Raghad', 'فهد=Fahad', 'راشد=Rashed', 'النخيل=Alnakheel')),
  secondNewcomer: resident(
    'IND',
    'male',
    [31, 6],
    named('أرون=Arun', 'سوريش=Suresh', 'أنيل=Anil', 'ناير=Nair'),
  ),
  unenrolled: resident(
    'PHL',
    'female',
    [28, 1],
    named('غريس=Grace', 'خوسيه=Jose', 'رامون=Ramon', 'سانتوس=Santos'),
  ),
  activationOfficer: citizen('female', 30, named('ريم=Reem', 'بدر=Badr', 'صالح=Saleh', 'الوادي=Alwadi')),
  fingerprintOfficer: citizen(
    'female',
    33,
    named('عبير=Abeer', 'ناصر=Nasser', 'فهد=Fahad', 'الروابي=Alrawabi'),
  ),
  trafficOfficer: citizen('male', 45, named('تركي=Turki', 'سلطان=Sultan', 'نايف=Naif', 'العوسج=Alawsaj')),
  operator: citizen('male', 39, named('زياد=Ziyad', 'هشام=Hisham', 'وليد=Waleed', 'الخطاط=Alkhattat')),
}

const family = { father: 'parent', mother: 'mother', children: ['child7', 'child5'] } as const

/** The number of a member of the cast: the same in every population. */
export const castNumber = (name: CastName) => castNumberAt(parts[name].kind, castNames.indexOf(name))

/** The persons of the demonstration; the same numbers and names in every population. */
export function makeCast(seed: string, today: Day): Readonly<Record<CastName, SyntheticPerson>> {
  const [riyadh] = cities
  if (!riyadh) throw new Error('there are no cities')
  const homeOf = new Map<CastName, NonNullable<SyntheticPerson['address']>>()
  const cast = castNames.map((name, serial): [CastName, SyntheticPerson] => {
    const part = parts[name]
    const random = randomOf(seed, 'cast', name)
    const [years, months] = part.age
    const grown = years >= 16
    const isChild = name === 'child7' || name === 'child5'
    const household: CastName = isChild || name === family.mother ? family.father : name
    const address = homeOf.get(household) ?? someAddress(random, riyadh)
    homeOf.set(household, address)
    const person = makePerson(
      random,
      { id: castNumber(name), kind: part.kind, serial, mobile: grown ? castMobileAt(serial) : null },
      {
        sex: part.sex,
        born: addMonths(addYears(today, -years), -months),
        nationality: part.nationality,
        parts: part.name,
        ...(isChild ? { birthCountry: 'SAU' } : {}),
      },
      riyadh,
      today,
    )
    return [
      name,
      {
        ...person,
        // A card that has run out would be one thing too many to explain.
        idExpiry: addYears(today, part.kind === 'citizen' ? 4 : 1),
        address,
        cast: name,
        ...(isChild
          ? {
              father: castNumber(family.father),
              mother: castNumber(family.mother),
              guardian: castNumber(family.father),
            }
          : {}),
        ...(name === family.father ? { spouse: castNumber(family.mother) } : {}),
        ...(name === family.mother ? { spouse: castNumber(family.father) } : {}),
      },
    ]
  })
  // `castNames` lists every name.
  return Object.fromEntries(cast) as Record<CastName, SyntheticPerson>
}

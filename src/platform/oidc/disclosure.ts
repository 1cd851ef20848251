import { dayOf } from '#kernel/day.ts'
import { ageIn } from '#kernel/hijri.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { type Value, v } from '#platform/catalogue/value.ts'
import { addressesOf, addressLine } from '#platform/people/address.ts'
import { countryName } from '#platform/people/country.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type SiteScope, scopes } from './scope.ts'
import './tables.ts'

/** One scope of a person: what a program gets, and the same as that person reads it. */
interface Disclosed {
  readonly claims: Readonly<Record<string, unknown>>
  readonly value: Value
}

type World = Pick<Platform, 'db' | 'clock' | 'vault'>

/** Only what these scopes open, as it stands in the register now; nothing for a person who is not there. */
async function disclose(
  { db, clock, vault }: World,
  person: PersonNumber,
  asked: readonly SiteScope[],
): Promise<ReadonlyMap<SiteScope, Disclosed>> {
  const known = await findPerson(db, person)
  if (!known) return new Map()
  const read: Readonly<Record<SiteScope, () => Promise<Disclosed> | Disclosed>> = {
    profile: () => ({ claims: { name: known.name.ar, 'name#en': known.name.en }, value: v.text(known.name) }),
    adult: () => {
      const adult = ageIn('gregorian', known.born, dayOf(clock.now())) >= 18
      return { claims: { age_over_18: adult }, value: v.yesNo(adult) }
    },
    birthdate: () => ({ claims: { birthdate: known.born }, value: v.day(known.born) }),
    gender: () => ({ claims: { gender: known.sex }, value: v.text(sexes[known.sex]) }),
    nationality: () => ({
      claims: { nationalities: [known.nationality] },
      value: v.text(countryName(known.nationality)),
    }),
    address: async () => {
      const [main] = await addressesOf(db, person)
      if (!main) return nothing
      return {
        claims: {
          address: {
            formatted: addressLine(main).ar,
            street_address: `${main.building} ${main.street.ar}`,
            locality: main.city.ar,
            postal_code: main.postcode,
            country: 'SAU',
          },
        },
        value: v.text(addressLine(main)),
      }
    },
    phone: async () => {
      const account = await db
        .selectFrom('account')
        .select('mobile')
        .where('person_id', '=', person)
        .executeTakeFirst()
      if (!account) return nothing
      // Sealed after it was parsed, and proven by a code before the account was made.
      const mobile = vault.open(account.mobile) as Mobile
      return { claims: { phone_number: mobile, phone_number_verified: true }, value: v.code(mobile) }
    },
    person: () => ({ claims: { person_number: person }, value: v.code(person) }),
  }
  const found = new Map<SiteScope, Disclosed>()
  for (const scope of asked) found.set(scope, await read[scope]())
  return found
}

/** The claims that these scopes open. */
export async function claimsOf(
  world: World,
  person: PersonNumber,
  asked: readonly SiteScope[],
): Promise<Readonly<Record<string, unknown>>> {
  const found = await disclose(world, person, asked)
  return Object.assign({}, ...[...found.values()].map(({ claims }) => claims))
}

/** The same, for the person to read before consenting. */
export async function shownTo(
  world: World,
  person: PersonNumber,
  asked: readonly SiteScope[],
): Promise<readonly Fact[]> {
  const found = await disclose(world, person, asked)
  return [...found].map(([scope, { value }]) => ({ key: scope, label: scopes[scope].label, value }))
}

const nothing: Disclosed = { claims: {}, value: v.none }

const sexes = { male: { ar: 'ذكر', en: 'Male' }, female: { ar: 'أنثى', en: 'Female' } } as const

import type { Insertable } from 'kysely'
import type { NationalAddress, ShortAddress } from '#kernel/address.ts'
import type { Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Region } from '#kernel/region.ts'
import type { Tx } from '#platform/database/tables.ts'
import { cityNamed } from './place.ts'
import type { AddressColumns } from './tables.ts'

/** An address as its holder gives it, on a day. */
export interface AddressGiven {
  readonly address: NationalAddress & { readonly short: ShortAddress }
  readonly region: Region
  readonly on: Day
}

/**
 * Registers an address of a person, or puts one right that they have under the same short address. The first is the
 * main one; another takes its place when `main` says so.
 */
export async function registerAddress(
  tx: Tx,
  person: PersonNumber,
  given: AddressGiven & { readonly main: boolean },
): Promise<void> {
  await tx.selectFrom('person').select('person_id').where('person_id', '=', person).forUpdate().execute()
  const short = given.address.short
  const isMain = await tx
    .selectFrom('national_address')
    .select('short_address')
    .where('person_id', '=', person)
    .where('main', '=', true)
    .executeTakeFirst()
  const main = given.main || !isMain || isMain.short_address === short
  if (main && isMain && isMain.short_address !== short)
    await tx
      .updateTable('national_address')
      .set({ main: false })
      .where('person_id', '=', person)
      .where('main', '=', true)
      .execute()
  const columns = { ...columnsOf(given), confirmed_on: given.on, main }
  await tx
    .insertInto('national_address')
    .values({ person_id: person, ...columns })
    .onConflict((conflict) => conflict.columns(['person_id', 'short_address']).doUpdateSet(columns))
    .execute()
}

/** Registers where an establishment is, in the place of what was known before. */
export async function registerEstablishmentAddress(
  tx: Tx,
  establishment: EstablishmentNumber,
  given: AddressGiven,
): Promise<void> {
  const columns = { ...columnsOf(given), confirmed_on: given.on }
  await tx
    .insertInto('establishment_address')
    .values({ establishment_id: establishment, ...columns })
    .onConflict((conflict) => conflict.column('establishment_id').doUpdateSet(columns))
    .execute()
}

/** Street and district stand in the holder's own words in both languages; a city that is known has both names. */
function columnsOf({ address, region }: AddressGiven): Omit<Insertable<AddressColumns>, 'confirmed_on'> {
  const { building, street, district, postcode, additional, short } = address
  // A line of an address says 'حي' itself.
  const named = district.replace(/^حي\s+/, '')
  const city = cityNamed(address.city)?.name ?? { ar: address.city, en: address.city }
  return {
    short_address: short,
    building,
    street_ar: street,
    street_en: street,
    district_ar: named,
    district_en: named,
    city_ar: city.ar,
    city_en: city.en,
    region,
    postcode,
    additional,
  }
}

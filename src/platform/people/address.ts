import type { Selectable } from 'kysely'
import { asWritten } from '#kernel/address.ts'
import type { Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { type Region, regions } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { AddressColumns } from './tables.ts'

/** A registered national address (register F-19). */
export interface RegisteredAddress {
  readonly shortAddress: string
  readonly building: string
  readonly street: Text
  readonly district: Text
  readonly city: Text
  readonly region: Region
  readonly postcode: string
  readonly additional: string
  /** When its holder last registered it or said that it is right. */
  readonly confirmedOn: Day | undefined
}

/** One of a person's addresses. */
export interface Address extends RegisteredAddress {
  readonly id: string
  readonly main: boolean
}

/** A person's national addresses, the main one first. */
export async function addressesOf(db: Db, person: PersonNumber): Promise<readonly Address[]> {
  const rows = await db
    .selectFrom('national_address')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('main', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, main: row.main, ...addressIn(row) }))
}

/** Where an establishment is. */
export async function addressOfEstablishment(
  db: Db,
  establishment: EstablishmentNumber,
): Promise<RegisteredAddress | undefined> {
  const row = await db
    .selectFrom('establishment_address')
    .selectAll()
    .where('establishment_id', '=', establishment)
    .executeTakeFirst()
  return row && addressIn(row)
}

const addressIn = (row: Selectable<AddressColumns>): RegisteredAddress => ({
  shortAddress: row.short_address,
  building: row.building,
  street: { ar: row.street_ar, en: row.street_en },
  district: { ar: row.district_ar, en: row.district_en },
  city: { ar: row.city_ar, en: row.city_en },
  region: row.region,
  postcode: row.postcode,
  additional: row.additional,
  confirmedOn: row.confirmed_on ?? undefined,
})

/** One of a person's addresses. */
export async function findAddress(db: Db, person: PersonNumber, id: string): Promise<Address | undefined> {
  return (await addressesOf(db, person)).find((address) => address.id === id)
}

/** The address on one line, as an envelope carries it. */
export const addressLine = (it: RegisteredAddress): Text => ({
  ar: `${it.building} ${asWritten(it.street.ar, 'ar')}، حي ${asWritten(it.district.ar, 'ar')}، ${asWritten(it.city.ar, 'ar')} ${it.postcode}-${it.additional}، ${regions[it.region].ar}`,
  en: `${it.building} ${asWritten(it.street.en, 'en')}, ${asWritten(it.district.en, 'en')}, ${asWritten(it.city.en, 'en')} ${it.postcode}-${it.additional}, ${regions[it.region].en}`,
})

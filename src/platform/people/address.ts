import type { PersonNumber } from '#kernel/person-number.ts'
import { type Region, regions } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'

/** A registered national address (register F-19). */
export interface Address {
  readonly id: string
  readonly shortAddress: string
  readonly building: string
  readonly street: Text
  readonly district: Text
  readonly city: Text
  readonly region: Region
  readonly postcode: string
  readonly additional: string
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
  return rows.map((row) => ({
    id: row.id,
    shortAddress: row.short_address,
    building: row.building,
    street: { ar: row.street_ar, en: row.street_en },
    district: { ar: row.district_ar, en: row.district_en },
    city: { ar: row.city_ar, en: row.city_en },
    region: row.region,
    postcode: row.postcode,
    additional: row.additional,
    main: row.main,
  }))
}

/** One of a person's addresses. */
export async function findAddress(db: Db, person: PersonNumber, id: string): Promise<Address | undefined> {
  return (await addressesOf(db, person)).find((address) => address.id === id)
}

/** The address on one line, as an envelope carries it. */
export const addressLine = (it: Address): Text => ({
  ar: `${it.building} ${it.street.ar}، حي ${it.district.ar}، ${it.city.ar} ${it.postcode}-${it.additional}، ${regions[it.region].ar}`,
  en: `${it.building} ${it.street.en}, ${it.district.en}, ${it.city.en} ${it.postcode}-${it.additional}, ${regions[it.region].en}`,
})

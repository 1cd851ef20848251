import { type Selectable, sql } from 'kysely'
import type { Region } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Devices, OfficeKind, OfficeTable, Section } from './tables.ts'

/** A place where people are served, or a site of self-service devices. */
export interface Office {
  readonly id: string
  readonly name: Text
  readonly kind: OfficeKind
  readonly city: string
  readonly cityName: Text
  readonly region: Region
  readonly address: Text
  /** Degrees north and east. */
  readonly latitude: number
  readonly longitude: number
  /** What it does, by the name that an appointment step asks for: `fingerprint`. */
  readonly purposes: readonly string[]
  readonly sections: readonly Section[]
  /** 'HH:MM' in Riyadh, on working days; kiosks: every day. */
  readonly opens: string
  readonly closes: string
  readonly slotMinutes: number
  /** Persons at a time, for each purpose and section. */
  readonly capacity: number
  /** Only of kiosks. */
  readonly devices: Devices | undefined
}

/** Offices that serve all of what is asked, by city and name. */
export async function findOffices(
  db: Db,
  only: {
    readonly purpose?: string
    readonly city?: string
    readonly kind?: OfficeKind
    readonly section?: Section
  } = {},
): Promise<Office[]> {
  let query = db.selectFrom('office').selectAll()
  if (only.city) query = query.where('city', '=', only.city)
  if (only.kind) query = query.where('kind', '=', only.kind)
  if (only.purpose) query = query.where(sql<boolean>`${only.purpose} = any(purposes)`)
  if (only.section) query = query.where(sql<boolean>`${only.section} = any(sections)`)
  return (await query.orderBy('region').orderBy('city').orderBy('id').execute()).map(asOffice)
}

export async function findOffice(db: Db, id: string): Promise<Office | undefined> {
  const row = await db.selectFrom('office').selectAll().where('id', '=', id).executeTakeFirst()
  return row && asOffice(row)
}

/** Writes the offices of a country, each anew: once or again, the outcome is the same. */
export async function enterOffices(db: Db, offices: readonly Office[]): Promise<void> {
  for (const office of offices) {
    const row = {
      id: office.id,
      name: JSON.stringify(office.name),
      kind: office.kind,
      city: office.city,
      city_name: JSON.stringify(office.cityName),
      region: office.region,
      address: JSON.stringify(office.address),
      latitude: office.latitude,
      longitude: office.longitude,
      purposes: [...office.purposes],
      sections: [...office.sections],
      opens: office.opens,
      closes: office.closes,
      slot_minutes: office.slotMinutes,
      capacity: office.capacity,
      devices: office.devices ? JSON.stringify(office.devices) : null,
    }
    await db
      .insertInto('office')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  }
}

type Row = Selectable<OfficeTable>

const asOffice = (row: Row): Office => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  city: row.city,
  cityName: row.city_name,
  region: row.region,
  address: row.address,
  latitude: row.latitude,
  longitude: row.longitude,
  purposes: row.purposes,
  sections: row.sections,
  opens: row.opens,
  closes: row.closes,
  slotMinutes: row.slot_minutes,
  capacity: row.capacity,
  devices: row.devices ?? undefined,
})

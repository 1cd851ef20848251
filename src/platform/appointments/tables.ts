import type { ColumnType, Generated } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Region } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'

type Json<T> = ColumnType<T, string, string>

export type OfficeKind = 'passports' | 'civil-affairs' | 'traffic' | 'kiosks'
/** Where one waits and is served; everyone chooses, nobody is sent to one. */
export type Section = 'all' | 'men' | 'women'
export type BookingState = 'booked' | 'kept' | 'missed' | 'cancelled'

/** How many self-service devices the source names: "more than 60", "many". */
export interface Devices {
  readonly qualifier: 'more-than' | 'at-most' | 'at-least' | 'many'
  readonly count?: number
}

export interface OfficeTable {
  id: string
  name: Json<Text>
  kind: OfficeKind
  city: string
  city_name: Json<Text>
  region: Region
  address: Json<Text>
  latitude: number
  longitude: number
  purposes: string[]
  sections: Section[]
  /** 'HH:MM' in Riyadh, on working days; kiosks: every day. */
  opens: string
  closes: string
  slot_minutes: number
  /** Persons at a time, for each purpose and section. */
  capacity: number
  devices: Json<Devices> | null
}

export interface SlotTable {
  office_id: string
  day: Day
  purpose: string
  section: Section
  time: string
  capacity: number
  taken: number
}

export interface BookingTable {
  /** Who booked it. */
  person_id: PersonNumber
  id: Generated<string>
  /** Who comes: the same person, or a child. */
  subject_id: PersonNumber
  office_id: string
  purpose: string
  unit: string
  section: Section
  day: Day
  time: string
  starts_at: Date
  state: BookingState
  about_person: HolderNumber
  about_request: string
  about_step: string
  booked_at: Date
  closed_at: Date | null
}

export interface OfficeDayTable {
  office_id: string
  day: Day
  booking_id: string
  unit: string
  time: string
  purpose: string
  section: Section
  state: BookingState
  person_id: PersonNumber
  subject_id: PersonNumber
  about_person: HolderNumber
  about_request: string
  about_step: string
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    office: OfficeTable
    slot: SlotTable
    booking: BookingTable
    office_day: OfficeDayTable
  }
}

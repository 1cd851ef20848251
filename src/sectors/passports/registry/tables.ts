import type { ColumnType, Generated } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PassportNumber } from '#kernel/passport-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { CountryCode } from '#platform/people/country.ts'
import type { EmployerNumber } from '#platform/people/tables.ts'
import type { PortCode } from '../ports.ts'

/** `household`: works in somebody's home. `premium`: lives here on their own account, without a sponsor. */
export type ResidencyKind = 'worker' | 'household' | 'dependant' | 'premium'
export type ResidencyState = 'valid' | 'suspended' | 'cancelled'
/** Employer, or head of the family. */
export type SponsorNumber = EmployerNumber

export interface ResidencyPermitTable {
  person_id: PersonNumber
  kind: ResidencyKind
  occupation_ar: string
  occupation_en: string
  sponsor_id: SponsorNumber | null
  issued_on: Day
  expires_on: Day
  place_ar: string
  place_en: string
  state: ResidencyState
  /** Why it is suspended or cancelled. */
  reason_ar: string | null
  reason_en: string | null
  changed_at: Date
}

export type BookletKind = 'ordinary' | 'diplomatic' | 'special'
/** A Saudi passport is `issued`, and `active` once it is handed over with the old one (register `passport-activation`). */
export type BookletState = 'issued' | 'active' | 'superseded' | 'lost' | 'cancelled'

export interface PassportBookletTable {
  person_id: PersonNumber
  nationality: CountryCode
  number: PassportNumber
  kind: BookletKind
  state: BookletState
  place_ar: string
  place_en: string
  activated_on: Day | null
  changed_at: Date
}

/** The first four bring a visitor in, the next two a resident to be, the last two a resident out. */
export type VisaKind =
  | 'family-visit'
  | 'business-visit'
  | 'tourist'
  | 'umrah'
  | 'work'
  | 'residence'
  | 'exit-reentry'
  | 'final-exit'
/** `used`: the person is in the Kingdom with it, or out of it. `returned`: that is over. */
export type VisaState = 'issued' | 'used' | 'returned' | 'cancelled'

export interface VisaTable {
  person_id: PersonNumber
  id: Generated<string>
  number: string
  kind: VisaKind
  multiple: boolean
  issued_on: Day
  valid_from: Day
  valid_until: Day
  duration_days: number | null
  ends_on: Day | null
  /** Who asked for it: the host of a visitor, the sponsor of a resident. */
  host_id: SponsorNumber | null
  state: VisaState
  changed_at: Date
}

/** Index of visa numbers across persons. */
export interface VisaNumberTable {
  number: string
  person_id: PersonNumber
  visa_id: string
}

/** `gulf`: with an ID card alone, to the states of the Gulf Cooperation Council. */
export type PermitReach = 'world' | 'gulf'

export interface TravelPermitTable {
  person_id: PersonNumber
  id: Generated<string>
  number: string
  trips: 'single' | 'multiple'
  reach: PermitReach
  issued_by: PersonNumber
  issued_on: Day
  valid_from: Day
  valid_until: Day
  state: 'active' | 'used' | 'cancelled'
  reason_ar: string | null
  reason_en: string | null
  changed_at: Date
}

/** Index of travel permits across persons. */
export interface TravelPermitNumberTable {
  number: string
  person_id: PersonNumber
  permit_id: string
}

export type Direction = 'entry' | 'exit'

export interface BorderCrossingTable {
  person_id: PersonNumber
  id: Generated<string>
  direction: Direction
  crossed_at: Date
  port: PortCode
  passport: PassportNumber | null
  /** The number of the visa that it used. */
  visa: string | null
}

/** What a border gate reported, by its own number: reported twice is recorded once. */
export interface CrossingRecordTable {
  source: string
  record: string
  person_id: PersonNumber
  crossing_id: string
}

/** A report under who ordered it, about themselves or somebody else. */
export interface ReportOrderTable {
  person_id: PersonNumber
  id: Generated<string>
  document: ReportName
  subject_id: string
  about_id: PersonNumber
  request_id: string
  holder: ColumnType<Text, string, never>
  facts: ColumnType<readonly Fact[], string, never>
  ordered_on: Day
}
export type ReportName = 'resident-report' | 'travel-record'

export interface DependantPaperTable {
  person_id: PersonNumber
  parent: 'father' | 'mother'
  accepted_on: Day
  request_id: string
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    residency_permit: ResidencyPermitTable
    passport_booklet: PassportBookletTable
    visa: VisaTable
    visa_number: VisaNumberTable
    travel_permit: TravelPermitTable
    travel_permit_number: TravelPermitNumberTable
    border_crossing: BorderCrossingTable
    crossing_record: CrossingRecordTable
    report_order: ReportOrderTable
    dependant_paper: DependantPaperTable
  }
}

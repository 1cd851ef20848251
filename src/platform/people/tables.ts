import type { ColumnType, Generated } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PassportNumber } from '#kernel/passport-number.ts'
import type { PersonKind, PersonNumber } from '#kernel/person-number.ts'
import type { Region } from '#kernel/region.ts'
import type { Locale } from '#kernel/text.ts'
import type { CountryCode } from './country.ts'
import type { GccCountry, GccNumber } from './gcc-identity.ts'
import type { CourtMatter } from './matter.ts'

export type Sex = 'male' | 'female'
/** What the relative is to the person. */
export type Relation = 'father' | 'mother' | 'child' | 'spouse'
/** Who employs: an establishment, or a person with a household worker. */
export type EmployerNumber = EstablishmentNumber | PersonNumber

export interface PersonTable {
  person_id: PersonNumber
  kind: PersonKind
  given_ar: string
  father_ar: string
  grandfather_ar: string
  family_ar: string
  given_en: string
  father_en: string
  grandfather_en: string
  family_en: string
  sex: Sex
  born: Day
  birth_country: CountryCode
  nationality: CountryCode
  alive: ColumnType<boolean, boolean | undefined, boolean>
  died_on: Day | null
  id_expiry: Day | null
  photo_seed: string
  language: ColumnType<Locale, Locale | undefined, Locale>
  registered_mobile: Mobile | null
}

export interface RelativeTable {
  person_id: PersonNumber
  relative_id: PersonNumber
  relation: Relation
  /** One of the two, the parent, is the guardian of the other. */
  guardian: ColumnType<boolean, boolean | undefined, boolean>
  /** Names the relative in addresses and in the API, where a number must not stand. */
  id: Generated<string>
}

export interface PassportTable {
  person_id: PersonNumber
  id: Generated<string>
  number: PassportNumber
  nationality: CountryCode
  issued_on: Day
  expires_on: Day
}

/** Index of passports across persons. */
export interface PassportHolderTable {
  number: PassportNumber
  nationality: CountryCode
  person_id: PersonNumber
}

/** Cards of Gulf citizens, by what stands on them. */
export interface GccIdentityTable {
  country: GccCountry
  number: GccNumber
  person_id: PersonNumber
}

export interface AddressColumns {
  short_address: string
  building: string
  street_ar: string
  street_en: string
  district_ar: string
  district_en: string
  city_ar: string
  city_en: string
  region: Region
  postcode: string
  additional: string
  /** When its holder last registered it or said that it is right. */
  confirmed_on: ColumnType<Day | null, Day | null | undefined, Day>
}

export interface NationalAddressTable extends AddressColumns {
  person_id: PersonNumber
  id: Generated<string>
  /** One of a person's. */
  main: boolean
}

/** Where an establishment is: one each. */
export interface EstablishmentAddressTable extends AddressColumns {
  establishment_id: EstablishmentNumber
}

export interface EstablishmentTable {
  establishment_id: EstablishmentNumber
  name_ar: string
  name_en: string
  commercial_register: string
  activity: string
  region: Region
  owner_id: PersonNumber
  founded_on: Day
}

export interface OwnedEstablishmentTable {
  person_id: PersonNumber
  establishment_id: EstablishmentNumber
}

export interface EmploymentTable {
  person_id: PersonNumber
  employer_id: EmployerNumber
  occupation_ar: string
  occupation_en: string
  since: Day
  until: Day | null
}

/** The same employment under the employer. */
export interface WorkerTable {
  employer_id: EmployerNumber
  /** Names the worker in addresses and in the API. */
  id: Generated<string>
  person_id: PersonNumber
  since: Day
  until: Day | null
}

/** An order of a court, under the child. */
export interface CustodyTable {
  person_id: PersonNumber
  id: Generated<string>
  number: string
  holder_id: PersonNumber
  grants: ColumnType<readonly CourtMatter[], string, string>
  withdraws: ColumnType<readonly CourtMatter[], string, string>
  forbids_travel: boolean
  starts_on: Day
  ends_on: Day | null
  linked_at: Date | null
  ended_at: Date | null
}

/** Batches of synthetic persons that are in, so that an interrupted population goes on where it stopped. */
export interface SyntheticBatchTable {
  batch: number
  seed: string
  persons: number
  at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    person: PersonTable
    relative: RelativeTable
    passport: PassportTable
    passport_holder: PassportHolderTable
    gcc_identity: GccIdentityTable
    national_address: NationalAddressTable
    establishment_address: EstablishmentAddressTable
    establishment: EstablishmentTable
    owned_establishment: OwnedEstablishmentTable
    employment: EmploymentTable
    worker: WorkerTable
    custody: CustodyTable
    synthetic_batch: SyntheticBatchTable
  }
}

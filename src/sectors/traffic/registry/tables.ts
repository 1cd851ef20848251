import type { ColumnType, Generated } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Halalas } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Region } from '#kernel/region.ts'
import type { Text } from '#kernel/text.ts'
import type { Restriction } from './restriction.ts'

export type LicenceClass = 'private' | 'public' | 'motorcycle'
/** Kinds of plates and of the vehicles that bear them (register F-10). */
export type PlateType =
  | 'private'
  | 'private-transport'
  | 'public-transport'
  | 'taxi'
  | 'motorcycle'
  | 'diplomatic'
  | 'temporary'
  | 'export'
/** `held`: impounded. Only a running vehicle can be sold. */
export type VehicleState = 'running' | 'missing' | 'wanted' | 'held'
export type Cover = 'third-party' | 'comprehensive'
export type ViolationState = 'unpaid' | 'paid' | 'objected' | 'dropped'

export interface DrivingLicenceTable {
  person_id: PersonNumber
  id: Generated<string>
  number: string
  class: LicenceClass
  issued_on: Day
  expires_on: Day
  restrictions: ColumnType<readonly Restriction[], string | undefined, string>
}

/** Index of licence numbers across persons. */
export interface LicenceNumberTable {
  number: string
  person_id: PersonNumber
  licence_id: string
}

export interface MedicalExamTable {
  person_id: PersonNumber
  id: Generated<string>
  done_on: Day
  valid_until: Day
  clinic_ar: string
  clinic_en: string
}

/** An authority has stopped the traffic services of a person, who was told. */
export interface TrafficSuspensionTable {
  person_id: PersonNumber
  id: Generated<string>
  authority_ar: string
  authority_en: string
  since: Day
  ended_on: Day | null
}

/** A vehicle under its owner; it changes owners by moving, with its id. */
export interface VehicleTable {
  person_id: PersonNumber
  id: Generated<string>
  /** In Arabic reading order, without spaces. */
  plate_letters: string
  plate_digits: string
  plate_type: PlateType
  sequence_number: string
  vin: string
  make_ar: string
  make_en: string
  model_ar: string
  model_en: string
  year: number
  colour_ar: string
  colour_en: string
  seats: number
  region: Region
  registered_until: Day
  inspected_until: Day
  state: VehicleState
  /** Owned since. */
  since: Day
}

/** Index of plates across persons: letters, digits and type together are one plate (register F-09). */
export interface PlateHolderTable {
  plate: string
  plate_type: PlateType
  person_id: PersonNumber
  vehicle_id: string
}

/** Index of sequence numbers across persons. */
export interface SequenceHolderTable {
  sequence_number: string
  person_id: PersonNumber
  vehicle_id: string
}

/** A policy under the person whom it insures; it outlives their ownership as a record. */
export interface InsurancePolicyTable {
  person_id: PersonNumber
  id: Generated<string>
  vehicle_id: string
  number: string
  insurer_ar: string
  insurer_en: string
  cover: Cover
  starts_on: Day
  ends_on: Day
  /** When it was ended before its time. */
  ended_on: Day | null
}

/** A sale, as one row under each of its two parties. */
export interface VehicleSaleTable {
  person_id: PersonNumber
  /** The request that it came from. */
  id: string
  role: 'seller' | 'buyer'
  other_id: PersonNumber
  vehicle_id: string
  price: Halalas
  sold_on: Day
}

/** A violation under the person who answers for it. */
export interface ViolationTable {
  person_id: PersonNumber
  id: Generated<string>
  number: string
  /** A key of `violationKinds`. */
  kind: string
  committed_at: Date
  recorded_at: Date
  place_ar: string
  place_en: string
  speed: number | null
  speed_limit: number | null
  amount: Halalas
  points: number
  grave: boolean
  state: ViolationState
  /** The last day for an objection. */
  object_by: Day
  /** The last day of the payment window, in which the reduction is given. */
  pay_by: Day
  sequence_number: string | null
  /** What was decided on an objection, with the reasons. */
  decision: string | null
  settled_at: Date | null
}

/** Index of violation numbers across persons. */
export interface ViolationNumberTable {
  number: string
  person_id: PersonNumber
  violation_id: string
}

/** What a partner reported under its own number, so that a repeated report is the same violation. */
export interface ViolationRecordTable {
  source: string
  record: string
  number: string
  person_id: PersonNumber
  violation_id: string
}

/** The unpaid violations committed with a vehicle, whoever answers for them. */
export interface UnpaidOnVehicleTable {
  sequence_number: string
  number: string
}

/** What another party of an accident was driving, and their share of the fault: no name, no plate. */
export interface OtherParty {
  readonly vehicle: Text
  /** In percent. */
  readonly liability: number
}

/** An accident under one of its parties. */
export interface AccidentTable {
  person_id: PersonNumber
  /** The same under each party. */
  id: string
  number: string
  happened_at: Date
  place_ar: string
  place_en: string
  /** What this party was driving, as it was called on that day. */
  vehicle_ar: string
  vehicle_en: string
  /** This party's share of the fault, in percent. */
  liability: number
  others: ColumnType<readonly OtherParty[], string, never>
  injured: number
  reported_on: Day
  /** The last day for an objection to the shares. */
  object_by: Day
}

/** Index of the parties of each report across persons. */
export interface AccidentPartyTable {
  number: string
  person_id: PersonNumber
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    driving_licence: DrivingLicenceTable
    licence_number: LicenceNumberTable
    medical_exam: MedicalExamTable
    traffic_suspension: TrafficSuspensionTable
    vehicle: VehicleTable
    plate_holder: PlateHolderTable
    sequence_holder: SequenceHolderTable
    insurance_policy: InsurancePolicyTable
    vehicle_sale: VehicleSaleTable
    violation: ViolationTable
    violation_number: ViolationNumberTable
    violation_record: ViolationRecordTable
    unpaid_on_vehicle: UnpaidOnVehicleTable
    accident: AccidentTable
    accident_party: AccidentPartyTable
  }
}

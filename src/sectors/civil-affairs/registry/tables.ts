import type { ColumnType, Generated } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'

export const paperKinds = ['national-id', 'family-record', 'birth-certificate', 'death-certificate'] as const
export type PaperKind = (typeof paperKinds)[number]
/** `cancelled`: replaced by a newer version, or handed in. */
export type PaperState = 'valid' | 'lost' | 'cancelled'

export interface CivilPaperTable {
  person_id: PersonNumber
  id: Generated<string>
  kind: PaperKind
  /** Which record it is about: `self`, a family record's id, the number of whoever has died. */
  record: string
  /** What is printed on it beside the version. */
  number: string
  version: number
  issued_on: Day
  expires_on: Day | null
  state: PaperState
  /** When it was reported lost or cancelled. */
  ended_on: Day | null
}

/** A loss that was reported: it cannot be taken back. */
export interface LostReportTable {
  person_id: PersonNumber
  id: Generated<string>
  /** The reference of the request, which is the number of the report. */
  number: string
  paper_id: string
  /** The person, or who acts for the child. */
  reported_by: PersonNumber
  lost_on: Day
  place: string
  reported_on: Day
  /** After the days in which no fine is due. */
  late: boolean
}

/** A report under whoever made it. */
export interface LossReceiptTable {
  person_id: PersonNumber
  /** The request. */
  id: string
  holder_id: PersonNumber
  paper_id: string
}

/** Index of the lost papers across persons. */
export interface LostPaperTable {
  kind: PaperKind
  number: string
  version: number
  person_id: PersonNumber
  reported_on: Day
}

/** A birth as it was registered; names stay as they were on that day. */
export interface BirthRecordTable {
  person_id: PersonNumber
  number: string
  born_at: Date
  place_ar: string
  place_en: string
  hospital_ar: string | null
  hospital_en: string | null
  father_id: PersonNumber | null
  father_ar: string
  father_en: string
  mother_id: PersonNumber | null
  mother_ar: string
  mother_en: string
  registered_on: Day
}

/** Index of birth records across persons. */
export interface BirthNumberTable {
  number: string
  person_id: PersonNumber
}

/** A family record in the hands of one who holds it; the other spouse has the same number under them. */
export interface FamilyRecordTable {
  person_id: PersonNumber
  id: Generated<string>
  number: string
  /** Father or mother: whoever of the two leads it (register head-of-family-record). */
  head: ColumnType<boolean, boolean, boolean>
  spouse_id: PersonNumber | null
  opened_on: Day
  closed_on: Day | null
}

/** Index of family records across persons. */
export interface FamilyRecordNumberTable {
  number: string
  head_id: PersonNumber
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    civil_paper: CivilPaperTable
    lost_report: LostReportTable
    loss_receipt: LossReceiptTable
    lost_paper: LostPaperTable
    birth_record: BirthRecordTable
    birth_number: BirthNumberTable
    family_record: FamilyRecordTable
    family_record_number: FamilyRecordNumberTable
  }
}

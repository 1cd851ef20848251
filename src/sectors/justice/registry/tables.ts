import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'

export interface CustodyDeedTable {
  /** The child. */
  person_id: PersonNumber
  number: string
  court_ar: string
  court_en: string
  issued_on: Day
  /** The client of the courts’ system. */
  source: string
  entered_at: Date
  end_reason: string | null
}

/** Index of deeds across children. */
export interface CustodyDeedNumberTable {
  number: string
  person_id: PersonNumber
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    custody_deed: CustodyDeedTable
    custody_deed_number: CustodyDeedNumberTable
  }
}

import type { PersonNumber } from '#kernel/person-number.ts'

export interface OfficerTable {
  officer: string
  person_id: PersonNumber
  units: string[]
  on_duty: boolean
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    officer: OfficerTable
  }
}

import type { PersonNumber } from '#kernel/person-number.ts'

/** What one officer of a unit did or asked for at a desk, and another one has to look at: a read model. */
export interface SecondLookTable {
  unit: string
  about: 'activation' | 'mobile'
  /** Of the activation, or of the change of a mobile. */
  id: string
  person_id: PersonNumber
  /** The first officer. */
  officer: string
  at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    second_look: SecondLookTable
  }
}

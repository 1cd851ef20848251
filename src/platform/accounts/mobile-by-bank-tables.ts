import type { PersonNumber } from '#kernel/person-number.ts'

/** A mobile that a bank vouched for, by the bank's own number of it. */
export interface BankMobileTable {
  person_id: PersonNumber
  client: string
  client_receipt: string
  receipt: string
  mobile_index: string
  at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    bank_mobile: BankMobileTable
  }
}

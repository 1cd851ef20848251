import type { Generated } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'

/** How an account came to be activated (register 1.1 and 1.17). */
export type ActivationChannel = 'officer' | 'bank-app' | 'bank-web' | 'atm' | 'kiosk'

/** Who activated whom, and on what evidence; a second officer reviews what an officer did. */
export interface ActivationTable {
  person_id: PersonNumber
  id: Generated<string>
  channel: ActivationChannel
  receipt: string
  officer: string | null
  unit: string | null
  document: string | null
  biometric: string | null
  client: string | null
  client_receipt: string | null
  /** The self-service device that it was done at. */
  device: string | null
  at: Date
  reviewed_by: string | null
  reviewed_at: Date | null
}

/** A printed form that was not used yet, by the hash of its token. */
export interface ActivationFormTable {
  token: string
  person_id: PersonNumber
  issued_at: Date
  expires_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    activation: ActivationTable
    activation_form: ActivationFormTable
  }
}

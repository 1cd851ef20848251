import type { JsonWebKey } from 'node:crypto'
import type { ColumnType } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Section } from '#platform/appointments/tables.ts'

/** Registered and waiting for the device; bound to its key; never trusted again. */
export type KioskState = 'awaiting' | 'enrolled' | 'revoked'

export interface KioskTable {
  id: string
  office_id: string
  /** Where in the place it stands, in the operator's words. */
  spot: string
  section: Section
  state: KioskState
  /** Blind index of the code that enrols it, until it is used. */
  code: string | null
  code_until: Date | null
  /** The device's half stays in the device. */
  public_key: ColumnType<JsonWebKey | null, string | null, string | null>
  registered_by: string
  registered_at: Date
  enrolled_at: Date | null
  /** Its last heartbeat. */
  seen_at: Date | null
  revoked_by: string | null
  revoked_at: Date | null
}

/** What a device has to sign next; gone with the first answer. */
export interface KioskChallengeTable {
  id: string
  kiosk_id: string
  expires_at: Date
}

/** Somebody at a device, by the hash of a token that only the page's memory holds. */
export interface KioskSessionTable {
  token: string
  /** Names it in audit; opens nothing. */
  id: string
  kiosk_id: string
  /** Once a finger has matched. */
  person_id: PersonNumber | null
  /** Fingers that were not this person's. */
  tries: number
  /** Sealed: the new line that is being confirmed. */
  mobile: string | null
  mobile_until: Date | null
  /** What is about to be printed, and the hash of the address that gives it out once. */
  sheet: string | null
  sheet_ticket: string | null
  sheet_until: Date | null
  started_at: Date
  seen_at: Date
  ends_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    kiosk: KioskTable
    kiosk_challenge: KioskChallengeTable
    kiosk_session: KioskSessionTable
  }
}

import type { PersonNumber } from '#kernel/person-number.ts'

export interface KnownDeviceTable {
  person_id: PersonNumber
  /** Hash of the token in the device's cookie. */
  device: string
  /** What its browser is called: `Chrome · Android`. */
  agent: string | null
  first_seen: Date
  last_seen: Date
}

/** A network from which somebody signed in, by a keyed hash. */
export interface KnownPlaceTable {
  person_id: PersonNumber
  place: string
  /** What was last used there. */
  agent: string | null
  first_seen: Date
  last_seen: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    known_device: KnownDeviceTable
    known_place: KnownPlaceTable
  }
}

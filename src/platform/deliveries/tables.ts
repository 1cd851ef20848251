import type { ColumnType } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'

export type DeliveryState = 'ordered' | 'dispatched' | 'delivered' | 'returned'

export interface DeliveryTable {
  person_id: PersonNumber
  id: string
  /** One request delivers once. */
  request_id: string | null
  tracking: string
  what: ColumnType<Text, string, never>
  /** On one line, as it stood when it was ordered. */
  address: ColumnType<Text, string, never>
  state: DeliveryState
  /** Why it came back, in the courier's words. */
  reason: string | null
  ordered_at: Date
  dispatched_at: Date | null
  ended_at: Date | null
}

/** Index of tracking numbers across persons. */
export interface DeliveryTrackingTable {
  tracking: string
  person_id: PersonNumber
  delivery_id: string
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    delivery: DeliveryTable
    delivery_tracking: DeliveryTrackingTable
  }
}

import type { ColumnType } from 'kysely'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Principal } from '#platform/authority/principal.ts'

export interface AuditEventTable {
  /** Whom it is about. */
  person_id: PersonNumber
  id: string
  at: Date
  actor_kind: Principal['kind']
  actor_person: PersonNumber | null
  /** For whom it was done, when it was for another or for an establishment. */
  acting_for: HolderNumber | null
  /** The officer's, the partner's or the task's own name. */
  actor_id: string | null
  /** Units of the officer at that time. */
  units: ColumnType<readonly string[], string, string>
  action: string
  about: string | null
  ground: string | null
}

/** Events that no batch holds yet. */
export interface AuditPendingTable {
  person_id: PersonNumber
  event_id: string
}

/** A link of the chain: `hash` is over the batch's leaves and the hash of the batch before. */
export interface AuditBatchTable {
  batch: number
  previous: string
  leaves: number
  sealed_at: Date
  hash: string
}

export interface AuditLeafTable {
  batch: number
  position: number
  person_id: PersonNumber
  event_id: string
  hash: string
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    audit_event: AuditEventTable
    audit_pending: AuditPendingTable
    audit_batch: AuditBatchTable
    audit_leaf: AuditLeafTable
  }
}

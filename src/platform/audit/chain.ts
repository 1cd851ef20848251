import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { AuditEventTable } from './tables.ts'

export const genesis = '0'.repeat(64)

/** The hash of one event: over every column, in a fixed order; for whom it was done where it was for another. */
export const leafHash = (event: Selectable<AuditEventTable>): string =>
  sha256(
    JSON.stringify([
      event.person_id,
      event.id,
      event.at.toISOString(),
      event.actor_kind,
      event.actor_person,
      event.actor_id,
      event.units,
      event.action,
      event.about,
      event.ground,
      ...(event.acting_for === null ? [] : [event.acting_for]),
    ]),
  )

/** The hash of a batch: over its place, its time, its leaves in order, and the batch before it. */
export const batchHash = (batch: {
  readonly batch: number
  readonly previous: string
  readonly sealedAt: Date
  readonly leaves: readonly string[]
}): string =>
  sha256(JSON.stringify([batch.batch, batch.previous, batch.sealedAt.toISOString(), batch.leaves]))

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

import type { PersonNumber } from '#kernel/person-number.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { newId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import type { AuditEventTable } from './tables.ts'

/** Something done, or looked at, that concerns a person. */
export interface AuditEntry {
  /** Whose data it is. */
  readonly subject: PersonNumber
  readonly by: Principal
  /** `room.verb`: `request.read`, `account.activate`. */
  readonly action: string
  /** What exactly: a request's reference, a service's slug. Never a personal number. */
  readonly about?: string
  /** By what right: a ground of a subject, `delegate`, `consent`, `officer`, a scope. */
  readonly ground?: string
  readonly at: Date
}

/** Writes an entry in the caller's transaction; the next sealing puts it under the chain. */
export async function record(tx: Db, { subject, by, action, about, ground, at }: AuditEntry): Promise<void> {
  const id = newId(at)
  await tx
    .with('event', (db) =>
      db
        .insertInto('audit_event')
        .values({
          person_id: subject,
          id,
          at,
          actor_kind: by.kind,
          actor_person: by.kind === 'person' || by.kind === 'officer' ? by.person : null,
          actor_id: actorId(by),
          acting_for: actingFor(by),
          units: JSON.stringify(by.kind === 'officer' ? by.units : []),
          action,
          about: about ?? null,
          ground: ground ?? null,
        })
        .returning(['person_id', 'id']),
    )
    .insertInto('audit_pending')
    .columns(['person_id', 'event_id'])
    .expression((db) => db.selectFrom('event').select(['person_id', 'id']))
    .execute()
}

function actingFor(by: Principal): AuditEventTable['acting_for'] {
  if (by.kind !== 'person' || !by.actingFor) return null
  return by.actingFor.kind === 'person' ? by.actingFor.person : by.actingFor.establishment
}

function actorId(by: Principal): string | null {
  switch (by.kind) {
    case 'officer':
      return by.officer
    case 'partner':
      return by.client
    case 'system':
      return by.task
    default:
      return null
  }
}

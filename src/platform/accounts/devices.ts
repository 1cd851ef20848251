import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { endSessions, IDLE_MS } from './session.ts'
import './devices-tables.ts'
import './session-tables.ts'

type Holder = Extract<Principal, { kind: 'person' }>
type World = Pick<Platform, 'db' | 'clock'>

/** A session that is open now, as its holder sees it. */
export interface OpenSession {
  readonly id: string
  /** `Chrome · Android`. */
  readonly agent: string | undefined
  /** Came in by the officers' door. */
  readonly atWork: boolean
  readonly startedAt: Date
  readonly seenAt: Date
}

/** A device on which this person has signed in; it gives no right, it only raises no alarm. */
export interface KnownDevice {
  readonly device: string
  readonly agent: string | undefined
  readonly firstSeen: Date
  readonly lastSeen: Date
}

/** The sessions of a person that are open at this time, the last used first. */
export async function sessionsOf(db: Db, person: PersonNumber, at: Date): Promise<readonly OpenSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'agent', 'officer', 'started_at', 'seen_at'])
    .where('person_id', '=', person)
    .where('ends_at', '>', at)
    .where('seen_at', '>', new Date(at.getTime() - IDLE_MS))
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    agent: row.agent ?? undefined,
    atWork: row.officer !== null,
    startedAt: row.started_at,
    seenAt: row.seen_at,
  }))
}

/** The devices of a person, the last used first. */
export async function devicesOf(db: Db, person: PersonNumber): Promise<readonly KnownDevice[]> {
  const rows = await db
    .selectFrom('known_device')
    .select(['device', 'agent', 'first_seen', 'last_seen'])
    .where('person_id', '=', person)
    .orderBy('last_seen', 'desc')
    .execute()
  return rows.map((row) => ({
    device: row.device,
    agent: row.agent ?? undefined,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
  }))
}

/** Ends one session of one's own; of somebody else's nothing is told, and nothing done. */
export function endSession(
  { db, clock }: World,
  session: string,
  by: Holder,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const ended = isId(session)
      ? await tx
          .deleteFrom('session')
          .where('person_id', '=', by.person)
          .where('id', '=', session)
          .returning('agent')
          .executeTakeFirst()
      : undefined
    if (!ended) return err(problems.notFound)
    await recordEnd(tx, by, ended.agent, at)
    return ok(undefined)
  })
}

/** Ends every session of one's own but this one; answers how many. */
export function endOtherSessions({ db, clock }: World, by: Holder): Promise<number> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const ended = await endSessions(tx, by.person, { except: by.session })
    if (ended > 0) await recordEnd(tx, by, null, at)
    return ended
  })
}

/** Forgets a device and signs it out; the next sign-in on it is one on a new device. */
export function forgetDevice(
  { db, clock }: World,
  device: string,
  by: Holder,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const gone = await tx
      .deleteFrom('known_device')
      .where('person_id', '=', by.person)
      .where('device', '=', device)
      .returning('agent')
      .executeTakeFirst()
    if (!gone) return err(problems.notFound)
    await tx.deleteFrom('session').where('person_id', '=', by.person).where('device', '=', device).execute()
    await record(tx, {
      subject: by.person,
      by,
      action: 'account.forget-device',
      ...(gone.agent ? { about: gone.agent } : {}),
      ground: 'self',
      at,
    })
    return ok(undefined)
  })
}

/** Forgets a place; the next sign-in from there is one from a new place. */
export function forgetPlace({ db, clock }: World, place: string, by: Holder): Promise<Result<void, Problem>> {
  return transact(db, async (tx) => {
    const gone = await tx
      .deleteFrom('known_place')
      .where('person_id', '=', by.person)
      .where('place', '=', place)
      .returning('place')
      .executeTakeFirst()
    if (!gone) return err(problems.notFound)
    const at = clock.now()
    await record(tx, { subject: by.person, by, action: 'account.forget-place', ground: 'self', at })
    return ok(undefined)
  })
}

const recordEnd = (tx: Db, by: Holder, agent: string | null, at: Date) =>
  record(tx, {
    subject: by.person,
    by,
    action: 'session.end',
    ...(agent ? { about: agent } : {}),
    ground: 'self',
    at,
  })

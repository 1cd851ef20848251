import { randomUUID } from 'node:crypto'
import type { PersonNumber } from '#kernel/person-number.ts'
import { record } from '#platform/audit/record.ts'
import { type ActingFor, anonymous, type Principal } from '#platform/authority/principal.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { actingOf, type Turn } from './acting.ts'
import { reportDeath } from './death.ts'
import { tokenHash } from './token.ts'
import './session-tables.ts'
import './sign-in-tables.ts'
import './sign-in-approval-tables.ts'

/** Citizens and staff alike: 15 minutes idle, 8 hours in all (NIST SP 800-63B-4 allows 1 h and 24 h). */
export const IDLE_MS = 15 * 60_000
export const OVERALL_MS = 8 * 60 * 60_000
/** How often being seen is written down. */
const SEEN_MS = 60_000

/** Somebody who is signed in. */
export interface Session {
  readonly id: string
  readonly person: PersonNumber
  readonly account: 'registered' | 'activated'
  /** Set when they came in by the officers' door. */
  readonly officer: string | undefined
  readonly units: readonly string[]
  readonly startedAt: Date
  readonly endsAt: Date
  /** For whom its holder acts now; absent: for themselves. */
  readonly actingFor?: ActingFor
}

interface SessionRow extends Turn {
  id: string
  person_id: PersonNumber
  account: 'registered' | 'activated'
  officer: string | null
  units: string[]
  started_at: Date
  seen_at: Date
  ends_at: Date
}

/**
 * The session that a cookie's token opens, or nothing. Every request comes through here: one indexed read,
 * and a second one for who acts for another. Once a minute it looks whether its holder is alive; the account
 * of one who died ends by itself.
 */
export async function sessionOf(
  { db, pool, clock }: Pick<Platform, 'db' | 'pool' | 'clock'>,
  token: string,
): Promise<Session | undefined> {
  const at = clock.now()
  const hash = tokenHash(token)
  const { rows } = await pool.query<SessionRow>({
    name: 'session-of',
    text: `select id, person_id, account, officer, units, started_at, seen_at, ends_at, delegation, establishment
             from session where token = $1 and ends_at > $2 and seen_at > $3`,
    values: [hash, at, new Date(at.getTime() - IDLE_MS)],
  })
  const [row] = rows
  if (row === undefined) return undefined
  if (at.getTime() - row.seen_at.getTime() >= SEEN_MS) {
    const { rowCount: living } = await pool.query({
      name: 'session-holder-lives',
      text: 'select 1 from person where person_id = $1 and alive',
      values: [row.person_id],
    })
    if (living === 0) {
      await transact(db, async (tx) => {
        await endSessions(tx, row.person_id)
        await reportDeath(tx, row.person_id)
      })
      return undefined
    }
    await pool.query({
      name: 'session-seen',
      text: 'update session set seen_at = $2 where token = $1 and seen_at < $2',
      values: [hash, at],
    })
  }
  const actingFor = await actingOf({ db, clock }, row.person_id, row)
  return {
    id: row.id,
    person: row.person_id,
    account: row.account,
    officer: row.officer ?? undefined,
    units: row.units,
    startedAt: row.started_at,
    endsAt: row.ends_at,
    ...(actingFor ? { actingFor } : {}),
  }
}

/** Who a session stands for; without one, anonymous. */
export function principalOf(session: Session | undefined): Principal {
  if (session === undefined) return anonymous
  const { person, officer, units, account, id, actingFor } = session
  return officer === undefined
    ? { kind: 'person', person, account, session: id, ...(actingFor ? { actingFor } : {}) }
    : { kind: 'officer', person, officer, units, session: id }
}

/** How somebody proved who they are. */
export type Method = 'password' | 'sms' | 'passkey' | 'app' | 'recovery' | 'approval'

export interface NewSession extends Pick<Session, 'person' | 'account' | 'officer' | 'units'> {
  /** Ends the one that the browser came with. */
  readonly replaces?: string | undefined
  readonly methods?: readonly Method[]
  /** The hash of the device's token. */
  readonly device?: string | undefined
  /** `Chrome · Android`. */
  readonly agent?: string | undefined
}

/** Opens a session with a token that nobody has seen. */
export async function openSession(
  tx: Tx,
  who: NewSession,
  at: Date,
): Promise<{ readonly token: string; readonly session: Session }> {
  if (who.replaces !== undefined)
    await tx.deleteFrom('session').where('token', '=', tokenHash(who.replaces)).execute()
  const token = newToken()
  const session: Session = {
    id: randomUUID(),
    person: who.person,
    account: who.account,
    officer: who.officer,
    units: who.units,
    startedAt: at,
    endsAt: new Date(at.getTime() + OVERALL_MS),
  }
  await tx
    .insertInto('session')
    .values({
      token: tokenHash(token),
      id: session.id,
      person_id: session.person,
      account: session.account,
      officer: session.officer ?? null,
      units: [...session.units],
      methods: [...(who.methods ?? [])],
      device: who.device ?? null,
      agent: who.agent ?? null,
      started_at: at,
      seen_at: at,
      ends_at: session.endsAt,
    })
    .execute()
  return { token, session }
}

/** Ends the session of a token; a token that opens nothing changes nothing. */
export async function signOut({ db, clock }: Pick<Platform, 'db' | 'clock'>, token: string): Promise<void> {
  await transact(db, async (tx) => {
    const ended = await tx
      .deleteFrom('session')
      .where('token', '=', tokenHash(token))
      .returning(['person_id', 'id'])
      .executeTakeFirst()
    if (!ended) return
    const by: Principal = {
      kind: 'person',
      person: ended.person_id,
      account: 'registered',
      session: ended.id,
    }
    await record(tx, { subject: ended.person_id, by, action: 'session.end', ground: 'self', at: clock.now() })
  })
}

/**
 * Ends the sessions of a person, all of them or all but one, and the sign-ins that wait for their code;
 * answers how many sessions. Lock the account first: a sign-in that is just being completed waits for it.
 */
export async function endSessions(
  tx: Db,
  person: PersonNumber,
  { except }: { readonly except?: string } = {},
): Promise<number> {
  await tx.deleteFrom('sign_in').where('person_id', '=', person).execute()
  await tx.deleteFrom('sign_in_approval').where('person_id', '=', person).execute()
  let ending = tx.deleteFrom('session').where('person_id', '=', person)
  if (except !== undefined) ending = ending.where('id', '<>', except)
  const { numDeletedRows } = await ending.executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

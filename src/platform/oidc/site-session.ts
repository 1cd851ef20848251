import type { PersonNumber } from '#kernel/person-number.ts'
import { tokenHash } from '#platform/accounts/token.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Platform } from '#platform/platform.ts'
import { endOpSession } from './artifact.ts'
import './tables.ts'

/** A portal session that a site's session stands on. */
export interface Ground {
  readonly id: string
  readonly endsAt: Date
}

const BATCH = 500

/** Notes that a person is signed in at a site, so that signing out here can reach it. */
export async function enterSite(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  it: {
    readonly person: PersonNumber
    readonly clientId: string
    readonly sid: string
    /** The uid of the provider's session. */
    readonly opSession: string
    readonly on: Ground
  },
): Promise<void> {
  const standing = { op_session: tokenHash(it.opSession), portal_session: it.on.id, ends_at: it.on.endsAt }
  await transact(db, async (tx) => {
    await tx
      .insertInto('site_session')
      .values({ person_id: it.person, sid: it.sid, client_id: it.clientId, ...standing })
      .onConflict((conflict) => conflict.columns(['person_id', 'sid']).doUpdateSet(standing))
      .execute()
    await tx
      .updateTable('site_consent')
      .set({ used_at: clock.now() })
      .where('person_id', '=', it.person)
      .where('client_id', '=', it.clientId)
      .execute()
  })
}

/** The same person has signed in again in the same browser: what stood on the old session stands on the new. */
export async function standOn(db: Db, person: PersonNumber, opSession: string, on: Ground): Promise<void> {
  await db
    .updateTable('site_session')
    .set({ portal_session: on.id, ends_at: on.endsAt })
    .where('person_id', '=', person)
    .where('op_session', '=', tokenHash(opSession))
    .execute()
}

/** Ends a session of the provider: its tokens are gone, and the sites on it, or this one alone, are told. */
export async function leaveSession(db: Db, opSession: string): Promise<void> {
  await transact(db, (tx) => leaveHashed(tx, tokenHash(opSession)))
}

/** Signs a person out of one site in one session of the provider. */
export async function leaveSiteInSession(db: Db, opSession: string, clientId: string): Promise<void> {
  await transact(db, async (tx) => {
    const left = await tx
      .deleteFrom('site_session')
      .where('op_session', '=', tokenHash(opSession))
      .where('client_id', '=', clientId)
      .returning(['person_id', 'sid', 'client_id'])
      .execute()
    for (const one of left) await tell(tx, one)
  })
}

/** Signs a person out of one site, wherever they are signed in there. */
export async function leaveSite(tx: Tx, person: PersonNumber, clientId: string): Promise<void> {
  const left = await tx
    .deleteFrom('site_session')
    .where('person_id', '=', person)
    .where('client_id', '=', clientId)
    .returning(['person_id', 'sid', 'client_id'])
    .execute()
  for (const one of left) await tell(tx, one)
}

/**
 * Signs people out of the sites whose portal session was ended before its time: they signed out, were
 * signed out, or lost the account. A session that ran out by itself signs nobody out elsewhere: the two
 * end independently, and a site that wants more asks with `max_age`.
 */
export async function followSignOuts({ db, clock }: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  let after = { person_id: '', sid: '' }
  for (;;) {
    const batch = await db
      .selectFrom('site_session')
      .select(['person_id', 'sid', 'op_session', 'portal_session'])
      .where('ends_at', '>', clock.now())
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('person_id', 'sid'), '>', tuple(after.person_id as PersonNumber, after.sid)),
      )
      .orderBy('person_id')
      .orderBy('sid')
      .limit(BATCH)
      .execute()
    const last = batch.at(-1)
    if (!last) return
    const open = await db
      .selectFrom('session')
      .select('id')
      .where('person_id', 'in', [...new Set(batch.map((row) => row.person_id))])
      .execute()
    const alive = new Set(open.map(({ id }) => id))
    const ended = new Set(batch.filter((row) => !alive.has(row.portal_session)).map((row) => row.op_session))
    for (const opSession of ended) await transact(db, (tx) => leaveHashed(tx, opSession))
    if (batch.length < BATCH) return
    after = last
  }
}

async function leaveHashed(tx: Tx, opSession: string): Promise<void> {
  await endOpSession(tx, opSession)
  const left = await tx
    .deleteFrom('site_session')
    .where('op_session', '=', opSession)
    .returning(['person_id', 'sid', 'client_id'])
    .execute()
  for (const one of left) await tell(tx, one)
}

const tell = (
  tx: Tx,
  left: { readonly person_id: PersonNumber; readonly sid: string; readonly client_id: string },
) =>
  enqueue(tx, {
    task: 'oidc.tell-signed-out',
    payload: { person: left.person_id, sid: left.sid, client: left.client_id },
    attempts: 8,
  })

import { randomUUID } from 'node:crypto'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { tokenHash } from '#platform/accounts/token.ts'
import { newToken } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { type Proof, proveDevice } from './device.ts'
import { kioskProblems } from './problems.ts'
import './tables.ts'

/** The face ends a silent session after 60 seconds; this holds where it does not. */
const IDLE_MS = 90_000
const OVERALL_MS = 10 * 60_000

/** Somebody at a device. */
export interface KioskSession {
  readonly id: string
  readonly kiosk: string
  readonly place: Text
  /** Who they are, once their finger has matched. */
  readonly person: PersonNumber | undefined
}

/** Opens a session for whoever steps up to the device, with a challenge that it signed. */
export function openKioskSession(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  proof: Proof,
): Promise<Result<{ readonly token: string }, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const device = await proveDevice(tx, 'session', proof, at)
    if (!device.ok) return device
    // One stands at a device: who came before has gone.
    await tx.deleteFrom('kiosk_session').where('kiosk_id', '=', device.value.id).execute()
    const token = newToken()
    await tx
      .insertInto('kiosk_session')
      .values({
        token: tokenHash(token),
        id: randomUUID(),
        kiosk_id: device.value.id,
        tries: 0,
        started_at: at,
        seen_at: at,
        ends_at: new Date(at.getTime() + OVERALL_MS),
      })
      .execute()
    await tx.updateTable('kiosk').set({ seen_at: at }).where('id', '=', device.value.id).execute()
    return ok({ token })
  })
}

/** The session that a token opens, while the device is trusted; being seen keeps it open. */
export async function kioskSessionOf(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  token: string,
): Promise<Result<KioskSession, Problem>> {
  const at = clock.now()
  const row = await db
    .updateTable('kiosk_session')
    .set({ seen_at: at })
    .from('kiosk')
    .innerJoin('office', 'office.id', 'kiosk.office_id')
    .whereRef('kiosk.id', '=', 'kiosk_session.kiosk_id')
    .where('kiosk_session.token', '=', tokenHash(token))
    .where('kiosk_session.ends_at', '>', at)
    .where('kiosk_session.seen_at', '>', new Date(at.getTime() - IDLE_MS))
    .where('kiosk.state', '=', 'enrolled')
    .returning(['kiosk_session.id', 'kiosk_session.kiosk_id', 'kiosk_session.person_id', 'office.name'])
    .executeTakeFirst()
  if (!row) return err(kioskProblems.sessionEnded)
  return ok({ id: row.id, kiosk: row.kiosk_id, place: row.name, person: row.person_id ?? undefined })
}

/** Ends a session; one that is gone already stays gone. */
export async function endKioskSession({ db }: Pick<Platform, 'db'>, token: string): Promise<void> {
  await db.deleteFrom('kiosk_session').where('token', '=', tokenHash(token)).execute()
}

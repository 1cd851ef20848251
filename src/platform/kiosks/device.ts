import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { tokenHash } from '#platform/accounts/token.ts'
import type { Section } from '#platform/appointments/tables.ts'
import { isId, newToken } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { DeviceKey } from '#platform/guard/device-key.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { signedBy } from './key.ts'
import { kioskProblems } from './problems.ts'
import type { Purpose } from './proof-text.ts'
import { codeIndex } from './registry.ts'
import './tables.ts'

const CHALLENGE_LIFE_MS = 60_000

/** A device that has shown that it holds its key. */
export interface Device {
  readonly id: string
  readonly place: Text
  readonly spot: string
  readonly section: Section
}

/** What a device sends to show that it holds its key. */
export interface Proof {
  readonly kiosk: string
  readonly challenge: string
  /** base64url, the two numbers one after another. */
  readonly signature: string
}

/**
 * Binds a device to the key that it made, with the operator's code, once: of two devices with one code the
 * first has it. The signature is over the code, with an empty name, since the device has none yet.
 */
export async function enrolDevice(
  { db, clock, vault }: Pick<Platform, 'db' | 'clock' | 'vault'>,
  it: { readonly code: string; readonly key: DeviceKey; readonly signature: string; readonly ip: string },
): Promise<Result<{ readonly kiosk: string }, Problem>> {
  const at = clock.now()
  const allowed = await takeAll(db, [{ key: `kiosk-enrol:${vault.index(it.ip)}`, limit: 20, per: 3600 }], at)
  if (!allowed.ok) return allowed
  if (!signedBy(it.key, { purpose: 'enrol', kiosk: '', challenge: it.code }, it.signature))
    return err(kioskProblems.codeGone)
  const enrolled = await db
    .updateTable('kiosk')
    .set({
      state: 'enrolled',
      public_key: JSON.stringify(it.key),
      enrolled_at: at,
      seen_at: at,
      code: null,
      code_until: null,
    })
    .where('code', '=', codeIndex(vault, it.code))
    .where('code_until', '>', at)
    .where('state', '=', 'awaiting')
    .returning('id')
    .executeTakeFirst()
  return enrolled ? ok({ kiosk: enrolled.id }) : err(kioskProblems.codeGone)
}

/** A challenge for an enrolled device: 256 bits, good once and for a minute. */
export async function challengeDevice(
  { db, clock, vault }: Pick<Platform, 'db' | 'clock' | 'vault'>,
  kiosk: string,
  ip: string,
): Promise<Result<{ readonly challenge: string }, Problem>> {
  const at = clock.now()
  const allowed = await takeAll(
    db,
    [{ key: `kiosk-challenge:${vault.index(`${ip} ${kiosk}`)}`, limit: 60, per: 60 }],
    at,
  )
  if (!allowed.ok) return allowed
  const known = isId(kiosk)
    ? await db
        .selectFrom('kiosk')
        .select('id')
        .where('id', '=', kiosk)
        .where('state', '=', 'enrolled')
        .executeTakeFirst()
    : undefined
  if (!known) return err(kioskProblems.deviceRefused)
  const challenge = newToken()
  await db
    .insertInto('kiosk_challenge')
    .values({
      id: tokenHash(challenge),
      kiosk_id: known.id,
      expires_at: new Date(at.getTime() + CHALLENGE_LIFE_MS),
    })
    .execute()
  return ok({ challenge })
}

/** Takes a heartbeat: the device is there, holds its key, and is still wanted. */
export function heartbeat(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  proof: Proof,
): Promise<Result<Device, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const device = await proveDevice(tx, 'heartbeat', proof, at)
    if (device.ok)
      await tx.updateTable('kiosk').set({ seen_at: at }).where('id', '=', device.value.id).execute()
    return device
  })
}

/**
 * Checks an answered challenge and uses it up, whether the answer is right or wrong, so that a proof that was
 * overheard is worth nothing. The device's row stays locked against revocation until the transaction ends.
 */
export async function proveDevice(
  tx: Tx,
  purpose: Purpose,
  { kiosk, challenge, signature }: Proof,
  at: Date,
): Promise<Result<Device, Problem>> {
  if (!isId(kiosk)) return err(kioskProblems.deviceRefused)
  const asked = await tx
    .deleteFrom('kiosk_challenge')
    .where('id', '=', tokenHash(challenge))
    .returning(['kiosk_id', 'expires_at'])
    .executeTakeFirst()
  if (!asked || asked.kiosk_id !== kiosk || asked.expires_at <= at) return err(kioskProblems.deviceRefused)
  const row = await tx
    .selectFrom('kiosk')
    .innerJoin('office', 'office.id', 'kiosk.office_id')
    .select(['kiosk.id', 'public_key', 'name', 'spot', 'section'])
    .where('kiosk.id', '=', kiosk)
    .where('state', '=', 'enrolled')
    .forNoKeyUpdate('kiosk')
    .executeTakeFirst()
  if (!row?.public_key || !signedBy(row.public_key, { purpose, kiosk, challenge }, signature))
    return err(kioskProblems.deviceRefused)
  return ok({ id: row.id, place: row.name, spot: row.spot, section: row.section })
}

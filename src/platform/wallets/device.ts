import type { Selectable } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import { isId, newId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { type DeviceKey, pointOf, thumbprintOf } from '#platform/guard/device-key.ts'
import type { EndReason, WalletDeviceTable } from './tables.ts'

/** A phone that carries somebody's documents, or did. */
export interface WalletDevice {
  readonly id: string
  readonly person: PersonNumber
  /** `Chrome · Android`. */
  readonly name: string
  /** An uncompressed point of P-256. */
  readonly key: Uint8Array
  readonly since: Date
  readonly lastSeen: Date
  readonly ended: { readonly at: Date; readonly because: EndReason } | undefined
}

/** The phone that carries a person's documents now; there is one at most. */
export async function walletDeviceOf(db: Db, person: PersonNumber): Promise<WalletDevice | undefined> {
  const row = await db
    .selectFrom('wallet_device')
    .selectAll()
    .where('person_id', '=', person)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return row && walletDevice(row)
}

/** Every phone that ever carried a person's documents: the one that does first, then the newest. */
export async function walletDevicesOf(
  db: Db,
  person: PersonNumber,
  { limit = 20 }: { readonly limit?: number } = {},
): Promise<readonly WalletDevice[]> {
  const rows = await db
    .selectFrom('wallet_device')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy((eb) => eb('state', '=', 'active'), 'desc')
    .orderBy('since', 'desc')
    .limit(limit)
    .execute()
  return rows.map(walletDevice)
}

/** One of a person's phones. */
export async function findWalletDevice(
  db: Db,
  person: PersonNumber,
  id: string,
): Promise<WalletDevice | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('wallet_device')
    .selectAll()
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && walletDevice(row)
}

/**
 * Enters the phone that carries a person's documents from now on; nothing when its key is known already. The
 * caller has ended the one before.
 */
export async function enterWalletDevice(
  tx: Tx,
  it: {
    readonly person: PersonNumber
    readonly key: DeviceKey
    readonly name: string
    readonly browser: string | undefined
    readonly at: Date
  },
): Promise<WalletDevice | undefined> {
  const { person, key, name, browser = null, at } = it
  const id = newId(at)
  const free = await tx
    .insertInto('wallet_key')
    .values({ thumbprint: thumbprintOf(key), person_id: person, device_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .returning('device_id')
    .executeTakeFirst()
  if (!free) return undefined
  const row = await tx
    .insertInto('wallet_device')
    .values({
      person_id: person,
      id,
      name,
      public_key: Buffer.from(pointOf(key)),
      browser,
      since: at,
      seen_at: at,
      state: 'active',
      ended_at: null,
      ended_because: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return walletDevice(row)
}

export const walletDevice = (row: Selectable<WalletDeviceTable>): WalletDevice => ({
  id: row.id,
  person: row.person_id,
  name: row.name,
  key: Uint8Array.from(row.public_key),
  since: row.since,
  lastSeen: row.seen_at,
  ended: row.ended_at && row.ended_because ? { at: row.ended_at, because: row.ended_because } : undefined,
})

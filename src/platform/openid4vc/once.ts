import { newToken } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import './tables.ts'

/** Seconds that a nonce may be used; a wallet asks for one right before. */
export const nonceLife = 300

/** A nonce for one proof of possession. */
export async function newNonce(db: Db, at: Date): Promise<string> {
  const nonce = newToken()
  const expires_at = new Date(at.getTime() + nonceLife * 1000)
  await db.insertInto('credential_nonce').values({ nonce, expires_at }).execute()
  return nonce
}

/** Uses a nonce up: of any number at once, one succeeds. */
export async function useNonce(db: Db, nonce: string, at: Date): Promise<boolean> {
  // Anybody writes anything into a proof, also what the database does not read as text.
  if (!/^[\w-]{43}$/.test(nonce)) return false
  const used = await db
    .deleteFrom('credential_nonce')
    .where('nonce', '=', nonce)
    .where('expires_at', '>', at)
    .returning('nonce')
    .executeTakeFirst()
  return used !== undefined
}

import { createHash } from 'node:crypto'
import { newToken } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import './tables.ts'

const LIFE_MS = 60_000

const hashOf = (challenge: string): string => createHash('sha256').update(challenge).digest('base64url')

/** A challenge for a session or a key: 256 bits, good once and for a minute. */
export async function giveChallenge(db: Db, holder: string, at: Date): Promise<string> {
  const challenge = newToken()
  await db
    .insertInto('wallet_challenge')
    .values({ id: hashOf(challenge), holder, expires_at: new Date(at.getTime() + LIFE_MS) })
    .execute()
  return challenge
}

/** Uses a challenge up, whoever brings it; whether it was this holder's, and in time. */
export async function useChallenge(tx: Tx, holder: string, challenge: string, at: Date): Promise<boolean> {
  const used = await tx
    .deleteFrom('wallet_challenge')
    .where('id', '=', hashOf(challenge))
    .returning(['holder', 'expires_at'])
    .executeTakeFirst()
  return used !== undefined && used.holder === holder && used.expires_at > at
}

import { z } from 'zod'
import type { Db } from '#platform/database/tables.ts'
import './passkey-tables.ts'

/** Credentials are made and used within five minutes of being asked for. */
const LIFE_MS = 5 * 60_000

/** Remembers a challenge: it is good once, for this purpose. */
export async function keepChallenge(db: Db, challenge: string, purpose: string, at: Date): Promise<void> {
  await db
    .insertInto('passkey_challenge')
    .values({ challenge, purpose, expires_at: new Date(at.getTime() + LIFE_MS) })
    .execute()
}

const clientData = z.object({ challenge: z.string().max(100) })

/**
 * Uses up the challenge that a browser's answer names, when it was given for this purpose; answers it, or
 * nothing. Of any number of uses at once one succeeds.
 */
export async function useChallenge(
  db: Db,
  clientDataJSON: string,
  purpose: string,
  at: Date,
): Promise<string | undefined> {
  const named = jsonIn(Buffer.from(clientDataJSON, 'base64url').toString('utf8'), clientData)
  if (!named) return undefined
  const used = await db
    .deleteFrom('passkey_challenge')
    .where('challenge', '=', named.challenge)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', at)
    .returning('challenge')
    .executeTakeFirst()
  return used?.challenge
}

/** A text from outside as JSON of a shape; anything else is nothing. */
export function jsonIn<T>(text: string, shape: z.ZodType<T>): T | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

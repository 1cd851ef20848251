import { randomBytes } from 'node:crypto'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { tokenHash } from './token.ts'
import './tables.ts'

const LIFE_MS = 7 * 24 * 60 * 60_000

/**
 * A message about an account, with a link that stops the account when its holder did not do that. The
 * link is good once, for seven days, and can do nothing else.
 */
export async function withAlarm(
  tx: Tx,
  { origin, person, body, at }: { origin: string; person: PersonNumber; body: Text; at: Date },
): Promise<Text> {
  // 128 bits, short enough for a text message.
  const token = randomBytes(16).toString('base64url')
  await tx
    .insertInto('account_alarm')
    .values({ token: tokenHash(token), person_id: person, expires_at: new Date(at.getTime() + LIFE_MS) })
    .execute()
  const link = `${origin}/not-me/${token}`
  return {
    ar: `${body.ar} لم تكن أنت؟ أوقف حسابك: ${link}`,
    en: `${body.en} Not you? Stop the account: ${link}`,
  }
}

/** Whether a link is still good. */
export async function alarmStands(db: Db, token: string, at: Date): Promise<boolean> {
  const row = await db
    .selectFrom('account_alarm')
    .select('token')
    .where('token', '=', tokenHash(token))
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row !== undefined
}

/** Uses a link up: of any number of uses at once one is told whose account it is. */
export async function useAlarm(tx: Tx, token: string, at: Date): Promise<PersonNumber | undefined> {
  const used = await tx
    .deleteFrom('account_alarm')
    .where('token', '=', tokenHash(token))
    .where('expires_at', '>', at)
    .returning('person_id')
    .executeTakeFirst()
  return used?.person_id
}

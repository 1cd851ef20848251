import { randomBytes } from 'node:crypto'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { tokenHash } from './token.ts'
import './alarm-tables.ts'

const LIFE_MS = 7 * 24 * 60 * 60_000

/**
 * A message about an account, with a link that stops the account when its holder did not do that; or, about
 * an identity, one that says that somebody else uses it. The link is good once, for seven days, and can do
 * nothing else.
 */
export async function withAlarm(
  tx: Tx,
  it: {
    readonly origin: string
    readonly person: PersonNumber
    readonly body: Text
    readonly at: Date
    readonly about?: Alarm
  },
): Promise<Text> {
  const { origin, person, body, at, about = 'account' } = it
  // 128 bits, short enough for a text message.
  const token = randomBytes(16).toString('base64url')
  await tx
    .insertInto('account_alarm')
    .values({
      token: tokenHash(token),
      person_id: person,
      about,
      expires_at: new Date(at.getTime() + LIFE_MS),
    })
    .execute()
  const link = `${origin}/not-me/${token}`
  return {
    ar: `${body.ar} لم تكن أنت؟ ${words[about].ar}: ${link}`,
    en: `${body.en} Not you? ${words[about].en}: ${link}`,
  }
}

/** What a link is about: everything in an account, or that somebody has one with this identity at all. */
export type Alarm = 'account' | 'identity'

const words: Readonly<Record<Alarm, Text>> = {
  account: { ar: 'أوقف حسابك', en: 'Stop the account' },
  identity: { ar: 'أبلغنا', en: 'Tell us' },
}

/** What a link that is still good is about; nothing for any other. */
export async function alarmOf(db: Db, token: string, at: Date): Promise<Alarm | undefined> {
  const row = await db
    .selectFrom('account_alarm')
    .select('about')
    .where('token', '=', tokenHash(token))
    .where('expires_at', '>', at)
    .executeTakeFirst()
  return row?.about
}

/** Uses a link up: of any number of uses at once one is told whose it is. */
export async function useAlarm(
  tx: Tx,
  token: string,
  at: Date,
): Promise<{ readonly person: PersonNumber; readonly about: Alarm } | undefined> {
  const used = await tx
    .deleteFrom('account_alarm')
    .where('token', '=', tokenHash(token))
    .where('expires_at', '>', at)
    .returning(['person_id', 'about'])
    .executeTakeFirst()
  return used && { person: used.person_id, about: used.about }
}

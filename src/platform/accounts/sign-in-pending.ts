import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, type Result } from '#kernel/result.ts'
import type { Locale } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { hasApp } from './authenticator-app.ts'
import { type CodeSent, issueCode } from './one-time-code.ts'
import { signInTexts as texts } from './sign-in-texts.ts'
import { tokenHash } from './token.ts'
import './account-tables.ts'
import './sign-in-tables.ts'

/** How long a sign-in waits for its code, in milliseconds. */
export const LIFE_MS = 15 * 60_000

/** What a sign-in needs of the platform. */
export type World = Pick<Platform, 'db' | 'clock' | 'vault'>

/** People come in by one door, officers at work by another. */
export type Door = 'person' | 'officer'

/** Sends the code of a sign-in again, at the earliest 60 seconds after the last. */
export async function sendSignInCode(
  platform: World,
  pending: string,
  { ip }: { readonly ip: string },
): Promise<Result<CodeSent, Problem>> {
  const { db, clock } = platform
  const waiting = await findPending(db, pending, clock.now())
  const account = waiting && (await accountOf(db, waiting.person_id))
  return account ? sendCodeOf(platform, { ...account, id: waiting.id, ip }) : err(texts.expired)
}

/** Sends the code of the sign-in with this id; `mobile` is sealed. */
export const sendCodeOf = (
  platform: World,
  {
    id,
    mobile,
    language,
    ip,
    first = false,
  }: { id: string; mobile: string; language: Locale; ip: string; first?: boolean },
): Promise<Result<CodeSent, Problem>> =>
  issueCode(platform, {
    holder: id,
    purpose: 'sign-in',
    // Sealed after it was parsed.
    mobile: platform.vault.open(mobile) as Mobile,
    language,
    text: texts.code,
    ip,
    first,
  })

/** Where a sign-in that waits for its code stands; unknown and expired handles are `undefined`. */
export async function signInState(
  { db, clock, vault }: World,
  pending: string,
): Promise<{ readonly mobile: string; readonly app: boolean; readonly door: Door } | undefined> {
  const waiting = await findPending(db, pending, clock.now())
  const account = waiting && (await accountOf(db, waiting.person_id))
  if (!account) return undefined
  // Sealed after it was parsed.
  const mobile = maskMobile(vault.open(account.mobile) as Mobile)
  return { mobile, app: await hasApp(db, waiting.person_id), door: waiting.door }
}

/** Where its account stands, and where codes go. */
export const accountOf = (db: Db, person: PersonNumber, how?: 'locked') =>
  db
    .selectFrom('account')
    .select(['state', 'mobile', 'language'])
    .where('person_id', '=', person)
    .$if(how === 'locked', (query) => query.forShare())
    .executeTakeFirst()

/** A sign-in that waits, by its handle. */
export const findPending = (db: Db, pending: string, at: Date) =>
  db
    .selectFrom('sign_in')
    .selectAll()
    .where('id', '=', tokenHash(pending))
    .where('expires_at', '>', at)
    .executeTakeFirst()

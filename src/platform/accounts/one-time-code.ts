import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { toAsciiDigits } from '#kernel/digits.ts'
import type { Mobile } from '#kernel/mobile.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { type Locale, say, type Text } from '#kernel/text.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import { addJob } from '#platform/jobs/enqueue.ts'
import { codeJob } from '#platform/notices/code.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import './one-time-code-tables.ts'

/** Register verify-mobile-otp: short life, 3 tries, bound to the operation. */
const LIFE_SECONDS = 3 * 60
const TRIES = 3
const RESEND_SECONDS = 60
const DAY = 24 * 60 * 60

/** What a code is for: it opens this operation and no other. */
export interface CodeFor {
  /** The operation: the hash of a handle, a request's id and step. */
  readonly holder: string
  /** `registration`, `sign-in`, … */
  readonly purpose: string
}

export interface CodeToSend extends CodeFor {
  readonly mobile: Mobile
  readonly language: Locale
  /** Names the operation, with `{code}` where the six digits stand. */
  readonly text: Text
  readonly ip: string
  /** The holder was made just now: no code has gone out for it, so that none has to be looked for. */
  readonly first?: boolean
  /** Sent in the place of a code when none may be given: to the outside everything else is the same. */
  readonly instead?: Text
}

export interface CodeSent {
  readonly expiresAt: Date
  readonly resendAt: Date
}

/**
 * Sends a six-digit code by SMS; it replaces the one before. Refused within 60 seconds of the last,
 * after 10 in a day to one number for one purpose, or 1,000 in a day from one address.
 */
export async function issueCode(
  platform: Pick<Platform, 'db' | 'clock' | 'vault'>,
  { holder, purpose, mobile, language, text, ip, first = false, instead }: CodeToSend,
): Promise<Result<CodeSent, Problem>> {
  const { db, clock, vault } = platform
  const at = clock.now()
  const last = first ? undefined : await lastSent(db, { holder, purpose })
  if (last && secondsSince(last.sent_at, at) < RESEND_SECONDS) return err(justSent(last.sent_at, at))
  const allowed = await takeAll(
    db,
    [
      // A number's codes for one purpose leave those for another alone: anybody may ask to register with it.
      { key: `code-to:${purpose}:${vault.index(mobile)}`, limit: 10, per: DAY },
      { key: `code-from:${vault.index(ip)}`, limit: 1000, per: DAY },
    ],
    at,
  )
  if (!allowed.ok) return allowed

  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = new Date(at.getTime() + LIFE_SECONDS * 1000)
  const fresh = {
    hash: hashOf(vault, { holder, purpose }, instead === undefined ? code : newToken()),
    attempts: 0,
    sent_at: at,
    expires_at: expiresAt,
    used_at: null,
  }
  const message = say(instead ?? text, language, { code })
  const kept = db
    .insertInto('one_time_code')
    .values({ holder, purpose, ...fresh })
    .onConflict((conflict) =>
      conflict
        .columns(['holder', 'purpose'])
        .doUpdateSet(fresh)
        .where('one_time_code.sent_at', '<=', new Date(at.getTime() - RESEND_SECONDS * 1000)),
    )
    .returning('holder')
  // One statement: a code that is kept is sent, and one that is not kept is not.
  const sending = addJob(codeJob(platform, { mobile, text: message, until: expiresAt }))
  const { rows } = await sql`with kept as (${kept}) select ${sending} from kept`.execute(db)
  if (rows.length === 0) return err(justSent(at, at))
  return ok({ expiresAt, resendAt: new Date(at.getTime() + RESEND_SECONDS * 1000) })
}

const lastSent = (db: Db, { holder, purpose }: CodeFor) =>
  db
    .selectFrom('one_time_code')
    .select('sent_at')
    .where('holder', '=', holder)
    .where('purpose', '=', purpose)
    .executeTakeFirst()

/**
 * Uses a code. One statement counts the try and marks the code used when it is right, so that of two
 * verifications at once exactly one succeeds. After 3 wrong tries, 3 minutes or a use it is gone.
 */
export async function verifyCode(
  db: Db,
  vault: Pick<Platform['vault'], 'index'>,
  { holder, purpose, code }: CodeFor & { readonly code: string },
  at: Date,
): Promise<Result<void, Problem>> {
  const typed = toAsciiDigits(code).replaceAll(/\s/g, '')
  // A button pressed too soon costs no try: nothing was guessed. Anything longer may be a guess at another factor.
  if (/^\d{0,5}$/.test(typed)) return err(incomplete)
  const hash = hashOf(vault, { holder, purpose }, typed)
  const tried = await db
    .updateTable('one_time_code')
    .set({
      attempts: sql<number>`attempts + 1`,
      used_at: sql<Date | null>`case when hash = ${hash} then ${at}::timestamptz end`,
    })
    .where('holder', '=', holder)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .where('attempts', '<', TRIES)
    .returning(['attempts', 'used_at'])
    .executeTakeFirst()
  if (tried?.used_at) return ok(undefined)
  return err(tried && tried.attempts < TRIES ? wrong(TRIES - tried.attempts) : gone)
}

const hashOf = (
  vault: Pick<Platform['vault'], 'index'>,
  { holder, purpose }: CodeFor,
  code: string,
): string => vault.index(`one-time-code:${purpose}:${holder}:${code}`)

const secondsSince = (then: Date, at: Date): number => (at.getTime() - then.getTime()) / 1000

function justSent(sent: Date, at: Date): Problem {
  const retryAfter = Math.max(1, Math.ceil(RESEND_SECONDS - secondsSince(sent, at)))
  return {
    status: 429,
    code: 'code-just-sent',
    title: { ar: 'أُرسل رمز قبل قليل', en: 'A code was sent a moment ago' },
    detail: {
      ar: 'إن لم تصلك الرسالة خلال دقيقة فاطلب رمزًا جديدًا.',
      en: 'If the message has not come within a minute, ask for a new code.',
    },
    retryAfter,
  }
}

const field = (text: Text) => ({ code: text })

/** What was typed is no guess yet. */
export const incomplete: Problem = {
  status: 422,
  code: 'code-incomplete',
  title: { ar: 'اكتب رمز التحقق', en: 'Type the code' },
  fields: field({ ar: 'اكتب الأرقام الستة كلها.', en: 'Type all six digits.' }),
}

const wrong = (left: number): Problem => ({
  status: 422,
  code: 'code-wrong',
  title: { ar: 'رمز التحقق غير صحيح', en: 'The code is not right' },
  fields: field(
    left === 1
      ? { ar: 'الرمز غير صحيح. بقيت محاولة واحدة.', en: 'That is not the code. One try is left.' }
      : { ar: 'الرمز غير صحيح. بقيت محاولتان.', en: `That is not the code. ${left} tries are left.` },
  ),
})

const gone: Problem = {
  status: 422,
  code: 'code-gone',
  title: { ar: 'رمز التحقق لم يعد صالحًا', en: 'The code is no longer good' },
  fields: field({
    ar: 'انتهت صلاحية الرمز أو استُعمل. اطلب رمزًا جديدًا.',
    en: 'The code has expired or was used. Ask for a new one.',
  }),
}

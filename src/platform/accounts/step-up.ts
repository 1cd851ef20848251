import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { tooMany } from '#platform/guard/throttle.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { actKey, acts, codeText, type ToConfirm } from './acts.ts'
import { hasApp } from './authenticator-app.ts'
import { clearFailures, countFailure, isOff } from './factor-failures.ts'
import { clearTries, countTry } from './lockout.ts'
import { type CodeSent, issueCode } from './one-time-code.ts'
import { verifyPassword } from './password.ts'
import { proveSecond } from './second-factor.ts'
import { tokenHash } from './token.ts'
import './account-tables.ts'
import './session-tables.ts'
import './step-up-tables.ts'

/** A confirmation is for one act, in one session, for five minutes (OWASP ASVS 7.5.3). */
export const MAX_AGE_MS = 5 * 60_000
/** The code lives three minutes; a second one may be needed. */
const PASSWORD_AGE_MS = 10 * 60_000

export type Holder = Extract<Principal, { kind: 'person' }>
type World = Pick<Platform, 'db' | 'clock' | 'vault'>

/** How far a person has come in confirming an act: the password, then a second factor. */
export type StepUpStage = 'password' | 'code' | 'confirmed'

/** What is still to do before the act. */
export async function stepUpStage(db: Db, by: Holder, what: ToConfirm, at: Date): Promise<StepUpStage> {
  const row = await rowOf(db, by, what)
  if (!row?.password_at) return 'password'
  if (row.confirmed_at && at.getTime() - row.confirmed_at.getTime() < MAX_AGE_MS) return 'confirmed'
  return at.getTime() - row.password_at.getTime() < PASSWORD_AGE_MS && !row.confirmed_at ? 'code' : 'password'
}

/** What is done and where it goes on; nothing when this session was not asked to confirm it. */
export async function stepUpAsked(
  db: Db,
  by: Holder,
  what: ToConfirm,
): Promise<{ readonly says: Text; readonly page: string } | undefined> {
  if (typeof what === 'string') return { says: acts[what].name, page: acts[what].page }
  const row = await rowOf(db, by, what)
  return row?.says && row.page ? { says: row.says, page: row.page } : undefined
}

/** The first half: the password again. A right one sends a code that names the act. */
export async function confirmPassword(
  platform: World & Pick<Platform, 'config'>,
  by: Holder,
  what: ToConfirm,
  { password, ip }: { readonly password: string; readonly ip: string },
): Promise<Result<void, Problem>> {
  const { db, clock, vault, config } = platform
  const at = clock.now()
  if (!(await stepUpAsked(db, by, what))) return err(problems.notFound)
  const keys = [`account:${vault.index(by.person)}`]
  const allowed = await countTry(db, keys, at)
  if (!allowed.allowed) return err(tooMany(allowed.retryAfter))
  const kept = await db
    .selectFrom('credential')
    .select('hash')
    .where('person_id', '=', by.person)
    .executeTakeFirst()
  const right = await verifyPassword(vault, kept?.hash, password)
  if (!right.ok) return right
  if (!right.value || (await isOff(db, by.person, 'password'))) {
    if (!right.value)
      await transact(db, (tx) => countFailure(tx, config, { person: by.person, factor: 'password' }, at))
    return err(problems.answersWrong({ password: wrongPassword }))
  }
  await clearTries(db, keys)
  await clearFailures(db, by.person, 'password')
  await keep(db, by, what, { password_at: at, confirmed_at: null }, at)
  if (await hasApp(db, by.person)) return ok(undefined)
  const sent = await sendStepUpCode(platform, by, what, { ip })
  // A code that was sent a moment ago is still good.
  return sent.ok || sent.error.code === 'code-just-sent' ? ok(undefined) : sent
}

/** Sends the code of an act, once the password was right. */
export async function sendStepUpCode(
  platform: World,
  by: Holder,
  what: ToConfirm,
  { ip }: { readonly ip: string },
): Promise<Result<CodeSent, Problem>> {
  const { db, clock, vault } = platform
  if ((await stepUpStage(db, by, what, clock.now())) !== 'code') return err(confirmFirst(what))
  const [account, asked] = await Promise.all([accountOf(db, by), stepUpAsked(db, by, what)])
  if (!account || !asked) return err(problems.signInFirst)
  return issueCode(platform, {
    ...codeFor(by, what),
    // Sealed after it was parsed.
    mobile: vault.open(account.mobile) as Mobile,
    language: account.language,
    text: codeText(asked.says),
    ip,
  })
}

/** Where the code of an act comes from: an app, or a message to this mobile, masked. */
export async function stepUpSource(
  { db, vault }: World,
  by: Holder,
): Promise<{ readonly mobile: string; readonly app: boolean } | undefined> {
  const account = await accountOf(db, by)
  if (!account) return undefined
  // Sealed after it was parsed.
  const mobile = maskMobile(vault.open(account.mobile) as Mobile)
  return { mobile, app: await hasApp(db, by.person) }
}

/**
 * The second half: the code, of a message or the app, or a recovery code confirms the act for five minutes. The session goes on under a new token,
 * which comes back for the cookie; `token` is the one that the browser came with.
 */
export function confirmCode(
  { db, clock, vault, config }: World & Pick<Platform, 'config'>,
  by: Holder,
  what: ToConfirm,
  { code, token }: { readonly code: string; readonly token: string },
): Promise<Result<{ readonly token: string }, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    if ((await stepUpStage(tx, by, what, at)) !== 'code') return err(confirmFirst(what))
    const right = await proveSecond(
      tx,
      { vault, config },
      { ...codeFor(by, what), person: by.person, code },
      at,
    )
    if (!right.ok) return right
    return ok({ token: await confirm(tx, by, what, token, at) })
  })
}

/** Writes a confirmation down, and moves the session to a fresh token. */
export async function confirm(tx: Tx, by: Holder, what: ToConfirm, token: string, at: Date): Promise<string> {
  await keep(tx, by, what, { password_at: at, confirmed_at: at }, at)
  const fresh = newToken()
  await tx
    .updateTable('session')
    .set({ token: tokenHash(fresh) })
    .where('token', '=', tokenHash(token))
    .where('id', '=', by.session)
    .execute()
  return fresh
}

/** Uses a confirmation up in the transaction of the act: of two acts at once, one goes through. */
export async function spendStepUp(
  tx: Db,
  by: Holder,
  what: ToConfirm,
  at: Date,
): Promise<Result<void, Problem>> {
  const { act, object } = actKey(what)
  const spent = await tx
    .deleteFrom('step_up')
    .where('session', '=', by.session)
    .where('act', '=', act)
    .where('object', '=', object)
    .where('confirmed_at', '>', new Date(at.getTime() - MAX_AGE_MS))
    .returning('act')
    .executeTakeFirst()
  return spent ? ok(undefined) : err(confirmFirst(what))
}

/** Why an act does not go on, and the page that confirms it. */
export function confirmFirst(what: ToConfirm, page?: string): Problem {
  const { act, object } = actKey(what)
  const next = page ?? (typeof what === 'string' ? acts[what].page : '/')
  const way = new URLSearchParams({ ...(object ? { object } : {}), next })
  return {
    status: 403,
    code: 'confirm-first',
    title: { ar: 'أكّد أنك أنت أولًا', en: 'First confirm that it is you' },
    detail: {
      ar: 'هذا الإجراء يحتاج إلى كلمة مرورك ورمز جديد، وتأكيده صالح خمس دقائق.',
      en: 'This needs your password and a new code; the confirmation is good for five minutes.',
    },
    next: { label: { ar: 'تأكيد', en: 'Confirm' }, page: `/confirm/${act}?${way}` },
    confirm: { act, object },
  }
}

/** One object has one code, and all of one act share their limits. */
function codeFor(by: Holder, what: ToConfirm) {
  const { act, object } = actKey(what)
  return { holder: object ? `${by.session} ${object}` : by.session, purpose: `step-up:${act}` }
}

function keep(
  db: Db,
  by: Holder,
  what: ToConfirm,
  reached: { readonly password_at: Date; readonly confirmed_at: Date | null },
  at: Date,
) {
  return db
    .insertInto('step_up')
    .values({ session: by.session, ...actKey(what), says: null, page: null, asked_at: at, ...reached })
    .onConflict((conflict) =>
      conflict.columns(['session', 'act', 'object']).doUpdateSet({ asked_at: at, ...reached }),
    )
    .execute()
}

function rowOf(db: Db, by: Holder, what: ToConfirm) {
  const { act, object } = actKey(what)
  return db
    .selectFrom('step_up')
    .select(['says', 'page', 'password_at', 'confirmed_at'])
    .where('session', '=', by.session)
    .where('act', '=', act)
    .where('object', '=', object)
    .executeTakeFirst()
}

const accountOf = (db: Db, by: Holder) =>
  db
    .selectFrom('account')
    .select(['mobile', 'language'])
    .where('person_id', '=', by.person)
    .executeTakeFirst()

const wrongPassword = { ar: 'كلمة المرور غير صحيحة', en: 'That is not your password' }

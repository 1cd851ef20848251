import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import { type PersonNumber, parsePersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Locale } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { steady } from '#platform/guard/steady.ts'
import { takeAll, tooMany } from '#platform/guard/throttle.ts'
import { turnstile } from '#platform/guard/turnstile.ts'
import { checkVisualCode, type VisualAnswer } from '#platform/guard/visual-code.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { hasApp } from './authenticator-app.ts'
import { reportDeath } from './death.ts'
import { enter, type SignedIn } from './enter.ts'
import { clearFailures, countFailure } from './factor-failures.ts'
import { clearTries, countTry } from './lockout.ts'
import { officerOf } from './officer.ts'
import { type CodeSent, issueCode } from './one-time-code.ts'
import { passkeyTexts } from './passkey-texts.ts'
import { hashesAtOnce, hashesWaiting, signInBusy, verifyPassword } from './password.ts'
import { proveSecond } from './second-factor.ts'
import { signInTexts as texts } from './sign-in-texts.ts'
import { tokenHash } from './token.ts'
import { usernameKey } from './username.ts'
import './account-tables.ts'
import './second-factor-tables.ts'
import './sign-in-tables.ts'

const LIFE_MS = 15 * 60_000
/** Milliseconds that a sign-in takes to the outside, whatever is found. */
const CHECK_MS = 150

type World = Pick<Platform, 'db' | 'clock' | 'vault'>

/** People come in by one door, officers at work by another. */
export type Door = 'person' | 'officer'

export interface SignIn {
  /** A username, or an ID, iqama or border number. */
  readonly name: string
  readonly password: string
  readonly visual: VisualAnswer
  readonly door: Door
  /** What the browser is called, for the account's history. */
  readonly agent?: string | undefined
}

/** A sign-in that waits for its code. */
export interface PendingSignIn {
  readonly pending: string
  /** Where codes go, masked. */
  readonly mobile: string
  /** Nothing when the person's app shows the code; one can be sent all the same. */
  readonly code: CodeSent | undefined
}

/** Enough at once that a hash is always waiting for a core; the rest wait outside, where they cost nothing. */
const entrance = turnstile({ atOnce: 4 * hashesAtOnce, waiting: hashesWaiting, refusal: signInBusy })

/** Whether a sign-in that came now would be refused as busy: a channel says so before it reads anything. */
export const signInCrowded = (): boolean => entrance.full()

const inTurn = <T>(work: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> =>
  steady(CHECK_MS, async () => {
    const passed = await entrance.pass(work)
    return passed.ok ? passed.value : passed
  })

/**
 * The first three factors in the seeds' order (register sign-in): name, password, visual code. An unknown
 * name, a wrong password, a paused account and the wrong door are one and the same answer, after the same
 * time. After 5 failures a pause of 30 seconds begins, which doubles up to an hour.
 */
export function signIn(
  platform: World & Pick<Platform, 'config'>,
  { name, password, visual, door, agent }: SignIn,
): Promise<Result<PendingSignIn, Problem>> {
  const { db, clock, vault, config } = platform
  return inTurn<PendingSignIn>(async () => {
    const at = clock.now()
    if (door === 'officer' && config.officerPasskey) return err(passkeyTexts.required)
    const seen = await checkVisualCode(platform, visual)
    if (!seen.ok) return seen
    const allowed = await takeAll(
      db,
      [{ key: `sign-in-from:${vault.index(visual.ip)}`, limit: 600, per: 600 }],
      at,
    )
    if (!allowed.ok) return allowed

    const typed = vault.index(name.trim())
    const found = await findAccount(db, name)
    const named = [`name:${typed}`]
    const account = [`account:${found === undefined ? typed : vault.index(found.person)}`]
    const byName = await countTry(db, named, at)
    if (!byName.allowed) return err(tooMany(byName.retryAfter))
    // A pause that other names of the same account have caused is not told: it would tie the two together.
    const byAccount = await countTry(db, account, at)
    const right = await verifyPassword(vault, found?.hash, password)
    if (!right.ok) return right
    const mayEnter =
      found !== undefined &&
      right.value &&
      // Turned off after too many wrong ones, and answered as one of them.
      found.off === null &&
      byAccount.allowed &&
      found.alive &&
      (door === 'person' ||
        (found.state !== 'registered' && (await officerOf(db, found.person)) !== undefined))
    if (!mayEnter) {
      if (found)
        await transact(db, async (tx) => {
          if (!found.alive) await reportDeath(tx, found.person)
          if (byAccount.allowed && !right.value)
            await countFailure(tx, config, { person: found.person, factor: 'password' }, at)
          await record(tx, {
            subject: found.person,
            by: anonymous,
            action: 'session.refuse',
            ...(agent ? { about: agent } : {}),
            at,
          })
        })
      return err(texts.wrong)
    }
    if (found.state === 'suspended') return err(texts.suspended)
    await clearTries(db, [...named, ...account])
    if (found.failures) await clearFailures(db, found.person, 'password')
    const pending = newToken()
    await db
      .insertInto('sign_in')
      .values({
        id: tokenHash(pending),
        person_id: found.person,
        door,
        expires_at: new Date(at.getTime() + LIFE_MS),
      })
      .execute()
    // Sealed after it was parsed.
    const mobile = maskMobile(vault.open(found.mobile) as Mobile)
    if (await hasApp(db, found.person)) return ok({ pending, mobile, code: undefined })
    const code = await sendCodeOf(platform, { ...found, id: tokenHash(pending), ip: visual.ip, first: true })
    return code.ok ? ok({ pending, mobile, code: code.value }) : code
  })
}

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
const sendCodeOf = (
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

/**
 * The fourth factor: the code, of a message or the app, or a recovery code opens a session with a fresh token, exactly once. A device that this person
 * has not used before is told about. `replaces` is the session token that the browser came with.
 */
export async function completeSignIn(
  { db, clock, vault, config }: World & Pick<Platform, 'config'>,
  {
    pending,
    code,
    device,
    agent,
    ip,
    replaces,
  }: {
    readonly pending: string
    readonly code: string
    readonly device?: string | undefined
    readonly agent?: string | undefined
    readonly ip?: string | undefined
    readonly replaces?: string | undefined
  },
): Promise<Result<SignedIn, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const waiting = await findPending(tx, pending, at)
    if (!waiting) return err(texts.expired)
    const person = waiting.person_id
    // Whoever ends all sessions of this person comes before this one, or after it.
    const account = await accountOf(tx, person, 'locked')
    const operation = { holder: waiting.id, purpose: 'sign-in', person, code }
    const right = await proveSecond(tx, { vault, config }, operation, at)
    if (!right.ok) return right
    const { numDeletedRows } = await tx
      .deleteFrom('sign_in')
      .where('id', '=', waiting.id)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) return err(texts.expired)
    if (account?.state !== 'registered' && account?.state !== 'activated') return err(texts.expired)
    const officer = waiting.door === 'officer' ? await officerOf(tx, person) : undefined
    if (waiting.door === 'officer' && (officer === undefined || account.state !== 'activated'))
      return err(texts.expired)

    const entered = await enter(
      tx,
      { config, vault },
      {
        person,
        account: account.state,
        officer: officer?.officer,
        units: officer?.units ?? [],
        methods: ['password', right.value],
        agent,
        replaces,
      },
      { device, ip },
      at,
    )
    return ok(entered)
  })
}

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

async function findAccount(db: Db, name: string) {
  const number = parsePersonNumber(name)
  const person = number.ok ? number.value : await personOfUsername(db, name)
  if (person === undefined) return undefined
  const row = await db
    .selectFrom('account as a')
    .innerJoin('credential as c', 'c.person_id', 'a.person_id')
    .innerJoin('person as p', 'p.person_id', 'a.person_id')
    .leftJoin('factor_failure as f', (join) =>
      join.onRef('f.person_id', '=', 'a.person_id').on('f.factor', '=', 'password'),
    )
    .select(['a.state', 'a.username', 'a.mobile', 'a.language', 'c.hash', 'p.alive'])
    .select(['f.failures', 'f.disabled_at as off'])
    .where('a.person_id', '=', person)
    .where('c.person_id', '=', person)
    .where('p.person_id', '=', person)
    .where('a.state', '!=', 'closed')
    .executeTakeFirst()
  // Capitals in a username matter (register choose-credentials).
  if (row === undefined || (!number.ok && row.username !== name.normalize('NFKC').trim())) return undefined
  return { person, ...row }
}

/** Whose account a name means: a number, or a username as it was chosen. */
export async function personNamed(db: Db, name: string): Promise<PersonNumber | undefined> {
  const number = parsePersonNumber(name)
  if (number.ok) return number.value
  const person = await personOfUsername(db, name)
  const account =
    person &&
    (await db.selectFrom('account').select('username').where('person_id', '=', person).executeTakeFirst())
  return account?.username === name.normalize('NFKC').trim() ? person : undefined
}

async function personOfUsername(db: Db, name: string): Promise<PersonNumber | undefined> {
  const row = await db
    .selectFrom('account_username')
    .select('person_id')
    .where('username', '=', usernameKey(name))
    .executeTakeFirst()
  return row?.person_id
}

const accountOf = (db: Db, person: PersonNumber, how?: 'locked') =>
  db
    .selectFrom('account')
    .select(['state', 'mobile', 'language'])
    .where('person_id', '=', person)
    .$if(how === 'locked', (query) => query.forShare())
    .executeTakeFirst()

const findPending = (db: Db, pending: string, at: Date) =>
  db
    .selectFrom('sign_in')
    .selectAll()
    .where('id', '=', tokenHash(pending))
    .where('expires_at', '>', at)
    .executeTakeFirst()

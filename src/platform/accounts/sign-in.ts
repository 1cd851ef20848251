import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { newToken } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import { steady } from '#platform/guard/steady.ts'
import { takeAll, tooMany } from '#platform/guard/throttle.ts'
import { turnstile } from '#platform/guard/turnstile.ts'
import { checkVisualCode, type VisualAnswer } from '#platform/guard/visual-code.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { findAccount } from './account-named.ts'
import { hasApp } from './authenticator-app.ts'
import { reportDeath } from './death.ts'
import { clearFailures, countFailure } from './factor-failures.ts'
import { clearTries, countTry } from './lockout.ts'
import { officerOf } from './officer.ts'
import type { CodeSent } from './one-time-code.ts'
import { passkeyTexts } from './passkey-texts.ts'
import { hashesAtOnce, hashesWaiting, signInBusy, verifyPassword } from './password.ts'
import { type Door, LIFE_MS, sendCodeOf, type World } from './sign-in-pending.ts'
import { signInTexts as texts } from './sign-in-texts.ts'
import { tokenHash } from './token.ts'
import './sign-in-tables.ts'

/** Milliseconds that a sign-in takes to the outside, whatever is found. */
const CHECK_MS = 150

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

import type { Day } from '#kernel/day.ts'
import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import type { PassportNumber } from '#kernel/passport-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Locale } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { steady } from '#platform/guard/steady.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import { checkVisualCode, type VisualAnswer } from '#platform/guard/visual-code.ts'
import { notify } from '#platform/notices/notify.ts'
import { relativesOf } from '#platform/people/family.ts'
import { findPerson, passportsOf } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { lockAccount } from './activation.ts'
import { keepPassword, type NewPassword, troubleWith } from './change-password.ts'
import { noteChange } from './changes.ts'
import { clearFailures, countFailure, isOff } from './factor-failures.ts'
import { holdAccount } from './hold.ts'
import { type CodeSent, issueCode, verifyCode } from './one-time-code.ts'
import { hashPassword } from './password.ts'
import { resetTexts as texts } from './reset-texts.ts'
import { proveWithoutMobile } from './second-factor.ts'
import { endSessions } from './session.ts'
import { tokenHash } from './token.ts'
import './account-tables.ts'
import './reset-password-tables.ts'

const LIFE_MS = 15 * 60_000
const HOUR = 3600
/** Milliseconds that looking a person up takes to the outside, whatever is found. */
const LOOK_UP_MS = 150

type World = Pick<Platform, 'db' | 'clock' | 'vault'>

/** Something that the holder knows and that is in the register. */
export type Fact =
  | { readonly kind: 'passport'; readonly number: PassportNumber }
  | { readonly kind: 'dependant'; readonly person: PersonNumber }
  | { readonly kind: 'id-expiry'; readonly on: Day }

export interface ResetDetails {
  readonly person: PersonNumber
  /** The mobile of the account. */
  readonly mobile: Mobile
  readonly fact: Fact
  readonly visual: VisualAnswer
  readonly language: Locale
}

/**
 * Begins a reset (register reset-password). Whether there is such an account, on that mobile, and
 * whether the fact is right is looked up, kept, and not told: the answer and its time are the same, and
 * only the message that follows differs.
 */
export function beginReset(
  platform: World,
  { person, mobile, fact, visual, language }: ResetDetails,
): Promise<Result<{ readonly reset: string }, Problem>> {
  const { db, clock, vault } = platform
  return steady(LOOK_UP_MS, async () => {
    const at = clock.now()
    const seen = await checkVisualCode(platform, visual)
    if (!seen.ok) return seen
    const allowed = await takeAll(
      db,
      [
        { key: `reset-from:${vault.index(visual.ip)}`, limit: 100, per: HOUR },
        { key: `reset-person:${vault.index(person)}`, limit: 10, per: 24 * HOUR },
      ],
      at,
    )
    if (!allowed.ok) return allowed
    const [known, account, right] = await Promise.all([
      findPerson(db, person),
      accountOf(db, person),
      isTrue(db, person, fact),
    ])
    const open = account?.state === 'registered' || account?.state === 'activated'
    const line = account?.mobile_index === vault.index(mobile)
    const genuine = known?.alive === true && open && line && right
    const reset = newToken()
    await transact(db, async (tx) => {
      await tx
        .insertInto('password_reset')
        .values({
          id: tokenHash(reset),
          person_id: person,
          genuine,
          verified: false,
          mobile: vault.seal(mobile),
          language,
          expires_at: new Date(at.getTime() + LIFE_MS),
        })
        .execute()
      if (known?.alive && open && !genuine) await warnHolder(tx, person, !line, at)
    })
    const sent = await sendResetCode(platform, reset, { ip: visual.ip })
    return sent.ok ? ok({ reset }) : sent
  })
}

/** Sends the code; where there is nothing to reset, a message that says what to do instead. */
export async function sendResetCode(
  platform: World,
  reset: string,
  { ip }: { readonly ip: string },
): Promise<Result<CodeSent, Problem>> {
  const { db, clock, vault } = platform
  const row = await find(db, reset, clock.now())
  if (!row || row.verified) return err(texts.expired)
  const reached = row.genuine && !(await isOff(db, row.person_id, 'sms'))
  return issueCode(platform, {
    holder: row.id,
    purpose: 'reset-password',
    // Sealed after it was parsed.
    mobile: vault.open(row.mobile) as Mobile,
    language: row.language,
    text: texts.code,
    ip,
    ...(reached ? {} : { instead: texts.instead }),
  })
}

/** Where a reset stands; unknown and expired handles are `undefined`. */
export async function resetState(
  { db, clock, vault }: World,
  reset: string,
): Promise<{ readonly mobile: string; readonly verified: boolean } | undefined> {
  const row = await find(db, reset, clock.now())
  // Sealed after it was parsed.
  return row && { mobile: maskMobile(vault.open(row.mobile) as Mobile), verified: row.verified }
}

/**
 * Checks the code that the person typed: of the message or, for who lost the mobile, of their app or a recovery
 * code. What is wrong is answered alike, whether or not there is anything to reset.
 */
export function verifyResetCode(
  { db, clock, vault, config }: World & Pick<Platform, 'config'>,
  reset: string,
  code: string,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const row = await find(tx, reset, at)
    if (!row) return err(texts.expired)
    const byText = await verifyCode(tx, vault, { holder: row.id, purpose: 'reset-password', code }, at)
    const right =
      byText.ok || (row.genuine && (await proveWithoutMobile(tx, { vault, config }, row.person_id, code, at)))
    if (right)
      await tx.updateTable('password_reset').set({ verified: true }).where('id', '=', row.id).execute()
    if (row.genuine && byText.ok === right) await noteTry(tx, config, row.person_id, right, at)
    return right ? ok(undefined) : byText
  })
}

/**
 * Sets the new password, once: every session ends, high-risk acts wait 24 hours, and the person hears of
 * it by message and mail. It signs nobody in, so that the second factor stays what it was.
 */
export async function finishReset(
  { db, clock, vault, config, breached }: World & Pick<Platform, 'config' | 'breached'>,
  reset: string,
  typed: NewPassword,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  const row = await find(db, reset, at)
  if (!row) return err(texts.expired)
  if (!row.verified) return err(texts.outOfOrder)
  const person = row.person_id
  const account = await accountOf(db, person)
  const trouble = await troubleWith(breached, typed, account?.username ?? '', await findPerson(db, person))
  if (trouble) return err(problems.answersWrong(trouble))
  const hash = await hashPassword(vault, typed.password)
  if (!hash.ok) return hash
  return transact(db, async (tx) => {
    const locked = await lockAccount(tx, person)
    // Every reset of this person that is under way goes with the one that succeeds.
    const used = await tx
      .deleteFrom('password_reset')
      .where('person_id', '=', person)
      .returning(['id', 'verified'])
      .execute()
    const mine = used.some(({ id, verified }) => id === row.id && verified)
    if (!mine || (locked?.state !== 'registered' && locked?.state !== 'activated')) return err(texts.expired)
    await keepPassword(tx, person, hash.value, at)
    await endSessions(tx, person)
    await holdAccount(tx, person, at)
    await noteChange(tx, config, {
      person,
      by: anonymous,
      action: 'account.reset-password',
      notice: texts.done,
      at,
    })
    return ok(undefined)
  })
}

/** Wrong codes count against messages as a factor, wherever they are typed. */
const noteTry = (
  tx: Tx,
  config: Platform['config'],
  person: PersonNumber,
  right: boolean,
  at: Date,
): Promise<void> =>
  right ? clearFailures(tx, person, 'sms') : countFailure(tx, config, { person, factor: 'sms' }, at)

async function isTrue(db: Db, person: PersonNumber, fact: Fact): Promise<boolean> {
  switch (fact.kind) {
    case 'passport':
      return (await passportsOf(db, person)).some((passport) => passport.number === fact.number)
    case 'dependant':
      return (await relativesOf(db, person, ['child', 'spouse'])).some(({ id }) => id === fact.person)
    case 'id-expiry':
      return (await findPerson(db, person))?.idExpiry === fact.on
  }
}

const accountOf = (db: Db, person: PersonNumber) =>
  db
    .selectFrom('account')
    .select(['state', 'username', 'mobile_index'])
    .where('person_id', '=', person)
    .executeTakeFirst()

const find = (db: Db, reset: string, at: Date) =>
  db
    .selectFrom('password_reset')
    .selectAll()
    .where('id', '=', tokenHash(reset))
    .where('expires_at', '>', at)
    .executeTakeFirst()

/** The true holder hears of a try that failed, once a day; by message only when the line was not theirs. */
async function warnHolder(tx: Tx, person: PersonNumber, sms: boolean, at: Date): Promise<void> {
  await record(tx, { subject: person, by: anonymous, action: 'account.refuse', about: 'reset-password', at })
  await notify(tx, {
    to: person,
    key: `reset-refused-${at.toISOString().slice(0, 10)}`,
    ...texts.warning,
    link: '/account',
    sms,
    at,
  })
}

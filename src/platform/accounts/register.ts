import type { Day } from '#kernel/day.ts'
import type { Email } from '#kernel/email.ts'
import type { Mobile } from '#kernel/mobile.ts'
import { maskMobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Locale } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { steady } from '#platform/guard/steady.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import { checkVisualCode, type VisualAnswer } from '#platform/guard/visual-code.ts'
import { notify } from '#platform/notices/notify.ts'
import { type GccIdentity, numberByGccIdentity } from '#platform/people/gcc-identity.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { accountStateOf } from './account-state.ts'
import type { AccountState } from './account-tables.ts'
import { withAlarm } from './alarm.ts'
import { type CodeSent, issueCode, verifyCode } from './one-time-code.ts'
import { hashPassword } from './password.ts'
import { noteContradiction } from './register-contradiction.ts'
import { registrationTexts as texts } from './register-texts.ts'
import { newPasswordTrouble } from './strength.ts'
import './register-tables.ts'
import { acceptTerms, terms } from './terms.ts'
import { tokenHash } from './token.ts'
import { parseUsername, usernameKey } from './username.ts'

const LIFE_MS = 30 * 60_000
const HOUR = 3600
/** Milliseconds that looking a person up takes to the outside, whatever is found. */
const LOOK_UP_MS = 120

type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>

/** Where a registration stands, for the page that shows its next step. */
export interface RegistrationState {
  readonly stage: 'terms' | 'details' | 'code-sent' | 'verified'
  /** Where the code goes, masked; once the details are given. */
  readonly mobile: string | undefined
  readonly language: Locale
}

export interface RegistrationDetails {
  /** By one's own number, or, as a Gulf citizen, by one's own state's card (register register-gcc-account). */
  readonly person: PersonNumber | GccIdentity
  readonly born: Day
  readonly mobile: Mobile
  readonly email: Email
  readonly visual: VisualAnswer
}

/**
 * Begins a registration with the terms accepted (register accept-terms). The handle that comes back is
 * all that leads to it, for 30 minutes. A version that is not the current one is refused.
 */
export async function beginRegistration(
  { db, clock }: World,
  { version, language }: { readonly version: string; readonly language: Locale },
): Promise<Result<{ readonly registration: string }, Problem>> {
  if (version !== terms.version) return err(texts.termsChanged)
  const at = clock.now()
  const registration = newToken()
  await db
    .insertInto('registration')
    .values({
      id: tokenHash(registration),
      stage: 'terms',
      language,
      terms_version: version,
      terms_at: at,
      expires_at: new Date(at.getTime() + LIFE_MS),
    })
    .execute()
  return ok({ registration })
}

/** Where a registration stands; unknown and expired handles are `undefined`. */
export async function registrationState(
  { db, clock, vault }: World,
  registration: string,
): Promise<RegistrationState | undefined> {
  const row = await find(db, registration, clock.now())
  return (
    row && {
      stage: row.stage,
      language: row.language,
      // Sealed after it was parsed.
      mobile: row.mobile === null ? undefined : maskMobile(vault.open(row.mobile) as Mobile),
    }
  )
}

/**
 * Takes the details (register register-account). Whether they are those of a living person without an
 * account, on their own line, is looked up, kept, and not told: the answer and its time are the same, and
 * only the text message that follows differs. Giving them again begins again from here.
 */
export function giveDetails(
  platform: World,
  registration: string,
  { person: asked, born, mobile, email, visual }: RegistrationDetails,
): Promise<Result<void, Problem>> {
  const { db, clock, vault } = platform
  return steady(LOOK_UP_MS, async () => {
    const at = clock.now()
    const row = await find(db, registration, at)
    if (!row) return err(texts.expired)
    const seen = await checkVisualCode(platform, visual)
    if (!seen.ok) return seen
    const allowed = await takeAll(
      db,
      [
        { key: `register-from:${vault.index(visual.ip)}`, limit: 200, per: HOUR },
        {
          key: `register-person:${vault.index(typeof asked === 'string' ? asked : `${asked.country}${asked.number}`)}`,
          limit: 10,
          per: HOUR,
        },
      ],
      at,
    )
    if (!allowed.ok) return allowed
    const person = typeof asked === 'string' ? asked : await numberByGccIdentity(db, asked)
    const [known, account] = person
      ? await Promise.all([findPerson(db, person), accountStateOf(db, person)])
      : []
    const theirs =
      known?.alive === true &&
      known.born === born &&
      (known.registeredMobile === undefined || known.registeredMobile === mobile)
    await transact(db, async (tx) => {
      await tx
        .updateTable('registration')
        .set({
          stage: 'details',
          person_id: person ?? null,
          genuine: theirs && isFree(account),
          mobile: vault.seal(mobile),
          mobile_index: vault.index(mobile),
          email: vault.seal(email),
        })
        .where('id', '=', row.id)
        .execute()
      if (known?.alive && !(theirs && isFree(account)))
        await noteContradiction(tx, platform, { known, born, mobile, at })
    })
    return ok(undefined)
  })
}

/**
 * Sends the code to the mobile of the details. When the details are not those of somebody who may
 * register, a message goes there instead that says what to do; the answer is the same.
 */
export async function sendRegistrationCode(
  platform: World,
  registration: string,
  { ip }: { readonly ip: string },
): Promise<Result<CodeSent, Problem>> {
  const { db, clock, vault } = platform
  const row = await find(db, registration, clock.now())
  if (!row) return err(texts.expired)
  if (row.mobile === null || row.stage === 'verified') return err(texts.outOfOrder)
  const sent = await issueCode(platform, {
    holder: row.id,
    purpose: 'registration',
    // Sealed after it was parsed.
    mobile: vault.open(row.mobile) as Mobile,
    language: row.language,
    text: texts.code,
    ip,
    ...(row.genuine === true ? {} : { instead: texts.instead }),
  })
  if (!sent.ok) return sent
  // Only for the details that the code was sent for: others may have come in between.
  const { numUpdatedRows } = await db
    .updateTable('registration')
    .set({ stage: 'code-sent' })
    .where('id', '=', row.id)
    // Nobody's, when the card that was given is in no register.
    .where('person_id', 'is not distinct from', row.person_id)
    .where('mobile_index', '=', row.mobile_index)
    .where('genuine', '=', row.genuine)
    .where('stage', '<>', 'verified')
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n ? sent : err(texts.outOfOrder)
}

/** Checks the code that the person typed. */
export async function verifyRegistrationCode(
  { db, clock, vault }: World,
  registration: string,
  code: string,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const row = await find(tx, registration, at, 'locked')
    if (!row) return err(texts.expired)
    if (row.stage !== 'code-sent') return err(texts.outOfOrder)
    const right = await verifyCode(tx, vault, { holder: row.id, purpose: 'registration', code }, at)
    if (right.ok)
      await tx.updateTable('registration').set({ stage: 'verified' }).where('id', '=', row.id).execute()
    return right
  })
}

/**
 * Makes the account, in one transaction with its username, credential and accepted terms (register
 * choose-credentials); before this there is nothing. Wrong choices come back by field.
 */
export async function chooseCredentials(
  { db, clock, vault, config, breached }: World & Pick<Platform, 'breached'>,
  registration: string,
  {
    username,
    password,
    again,
  }: { readonly username: string; readonly password: string; readonly again: string },
): Promise<Result<{ readonly person: PersonNumber; readonly username: string }, Problem>> {
  const at = clock.now()
  const row = await find(db, registration, at)
  if (!row) return err(texts.expired)
  if (row.stage !== 'verified' || row.person_id === null || !row.genuine) return err(texts.outOfOrder)
  const person = row.person_id
  const holder = await findPerson(db, person)
  const name = parseUsername(username)
  const trouble = await newPasswordTrouble(breached, password, {
    username,
    known: holder ? [person, holder.born.slice(0, 4), ...namesOf(holder)] : [person],
  })
  if (!name.ok || trouble || password !== again)
    return err(
      problems.answersWrong({
        ...(name.ok ? {} : { username: name.error }),
        ...(trouble ? { password: trouble } : {}),
        ...(trouble || password === again ? {} : { again: texts.notTheSame }),
      }),
    )
  const hash = await hashPassword(vault, password)
  if (!hash.ok) return hash
  return transact(db, async (tx) => {
    // Two registrations of one person wait for each other here.
    await tx
      .selectFrom('person')
      .select('person_id')
      .where('person_id', '=', person)
      .forNoKeyUpdate()
      .execute()
    const verified = await find(tx, registration, at, 'locked')
    if (
      !verified?.mobile ||
      !verified.mobile_index ||
      !verified.email ||
      !isFree(await accountStateOf(tx, person))
    )
      return err(texts.expired)
    // The details may have been given anew while the password was hashed.
    if (verified.stage !== 'verified' || verified.person_id !== person) return err(texts.outOfOrder)
    const free = await tx
      .insertInto('account_username')
      .values({ username: usernameKey(name.value), person_id: person })
      .onConflict((conflict) => conflict.doNothing())
      .returning('username')
      .executeTakeFirst()
    if (!free) return err(problems.answersWrong({ username: texts.usernameTaken }))
    const account = {
      state: 'registered' as const,
      username: name.value,
      mobile: verified.mobile,
      mobile_index: verified.mobile_index,
      email: verified.email,
      language: verified.language,
      registered_at: at,
    }
    await tx
      .insertInto('account')
      .values({ person_id: person, ...account })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ ...account, ...anew }))
      .execute()
    await tx.deleteFrom('registration').where('id', '=', verified.id).execute()
    await tx
      .insertInto('credential')
      .values({ person_id: person, hash: hash.value, changed_at: at })
      .execute()
    await acceptTerms(tx, person, 'registration', verified.terms_at)
    await record(tx, { subject: person, by: anonymous, action: 'account.register', ground: 'self', at })
    await notify(tx, {
      to: person,
      key: `account-registered-${at.getTime()}`,
      title: texts.welcome.title,
      body: await withAlarm(tx, {
        origin: config.origin,
        person,
        body: texts.welcome.body,
        at,
        about: 'identity',
      }),
      link: '/activate',
      sms: true,
      mail: true,
      at,
    })
    return ok({ person, username: name.value })
  })
}

/** Somebody whose account was closed may have one again. */
const isFree = (account: AccountState | undefined): boolean => account === undefined || account === 'closed'

/** Nothing of the closed account before is left in the new one. */
const anew = {
  activated_at: null,
  activated_through: null,
  held_until: null,
  routine_sms: true,
  suspended_at: null,
  suspended_by: null,
  closed_at: null,
  closed_because: null,
}

const find = (db: Db, registration: string, at: Date, how?: 'locked') =>
  db
    .selectFrom('registration')
    .selectAll()
    .where('id', '=', tokenHash(registration))
    .where('expires_at', '>', at)
    .$if(how === 'locked', (query) => query.forUpdate())
    .executeTakeFirst()

const namesOf = ({ name }: { readonly name: Readonly<Record<Locale, string>> }): string[] =>
  [...name.ar.split(' '), ...name.en.split(' ')].filter((part) => part.length > 2)

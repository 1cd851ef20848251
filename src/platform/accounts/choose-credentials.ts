import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Locale } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { accountStateOf } from './account-state.ts'
import { remindToActivate } from './activation-reminder.ts'
import { withAlarm } from './alarm.ts'
import { hashPassword } from './password.ts'
import { registrationTexts as texts } from './register-texts.ts'
import { findRegistration, isFree, type World } from './registration.ts'
import { newPasswordTrouble } from './strength.ts'
import { acceptTerms } from './terms.ts'
import { parseUsername, usernameKey } from './username.ts'
import './account-tables.ts'
import './register-tables.ts'

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
  const row = await findRegistration(db, registration, at)
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
    const verified = await findRegistration(tx, registration, at, 'locked')
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
    await remindToActivate(tx, person, at)
    return ok({ person, username: name.value })
  })
}

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

const namesOf = ({ name }: { readonly name: Readonly<Record<Locale, string>> }): string[] =>
  [...name.ar.split(' '), ...name.en.split(' ')].filter((part) => part.length > 2)

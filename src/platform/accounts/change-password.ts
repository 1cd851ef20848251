import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { findPerson, type Person } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { lockAccount } from './activation.ts'
import { noteChange } from './changes.ts'
import { clearFailures } from './factor-failures.ts'
import { hashPassword } from './password.ts'
import { registrationTexts } from './register-texts.ts'
import { endSessions } from './session.ts'
import { type Holder, spendStepUp } from './step-up.ts'
import { newPasswordTrouble } from './strength.ts'
import './account-tables.ts'

export interface NewPassword {
  readonly password: string
  readonly again: string
}

/**
 * Replaces the password after a step-up (register change-password); signs out every other device when
 * asked. Every way of reaching the person hears of it.
 */
export async function changePassword(
  { db, clock, vault, config, breached }: Pick<Platform, 'db' | 'clock' | 'vault' | 'config' | 'breached'>,
  by: Holder,
  { password, again, endOthers }: NewPassword & { readonly endOthers: boolean },
): Promise<Result<void, Problem>> {
  const at = clock.now()
  const account = await db
    .selectFrom('account')
    .select('username')
    .where('person_id', '=', by.person)
    .executeTakeFirst()
  const person = await findPerson(db, by.person)
  const trouble = await troubleWith(breached, { password, again }, account?.username ?? '', person)
  if (trouble) return err(problems.answersWrong(trouble))
  const hash = await hashPassword(vault, password)
  if (!hash.ok) return hash
  return transact(db, async (tx) => {
    const confirmed = await spendStepUp(tx, by, 'change-password', at)
    if (!confirmed.ok) return confirmed
    await lockAccount(tx, by.person)
    await keepPassword(tx, by.person, hash.value, at)
    if (endOthers) await endSessions(tx, by.person, { except: by.session })
    await noteChange(tx, config, {
      person: by.person,
      by,
      action: 'account.change-password',
      notice: passwordChanged,
      at,
    })
    return ok(undefined)
  })
}

/** Puts a hash in the place of the one before, if there was one. */
export async function keepPassword(tx: Tx | Db, person: Person['id'], hash: string, at: Date): Promise<void> {
  const fresh = { hash, changed_at: at }
  await tx
    .insertInto('credential')
    .values({ person_id: person, ...fresh })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(fresh))
    .execute()
  await clearFailures(tx, person, 'password')
}

/** What is wrong with a new password and its repetition, by field; nothing when it will do. */
export async function troubleWith(
  breached: Platform['breached'],
  { password, again }: NewPassword,
  username: string,
  person: Person | undefined,
): Promise<Readonly<Record<string, Text>> | undefined> {
  const known = person
    ? [person.id, person.born.slice(0, 4), ...`${person.name.ar} ${person.name.en}`.split(' ')]
    : []
  const owner = { username, known: known.filter((word) => word.length > 2) }
  const trouble = await newPasswordTrouble(breached, password, owner)
  if (trouble) return { password: trouble }
  return password === again ? undefined : { again: registrationTexts.notTheSame }
}

const passwordChanged = {
  title: { ar: 'غُيّرت كلمة مرورك', en: 'Your password was changed' },
  body: {
    ar: 'ديوان: غُيّرت كلمة مرور حسابك.',
    en: 'Diwan: the password of your account was changed.',
  },
}

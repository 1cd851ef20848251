import { err, ok, type Result } from '#kernel/result.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { noteChange } from './changes.ts'
import { registrationTexts } from './register-texts.ts'
import { type Holder, spendStepUp } from './step-up.ts'
import { parseUsername, usernameKey } from './username.ts'
import './account-tables.ts'

/** Gives an account another username after a step-up; the old one is free for others from then on. */
export async function changeUsername(
  { db, clock, config }: Pick<Platform, 'db' | 'clock' | 'config'>,
  by: Holder,
  username: string,
): Promise<Result<void, Problem>> {
  const name = parseUsername(username)
  if (!name.ok) return err(problems.answersWrong({ username: name.error }))
  const at = clock.now()
  const taken = err(problems.answersWrong({ username: registrationTexts.usernameTaken }))
  const key = usernameKey(name.value)
  const holder = await db
    .selectFrom('account_username')
    .select('person_id')
    .where('username', '=', key)
    .executeTakeFirst()
  if (holder && holder.person_id !== by.person) return taken
  return transact(db, async (tx) => {
    const confirmed = await spendStepUp(tx, by, 'change-username', at)
    if (!confirmed.ok) return confirmed
    // Two changes of one account wait for each other here.
    const { username: before } = await tx
      .selectFrom('account')
      .select('username')
      .where('person_id', '=', by.person)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    if (usernameKey(before) !== key) {
      const free = await tx
        .insertInto('account_username')
        .values({ username: key, person_id: by.person })
        .onConflict((conflict) => conflict.doNothing())
        .returning('username')
        .executeTakeFirst()
      if (!free) return taken
      await tx
        .deleteFrom('account_username')
        .where('username', '=', usernameKey(before))
        .where('person_id', '=', by.person)
        .execute()
    }
    await tx.updateTable('account').set({ username: name.value }).where('person_id', '=', by.person).execute()
    await noteChange(tx, config, {
      person: by.person,
      by,
      action: 'account.change-username',
      notice: {
        title: { ar: 'غُيّر اسم المستخدم', en: 'Your username was changed' },
        body: {
          ar: `ديوان: صار اسم المستخدم لحسابك ${name.value}.`,
          en: `Diwan: the username of your account is now ${name.value}.`,
        },
      },
      at,
    })
    return ok(undefined)
  })
}

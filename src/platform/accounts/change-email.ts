import type { Email } from '#kernel/email.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { withAlarm } from './alarm.ts'
import { noteChange } from './changes.ts'
import { sendLetter } from './letter.ts'
import { type Holder, spendStepUp } from './step-up.ts'
import { tokenHash } from './token.ts'
import './account-tables.ts'
import './change-contact-tables.ts'

const HOUR = 3600
const LIFE_MS = 24 * HOUR * 1000

type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>

/**
 * Asks for another e-mail address after a step-up: a link goes there, good once, for a day (register
 * update-email). Until it is used the address stays as it was; asking again replaces the link.
 */
export async function askForEmail(
  { db, clock, vault, config }: World,
  by: Holder,
  email: Email,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  const account = await accountOf(db, by.person)
  if (!account) return err(problems.signInFirst)
  if (vault.open(account.email) === email) return err(problems.answersWrong({ email: sameEmail }))
  const key = `email-change:${vault.index(by.person)}`
  const allowed = await takeAll(db, [{ key, limit: 5, per: 24 * HOUR }], at)
  if (!allowed.ok) return allowed
  const token = newToken()
  return transact(db, async (tx) => {
    const confirmed = await spendStepUp(tx, by, 'change-email', at)
    if (!confirmed.ok) return confirmed
    await tx.deleteFrom('email_change').where('person_id', '=', by.person).execute()
    await tx
      .insertInto('email_change')
      .values({
        token: tokenHash(token),
        person_id: by.person,
        email: vault.seal(email),
        expires_at: new Date(at.getTime() + LIFE_MS),
      })
      .execute()
    const link = `${config.origin}/account/email/confirm/${token}`
    await sendLetter(tx, vault, {
      to: { email },
      language: account.language,
      title: { ar: 'أكّد بريدك الإلكتروني', en: 'Confirm your e-mail address' },
      body: {
        ar: `طُلب أن يصير هذا البريد بريد حساب في ديوان. لتأكيده افتح هذا الرابط خلال 24 ساعة: ${link}\nإن لم تطلب ذلك فلا يلزمك شيء.`,
        en: `Somebody asked that this be the e-mail address of a Diwan account. To confirm, open this link within 24 hours: ${link}\nIf it was not you, you need do nothing.`,
      },
    })
    return ok(undefined)
  })
}

/** Whether the link of a letter is still good. */
export async function emailLinkStands(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  token: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('email_change')
    .select('token')
    .where('token', '=', tokenHash(token))
    .where('expires_at', '>', clock.now())
    .executeTakeFirst()
  return row !== undefined
}

/** Uses the link, once: the account has the new address, and the old and the new one hear of it. */
export function confirmEmail(
  { db, clock, vault, config }: World,
  token: string,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const asked = await tx
      .deleteFrom('email_change')
      .where('token', '=', tokenHash(token))
      .where('expires_at', '>', at)
      .returning(['person_id', 'email'])
      .executeTakeFirst()
    if (!asked) return err(linkGone)
    const person = asked.person_id
    const account = await accountOf(tx, person)
    if (account?.state !== 'registered' && account?.state !== 'activated') return err(linkGone)
    await tx.updateTable('account').set({ email: asked.email }).where('person_id', '=', person).execute()
    await sendLetter(tx, vault, {
      // Sealed after it was parsed.
      to: { email: vault.open(account.email) as Email },
      language: account.language,
      title: changed.title,
      body: await withAlarm(tx, { origin: config.origin, person, body: changed.body, at }),
    })
    await noteChange(tx, config, {
      person,
      by: anonymous,
      action: 'account.change-email',
      notice: changed,
      at,
    })
    return ok(undefined)
  })
}

const accountOf = (db: Db, person: PersonNumber) =>
  db
    .selectFrom('account')
    .select(['state', 'email', 'language'])
    .where('person_id', '=', person)
    .executeTakeFirst()

const changed = {
  title: { ar: 'غُيّر بريدك الإلكتروني', en: 'Your e-mail address was changed' },
  body: { ar: 'ديوان: غُيّر بريد حسابك.', en: 'Diwan: the e-mail address of your account was changed.' },
}

const sameEmail = { ar: 'هذا بريد حسابك الآن', en: 'This is the address of your account already' }

const linkGone: Problem = {
  status: 409,
  code: 'link-gone',
  title: { ar: 'الرابط لم يعد صالحًا', en: 'This link is no longer good' },
  detail: {
    ar: 'استُعمل الرابط أو مضى عليه يوم أو طُلب غيره. اطلب تغيير البريد من جديد.',
    en: 'It was used, is older than a day, or another one was asked for. Ask for the change again.',
  },
  next: { label: { ar: 'تغيير البريد', en: 'Change the e-mail address' }, page: '/account/email' },
}

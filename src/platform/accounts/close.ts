import type { Email } from '#kernel/email.ts'
import type { Mobile } from '#kernel/mobile.ts'
import { type PersonNumber, personNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import { type Principal, system } from '#platform/authority/principal.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { endAbroad } from './abroad-end.ts'
import { deceasedTask } from './death.ts'
import { heldBack, heldUntil } from './hold.ts'
import { sendLetter } from './letter.ts'
import { deviceLost } from './lost-device.ts'
import { type Holder, spendStepUp } from './step-up.ts'
import { usernameKey } from './username.ts'
import { dropWaysIn } from './ways-in.ts'
import './account-tables.ts'
import './activation-tables.ts'
import './officer-tables.ts'

type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'whenDeviceLost'>

/**
 * Closes an account at its holder's wish, after a step-up and not while high-risk acts are held back
 * (register close-account). Every way in, the username, the mobile and the address are erased; the base
 * register, requests, documents, payments and the audit stay, because the law asks for them. The holder may
 * register again.
 */
export async function closeOwn(platform: World, by: Holder): Promise<Result<void, Problem>> {
  const { db, clock, vault } = platform
  const at = clock.now()
  const held = await heldUntil(db, by.person, at)
  if (held) return err(heldBack(held))
  return transact(db, async (tx) => {
    const confirmed = await spendStepUp(tx, by, 'close-account', at)
    if (!confirmed.ok) return confirmed
    const account = await endAccount(tx, platform, { person: by.person, by, because: 'holder', at })
    if (!account) return err(closedAlready)
    // Sealed after they were parsed; from here on nobody knows them.
    const mobile = vault.open(account.mobile) as Mobile
    const email = vault.open(account.email) as Email
    for (const to of [{ mobile }, { email }])
      await sendLetter(tx, vault, { to, language: account.language, ...closed })
    // Kept for the day when they register again; nobody can be reached from here on.
    await notify(tx, { to: by.person, key: `account-closed-${newId(at)}`, ...closed, sms: false, at })
    return ok(undefined)
  })
}

/** The job behind `reportDeath`: the account of a person who is not alive ends by itself. */
export async function endDeceased(
  platform: World,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { db, clock } = platform
  const person = personNumber(String(payload.person))
  const known = await findPerson(db, person)
  if (known === undefined || known.alive) return
  await transact(db, (tx) =>
    endAccount(tx, platform, { person, by: system(deceasedTask), because: 'deceased', at: clock.now() }),
  )
}

/** Ends an account that is not closed yet, and answers where it was reached. */
export async function endAccount(
  tx: Tx,
  platform: Pick<Platform, 'vault' | 'whenDeviceLost'>,
  it: {
    readonly person: PersonNumber
    readonly by: Principal
    readonly because: 'holder' | 'deceased' | 'impersonation'
    readonly at: Date
  },
) {
  const { person, by, because, at } = it
  const account = await tx
    .selectFrom('account')
    .select(['username', 'mobile', 'email', 'language'])
    .where('person_id', '=', person)
    .where('state', '<>', 'closed')
    .forUpdate()
    .executeTakeFirst()
  if (!account) return undefined
  const nothing = platform.vault.seal('')
  await tx
    .updateTable('account')
    .set({
      state: 'closed',
      closed_at: at,
      closed_because: because,
      username: '',
      mobile: nothing,
      mobile_index: '',
      email: nothing,
    })
    .where('person_id', '=', person)
    .execute()
  await tx
    .deleteFrom('account_username')
    .where('username', '=', usernameKey(account.username))
    .where('person_id', '=', person)
    .execute()
  await dropWaysIn(tx, person)
  await deviceLost(tx, platform, { person, device: undefined, by, at })
  await tx.deleteFrom('activation_form').where('person_id', '=', person).execute()
  await endAbroad(tx, person, { state: 'cancelled', at })
  await tx.updateTable('officer').set({ on_duty: false }).where('person_id', '=', person).execute()
  await record(tx, {
    subject: person,
    by,
    action: 'account.close',
    about: because,
    ...(because === 'holder' ? { ground: 'self' } : {}),
    at,
  })
  return account
}

const closed = {
  title: { ar: 'أُغلق حسابك', en: 'Your account is closed' },
  body: {
    ar: 'ديوان: أُغلق حسابك بطلبك. تبقى سجلاتك عند الدولة، ويمكنك التسجيل من جديد متى شئت.',
    en: 'Diwan: your account is closed at your request. Your records with the state remain, and you can register again at any time.',
  },
}

const closedAlready: Problem = {
  status: 409,
  code: 'account-not-open',
  title: { ar: 'الحساب مغلق من قبل', en: 'This account is closed already' },
}

import { randomBytes } from 'node:crypto'
import type { Insertable } from 'kysely'
import { dayOf } from '#kernel/day.ts'
import { hijriOf } from '#kernel/hijri.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { newReference } from '#kernel/reference.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Config } from '#platform/config.ts'
import type { Tx } from '#platform/database/tables.ts'
import { notify } from '#platform/notices/notify.ts'
import { endAbroad } from './abroad-end.ts'
import type { AccountState } from './account-tables.ts'
import type { ActivationTable } from './activation-tables.ts'
import { withAlarm } from './alarm.ts'
import './session-tables.ts'

/** An account as an activation sees it, locked until the transaction ends. */
export interface LockedAccount {
  readonly state: AccountState
  /** Who stopped it. */
  readonly suspendedBy: 'holder' | 'officer' | 'suspicion' | undefined
  readonly mobileIndex: string
  /** Sealed. */
  readonly mobile: string
}

/** The account of a person, locked: of two activations at once the second sees what the first did. */
export async function lockAccount(tx: Tx, person: PersonNumber): Promise<LockedAccount | undefined> {
  const row = await tx
    .selectFrom('account')
    .select(['state', 'suspended_by', 'mobile_index', 'mobile'])
    .where('person_id', '=', person)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      state: row.state,
      suspendedBy: row.suspended_by ?? undefined,
      mobileIndex: row.mobile_index,
      mobile: row.mobile,
    }
  )
}

/** Whether an account may be activated: a new one, or one that its holder stopped and wants back. */
export const mayActivate = (account: Pick<LockedAccount, 'state' | 'suspendedBy'> | undefined): boolean =>
  account?.state === 'registered' || (account?.state === 'suspended' && account.suspendedBy === 'holder')

/**
 * Activates an account that is locked and may be: its state, who did it and on what evidence, the open
 * sessions, audit, and the message that it can be used at once (register R-BNK-02). Answers the receipt.
 */
export async function activate(
  tx: Tx,
  config: Pick<Config, 'origin'>,
  evidence: Omit<Insertable<ActivationTable>, 'receipt' | 'id' | 'reviewed_by' | 'reviewed_at'>,
  by: Principal,
): Promise<{ readonly id: string; readonly receipt: string }> {
  const { person_id: person, channel, at } = evidence
  await tx
    .updateTable('account')
    .set({
      state: 'activated',
      activated_at: at,
      activated_through: channel,
      suspended_at: null,
      suspended_by: null,
    })
    .where('person_id', '=', person)
    .execute()
  const receipt = newReference('ACT', hijriOf(dayOf(at)).year, randomBytes(8))
  const { id } = await tx
    .insertInto('activation')
    .values({ ...evidence, receipt })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('activation_form').where('person_id', '=', person).execute()
  await endAbroad(tx, person, { state: 'done', at, ...(evidence.officer ? { by: evidence.officer } : {}) })
  await tx.updateTable('session').set({ account: 'activated' }).where('person_id', '=', person).execute()
  await record(tx, { subject: person, by, action: 'account.activate', about: receipt, ground: channel, at })
  const credential = await tx
    .selectFrom('credential')
    .select('person_id')
    .where('person_id', '=', person)
    .executeTakeFirst()
  const { title, body, link } = credential ? active : activeAgain
  await notify(tx, {
    to: person,
    key: `account-activated-${id}`,
    title,
    body: await withAlarm(tx, { origin: config.origin, person, body, at, about: 'identity' }),
    link,
    sms: true,
    mail: true,
    at,
  })
  return { id, receipt }
}

const active = {
  title: { ar: 'حسابك مُفعّل', en: 'Your account is active' },
  body: {
    ar: 'ديوان: فُعّل حسابك، ويمكنك الدخول والاستفادة من كل الخدمات الآن.',
    en: 'Diwan: your account is active. You can sign in and use every service now.',
  },
  link: '/',
}

/** It had been stopped, and its password is gone. */
const activeAgain = {
  title: { ar: 'عاد حسابك', en: 'Your account is back' },
  body: {
    ar: 'ديوان: أُعيد تفعيل حسابك. اختر كلمة مرور جديدة من «نسيت كلمة المرور» في صفحة الدخول.',
    en: 'Diwan: your account is active again. Choose a new password by “Forgot your password?” on the sign-in page.',
  },
  link: '/reset-password',
}

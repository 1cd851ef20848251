import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import { anonymous, type Principal } from '#platform/authority/principal.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { lockAccount } from './activation.ts'
import { useAlarm } from './alarm.ts'
import { deviceLost } from './lost-device.ts'
import type { Holder } from './step-up.ts'
import { suspect } from './suspicion.ts'
import { dropWaysIn } from './ways-in.ts'
import './account-tables.ts'

type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'whenDeviceLost'>

/** "This wasn't me", from the account's page: the account stops at once, and this session with it. */
export function suspendOwn(platform: World, by: Holder): Promise<Result<void, Problem>> {
  return transact(platform.db, (tx) => suspend(tx, platform, by.person, by))
}

/**
 * "This wasn't me", by the link of a message: no sign-in is needed, because somebody else may hold the account.
 * About an identity, an officer looks into it.
 */
export function suspendByLink(platform: World, token: string): Promise<Result<void, Problem>> {
  return transact(platform.db, async (tx) => {
    const at = platform.clock.now()
    const used = await useAlarm(tx, token, at)
    if (!used) return err(linkGone)
    const { person, about } = used
    if (about === 'account') return suspend(tx, platform, person, anonymous)
    await suspect(tx, platform, { person, kind: 'holder-denies', facts: denied(at), by: anonymous, at })
    return ok(undefined)
  })
}

/**
 * Stops an account: every session and every way in goes, and what is kept on devices, because who used them is
 * not known. Its holder
 * comes back by proving who they are, at an officer's desk or through a bank, and chooses a new password.
 */
async function suspend(
  tx: Tx,
  platform: World,
  person: PersonNumber,
  by: Principal,
): Promise<Result<void, Problem>> {
  const at = platform.clock.now()
  const account = await lockAccount(tx, person)
  if (account?.state !== 'registered' && account?.state !== 'activated') return err(notOpen)
  await tx
    .updateTable('account')
    .set({ state: 'suspended', suspended_at: at, suspended_by: 'holder' })
    .where('person_id', '=', person)
    .execute()
  await dropWaysIn(tx, person)
  await deviceLost(tx, platform, { person, device: undefined, by, at })
  await record(tx, { subject: person, by, action: 'account.suspend', ground: 'self', at })
  await notify(tx, {
    to: person,
    key: `account-suspended-${newId(at)}`,
    ...suspended,
    sms: true,
    mail: true,
    at,
  })
  return ok(undefined)
}

const denied = (at: Date): readonly Fact[] => [
  {
    key: 'deniedAt',
    label: { ar: 'قال صاحب الهوية: لم أكن أنا', en: 'The holder said: it wasn’t me' },
    value: v.instant(at),
  },
]

const suspended = {
  title: { ar: 'أُوقف حسابك', en: 'Your account is stopped' },
  body: {
    ar: 'ديوان: أُوقف حسابك بطلبك وخرجت كل الأجهزة. لإعادته توجّه بهويتك إلى موظف التفعيل أو فعّله من مصرفك، ثم اختر كلمة مرور جديدة.',
    en: 'Diwan: your account is stopped at your request, and every device is signed out. To have it back, go to an activation officer with your ID or use your bank; then choose a new password.',
  },
}

const linkGone: Problem = {
  status: 409,
  code: 'link-gone',
  title: { ar: 'الرابط لم يعد صالحًا', en: 'This link is no longer good' },
  detail: {
    ar: 'استُعمل الرابط أو مضت عليه سبعة أيام. أوقف الحساب من صفحته، أو اتصل بمركز خدمة العملاء.',
    en: 'It was used, or is older than seven days. Stop the account from its page, or call the contact centre.',
  },
  next: { label: { ar: 'حسابك وأمانه', en: 'Your account' }, page: '/account' },
}

const notOpen: Problem = {
  status: 409,
  code: 'account-not-open',
  title: { ar: 'الحساب متوقف من قبل', en: 'This account is stopped already' },
  detail: {
    ar: 'لا يدخل إليه أحد. لإعادته توجّه بهويتك إلى موظف التفعيل أو استعن بمصرفك.',
    en: 'Nobody gets in. To have it back, go to an activation officer with your ID or use your bank.',
  },
}

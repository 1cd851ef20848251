import { formatMobile, type Mobile, maskMobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { type Locale, say, type Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { sendCode } from '#platform/notices/code.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson } from '#platform/people/person.ts'
import { registerMobile } from '#platform/people/write.ts'
import type { Platform } from '#platform/platform.ts'
import { withAlarm } from './alarm.ts'
import { noteChange } from './changes.ts'
import { clearFailures } from './factor-failures.ts'
import { holdAccount } from './hold.ts'
import './account-tables.ts'

const DAY_MS = 24 * 60 * 60_000

/**
 * Puts a line that was just confirmed in the place of the one before (register update-mobile-number and
 * kiosk-update-mobile): in the register and, where there is one, in the account, whose high-risk acts then wait
 * 24 hours. Both lines are told. The caller has made sure who asks, and that the new line is at hand.
 */
export async function replaceMobile(
  { clock, vault, config }: Pick<Platform, 'clock' | 'vault' | 'config'>,
  tx: Tx,
  it: {
    readonly person: PersonNumber
    readonly mobile: Mobile
    readonly by: Principal
    /** Where: `kiosk`, `account`. */
    readonly ground: string
  },
): Promise<void> {
  const { person, mobile, by, ground } = it
  const at = clock.now()
  const account = await tx
    .selectFrom('account')
    .select(['mobile', 'language'])
    .where('person_id', '=', person)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const holder = await findPerson(tx, person)
  // Sealed after it was parsed.
  const before = account ? (vault.open(account.mobile) as Mobile) : holder?.registeredMobile
  await clearFailures(tx, person, 'sms')
  if (before === mobile) return
  await registerMobile(tx, person, mobile)
  if (account) {
    await tx
      .updateTable('account')
      .set({ mobile: vault.seal(mobile), mobile_index: vault.index(mobile) })
      .where('person_id', '=', person)
      .execute()
    await holdAccount(tx, person, at)
    await noteChange(tx, config, { person, by, action, about: ground, notice: toNew(mobile), at })
  } else {
    await record(tx, { subject: person, by, action, about: ground, ground: 'self', at })
    await notify(tx, { to: person, key: `${action}-${newId(at)}`, ...toNew(mobile), sms: true, at })
  }
  if (before === undefined) return
  const told = account
    ? await withAlarm(tx, { origin: config.origin, person, body: toOld(mobile), at })
    : toOld(mobile)
  await notify(tx, { to: person, key: `${action}-old-${newId(at)}`, ...keptOfOld(mobile), sms: false, at })
  const language: Locale = account?.language ?? holder?.language ?? 'ar'
  await sendCode(
    { db: tx, vault, clock },
    { mobile: before, text: say(told, language), until: new Date(at.getTime() + DAY_MS) },
  )
}

const action = 'account.change-mobile'

const toNew = (mobile: Mobile) => ({
  title: { ar: 'غُيّر رقم جوالك', en: 'Your mobile number was changed' },
  body: {
    ar: `ديوان: صار رقم جوالك ${formatMobile(mobile)}. تنتظر العمليات الحساسة 24 ساعة حماية لك.`,
    en: `Diwan: your mobile number is now ${formatMobile(mobile)}. Sensitive acts wait 24 hours, to protect you.`,
  },
})

/** What the line before was told, without the link that only who holds that line may follow. */
const keptOfOld = (mobile: Mobile) => ({
  title: { ar: 'نُبّه رقمك السابق', en: 'Your number before was told' },
  body: toOld(mobile),
})

const toOld = (mobile: Mobile): Text => ({
  ar: `ديوان: استُبدل رقمك هذا برقم آخر هو ${maskMobile(mobile)}. إن لم تكن أنت من فعل ذلك فاتصل بنا أو اذهب بهويتك إلى موظف التفعيل اليوم.`,
  en: `Diwan: this number of yours was replaced by ${maskMobile(mobile)}. If that was not you, call us, or take your ID to an activation officer today.`,
})

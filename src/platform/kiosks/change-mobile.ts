import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { issueCode, verifyCode } from '#platform/accounts/one-time-code.ts'
import { replaceMobile } from '#platform/accounts/replace-mobile.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { kioskProblems } from './problems.ts'
import type { KioskSession } from './session.ts'
import type { KioskVisitor } from './visitor.ts'
import './tables.ts'

const purpose = 'kiosk-mobile'
/** As long as the code. */
const LIFE_MS = 3 * 60_000

/** Sends a code to the line that shall be the person's (register kiosk-update-mobile); the old one is not asked. */
export async function beginMobileChange(
  platform: Pick<Platform, 'db' | 'clock' | 'vault'>,
  session: KioskSession,
  it: { readonly mobile: Mobile; readonly language: Locale; readonly ip: string },
): Promise<Result<{ readonly mobile: string }, Problem>> {
  const { db, clock, vault } = platform
  if (session.person === undefined) return err(kioskProblems.identifyFirst)
  const sent = await issueCode(platform, {
    holder: session.id,
    purpose,
    mobile: it.mobile,
    language: it.language,
    text: codeText,
    ip: it.ip,
  })
  if (!sent.ok) return sent
  await db
    .updateTable('kiosk_session')
    .set({ mobile: vault.seal(it.mobile), mobile_until: new Date(clock.now().getTime() + LIFE_MS) })
    .where('id', '=', session.id)
    .execute()
  return ok({ mobile: maskMobile(it.mobile) })
}

/** Changes the mobile once the code that reached the new line is typed. */
export async function confirmMobileChange(
  platform: Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>,
  session: KioskSession,
  visitor: KioskVisitor,
  code: string,
): Promise<Result<{ readonly mobile: string }, Problem>> {
  const { db, clock, vault } = platform
  const at = clock.now()
  const right = await verifyCode(db, vault, { holder: session.id, purpose, code }, at)
  if (!right.ok) return right
  return transact(db, async (tx) => {
    const row = await tx
      .updateTable('kiosk_session')
      .from((from) =>
        from
          .selectFrom('kiosk_session')
          .select(['id', 'mobile', 'mobile_until'])
          .where('id', '=', session.id)
          .forUpdate()
          .as('before'),
      )
      .set({ mobile: null, mobile_until: null })
      .whereRef('kiosk_session.id', '=', 'before.id')
      .returning(['before.mobile', 'before.mobile_until'])
      .executeTakeFirst()
    if (!row?.mobile || !row.mobile_until || row.mobile_until <= at) return err(kioskProblems.sessionEnded)
    // Sealed after it was parsed.
    const mobile = vault.open(row.mobile) as Mobile
    await replaceMobile(platform, tx, { person: visitor.person, mobile, by: visitor.by, ground: 'kiosk' })
    return ok({ mobile: maskMobile(mobile) })
  })
}

const codeText: Text = {
  ar: 'رمز ديوان لتسجيل هذا الجوال باسمك عند جهاز الخدمة الذاتية: {code}. لا تعطه لأحد.',
  en: 'Diwan code to register this mobile as yours at a self-service device: {code}. Give it to nobody.',
}

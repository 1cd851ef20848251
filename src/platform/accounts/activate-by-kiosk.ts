import { maskPersonNumber, type PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { activate, lockAccount, mayActivate } from './activation.ts'
import { acceptTerms, terms } from './terms.ts'
import './activation-tables.ts'

export interface KioskActivation {
  /** Whose finger has matched at the device. */
  readonly person: PersonNumber
  readonly device: string
  /** The version that was read and agreed to there. */
  readonly terms: string
}

/** What the slip shows. */
export interface KioskReceipt {
  readonly receipt: string
  readonly at: Date
  /** Masked. */
  readonly person: string
}

/**
 * Activates an account at a self-service device (register activate-account-kiosk): the caller has matched the
 * person's finger, and the person has confirmed that the account's mobile is theirs. Again is the same receipt.
 */
export async function activateByKiosk(
  { db, clock, config }: Pick<Platform, 'db' | 'clock' | 'config'>,
  { person, device, terms: version }: KioskActivation,
  by: Extract<Principal, { kind: 'person' }>,
): Promise<Result<KioskReceipt, Problem>> {
  if (version !== terms.version) return err(termsChanged)
  const at = clock.now()
  const holder = await findPerson(db, person)
  if (!holder?.alive) return err(notRegistered)
  return transact(db, async (tx) => {
    const account = await lockAccount(tx, person)
    if (account?.state === 'activated') {
      const before = await tx
        .selectFrom('activation')
        .select(['receipt', 'at', 'device'])
        .where('person_id', '=', person)
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (before?.device !== device) return err(alreadyActive)
      return ok({ receipt: before.receipt, at: before.at, person: maskPersonNumber(person) })
    }
    if (!mayActivate(account)) return err(account ? stopped : notRegistered)
    const { receipt } = await activate(
      tx,
      config,
      { person_id: person, channel: 'kiosk', device, biometric: 'fingerprint', at },
      by,
    )
    await acceptTerms(tx, person, 'activation', at)
    return ok({ receipt, at, person: maskPersonNumber(person) })
  })
}

const notRegistered: Problem = {
  status: 409,
  code: 'not-registered',
  title: { ar: 'لا يوجد حساب باسمك بعد', en: 'You have no account yet' },
  detail: {
    ar: 'أنشئ حسابك في بوابة ديوان من جوالك أو حاسوبك، ثم عد لتفعيله هنا.',
    en: 'Create one on the Diwan portal with your phone or computer, then come back to activate it here.',
  },
}

const alreadyActive: Problem = {
  status: 409,
  code: 'already-activated',
  title: { ar: 'حسابك مُفعّل من قبل', en: 'Your account is already active' },
  detail: { ar: 'يمكنك الدخول والاستفادة من كل الخدمات.', en: 'You can sign in and use every service.' },
}

const stopped: Problem = {
  status: 409,
  code: 'account-stopped',
  title: { ar: 'حسابك موقوف', en: 'Your account is stopped' },
  detail: {
    ar: 'اذهب بهويتك إلى موظف التفعيل في مكتب الجوازات أو الأحوال.',
    en: 'Take your ID to an activation officer at a Passports or Civil Affairs office.',
  },
}

const termsChanged: Problem = {
  status: 409,
  code: 'terms-changed',
  title: { ar: 'تغيّرت الشروط', en: 'The terms have changed' },
  detail: { ar: 'اقرأ الشروط الجديدة ووافق عليها.', en: 'Read the new ones and agree to them.' },
}

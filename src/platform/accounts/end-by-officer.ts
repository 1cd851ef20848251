import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { newId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import { areFamily } from '#platform/people/family.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { lockAccount } from './activation.ts'
import { endSessions } from './session.ts'

type Officer = Extract<Principal, { kind: 'officer' }>

/** The unit whose officers run the platform. */
const operators = 'operations'

/**
 * Ends every session of somebody, with a reason that the person is told and finds in their log (OWASP ASVS
 * 7.4.5). Nobody does it to themselves or their family. Answers how many were open.
 */
export async function endSessionsOf(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  { person, reason }: { readonly person: PersonNumber; readonly reason: string },
  by: Officer,
): Promise<Result<number, Problem>> {
  if (!by.units.includes(operators)) return err(problems.notYours)
  if (await isNear(db, person, by)) return err(ownOrFamily)
  const why = reasonTrouble(reason)
  if (why) return err(problems.answersWrong({ reason: why }))
  const at = clock.now()
  return transact(db, async (tx) => {
    const account = await lockAccount(tx, person)
    const ended = account ? await endSessions(tx, person) : 0
    if (ended === 0) return err(problems.answersWrong({ person: nothingOpen }))
    await record(tx, {
      subject: person,
      by,
      action: 'session.end',
      about: reason.trim(),
      ground: 'officer',
      at,
    })
    await notify(tx, {
      to: person,
      key: `sessions-ended-${newId(at)}`,
      title: { ar: 'أُنهيت جلساتك', en: 'You were signed out everywhere' },
      body: {
        ar: `ديوان: أنهى مشغّل المنصة كل جلساتك. السبب: ${reason.trim()}. يمكنك الدخول من جديد.`,
        en: `Diwan: the platform’s operator ended all your sessions. The reason: ${reason.trim()}. You can sign in again.`,
      },
      link: '/account',
      sms: true,
      mail: true,
      at,
    })
    return ok(ended)
  })
}

/** Whether a case is the officer's own or their family's. */
export const isNear = async (db: Db, person: PersonNumber, by: Officer): Promise<boolean> =>
  person === by.person || (await areFamily(db, person, by.person))

/** Why a reason will not do, or nothing. Its subject reads it, so it holds no number of anybody. */
export function reasonTrouble(reason: string): Text | undefined {
  const length = reason.trim().length
  if (length < 10)
    return { ar: 'اكتب السبب في 10 أحرف على الأقل', en: 'Give the reason in at least 10 characters' }
  if (length > 300) return { ar: 'اختصر السبب في 300 حرف', en: 'Keep the reason within 300 characters' }
  if (/[\d٠-٩]{10}/.test(reason))
    return { ar: 'لا تكتب رقم هوية في السبب', en: 'Leave numbers of persons out' }
  return undefined
}

export const ownOrFamily: Problem = {
  status: 403,
  code: 'own-or-family',
  title: { ar: 'لا تتولى حالتك ولا حالة قريبك', en: 'Not your own case, nor your family’s' },
  detail: { ar: 'اطلب من زميل أن يتولاها.', en: 'Ask a colleague to take it.' },
}

const nothingOpen: Text = {
  ar: 'لا جلسات مفتوحة لهذا الرقم',
  en: 'No session of this number is open',
}

import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { take, takeAll } from '#platform/guard/throttle.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { suspect } from './suspicion.ts'
import { deskFacts } from './suspicion-report.ts'

const HOUR = 3600
/** Fingers for one number in an hour, at whatever desk. */
const TRIES = 12
/** Fingers that may be another of the same hand; the next one that does not match opens a case. */
const SLIPS = 2

type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'fingerprints' | 'log'>

/**
 * Whether the finger on an officer's reader is that of a person. A finger that is not is in that person's log, and
 * the third within an hour opens a case of impersonation.
 */
export async function matchAtDesk(
  platform: World,
  { person, capture }: { readonly person: PersonNumber; readonly capture: string },
  by: Extract<Principal, { kind: 'officer' }>,
): Promise<Result<void, Problem>> {
  const { db, clock, vault, fingerprints, log } = platform
  const at = clock.now()
  if (!fingerprints) return err(fingerProblems.silent)
  const key = vault.index(person)
  const allowed = await takeAll(db, [{ key: `desk-finger:${key}`, limit: TRIES, per: HOUR }], at)
  if (!allowed.ok) return allowed
  const template = await fingerprints.templateOf(db, person, dayOf(at))
  if (template === undefined) return err(fingerProblems.notEnrolled)
  const outcome = await fingerprints.matcher
    .match({ template, capture })
    .catch((error: unknown): undefined => {
      log.error({ err: error, room: 'accounts' }, 'the matcher does not answer')
    })
  if (outcome === 'match') return ok(undefined)
  if (outcome === undefined) return err(fingerProblems.silent)
  if (outcome === 'unreadable') return err(fingerProblems.unreadable)
  return transact(db, async (tx) => {
    const entry = { subject: person, by, action: 'account.refuse', about: 'fingerprint', ground: 'officer' }
    await record(tx, { ...entry, at })
    const slip = await take(tx, { key: `desk-finger-misses:${key}`, limit: SLIPS, per: HOUR }, at)
    if (slip.ok) return err(fingerProblems.noMatch)
    const facts = deskFacts({ what: fingerProblems.noMatch.title, officer: by.officer, at })
    await suspect(tx, platform, { person, kind: 'fingerprint', facts, by, at })
    return err(fingerProblems.reported)
  })
}

/** What an officer is told of a finger that was compared. */
export const fingerProblems = {
  silent: {
    status: 503,
    code: 'matcher-silent',
    title: { ar: 'مطابقة البصمة متوقفة الآن', en: 'Fingerprints cannot be matched at the moment' },
    detail: { ar: 'أعد المحاولة بعد قليل.', en: 'Try again in a little while.' },
    retryAfter: 30,
  },
  notEnrolled: {
    status: 409,
    code: 'not-enrolled',
    title: { ar: 'لا بصمة محدثة لهذا الرقم', en: 'No fingerprints are up to date for this number' },
    detail: {
      ar: 'سجّل بصمته أولًا، فلا يُغيَّر الجوال بلا بصمة.',
      en: 'Enrol them first: no mobile is changed without a fingerprint.',
    },
  },
  unreadable: {
    status: 422,
    code: 'finger-unreadable',
    title: { ar: 'لم تُقرأ البصمة', en: 'The finger could not be read' },
    detail: { ar: 'جرّب إصبعًا آخر.', en: 'Try another finger.' },
  },
  noMatch: {
    status: 422,
    code: 'finger-no-match',
    title: { ar: 'البصمة لا تطابق صاحب الرقم', en: 'The finger is not that of the number’s holder' },
    detail: { ar: 'راجع الرقم، ثم جرّب إصبعًا آخر.', en: 'Check the number, then try another finger.' },
  },
  reported: {
    status: 403,
    code: 'impersonation-suspected',
    title: { ar: 'البصمة لا تطابق، وفُتح بلاغ', en: 'The finger does not match; a case is open' },
    detail: {
      ar: 'لا تتابع. ينظر زميلك في البلاغ، وأُخبر صاحب الهوية.',
      en: 'Do not go on. A colleague looks into it, and the holder of the identity has been told.',
    },
  },
} as const satisfies Record<string, Problem>

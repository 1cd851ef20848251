import { sql } from 'kysely'
import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { suspect } from '#platform/accounts/suspicion.ts'
import { record } from '#platform/audit/record.ts'
import { system } from '#platform/authority/principal.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import { transact } from '#platform/database/transact.ts'
import type { MatchOutcome } from '#platform/fingerprints/port.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import { notify } from '#platform/notices/notify.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { kioskProblems } from './problems.ts'
import type { KioskSession } from './session.ts'
import './tables.ts'

/** Fingers in one session, and for one number in an hour at whatever device. */
const TRIES = 6
const TRIES_FOR_ONE = 12
/** From this miss on in a session the holder of the number is told. */
const TELL_AT = 3

type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'fingerprints' | 'log'>

/**
 * Shows who stands at the device: their number, and a finger that matches its template. A session is for one
 * person, whose finger is compared anew each time: the next one in the queue may stand there by then. A number without a template and one that nobody has read the same (register activate-account-kiosk).
 */
export async function identify(
  platform: World,
  session: KioskSession,
  { person, capture }: { readonly person: PersonNumber; readonly capture: string },
): Promise<Result<void, Problem>> {
  const { db, clock, vault, fingerprints } = platform
  const at = clock.now()
  if (session.person !== undefined && session.person !== person) return err(kioskProblems.otherPerson)
  if (!fingerprints) return err(kioskProblems.matcherSilent)
  const allowed = await takeAll(
    db,
    [{ key: `kiosk-finger:${vault.index(person)}`, limit: TRIES_FOR_ONE, per: 3600 }],
    at,
  )
  if (!allowed.ok) return allowed
  const tries = await countTry(platform, session)
  if (tries === undefined) return err(kioskProblems.triesOver)
  const template = await fingerprints.templateOf(db, person, dayOf(at))
  if (template === undefined) return err(kioskProblems.notEnrolled)
  const outcome = await fingerprints.matcher
    .match({ template, capture })
    .catch((error: unknown): undefined => {
      platform.log.error({ err: error, room: 'kiosks' }, 'the matcher does not answer')
    })
  if (outcome === undefined) return err(kioskProblems.matcherSilent)
  if (outcome === 'unreadable') return err(kioskProblems.unreadable)
  return settle(platform, session, { person, outcome, tries, at })
}

async function settle(
  platform: World,
  session: KioskSession,
  it: {
    readonly person: PersonNumber
    readonly outcome: Exclude<MatchOutcome, 'unreadable'>
    readonly tries: number
    readonly at: Date
  },
): Promise<Result<void, Problem>> {
  const { person, outcome, tries, at } = it
  const about = { subject: person, by: system('kiosk'), about: session.kiosk, ground: 'kiosk', at }
  return transact(platform.db, async (tx) => {
    if (outcome === 'no-match') {
      await record(tx, { ...about, action: 'account.refuse' })
      if (tries >= TELL_AT)
        await notify(tx, { to: person, key: `kiosk-mismatch-${session.id}`, ...somebodyTried, sms: true, at })
      if (tries >= TRIES)
        await suspect(tx, platform, {
          person,
          kind: 'fingerprint',
          facts: kioskFacts(session.place, tries, at),
          by: about.by,
          at,
        })
      return err(tries < TRIES ? kioskProblems.noMatch : kioskProblems.triesOver)
    }
    const bound = await tx
      .updateTable('kiosk_session')
      .set({ person_id: person })
      .where('id', '=', session.id)
      .where((row) => row.or([row('person_id', 'is', null), row('person_id', '=', person)]))
      .returning('id')
      .executeTakeFirst()
    if (!bound) return err(kioskProblems.sessionEnded)
    await record(tx, { ...about, action: 'kiosk.identify' })
    return ok(undefined)
  })
}

/** Counts a try before the finger is compared, so that tries at once do not share one. */
async function countTry({ db }: World, session: KioskSession): Promise<number | undefined> {
  const counted = await db
    .updateTable('kiosk_session')
    .set({ tries: sql<number>`tries + 1` })
    .where('id', '=', session.id)
    .where('tries', '<', TRIES)
    .returning('tries')
    .executeTakeFirst()
  return counted?.tries
}

const kioskFacts = (place: Text, tries: number, at: Date): readonly Fact[] => [
  {
    key: 'triedAt',
    label: { ar: 'عند جهاز خدمة ذاتية', en: 'At a self-service device' },
    value: v.instant(at),
  },
  { key: 'place', label: { ar: 'المكان', en: 'The place' }, value: v.text(place) },
  {
    key: 'tries',
    label: { ar: 'أصابع لم تطابق', en: 'Fingers that did not match' },
    value: v.number(tries),
  },
]

const somebodyTried = {
  title: {
    ar: 'محاولة استخدام رقمك عند جهاز خدمة ذاتية',
    en: 'Your number was tried at a self-service device',
  },
  body: {
    ar: 'ديوان: أُدخل رقمك عند جهاز خدمة ذاتية ولم تطابق البصمة، فرُفض. إن لم تكن أنت فلا حاجة لفعل شيء.',
    en: 'Diwan: your number was entered at a self-service device and the finger did not match, so it was refused. If it was not you, there is nothing you need to do.',
  },
}

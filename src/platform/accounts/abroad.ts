import { type Day, dayOf, startOfDay } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { addWorkingDays } from '#kernel/working-time.ts'
import { record } from '#platform/audit/record.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson, passportsOf } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { abroadUnit, endAbroad } from './abroad-end.ts'
import { abroadTexts as texts } from './abroad-texts.ts'
import { lockAccount } from './activation.ts'
import type { Mission } from './missions.ts'
import type { Holder } from './step-up.ts'
import './abroad-tables.ts'

/** Working days ahead on which somebody can be received, and the half hours of each, in Riyadh [assumed]. */
const DAYS_AHEAD = 10
const FIRST_HOUR = 9
const TIMES_A_DAY = 10
const HALF_HOUR_MS = 30 * 60_000

/** Where somebody is seen: on a video call, or at a mission. */
export type AbroadPlace = { readonly way: 'video' } | { readonly way: 'mission'; readonly mission: Mission }

/** Somebody's own request to be activated from abroad, while it waits. */
export type OwnAbroad = AbroadPlace & { readonly slot: Date }

type World = Pick<Platform, 'db' | 'clock'>

/** The days on which somebody can be received. */
export const abroadDays = (today: Day): readonly Day[] =>
  Array.from({ length: DAYS_AHEAD }, (_, at) => addWorkingDays(today, at + 1))

const timesOf = (day: Day): readonly Date[] => {
  const first = startOfDay(day).getTime() + FIRST_HOUR * 2 * HALF_HOUR_MS
  return Array.from({ length: TIMES_A_DAY }, (_, at) => new Date(first + at * HALF_HOUR_MS))
}

const isOffered = (slot: Date, today: Day): boolean => {
  const day = dayOf(slot)
  return abroadDays(today).includes(day) && timesOf(day).some((time) => time.getTime() === slot.getTime())
}

/** The free times of a day at a place. */
export async function abroadTimes(db: Db, place: AbroadPlace, day: Day): Promise<readonly Date[]> {
  const all = timesOf(day)
  const taken = await db
    .selectFrom('abroad_slot')
    .select('slot')
    .where('place', '=', placeKey(place))
    .where('slot', 'in', all)
    .execute()
  const gone = new Set(taken.map(({ slot }) => slot.getTime()))
  return all.filter((time) => !gone.has(time.getTime()))
}

/** Why somebody cannot ask, whatever they choose: only citizens do, and the officer knows them by a valid passport. */
export async function abroadBar(db: Db, person: PersonNumber, today: Day): Promise<Problem | undefined> {
  const holder = await findPerson(db, person)
  if (holder?.kind !== 'citizen' || !holder.alive) return texts.citizens
  const passport = (await passportsOf(db, person)).find((one) => one.expiresOn >= today)
  return passport ? undefined : texts.passport
}

/**
 * Asks to be activated from abroad (register activate-from-abroad): a citizen whose passport is good, seen by an
 * officer at a mission or on a video call at a free time. One at a time: the same again is
 * the first one, another while it waits is refused.
 */
export async function askFromAbroad(
  { db, clock }: World,
  by: Holder,
  { place, slot }: { readonly place: AbroadPlace; readonly slot: Date },
): Promise<Result<void, Problem>> {
  const at = clock.now()
  const today = dayOf(at)
  const bar = await abroadBar(db, by.person, today)
  if (bar) return err(bar)
  const mission = place.way === 'mission' ? place.mission : null
  return transact(db, async (tx) => {
    const account = await lockAccount(tx, by.person)
    const own = await ownAbroad(tx, by.person)
    if (own) return isThis(own, place, slot) ? ok(undefined) : err(texts.waits)
    if (account?.state === 'activated') return err(texts.active)
    if (account?.state !== 'registered') return err(problems.signInFirst)
    if (!isOffered(slot, today)) return err(problems.answersWrong({ time: texts.taken }))
    const made = await tx
      .insertInto('abroad_activation')
      .values({ person_id: by.person, way: place.way, mission, slot, state: 'waiting', asked_at: at })
      .returning('id')
      .executeTakeFirstOrThrow()
    const held = await tx
      .insertInto('abroad_slot')
      .values({ place: placeKey(place), slot, abroad_id: made.id })
      .onConflict((conflict) => conflict.columns(['place', 'slot']).doNothing())
      .returning('slot')
      .executeTakeFirst()
    if (!held) {
      await tx
        .deleteFrom('abroad_activation')
        .where('person_id', '=', by.person)
        .where('id', '=', made.id)
        .execute()
      return err(problems.answersWrong({ time: texts.taken }))
    }
    await tx
      .insertInto('abroad_case')
      .values({ unit: abroadUnit, abroad_id: made.id, person_id: by.person, way: place.way, mission, slot })
      .execute()
    await record(tx, {
      subject: by.person,
      by,
      action: 'activation.ask',
      about: place.way,
      ground: 'self',
      at,
    })
    await notify(tx, {
      to: by.person,
      key: `abroad-${made.id}`,
      ...texts.asked({ ...place, slot }),
      link: '/activate/abroad',
      sms: true,
      mail: true,
      at,
    })
    return ok(undefined)
  })
}

/** What somebody has asked for and waits for. */
export async function ownAbroad(db: Db, person: PersonNumber): Promise<OwnAbroad | undefined> {
  const row = await db
    .selectFrom('abroad_activation')
    .select(['way', 'mission', 'slot'])
    .where('person_id', '=', person)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (!row) return undefined
  return row.mission
    ? { way: 'mission', mission: row.mission, slot: row.slot }
    : { way: 'video', slot: row.slot }
}

/** Takes a request back; its time is free again. */
export function cancelAbroad({ db, clock }: World, by: Holder): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const ended = await endAbroad(tx, by.person, { state: 'cancelled', at })
    if (ended === undefined) return err(problems.notFound)
    await record(tx, { subject: by.person, by, action: 'activation.cancel', ground: 'self', at })
    return ok(undefined)
  })
}

const isThis = (own: OwnAbroad, place: AbroadPlace, slot: Date): boolean =>
  placeKey(own) === placeKey(place) && own.slot.getTime() === slot.getTime()

const placeKey = (place: AbroadPlace): string => (place.way === 'video' ? 'video' : place.mission)

import { addMonths, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { take, tooMany } from '#platform/guard/throttle.ts'
import { notify } from '#platform/notices/notify.ts'
import { isAdult } from '#platform/people/adulthood.ts'
import { type Kin, kinOf } from '#platform/people/family.ts'
import { findPerson, findPersons } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { forOneself } from './authorise.ts'
import type { Principal } from './principal.ts'
import type { Viewable } from './tables.ts'
import { type Viewing, viewingsGiven, viewingsHeld } from './viewing.ts'
import { viewingTexts as texts } from './viewing-texts.ts'

type World = Pick<Platform, 'db' | 'clock' | 'vault'>

/** How long a consent may hold, in months; a year at most [assumed]. */
export const viewingTerms = [1, 3, 6, 12] as const
const most = 10
const gifts = { limit: 20, per: 86_400 } as const

/** Those to whom somebody may give such a consent: the living adults of their family. */
export async function possibleViewers(
  { db, clock }: Pick<World, 'db' | 'clock'>,
  giver: PersonNumber,
): Promise<readonly Kin[]> {
  const today = dayOf(clock.now())
  return (await kinOf(db, giver)).filter((one) => one.alive && isAdult(one.born, today))
}

/** Lets an adult relative look, for so many months; both are told. Answers its id. */
export async function giveViewing(
  platform: World,
  principal: Principal,
  ask: {
    /** `kinId` of one of `possibleViewers`. */
    readonly kin: string
    readonly what: Viewable
    readonly months: (typeof viewingTerms)[number]
  },
): Promise<Result<string, Problem>> {
  const own = forOneself(principal)
  if (!own.ok) return own
  const { person } = own.value
  const at = platform.clock.now()
  const giver = await findPerson(platform.db, person)
  if (!giver || !isAdult(giver.born, dayOf(at))) return err(texts.adultsOnly)
  const viewer = (await possibleViewers(platform, person)).find((one) => one.kinId === ask.kin)
  if (!viewer) return err(problems.answersWrong({ kin: texts.notFamily }))
  const allowed = await take(platform.db, { key: `viewing:${platform.vault.index(person)}`, ...gifts }, at)
  if (!allowed.ok) return err(tooMany(allowed.error.retryAfter))
  return transact(platform.db, async (tx) => {
    await lock(tx, person)
    const open = (await viewingsGiven({ ...platform, db: tx }, person)).filter(
      (one) => one.state === 'active',
    )
    if (open.some((one) => one.viewer === viewer.id && one.what === ask.what))
      return err(problems.answersWrong({ kin: texts.givenAlready }))
    if (open.length >= most) return err(texts.tooMany)
    const until = addMonths(dayOf(at), ask.months)
    const row = { id: newId(at), what: ask.what, state: 'active' as const, valid_until: until, given_at: at }
    await tx
      .insertInto('viewing_consent')
      .values({ person_id: person, viewer_id: viewer.id, ...row })
      .onConflict((conflict) => conflict.columns(['person_id', 'viewer_id', 'what']).doUpdateSet(row))
      .execute()
    await tx
      .insertInto('viewing_held')
      .values({ person_id: viewer.id, giver_id: person, ...row })
      .onConflict((conflict) => conflict.columns(['person_id', 'giver_id', 'what']).doUpdateSet(row))
      .execute()
    const sides = { giver: giver.name, viewer: viewer.name }
    const key = `viewing:${row.id}:given`
    const notice = { key, sms: true, at }
    await notify(tx, {
      ...notice,
      to: person,
      link: '/delegations/viewing',
      ...texts.givenToGiver(sides, until),
    })
    await notify(tx, { ...notice, to: viewer.id, link: '/family', ...texts.givenToViewer(sides, until) })
    return ok(row.id)
  })
}

/** Ends a consent at once, as who gave it or who holds it; both are told. Twice is once. */
export async function endViewing(
  platform: Pick<World, 'db' | 'clock'>,
  principal: Principal,
  id: string,
): Promise<Result<void, Problem>> {
  const own = forOneself(principal)
  if (!own.ok) return own
  const at = platform.clock.now()
  const found = await viewingOfOwn(platform, own.value.person, id)
  if (!found) return err(problems.notFound)
  await transact(platform.db, async (tx) => {
    await lock(tx, found.giver)
    const now = (await viewingsGiven({ ...platform, db: tx }, found.giver)).find((one) => one.id === id)
    if (now?.state !== 'active') return
    await tx
      .updateTable('viewing_consent')
      .set({ state: 'ended' })
      .where('person_id', '=', found.giver)
      .where('id', '=', id)
      .execute()
    await tx
      .updateTable('viewing_held')
      .set({ state: 'ended' })
      .where('person_id', '=', found.viewer)
      .where('id', '=', id)
      .execute()
    await tellEnd(tx, found, at)
  })
  return ok(undefined)
}

/** A consent that somebody gave or holds. */
export async function viewingOfOwn(
  world: Pick<World, 'db' | 'clock'>,
  person: PersonNumber,
  id: string,
): Promise<Viewing | undefined> {
  const all = await Promise.all([viewingsGiven(world, person), viewingsHeld(world, person)])
  return all.flat().find((one) => one.id === id)
}

/** The giver’s own row decides between two that race over what they gave. */
const lock = (tx: Tx, giver: PersonNumber) =>
  tx.selectFrom('person').select('person_id').where('person_id', '=', giver).forUpdate().execute()

async function tellEnd(tx: Tx, it: Viewing, at: Date): Promise<void> {
  const persons = await findPersons(tx, [it.giver, it.viewer])
  const nameOf = (person: PersonNumber) => persons.get(person)?.name ?? { ar: '', en: '' }
  const said = texts.ended({ giver: nameOf(it.giver), viewer: nameOf(it.viewer) })
  for (const to of [it.giver, it.viewer])
    await notify(tx, {
      to,
      key: `viewing:${it.id}:ended`,
      ...said,
      link: '/delegations/viewing',
      sms: true,
      at,
    })
}

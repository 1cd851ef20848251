import type { Selectable } from 'kysely'
import type { Clock } from '#kernel/clock.ts'
import { type Day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { record } from '#platform/audit/record.ts'
import type { Db } from '#platform/database/tables.ts'
import { isAdult } from '#platform/people/adulthood.ts'
import { areFamily } from '#platform/people/family.ts'
import { rightOver, wardsOf } from '#platform/people/guardianship.ts'
import { findPerson, findPersons, type Person } from '#platform/people/person.ts'
import { mayDelegate } from './delegation.ts'
import type { Principal } from './principal.ts'
import type { Viewable, ViewingHeldTable } from './tables.ts'

/** Who lets whom look at what, until when. */
export interface Viewing {
  readonly id: string
  readonly giver: PersonNumber
  readonly viewer: PersonNumber
  readonly what: Viewable
  readonly state: 'active' | 'ended' | 'lapsed'
  /** The last day on which it holds. */
  readonly until: Day
  readonly givenAt: Date
}

/** By what right somebody looks at what is another’s. */
export interface ViewingRight {
  readonly ground: 'self' | 'guardian' | 'custody' | 'consent'
  readonly until: Day | undefined
}

/** Somebody whose things a viewer may look at; `id` names them for this viewer, without their number. */
export interface Viewed {
  readonly id: string
  readonly owner: Person
  readonly right: ViewingRight
}

type World = { readonly db: Db; readonly clock: Clock }

/**
 * Whether somebody may look at what is another’s. One’s own always; a minor’s as who acts for them in that; an
 * adult’s by their consent alone, while it holds, the two are family, and the giver keeps their account.
 */
export async function mayView(
  db: Db,
  clock: Clock,
  viewer: PersonNumber,
  owner: PersonNumber,
  what: Viewable,
): Promise<ViewingRight | undefined> {
  if (viewer === owner) return { ground: 'self', until: undefined }
  const today = dayOf(clock.now())
  const found = await findPerson(db, owner)
  if (!found?.alive) return undefined
  if (!isAdult(found.born, today))
    return rightOver({ db, clock }, { parent: viewer, child: owner, matter: what })
  const row = await db
    .selectFrom('viewing_held')
    .selectAll()
    .where('person_id', '=', viewer)
    .where('giver_id', '=', owner)
    .where('what', '=', what)
    .executeTakeFirst()
  if (!row || viewingOf(row, today).state !== 'active') return undefined
  return (await stillFamily(db, viewer, owner)) ? { ground: 'consent', until: row.valid_until } : undefined
}

/** A consent stands on the two being family, and on its giver having an account to end it with. */
const stillFamily = async (db: Db, viewer: PersonNumber, giver: PersonNumber): Promise<boolean> =>
  (await mayDelegate(db, giver)) && (await areFamily(db, viewer, giver))

/** Everybody else whose things a viewer may look at now. */
export async function viewedBy(
  world: World,
  viewer: PersonNumber,
  what: Viewable,
): Promise<readonly Viewed[]> {
  const [wards, held] = await Promise.all([wardsOf(world, viewer), viewingsHeld(world, viewer)])
  const children = wards.flatMap(({ child, rights }): Viewed[] => {
    const right = rights.find((one) => one.matter === what)
    return right ? [{ id: child.relativeId, owner: child, right }] : []
  })
  const active = held.filter((one) => one.what === what && one.state === 'active')
  const givers = await findPersons(
    world.db,
    active.map((one) => one.giver),
  )
  const adults = await Promise.all(
    active.map(async ({ id, giver, until }): Promise<Viewed | undefined> => {
      const owner = givers.get(giver)
      return owner && (await stillFamily(world.db, viewer, giver))
        ? { id, owner, right: { ground: 'consent', until } }
        : undefined
    }),
  )
  return [...children, ...adults.flatMap((one) => one ?? [])]
}

/** Writes a look at what is another’s to their access log; `about` is what was seen, if anything was there. */
export async function noteView(
  tx: Db,
  it: {
    readonly owner: PersonNumber
    readonly by: Principal
    readonly right: ViewingRight
    readonly about?: string | undefined
    readonly at: Date
  },
): Promise<void> {
  if (it.right.ground === 'self') return
  const { owner, by, about, at } = it
  await record(tx, {
    subject: owner,
    by,
    action: 'document.view',
    ...(about ? { about } : {}),
    ground: it.right.ground,
    at,
  })
}

/** What somebody gave, the newest first, ended ones too. */
export async function viewingsGiven({ db, clock }: World, giver: PersonNumber): Promise<readonly Viewing[]> {
  const rows = await db
    .selectFrom('viewing_consent')
    .selectAll()
    .where('person_id', '=', giver)
    .orderBy('given_at', 'desc')
    .execute()
  const today = dayOf(clock.now())
  return rows.map((row) => viewingOf({ ...row, person_id: row.viewer_id, giver_id: row.person_id }, today))
}

/** What others gave to somebody, the newest first, ended ones too. */
export async function viewingsHeld({ db, clock }: World, viewer: PersonNumber): Promise<readonly Viewing[]> {
  const rows = await db
    .selectFrom('viewing_held')
    .selectAll()
    .where('person_id', '=', viewer)
    .orderBy('given_at', 'desc')
    .execute()
  const today = dayOf(clock.now())
  return rows.map((row) => viewingOf(row, today))
}

const viewingOf = (row: Selectable<ViewingHeldTable>, today: Day): Viewing => ({
  id: row.id,
  giver: row.giver_id,
  viewer: row.person_id,
  what: row.what,
  state: row.state === 'active' && row.valid_until < today ? 'lapsed' : row.state,
  until: row.valid_until,
  givenAt: row.given_at,
})

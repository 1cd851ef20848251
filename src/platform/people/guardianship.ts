import type { Clock } from '#kernel/clock.ts'
import { type Day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db } from '#platform/database/tables.ts'
import { isAdult, lastDayAsMinor } from './adulthood.ts'
import { type Custody, custodiesOf, inForce } from './custody.ts'
import { childrenOf, parentsOf, type Relative } from './family.ts'
import { everydayMatters, type Matter, matters } from './matter.ts'
import { findPerson, type Person } from './person.ts'

/** One matter in which a parent acts for a child: by what right, and to which day. */
export interface ParentalRight {
  readonly matter: Matter
  readonly ground: 'guardian' | 'custody'
  /** The last day on which it holds. */
  readonly until: Day
}

/** A minor child of a parent, and all that this parent may do for it now; perhaps nothing. */
export interface Ward {
  readonly child: Relative
  readonly rights: readonly ParentalRight[]
  /** A court forbids that the child travels, whoever asks; to this day. */
  readonly travelForbiddenUntil: Day | undefined
}

type World = { readonly db: Db; readonly clock: Clock }

/** The living children of a parent who are minors today, the eldest first. An adult is nobody's ward. */
export async function wardsOf({ db, clock }: World, parent: PersonNumber): Promise<readonly Ward[]> {
  const today = dayOf(clock.now())
  const children = (await childrenOf(db, parent)).filter((one) => isMinor(one, today))
  const numbers = children.map((one) => one.id)
  const [parents, orders] = await Promise.all([parentsOfEach(db, numbers), custodiesOf(db, numbers)])
  return children.map((child) => {
    const about = orders.filter((one) => one.child === child.id)
    const family = { child, parents: parents.get(child.id) ?? [], orders: about }
    return {
      child,
      rights: rightsOf(parent, family, today),
      travelForbiddenUntil: travelForbidden(family, today),
    }
  })
}

/** Who may act for a child today, each in what, on what ground and until when; nobody for an adult. */
export async function guardiansOf(
  { db, clock }: World,
  child: PersonNumber,
): Promise<readonly { readonly parent: PersonNumber; readonly rights: readonly ParentalRight[] }[]> {
  const found = await findPerson(db, child)
  const today = dayOf(clock.now())
  if (!found || !isMinor(found, today)) return []
  const [parents, orders] = await Promise.all([parentsOfEach(db, [child]), custodiesOf(db, [child])])
  const family = { child: found, parents: parents.get(child) ?? [], orders }
  return family.parents
    .map((one) => ({ parent: one.id, rights: rightsOf(one.id, family, today) }))
    .filter((one) => one.rights.length > 0)
}

/** The right of somebody to act for a child in a matter, today. */
export async function rightOver(
  world: World,
  it: { readonly parent: PersonNumber; readonly child: PersonNumber; readonly matter: Matter },
): Promise<ParentalRight | undefined> {
  const guardians = await guardiansOf(world, it.child)
  return guardians.find((one) => one.parent === it.parent)?.rights.find((right) => right.matter === it.matter)
}

/**
 * The other living parents of a minor, who are told of what one parent does for it, whatever they may do
 * themselves. Nobody when `than` is no parent of it, or it is of age: an adult’s matters are told to no parent.
 */
export async function otherParents(
  db: Db,
  it: { readonly child: PersonNumber; readonly than: PersonNumber; readonly on: Day },
): Promise<readonly PersonNumber[]> {
  const found = await findPerson(db, it.child)
  if (!found || !isMinor(found, it.on)) return []
  const parents = await parentsOf(db, it.child)
  return parents.some((one) => one.id === it.than)
    ? parents.filter((one) => one.alive && one.id !== it.than).map((one) => one.id)
    : []
}

const isMinor = (it: Pick<Person, 'alive' | 'born'>, today: Day): boolean =>
  it.alive && !isAdult(it.born, today)

interface Parent {
  readonly id: PersonNumber
  readonly guardian: boolean
  readonly alive: boolean
}

interface Family {
  readonly child: Pick<Person, 'born'>
  readonly parents: readonly Parent[]
  /** The latest first. */
  readonly orders: readonly Custody[]
}

function rightsOf(parent: PersonNumber, family: Family, today: Day): readonly ParentalRight[] {
  const end = lastDayAsMinor(family.child.born)
  const living = family.parents.filter((one) => one.alive)
  if (!living.some((one) => one.id === parent)) return []
  const order = custodyNow(family, today)
  const guardians = living.some((one) => one.guardian) ? living.filter((one) => one.guardian) : living
  const held = new Map<Matter, ParentalRight>()
  if (guardians.some((one) => one.id === parent))
    for (const matter of matters) held.set(matter, { matter, ground: 'guardian', until: end })
  if (order?.holder === parent) {
    const until = order.until && order.until < end ? order.until : end
    for (const matter of [...order.grants, ...everydayMatters])
      if (!held.has(matter)) held.set(matter, { matter, ground: 'custody', until })
  } else for (const matter of order?.withdraws ?? []) held.delete(matter)
  if (travelForbidden(family, today)) held.delete('travel')
  return matters.flatMap((matter) => held.get(matter) ?? [])
}

/**
 * The custody that a child is in: of those that hold, the latest, which goes before an earlier judgment
 * [assumed]. One with a parent who has died is none: the other is the guardian again, whole.
 */
const custodyNow = ({ orders, parents }: Family, today: Day): Custody | undefined =>
  orders.find(
    (one) => one.linked && inForce(one, today) && parents.some(({ id, alive }) => alive && id === one.holder),
  )

/** To which day a court forbids the child to travel, if it does: it need not be linked for that. */
function travelForbidden({ child, orders }: Family, today: Day): Day | undefined {
  const end = lastDayAsMinor(child.born)
  const days = orders
    .filter((one) => one.forbidsTravel && inForce(one, today))
    .map(({ until }) => (until && until < end ? until : end))
  return days.sort().at(-1)
}

async function parentsOfEach(
  db: Db,
  children: readonly PersonNumber[],
): Promise<ReadonlyMap<PersonNumber, readonly Parent[]>> {
  if (children.length === 0) return new Map()
  const rows = await db
    .selectFrom('relative')
    .innerJoin('person', 'person.person_id', 'relative.relative_id')
    .select(['relative.person_id as child', 'relative_id as id', 'guardian', 'alive'])
    .where('relative.person_id', 'in', children)
    .where('relation', 'in', ['father', 'mother'])
    .execute()
  const of = new Map<PersonNumber, Parent[]>()
  for (const { child, ...parent } of rows) of.set(child, [...(of.get(child) ?? []), parent])
  return of
}

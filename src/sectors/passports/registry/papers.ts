import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { parentsOf, type Relative } from '#platform/people/family.ts'
import { residenciesOf } from './residency.ts'

export type Parent = 'father' | 'mother'

/**
 * Where a parent's papers for a child's card come from: their ID and their residency are in a registry, or an
 * officer accepted a copy of what is in none. Of a parent who has died nothing is asked.
 */
export type PaperSource = 'registry' | 'accepted' | 'not-needed' | 'missing'

/** The papers of father and mother that a dependant's card stands on (register R-PAS-01, R-PAS-02). */
export type Papers = Readonly<Record<Parent, PaperSource>>

export const parents: readonly Parent[] = ['father', 'mother']

export const isComplete = (papers: Papers): boolean => parents.every((one) => papers[one] !== 'missing')

export async function papersOf(db: Db, child: PersonNumber): Promise<Papers> {
  const [recorded, accepted] = await Promise.all([
    parentsOf(db, child),
    db.selectFrom('dependant_paper').select('parent').where('person_id', '=', child).execute(),
  ])
  const permits = await residenciesOf(
    db,
    recorded.map((one) => one.id),
  )
  const source = (which: Parent): PaperSource => {
    const parent = recorded.find((one) => one.relation === which)
    if (parent && !parent.alive) return 'not-needed'
    if (parent && inRegistry(parent, permits.has(parent.id))) return 'registry'
    return accepted.some((one) => one.parent === which) ? 'accepted' : 'missing'
  }
  return { father: source('father'), mother: source('mother') }
}

/** A citizen's ID is in the civil register, and a citizen needs no permit to live here. */
const inRegistry = ({ kind }: Relative, hasPermit: boolean): boolean => kind === 'citizen' || hasPermit

/** Notes that an officer accepted the papers of a parent; once. */
export async function acceptPapers(
  tx: Tx,
  it: {
    readonly child: PersonNumber
    readonly parent: Parent
    readonly on: Day
    readonly request: string
  },
): Promise<void> {
  await tx
    .insertInto('dependant_paper')
    .values({ person_id: it.child, parent: it.parent, accepted_on: it.on, request_id: it.request })
    .onConflict((conflict) => conflict.columns(['person_id', 'parent']).doNothing())
    .execute()
}

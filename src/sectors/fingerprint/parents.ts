import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import { parentsOf, type Relative, spousesOf } from '#platform/people/family.ts'
import type { Person } from '#platform/people/person.ts'

/** How a parent stands to the condition that both live in the Kingdom. */
export const standings = {
  resident: { ar: 'الإقامة سارية', en: 'Valid iqama' },
  citizen: { ar: 'مواطن', en: 'Citizen' },
  deceased: { ar: 'متوفى', en: 'Deceased' },
  unrecorded: { ar: 'غير مسجل', en: 'Not on record' },
  parted: { ar: 'الوالدان منفصلان', en: 'The parents are separated' },
  expired: { ar: 'الإقامة منتهية', en: 'Expired iqama' },
  away: { ar: 'غير مقيم', en: 'Not a resident' },
} as const satisfies Readonly<Record<string, Text>>
export type Standing = keyof typeof standings

/**
 * How father and mother stand. A parent who has died, was never recorded, or parted from the one who brings
 * the child is not asked for: a child is not shut out because one parent is gone (safeguard to R-FP-10).
 */
export async function parentStandings(
  db: Db,
  it: { readonly child: PersonNumber; readonly bringer: PersonNumber; readonly today: Day },
): Promise<Readonly<Record<'father' | 'mother', Standing>>> {
  const parents = await parentsOf(db, it.child)
  const spouses = new Set((await spousesOf(db, it.bringer)).map((spouse) => spouse.id))
  const standing = (relation: Relative['relation']): Standing => {
    const parent = parents.find((one) => one.relation === relation)
    if (!parent) return 'unrecorded'
    if (!parent.alive) return 'deceased'
    const own = ofResidence(parent, it.today)
    const asked = parent.id === it.bringer || spouses.has(parent.id)
    return asked || own === 'resident' || own === 'citizen' ? own : 'parted'
  }
  return { father: standing('father'), mother: standing('mother') }
}

function ofResidence(parent: Person, today: Day): Standing {
  if (parent.kind === 'citizen') return 'citizen'
  if (parent.kind !== 'resident') return 'away'
  return parent.idExpiry && parent.idExpiry >= today ? 'resident' : 'expired'
}

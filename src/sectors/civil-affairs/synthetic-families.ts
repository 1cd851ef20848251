import { addDays, addYears, type Day } from '#kernel/day.ts'
import type { SyntheticContext, SyntheticPerson } from '#platform/people/synthetic.ts'
import { idOf } from '#platform/people/synthetic-id.ts'

/** A record in one pair of hands. */
export interface HeldRecord {
  readonly holder: SyntheticPerson
  readonly id: string
  readonly number: string
  readonly openedOn: Day
}

/** The family records of citizens: under each spouse, and under each parent who has the children alone. */
export async function copyFamilies(
  context: SyntheticContext,
  byId: ReadonlyMap<string, SyntheticPerson>,
): Promise<readonly HeldRecord[]> {
  const eldest = eldestChildren(context.persons)
  const rows = context.persons.flatMap((person) => {
    const spouse = person.spouse ? byId.get(person.spouse) : undefined
    if (person.kind !== 'citizen' || !(spouse || eldest.has(person.id))) return []
    // Both rows of a couple are drawn from the husband’s chance, so that they agree.
    const leader = spouse && person.sex === 'female' ? spouse : person
    const random = context.random(leader, 'family-record')
    const wifeLeads = random.chance(0.08)
    const first = eldest.get(person.id)
    const openedOn = first
      ? addDays(first, -random.int(300, 900))
      : random.day(addYears(context.today, -3), addDays(context.today, -30))
    const byChoice = wifeLeads === (person.sex === 'female')
    const row = {
      person_id: person.id,
      id: idOf(context, person, 'family-record'),
      number: `82${String(leader.serial).padStart(8, '0')}`,
      head: !spouse || spouse.diedOn !== null || (person.diedOn === null && byChoice),
      spouse_id: person.spouse,
      opened_on: openedOn,
      closed_on: person.diedOn,
    }
    return [{ person, row }]
  })
  await context.copy(
    'family_record_number',
    [...heads(rows.map(({ row }) => row))].map(([number, head_id]) => ({ number, head_id })),
  )
  await context.copy(
    'family_record',
    rows.map(({ row }) => row),
  )
  return rows
    .filter(({ row }) => row.closed_on === null)
    .map(({ person, row }) => ({
      holder: person,
      id: row.id,
      number: row.number,
      openedOn: row.opened_on,
    }))
}

/** When the first child of each parent was born. */
function eldestChildren(persons: readonly SyntheticPerson[]): ReadonlyMap<string, Day> {
  const first = new Map<string, Day>()
  for (const { born, father, mother } of persons)
    for (const parent of [father, mother]) {
      const before = parent && first.get(parent)
      if (parent && (!before || born < before)) first.set(parent, born)
    }
  return first
}

/** Who leads each record. */
const heads = <P>(
  rows: readonly { readonly number: string; readonly head: boolean; readonly person_id: P }[],
) => new Map(rows.flatMap((row) => (row.head ? [[row.number, row.person_id] as const] : [])))

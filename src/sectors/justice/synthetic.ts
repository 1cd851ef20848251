import { addDays, addYears, type Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { isAdult } from '#platform/people/adulthood.ts'
import { type CourtMatter, courtMatters } from '#platform/people/matter.ts'
import type { Random } from '#platform/people/random.ts'
import type { Synthetic, SyntheticPerson } from '#platform/people/synthetic.ts'

const courts: readonly Text[] = [
  { ar: 'محكمة الأحوال الشخصية بالرياض', en: 'Personal Status Court in Riyadh' },
  { ar: 'محكمة الأحوال الشخصية بجدة', en: 'Personal Status Court in Jeddah' },
  { ar: 'محكمة الأحوال الشخصية بالدمام', en: 'Personal Status Court in Dammam' },
]

interface Made {
  readonly child: SyntheticPerson
  readonly holder: PersonNumber
  readonly grants: readonly CourtMatter[]
  readonly withdraws: readonly CourtMatter[]
  readonly forbidsTravel: boolean
  readonly from: Day
  readonly linked: boolean
}

/** A deed for the minor children of parted parents, linked; one of the cast waits for its mother. */
const synthetic: Synthetic = async ({ copy, persons, cast, today, at, random }) => {
  const byId = new Map(persons.map((one) => [one.id, one]))
  const made = persons.flatMap((child): Made[] => {
    const father = child.father && byId.get(child.father)
    const mother = child.mother && byId.get(child.mother)
    if (!father || !mother || father.spouse === mother.id) return []
    if (father.diedOn || mother.diedOn || isAdult(child.born, today)) return []
    return [child.id === cast.custodyChild.id ? waiting(child, mother, today) : linked(child, mother, today)]
  })
  const rows = made.map((one) => ({ ...one, ...headOf(one, random(one.child, 'custody-deed')) }))
  await copy(
    'custody_deed_number',
    rows.map(({ child, number }) => ({ number, person_id: child.id })),
  )
  await copy(
    'custody_deed',
    rows.map(({ child, number, court, from }) => ({
      person_id: child.id,
      number,
      court_ar: court.ar,
      court_en: court.en,
      issued_on: from,
      source: 'population',
      entered_at: at,
      end_reason: null,
    })),
  )
  await copy(
    'custody',
    rows.map((one) => ({
      person_id: one.child.id,
      number: one.number,
      holder_id: one.holder,
      grants: JSON.stringify(one.grants),
      withdraws: JSON.stringify(one.withdraws),
      forbids_travel: one.forbidsTravel,
      starts_on: one.from,
      ends_on: null,
      linked_at: one.linked ? at : null,
      ended_at: null,
    })),
  )

  function linked(child: SyntheticPerson, mother: SyntheticPerson, on: Day): Made {
    const chance = random(child, 'custody')
    const forbidsTravel = chance.chance(0.1)
    const grants = courtMatters.filter((one) => !(forbidsTravel && one === 'travel'))
    return {
      child,
      holder: mother.id,
      grants,
      withdraws: chance.chance(0.3) ? grants.slice(0, 1) : [],
      forbidsTravel,
      from: chance.day(latest(child.born, addYears(on, -3)), latest(child.born, addDays(on, -30))),
      linked: true,
    }
  }
}

export default synthetic

const latest = (a: Day, b: Day): Day => (a > b ? a : b)

const waiting = (child: SyntheticPerson, mother: SyntheticPerson, today: Day): Made => ({
  child,
  holder: mother.id,
  grants: ['passport', 'travel'],
  withdraws: ['passport'],
  forbidsTravel: false,
  from: addDays(today, -12),
  linked: false,
})

/** The deed’s number is unique as the child’s serial is. */
const headOf = ({ child }: Made, random: Random): { readonly number: string; readonly court: Text } => ({
  number: `47${String(child.serial).padStart(7, '0')}`,
  court: random.pick(courts),
})

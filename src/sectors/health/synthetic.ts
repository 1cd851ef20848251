import { addDays, addYears, type Day } from '#kernel/day.ts'
import type { Random } from '#platform/people/random.ts'
import type { CastName, Synthetic, SyntheticPerson } from '#platform/people/synthetic.ts'
import { idOf } from '#platform/people/synthetic-id.ts'

/** Invented: no real insurer is named. */
const insurers = [
  { ar: 'صحة الواحة للتأمين', en: 'Oasis Health Insurance' },
  { ar: 'درع العافية للتأمين', en: 'Afiyah Shield Insurance' },
  { ar: 'سند الطبية للتأمين', en: 'Sanad Medical Insurance' },
]

/** Days for which somebody of the cast is still insured; the others as chance has it. */
const cast: Readonly<Partial<Record<CastName, number>>> = {
  parent: 240,
  mother: 240,
  child7: 240,
  child5: 240,
  secondNewcomer: 150,
  unenrolled: 18,
  husband: 300,
  visitor: 40,
}

/** Nearly all residents are insured, as the law has it, and some citizens who work for establishments. */
const synthetic: Synthetic = async (context) => {
  const { copy, persons, today, random } = context
  await copy(
    'health_policy',
    persons.flatMap((person) => {
      const chance = random(person, 'health-policy')
      const left = daysLeft(person, chance)
      if (left === undefined || person.diedOn) return []
      return [{ id: idOf(context, person, 'health-policy'), ...policyRow(person, left, today, chance) }]
    }),
  )
}

export default synthetic

function daysLeft(person: SyntheticPerson, random: Random): number | undefined {
  if (person.cast) return cast[person.cast]
  if (person.kind === 'citizen') return random.chance(0.3) ? random.int(5, 360) : undefined
  // A few have run out: whose iqama cannot be renewed for that.
  return random.chance(0.95) ? random.int(1, 360) : -random.int(1, 60)
}

function policyRow(person: SyntheticPerson, left: number, today: Day, random: Random) {
  const insurer = random.pick(insurers)
  const ends = addDays(today, left)
  return {
    person_id: person.id,
    number: `H${random.digits(10)}`,
    insurer_ar: insurer.ar,
    insurer_en: insurer.en,
    class: random.weighted({ vip: 4, a: 16, b: 40, c: 40 }),
    starts_on: addDays(addYears(ends, -1), 1),
    ends_on: ends,
    ended_on: null,
  }
}

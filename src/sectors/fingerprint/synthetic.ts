import { addDays, addYears, type Day, day } from '#kernel/day.ts'
import { ageIn } from '#kernel/hijri.ts'
import { offices } from '#platform/appointments/offices.ts'
import type { Random } from '#platform/people/random.ts'
import type { CastName, Synthetic, SyntheticPerson } from '#platform/people/synthetic.ts'
import { type BiometricStatusTable, systemStart } from './registry.ts'
import { enrolmentAge } from './rules.ts'

type State = Pick<BiometricStatusTable, 'status' | 'place_ar' | 'place_en' | 'enrolled_on' | 'template_id'>

const places = offices.filter((office) => office.kind === 'passports').map((office) => office.name)
const border = { ar: 'منفذ مطار الرياض', en: 'Riyadh airport' }
/** Enrolled with the system before today's, and so to be enrolled anew (R-FP-03). */
const before: readonly [Day, Day] = [day('2011-06-01'), addDays(systemStart, -1)]

const castStates: Readonly<Partial<Record<CastName, BiometricStatusTable['status']>>> = {
  child7: 'NO_ID_CARD',
  child5: 'NO_ID_CARD',
  custodyChild: 'NO_ID_CARD',
  unenrolled: 'NOT_UPDATED',
}

/** A status for everybody: most grown-ups are enrolled, some long ago, some never; few children are. */
const synthetic: Synthetic = async ({ copy, persons, today, at, random }) => {
  await copy(
    'biometric_status',
    persons.map((person) => ({
      person_id: person.id,
      ...stateOf(person, today, random(person, 'fingerprint')),
      changed_at: at,
    })),
  )
}

export default synthetic

function stateOf(person: SyntheticPerson, today: Day, random: Random): State {
  const age = ageIn('gregorian', person.born, today)
  if (person.cast) {
    const status = castStates[person.cast] ?? 'UPDATED'
    return status === 'UPDATED' ? enrolledSince(person, today, random) : never(status)
  }
  if (person.kind === 'visitor')
    return enrolled(border, random.day(addDays(today, -60), addDays(today, -1)), random)
  if (age < 15) {
    const chance = age < 7 ? 0 : person.kind === 'resident' ? 0.5 : 0.2
    return random.chance(chance) ? enrolledSince(person, today, random) : never('NO_ID_CARD')
  }
  const how = random.weighted({ now: 78, once: age >= 30 ? 8 : 0, never: 14 })
  if (how === 'now') return enrolledSince(person, today, random)
  return how === 'once' ? enrolled(random.pick(places), random.day(...before), random) : never('NOT_UPDATED')
}

const never = (status: 'NOT_UPDATED' | 'NO_ID_CARD'): State => ({
  status,
  place_ar: null,
  place_en: null,
  enrolled_on: null,
  template_id: null,
})

function enrolledSince(person: SyntheticPerson, today: Day, random: Random): State {
  const sixth = addYears(person.born, enrolmentAge)
  const [, from = systemStart] = [systemStart, sixth].sort()
  return enrolled(random.pick(places), random.day(from, addDays(today, -20)), random)
}

const enrolled = (place: { readonly ar: string; readonly en: string }, on: Day, random: Random): State => ({
  status: 'UPDATED',
  place_ar: place.ar,
  place_en: place.en,
  enrolled_on: on,
  template_id: random.digits(32),
})

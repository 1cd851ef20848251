import type { Insertable } from 'kysely'
import { addDays, addYears, type Day, startOfDay } from '#kernel/day.ts'
import { ageIn } from '#kernel/hijri.ts'
import type { Random } from '#platform/people/random.ts'
import type { SyntheticContext, SyntheticPerson } from '#platform/people/synthetic.ts'
import { idOf } from '#platform/people/synthetic-id.ts'
import { portCodes } from './ports.ts'
import type {
  BorderCrossingTable,
  Direction,
  ResidencyPermitTable,
  TravelPermitTable,
  VisaTable,
} from './registry/tables.ts'
import { underTravelMajority } from './registry/travel-permits.ts'

type WithId<T> = T & { readonly id: string }

/** How one person comes and goes. */
export interface Travel {
  readonly visas: readonly WithId<Insertable<VisaTable>>[]
  readonly permits: readonly WithId<Insertable<TravelPermitTable>>[]
  readonly crossings: readonly Insertable<BorderCrossingTable>[]
}

interface Trip {
  readonly exit: Day
  /** Nothing while it lasts. */
  readonly entry: Day | undefined
}

/** Days that the visas of the demonstration allow. */
const visitDays = 90
const awayDays = 60

export function travelOf(
  context: SyntheticContext,
  person: SyntheticPerson,
  residency: Insertable<ResidencyPermitTable> | undefined,
): Travel {
  const made = new Made(context, person)
  if (person.kind === 'visitor') visit(made)
  else if (!person.diedOn) {
    for (const trip of tripsOf(made, residency)) journey(made, trip, residency)
    if (residency) plannedJourney(made, residency)
    permission(made)
  }
  return made
}

/** What is made up for one person, bit by bit. */
class Made implements Travel {
  readonly visas: WithId<Insertable<VisaTable>>[] = []
  readonly permits: WithId<Insertable<TravelPermitTable>>[] = []
  readonly crossings: Insertable<BorderCrossingTable>[] = []
  readonly context: SyntheticContext
  readonly person: SyntheticPerson
  readonly random: Random

  constructor(context: SyntheticContext, person: SyntheticPerson) {
    this.context = context
    this.person = person
    this.random = context.random(person, 'travel')
  }

  /** Adds a visa of the person's; answers its number, led by a digit of its own kind. */
  visa(row: Omit<Insertable<VisaTable>, 'person_id' | 'id' | 'number' | 'changed_at'>): string {
    const { context, person, visas } = this
    const number = `6${String(person.serial).padStart(8, '0')}${visas.length}`
    const id = idOf(context, person, `visa-${visas.length}`)
    visas.push({ person_id: person.id, id, number, ...row, changed_at: context.at })
    return number
  }

  crossed(direction: Direction, on: Day, visa: string | null): void {
    this.crossings.push({
      person_id: this.person.id,
      direction,
      crossed_at: new Date(startOfDay(on).getTime() + this.random.int(30, 1400) * 60_000),
      port: this.random.pick(portCodes),
      passport: this.person.passport?.number ?? null,
      visa,
    })
  }
}

/** A visitor came in so many days before the stay is over. */
function visit(made: Made): void {
  const { person, random } = made
  if (!person.idExpiry) return
  const entry = addDays(person.idExpiry, -visitDays)
  const issued = addDays(entry, -random.int(3, 40))
  const multiple = person.cast === 'visitor' || random.chance(0.4)
  const number = made.visa({
    kind:
      person.cast === 'visitor'
        ? 'tourist'
        : random.weighted({ tourist: 5, 'family-visit': 4, umrah: 3, 'business-visit': 1 }),
    multiple,
    issued_on: issued,
    valid_from: issued,
    valid_until: addDays(issued, multiple ? 364 : 89),
    duration_days: visitDays,
    ends_on: person.idExpiry,
    host_id: null,
    state: 'used',
  })
  made.crossed('entry', entry, number)
}

/** The latest first; none before the passport was issued, nor before a resident was one. */
function tripsOf(
  { context, person, random }: Made,
  residency: Insertable<ResidencyPermitTable> | undefined,
): readonly Trip[] {
  const { today } = context
  if (!person.passport || ageIn('gregorian', person.born, today) < 22) return []
  if (!person.cast && !random.chance(0.45)) return []
  const starts = [addYears(today, -5), person.passport.issuedOn, residency?.issued_on ?? person.born]
  const floor = starts.sort().at(-1) ?? today
  const trips: Trip[] = []
  // The cast is at home.
  if (!person.cast && random.chance(0.05))
    trips.push({ exit: addDays(today, -random.int(2, 20)), entry: undefined })
  let before = addDays(trips[0]?.exit ?? today, -random.int(20, 200))
  while (trips.length < 3) {
    const exit = addDays(before, -random.int(4, 40))
    if (addDays(exit, -20) < floor) break
    trips.push({ exit, entry: before })
    before = addDays(exit, -random.int(90, 500))
  }
  return trips
}

/** Out and, as a rule, back: a resident with a visa for it. */
function journey(
  made: Made,
  { exit, entry }: Trip,
  residency: Insertable<ResidencyPermitTable> | undefined,
): void {
  const issued = addDays(exit, -made.random.int(2, 18))
  const visa = residency
    ? made.visa({
        kind: 'exit-reentry',
        multiple: false,
        issued_on: issued,
        valid_from: issued,
        valid_until: addDays(issued, 89),
        duration_days: awayDays,
        ends_on: entry ?? addDays(exit, awayDays),
        host_id: residency.sponsor_id ?? null,
        state: entry ? 'returned' : 'used',
      })
    : null
  made.crossed('exit', exit, visa)
  if (entry) made.crossed('entry', entry, visa)
}

/** Some residents are about to travel, the father of the demonstration among them. */
function plannedJourney(made: Made, residency: Insertable<ResidencyPermitTable>): void {
  const { context, person, random, visas } = made
  const travels = person.cast ? person.cast === 'parent' : random.chance(0.05)
  if (!travels || residency.state !== 'valid' || visas.some((one) => one.state === 'used')) return
  const issued = addDays(context.today, -random.int(1, 20))
  made.visa({
    kind: 'exit-reentry',
    multiple: false,
    issued_on: issued,
    valid_from: issued,
    valid_until: addDays(issued, 89),
    duration_days: awayDays,
    ends_on: null,
    host_id: residency.sponsor_id ?? null,
    state: 'issued',
  })
}

/** Some citizens who are not of age to travel alone have a permit of their guardian's. */
function permission({ context, person, random, permits }: Made): void {
  const { today, at } = context
  if (person.kind !== 'citizen' || !person.passport || !person.guardian || person.spouse) return
  if (!underTravelMajority(person.born, today)) return
  const shown = person.cast === 'child12'
  if (!shown && !random.chance(0.15)) return
  const issued = addDays(today, -random.int(1, 60))
  permits.push({
    person_id: person.id,
    id: idOf(context, person, 'travel-permit'),
    number: `4${String(person.serial).padStart(9, '0')}`,
    trips: shown || random.chance(0.5) ? 'multiple' : 'single',
    reach: 'world',
    issued_by: person.guardian,
    issued_on: issued,
    valid_from: issued,
    valid_until: addDays(issued, 180),
    state: 'active',
    reason_ar: null,
    reason_en: null,
    changed_at: at,
  })
}

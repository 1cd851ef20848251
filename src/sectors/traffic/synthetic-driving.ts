import { ageIn } from '#kernel/hijri.ts'
import type { Random } from '#platform/people/random.ts'
import type { CastName, SyntheticContext, SyntheticPerson } from '#platform/people/synthetic.ts'
import type { VehicleState, ViolationState } from './registry/tables.ts'
import type { ViolationKind } from './violation-kinds.ts'

/** What one person has to do with Traffic, before it is laid out in rows. Days are counted from today. */
export interface Driving {
  readonly licence?: { readonly expires: number; readonly medical: number | undefined }
  readonly vehicles: readonly Car[]
  readonly violations: readonly Ticket[]
  readonly suspended: boolean
  /** Days from today to which the licence itself is suspended. */
  readonly licenceSuspended?: number | undefined
}

interface Car {
  readonly registered: number
  readonly inspected: number
  /** Nothing: not insured. */
  readonly insured: number | undefined
  readonly state: VehicleState
}

interface Ticket {
  readonly kind: ViolationKind
  readonly recorded: number
  readonly state: Exclude<ViolationState, 'objected'>
}

const goodCar: Car = { registered: 420, inspected: 210, insured: 180, state: 'running' }

const goodLicence = { expires: 900, medical: 900 }

const nothing: Driving = { vehicles: [], violations: [], suspended: false }

/** What the demonstration says of its persons; the others of the cast do not drive. */
const cast: Readonly<Partial<Record<CastName, Driving>>> = {
  driver: {
    licence: { expires: 21, medical: 300 },
    vehicles: [goodCar],
    violations: [{ kind: 'speeding-20', recorded: -4, state: 'unpaid' }],
    suspended: false,
  },
  seller: { ...nothing, licence: goodLicence, vehicles: [goodCar] },
  buyer: { ...nothing, licence: goodLicence },
  secondBuyer: { ...nothing, licence: goodLicence },
  parent: { ...nothing, licence: goodLicence, vehicles: [goodCar] },
  // Both object to theirs as soon as the office opens.
  merchant: {
    ...nothing,
    licence: goodLicence,
    vehicles: [goodCar],
    violations: [{ kind: 'no-parking', recorded: -9, state: 'unpaid' }],
  },
  manager: {
    ...nothing,
    licence: goodLicence,
    violations: [{ kind: 'mobile-phone', recorded: -6, state: 'unpaid' }],
  },
  mother: { ...nothing, licence: goodLicence, licenceSuspended: 45 },
}

export function drivingOf(context: SyntheticContext, person: SyntheticPerson): Driving {
  if (person.cast) return cast[person.cast] ?? nothing
  const age = ageIn('gregorian', person.born, context.today)
  if (person.kind === 'visitor' || person.diedOn || age < 18) return nothing
  const random = context.random(person, 'traffic')
  if (!random.chance(person.sex === 'male' ? 0.85 : 0.5)) return nothing
  const expires = random.int(-300, 2500)
  const cars = Number(random.weighted({ '0': 38, '1': 48, '2': 12, '3': person.kind === 'citizen' ? 2 : 0 }))
  const tickets = random.chance(0.35) ? random.int(1, 4) : 0
  return {
    licence: { expires, medical: random.chance(0.85) ? Math.max(expires, random.int(30, 700)) : undefined },
    vehicles: Array.from({ length: cars }, () => carOf(random)),
    violations: Array.from({ length: tickets }, () => ticketOf(random)),
    suspended: random.chance(0.005),
    licenceSuspended: random.chance(0.006) ? random.int(-20, 55) : undefined,
  }
}

const carOf = (random: Random): Car => ({
  registered: random.int(-150, 900),
  inspected: random.int(-60, 360),
  insured: random.chance(0.9) ? random.int(1, 360) : undefined,
  state: random.weighted({ running: 970, missing: 8, wanted: 6, held: 16 }),
})

const ticketOf = (random: Random): Ticket => ({
  kind: random.weighted({
    'speeding-10': 30,
    'speeding-20': 25,
    'speeding-30': 8,
    'speeding-40': 3,
    'speeding-50': 1,
    'red-light': 4,
    'wrong-way': 1,
    'mobile-phone': 12,
    'seat-belt': 10,
    'no-parking': 12,
  }),
  recorded: -random.int(1, 600),
  state: random.weighted({ paid: 62, unpaid: 34, dropped: 4 }),
})

export type Driver = { readonly person: SyntheticPerson; readonly driving: Driving }

import { addDays, addYears, type Day, startOfDay } from '#kernel/day.ts'
import { ageIn } from '#kernel/hijri.ts'
import { plateLetters } from '#kernel/plate.ts'
import type { Text } from '#kernel/text.ts'
import type { Random } from '#platform/people/random.ts'
import type { CastName, Synthetic, SyntheticContext, SyntheticPerson } from '#platform/people/synthetic.ts'
import { idOf } from '#platform/people/synthetic-id.ts'
import { datesFrom } from './registry/record-violation.ts'
import type { VehicleState, ViolationState } from './registry/tables.ts'
import { copyAccidents } from './synthetic-accidents.ts'
import { authorities, clinic, colours, insurers, models, roads } from './synthetic-models.ts'
import { tariffOn, type ViolationKind } from './violation-kinds.ts'

/** What one person has to do with Traffic, before it is laid out in rows. Days are counted from today. */
interface Driving {
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

/** Licences, vehicles with their insurance, and violations; the same for the same seed and day. */
const synthetic: Synthetic = async (context) => {
  const all = context.persons.map((person) => ({ person, driving: drivingOf(context, person) }))
  const licensed = all.flatMap(({ person, driving }) =>
    driving.licence
      ? [{ person, driving, licence: driving.licence, id: idOf(context, person, 'licence') }]
      : [],
  )
  const { copy, today } = context
  await copy(
    'driving_licence',
    licensed.map(({ person, licence, id }) => ({
      person_id: person.id,
      id,
      number: licenceNumber(person),
      class: 'private' as const,
      issued_on: addYears(addDays(today, licence.expires), -10),
      expires_on: addDays(today, licence.expires),
      restrictions: JSON.stringify(person.serial % 9 === 4 ? ['glasses'] : []),
    })),
  )
  await copy(
    'licence_number',
    licensed.map(({ person, id }) => ({
      number: licenceNumber(person),
      person_id: person.id,
      licence_id: id,
    })),
  )
  await copy('medical_exam', medicalExams(licensed, today))
  await copy('licence_suspension', licenceSuspensions(context, licensed))
  await copy(
    'traffic_suspension',
    all.flatMap(({ person, driving }) => {
      const authority = context.random(person, 'traffic-authority').pick(authorities)
      const since = addDays(today, -90)
      return driving.suspended
        ? [
            {
              person_id: person.id,
              authority_ar: authority.ar,
              authority_en: authority.en,
              since,
              ended_on: null,
            },
          ]
        : []
    }),
  )
  await copyAccidents(context, await copyVehicles(context, all))
  await copyViolations(context, all)
}

export default synthetic

function drivingOf(context: SyntheticContext, person: SyntheticPerson): Driving {
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

/** One exam for each licence that had one; as long good as the licence says. */
const medicalExams = (
  licensed: readonly {
    readonly person: SyntheticPerson
    readonly licence: NonNullable<Driving['licence']>
  }[],
  today: Day,
) =>
  licensed.flatMap(({ person, licence: { medical } }) =>
    medical === undefined
      ? []
      : [
          {
            person_id: person.id,
            done_on: addDays(today, Math.min(medical, 0) - 30),
            valid_until: addDays(today, medical),
            clinic_ar: clinic.ar,
            clinic_en: clinic.en,
          },
        ],
  )

const licenceSuspensions = (
  { today }: SyntheticContext,
  licensed: readonly { readonly person: SyntheticPerson; readonly driving: Driving; readonly id: string }[],
) =>
  licensed.flatMap(({ person, driving: { licenceSuspended }, id }) =>
    licenceSuspended === undefined
      ? []
      : [
          {
            person_id: person.id,
            licence_id: id,
            authority_ar: authorities[0].ar,
            authority_en: authorities[0].en,
            since: addDays(today, licenceSuspended - 60),
            until: addDays(today, licenceSuspended),
            lifted_on: null,
          },
        ],
  )

type Driver = { readonly person: SyntheticPerson; readonly driving: Driving }

/** Answers who owns what, in the order of the persons. */
async function copyVehicles(
  context: SyntheticContext,
  all: readonly Driver[],
): Promise<readonly { readonly person: SyntheticPerson; readonly vehicle: Text }[]> {
  const { copy, today } = context
  const owned = all.flatMap(({ person, driving }) =>
    driving.vehicles.map((car, at) => {
      const random = context.random(person, `vehicle-${at}`)
      const serial = person.serial * 3 + at
      return {
        person,
        car,
        random,
        row: {
          person_id: person.id,
          id: idOf(context, person, `vehicle-${at}`),
          ...plateFor(serial),
          plate_type: 'private' as const,
          sequence_number: sequenceNumber(serial),
          vin: `ZZZDWN${String(serial).padStart(11, '0')}`,
          ...looksOf(random, today),
          region: person.region,
          registered_until: addDays(today, car.registered),
          inspected_until: addDays(today, car.inspected),
          state: car.state,
          since: addDays(today, -random.int(200, 1800)),
        },
      }
    }),
  )
  await copy(
    'vehicle',
    owned.map(({ row }) => row),
  )
  await copy(
    'plate_holder',
    owned.map(({ row }) => ({
      plate: row.plate_letters + row.plate_digits,
      plate_type: row.plate_type,
      person_id: row.person_id,
      vehicle_id: row.id,
    })),
  )
  await copy(
    'sequence_holder',
    owned.map(({ row }) => ({
      sequence_number: row.sequence_number,
      person_id: row.person_id,
      vehicle_id: row.id,
    })),
  )
  await copy(
    'insurance_policy',
    owned.flatMap(({ row, car, random }) => {
      if (car.insured === undefined) return []
      const insurer = random.pick(insurers)
      const ends = addDays(today, car.insured)
      return [
        {
          person_id: row.person_id,
          vehicle_id: row.id,
          number: `P${random.digits(9)}`,
          insurer_ar: insurer.ar,
          insurer_en: insurer.en,
          cover: random.chance(0.3) ? ('comprehensive' as const) : ('third-party' as const),
          starts_on: addDays(addYears(ends, -1), 1),
          ends_on: ends,
          ended_on: null,
        },
      ]
    }),
  )
  return owned.map(({ person, row }) => ({
    person,
    vehicle: {
      ar: `${row.make_ar} ${row.model_ar} ${row.year}`,
      en: `${row.make_en} ${row.model_en} ${row.year}`,
    },
  }))
}

async function copyViolations(context: SyntheticContext, all: readonly Driver[]): Promise<void> {
  const { copy, today } = context
  const rows = all.flatMap(({ person, driving }) =>
    driving.violations.map((ticket, at) => {
      const random = context.random(person, `violation-${at}`)
      const recorded = addDays(today, ticket.recorded)
      const committed = addDays(recorded, -1)
      const place = random.pick(roads)
      const dates = datesFrom(recorded)
      return {
        person_id: person.id,
        id: idOf(context, person, `violation-${at}`),
        number: `${random.int(100, 999)}${String(person.serial).padStart(8, '0')}${at}`,
        kind: ticket.kind,
        committed_at: hoursAfter(committed, random.int(6, 23)),
        recorded_at: hoursAfter(recorded, 9),
        place_ar: place.ar,
        place_en: place.en,
        ...speedOf(ticket.kind, random),
        ...tariffOn(ticket.kind, committed),
        state: ticket.state,
        object_by: dates.objectBy,
        pay_by: dates.payBy,
        sequence_number: driving.vehicles.length ? sequenceNumber(person.serial * 3) : null,
        decision: null,
        settled_at: ticket.state === 'unpaid' ? null : hoursAfter(recorded, 15),
      }
    }),
  )
  await copy('violation', rows)
  await copy(
    'violation_number',
    rows.map((row) => ({ number: row.number, person_id: row.person_id, violation_id: row.id })),
  )
  await copy(
    'unpaid_on_vehicle',
    rows.flatMap(({ state, number, sequence_number }) =>
      state === 'unpaid' && sequence_number ? [{ sequence_number, number }] : [],
    ),
  )
}

function speedOf(
  kind: ViolationKind,
  random: Random,
): { readonly speed: number | null; readonly speed_limit: number | null } {
  const [, over] = /^speeding-(\d+)$/.exec(kind) ?? []
  if (over === undefined) return { speed: null, speed_limit: null }
  const limit = random.pick([80, 100, 120])
  return { speed: limit + Number(over) + random.int(0, 9), speed_limit: limit }
}

function looksOf(random: Random, today: Day) {
  const { make, model, seats } = random.pick(models)
  const colour = random.pick(colours)
  return {
    make_ar: make.ar,
    make_en: make.en,
    model_ar: model.ar,
    model_en: model.en,
    year: Number(today.slice(0, 4)) - random.int(1, 12),
    colour_ar: colour.ar,
    colour_en: colour.en,
    seats,
  }
}

const letters = [...plateLetters.keys()]
const combinations = letters.length ** 3

/** A plate of its own for each of the first 49 million serials. */
function plateFor(serial: number): { readonly plate_letters: string; readonly plate_digits: string } {
  // 1,237 shares no factor with 17³ and 7,919 none with 9,999: neighbours do not look alike, and none repeats.
  const at = (serial * 1237) % combinations
  const round = Math.floor(serial / combinations)
  const chosen = [at % 17, Math.floor(at / 17) % 17, Math.floor(at / 289)]
  return {
    plate_letters: chosen.map((index) => letters[index] ?? '').join(''),
    plate_digits: String(1 + ((round * 7919 + at * 37 + 1233) % 9999)),
  }
}

const sequenceNumber = (serial: number): string => `9${String(serial).padStart(8, '0')}`
const licenceNumber = (person: SyntheticPerson): string => `5${String(person.serial).padStart(9, '0')}`
const hoursAfter = (day: Day, hours: number): Date => new Date(startOfDay(day).getTime() + hours * 3_600_000)

import { addDays, addYears, type Day } from '#kernel/day.ts'
import { plateLetters } from '#kernel/plate.ts'
import type { Text } from '#kernel/text.ts'
import type { Random } from '#platform/people/random.ts'
import type { SyntheticContext, SyntheticPerson } from '#platform/people/synthetic.ts'
import { idOf } from '#platform/people/synthetic-id.ts'
import type { Driver } from './synthetic-driving.ts'
import { colours, insurers, models } from './synthetic-models.ts'

/** Answers who owns what, in the order of the persons. */
export async function copyVehicles(
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

export const sequenceNumber = (serial: number): string => `9${String(serial).padStart(8, '0')}`

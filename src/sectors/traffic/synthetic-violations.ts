import { addDays, type Day, startOfDay } from '#kernel/day.ts'
import type { Random } from '#platform/people/random.ts'
import type { SyntheticContext } from '#platform/people/synthetic.ts'
import { idOf } from '#platform/people/synthetic-id.ts'
import { datesFrom } from './registry/record-violation.ts'
import type { Driver } from './synthetic-driving.ts'
import { roads } from './synthetic-models.ts'
import { sequenceNumber } from './synthetic-vehicles.ts'
import { tariffOn, type ViolationKind } from './violation-kinds.ts'

export async function copyViolations(context: SyntheticContext, all: readonly Driver[]): Promise<void> {
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

const hoursAfter = (day: Day, hours: number): Date => new Date(startOfDay(day).getTime() + hours * 3_600_000)

import { addDays, startOfDay } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import { rollForward } from '#kernel/working-time.ts'
import type { SyntheticContext, SyntheticPerson } from '#platform/people/synthetic.ts'
import { idOf } from '#platform/people/synthetic-id.ts'
import { limitOn } from './limits.ts'
import { roads } from './synthetic-models.ts'

interface Driver {
  readonly person: SyntheticPerson
  readonly vehicle: Text
}

/** Neighbours are made together, whatever the size of the country; so accidents are between neighbours. */
const neighbourhood = (person: SyntheticPerson) => Math.floor(person.serial / 100)

/** Accidents of two owners of vehicles each, with their shares of the fault. */
export async function copyAccidents(context: SyntheticContext, drivers: readonly Driver[]): Promise<void> {
  const rows = pairs(drivers).flatMap(([first, second]) => rowsOf(context, first, second))
  await context.copy(
    'accident_party',
    rows.map(({ number, person_id }) => ({ number, person_id })),
  )
  await context.copy('accident', rows)
}

function pairs(drivers: readonly Driver[]): readonly (readonly [Driver, Driver])[] {
  const driver = drivers.find(({ person }) => person.cast === 'driver')
  const parent = drivers.find(({ person }) => person.cast === 'parent')
  const others = drivers.filter(({ person }) => !person.cast)
  return [
    ...(driver && parent ? [[driver, parent] as const] : []),
    ...others.flatMap((one, at) => {
      const next = others[at + 1]
      const near = next && neighbourhood(next.person) === neighbourhood(one.person)
      return near && next.person.id !== one.person.id ? [[one, next] as const] : []
    }),
  ]
}

function rowsOf(context: SyntheticContext, first: Driver, second: Driver) {
  const { today, random } = context
  const chance = random(first.person, 'accident')
  if (!(first.person.cast || chance.chance(0.07))) return []
  const on = addDays(today, -chance.int(4, 500))
  const place = chance.pick(roads)
  const fault = first.person.cast ? 25 : chance.pick([0, 25, 50, 75, 100])
  const shares = [
    { ...first, liability: fault },
    { ...second, liability: 100 - fault },
  ]
  const shared = {
    id: idOf(context, first.person, 'accident'),
    number: `AC${chance.int(100, 999)}${String(first.person.serial).padStart(8, '0')}`,
    happened_at: new Date(startOfDay(on).getTime() + chance.int(6 * 60, 23 * 60) * 60_000),
    place_ar: place.ar,
    place_en: place.en,
    injured: chance.chance(0.1) ? 1 : 0,
    reported_on: on,
    object_by: rollForward(addDays(on, limitOn('liabilityObjectionDays', on))),
  }
  return shares.map(({ person, vehicle, liability }) => ({
    ...shared,
    person_id: person.id,
    vehicle_ar: vehicle.ar,
    vehicle_en: vehicle.en,
    liability,
    others: JSON.stringify(
      shares
        .filter((one) => one.person !== person)
        .map((one) => ({ vehicle: one.vehicle, liability: one.liability })),
    ),
  }))
}

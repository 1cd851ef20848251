import { addDays, type Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Tx } from '#platform/database/tables.ts'
import { decideResidency } from './residency.ts'
import type { Direction } from './tables.ts'
import { endTravelPermit, travelPermitStatus, travelPermitsOf } from './travel-permits.ts'
import { leadsOut, moveVisa, type Visa, visaStatus, visasOf, visitKinds } from './visas.ts'

interface Step {
  readonly person: PersonNumber
  readonly direction: Direction
  readonly on: Day
  readonly shown: Visa | undefined
  readonly at: Date
}

const leftForGood: Text = { ar: 'خروج نهائي', en: 'Left for good' }

/** What a crossing means for what the person holds; answers the visa that it used. */
export async function followCrossing(tx: Tx, step: Step): Promise<Visa | undefined> {
  if (step.direction === 'exit') await useTravelPermit(tx, step)
  const visas = step.shown ? [step.shown] : await visasOf(tx, step.person)
  const visa = visas.find((one) => fits(one, step))
  if (visa) await (begins(visa, step.direction) ? begin(tx, visa, step) : end(tx, visa, step))
  return visa ?? step.shown
}

/** A visa that leads out begins with an exit, one that leads in with an entry. */
const begins = (visa: Visa, direction: Direction): boolean => leadsOut(visa.kind) === (direction === 'exit')

/** Issued and begun by this crossing, or used and ended by it. */
const fits = (visa: Visa, { direction, on }: Step): boolean =>
  begins(visa, direction)
    ? visa.state === 'issued' && visaStatus(visa, on) === 'issued'
    : visa.state === 'used' && (visa.kind === 'exit-reentry' || visitKinds.includes(visa.kind))

async function begin(tx: Tx, visa: Visa, { person, on, at }: Step): Promise<void> {
  const endsOn =
    visa.kind === 'final-exit'
      ? on
      : (visa.endsOn ?? (visa.durationDays === undefined ? null : addDays(on, visa.durationDays)))
  await moveVisa(tx, visa, { state: 'used', endsOn, at })
  if (visa.kind === 'final-exit')
    await decideResidency(tx, person, { state: 'cancelled', reason: leftForGood, at })
  // A visitor's own card is good as long as the stay is.
  if (endsOn && visitKinds.includes(visa.kind))
    await tx.updateTable('person').set({ id_expiry: endsOn }).where('person_id', '=', person).execute()
}

/** A visa for several journeys is there for the next one, as long as it is good. */
async function end(tx: Tx, visa: Visa, { on, at }: Step): Promise<void> {
  const again = visa.multiple && visa.validUntil >= on
  await moveVisa(
    tx,
    visa,
    again ? { state: 'issued', endsOn: null, at } : { state: 'returned', endsOn: on, at },
  )
}

async function useTravelPermit(tx: Tx, { person, on, at }: Step): Promise<void> {
  const permits = await travelPermitsOf(tx, person)
  const good = permits.filter((one) => travelPermitStatus(one, on) === 'active' && one.validFrom <= on)
  // One for several journeys is not used up, so a single one is kept where there is such a one.
  if (good.some((one) => one.trips === 'multiple')) return
  const [single] = good
  if (single) await endTravelPermit(tx, single, { state: 'used', at })
}

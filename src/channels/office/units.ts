import type { Catalogue } from '#platform/catalogue/catalogue.ts'

/** Units whose work is a desk of its own and not a queue of cases. */
export const activationUnit = 'activation'
export const operationsUnit = 'operations'

type Definitions = Pick<Catalogue, 'definitions'>

/** The units that decide cases or receive people, of those an officer is on duty for. */
export const caseUnits = (units: readonly string[]): readonly string[] =>
  units.filter((unit) => unit !== activationUnit && unit !== operationsUnit)

/** The steps at which people come to a unit. */
export const visitsOf = ({ definitions }: Definitions, unit: string) =>
  definitions
    .flatMap((one) => (one.kind === 'service' ? one.steps : []))
    .filter((step) => step.kind === 'appointment')
    .filter((step) => step.unit === unit)

/** The units that receive people. */
export const deskUnits = (catalogue: Definitions, units: readonly string[]): readonly string[] =>
  caseUnits(units).filter((unit) => visitsOf(catalogue, unit).length > 0)

/** The steps that wait for somebody to come, by id: at the desk, not in the queue. An id that a decision has too stays. */
export function visitSteps(catalogue: Definitions, unit: string): readonly string[] {
  const decisions = catalogue.definitions
    .flatMap((one) => (one.kind === 'service' ? one.steps : []))
    .filter((step) => step.kind === 'review' && step.unit === unit)
    .map((step) => step.id)
  return visitsOf(catalogue, unit)
    .map((step) => step.id)
    .filter((id) => !decisions.includes(id))
}

import type { Synthetic } from '#platform/people/synthetic.ts'
import { bookletOf, permitOf } from './synthetic-papers.ts'
import { travelOf } from './synthetic-travel.ts'

/** Permits, booklets, visas, permits to travel and crossings; the same for the same seed and day. */
const synthetic: Synthetic = async (context) => {
  const { copy, persons } = context
  const of = new Map(persons.map((person) => [person.id, person]))
  const permits = persons.flatMap((person) => permitOf(context, person, of) ?? [])
  const permitBy = new Map(permits.map((permit) => [permit.person_id, permit]))
  const travel = persons.map((person) => travelOf(context, person, permitBy.get(person.id)))
  const visas = travel.flatMap((one) => one.visas)
  const travelPermits = travel.flatMap((one) => one.permits)
  await copy('residency_permit', permits)
  await copy(
    'passport_booklet',
    persons.flatMap((person) => bookletOf(context, person) ?? []),
  )
  await copy('visa', visas)
  await copy(
    'visa_number',
    visas.map(({ number, person_id, id }) => ({ number, person_id, visa_id: id })),
  )
  await copy('travel_permit', travelPermits)
  await copy(
    'travel_permit_number',
    travelPermits.map(({ number, person_id, id }) => ({ number, person_id, permit_id: id })),
  )
  await copy(
    'border_crossing',
    travel.flatMap((one) => one.crossings),
  )
}

export default synthetic

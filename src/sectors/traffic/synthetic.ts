import { addDays, addYears, type Day } from '#kernel/day.ts'
import type { Synthetic, SyntheticContext, SyntheticPerson } from '#platform/people/synthetic.ts'
import { idOf } from '#platform/people/synthetic-id.ts'
import { copyAccidents } from './synthetic-accidents.ts'
import { type Driving, drivingOf } from './synthetic-driving.ts'
import { authorities, clinic } from './synthetic-models.ts'
import { copyVehicles } from './synthetic-vehicles.ts'
import { copyViolations } from './synthetic-violations.ts'

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

const licenceNumber = (person: SyntheticPerson): string => `5${String(person.serial).padStart(9, '0')}`

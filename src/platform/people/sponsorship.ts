import type { Day } from '#kernel/day.ts'
import { type PersonNumber, personKind } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { EstablishmentSubjectType, SubjectType } from '#platform/catalogue/subject.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db } from '#platform/database/tables.ts'
import { establishmentsOf, findEstablishment } from './establishment.ts'
import { findPersons } from './person.ts'
import type { EmployerNumber } from './tables.ts'

/**
 * The little that an employer may know of an expatriate worker, for the duties that the law puts on them. It is
 * no authority: nothing of theirs is changed on this ground, and an adult’s travels, health, record and absence are
 * in no answer to it.
 */
export interface SponsoredWorker {
  readonly id: string
  readonly person: PersonNumber
  readonly name: Text
  readonly occupation: Text
  readonly since: Day
  /** The last day of the iqama. */
  readonly iqamaUntil: Day | undefined
}

/** Whom somebody employs people for: their own household, or an establishment that they own. */
export interface Workplace {
  /** `household`, or the establishment’s unified number. */
  readonly id: string
  readonly employer: EmployerNumber
  readonly name: Text
}

/** Living expatriates who work for an employer now, by name. */
export async function sponsoredBy(db: Db, employer: EmployerNumber): Promise<readonly SponsoredWorker[]> {
  const rows = await db
    .selectFrom('worker')
    .select(['id', 'person_id', 'since'])
    .where('employer_id', '=', employer)
    .where('until', 'is', null)
    .execute()
  return workersOfRows(db, employer, rows)
}

/** The household and the establishments of somebody, those alone that have a worker. */
export async function workplacesOf(db: Db, person: PersonNumber): Promise<readonly Workplace[]> {
  const own = await Promise.all((await establishmentsOf(db, person)).map((one) => findEstablishment(db, one)))
  const all: Workplace[] = [
    { id: 'household', employer: person, name: household },
    ...own.flatMap((one) =>
      one?.owner === person ? [{ id: one.id, employer: one.id, name: one.name }] : [],
    ),
  ]
  const employing = await db
    .selectFrom('worker')
    .select('employer_id')
    .distinct()
    .where(
      'employer_id',
      'in',
      all.map((one) => one.employer),
    )
    .where('until', 'is', null)
    .execute()
  return all.filter((one) => employing.some((row) => row.employer_id === one.employer))
}

/** A worker of the asker’s household or of an establishment of theirs, as long as the work lasts. */
export const sponsoredWorker: SubjectType<SponsoredWorker> = {
  kind: 'sponsored-worker',
  ground: 'sponsor',
  isPerson: true,
  choose: { ar: 'اختر العامل', en: 'Choose a worker' },
  none: {
    ar: 'لا يعمل لديك وافد على رأس العمل، لا في منزلك ولا في منشأة تملكها.',
    en: 'No expatriate works for you now, neither in your household nor in an establishment that you own.',
  },
  async list({ db }, person) {
    const places = await workplacesOf(db, person)
    const workers = await Promise.all(places.map((one) => sponsoredBy(db, one.employer)))
    return workers.flat().map(subjectOf)
  },
  async find({ db }, person, id) {
    if (!isId(id)) return undefined
    for (const { employer } of await workplacesOf(db, person)) {
      const rows = await db
        .selectFrom('worker')
        .select(['id', 'person_id', 'since'])
        .where('employer_id', '=', employer)
        .where('id', '=', id)
        .where('until', 'is', null)
        .execute()
      const [found] = await workersOfRows(db, employer, rows)
      if (found) return subjectOf(found)
    }
    return undefined
  },
}

/** An expatriate worker of the establishment in whose workspace one is, as long as the work lasts. */
export const establishmentWorker: EstablishmentSubjectType<SponsoredWorker> = {
  kind: 'establishment-worker',
  of: 'establishment',
  ground: 'sponsor',
  isPerson: true,
  choose: { ar: 'اختر العامل', en: 'Choose a worker' },
  none: {
    ar: 'لا يعمل في هذه المنشأة وافد على رأس العمل.',
    en: 'No expatriate works for this establishment now.',
  },
  list: async ({ db }, establishment) => (await sponsoredBy(db, establishment)).map(subjectOf),
}

const subjectOf = (it: SponsoredWorker) => ({
  id: it.id,
  person: it.person,
  label: it.name,
  detail: it.occupation,
  value: it,
})

async function workersOfRows(
  db: Db,
  employer: EmployerNumber,
  rows: readonly { readonly id: string; readonly person_id: PersonNumber; readonly since: Day }[],
): Promise<readonly SponsoredWorker[]> {
  const numbers = rows.map((row) => row.person_id).filter((one) => personKind(one) === 'resident')
  if (numbers.length === 0) return []
  const [persons, jobs] = await Promise.all([
    findPersons(db, numbers),
    db
      .selectFrom('employment')
      .select(['person_id', 'since', 'occupation_ar', 'occupation_en'])
      .where('person_id', 'in', numbers)
      .where('employer_id', '=', employer)
      .where('until', 'is', null)
      .execute(),
  ])
  const workers = rows.flatMap((row): SponsoredWorker[] => {
    const person = persons.get(row.person_id)
    const job = jobs.find((one) => one.person_id === row.person_id && one.since === row.since)
    if (!person?.alive || !job) return []
    return [
      {
        id: row.id,
        person: person.id,
        name: person.name,
        occupation: { ar: job.occupation_ar, en: job.occupation_en },
        since: row.since,
        iqamaUntil: person.idExpiry,
      },
    ]
  })
  return workers.sort((a, b) => a.name.ar.localeCompare(b.name.ar, 'ar'))
}

const household: Text = { ar: 'منزلي', en: 'My household' }

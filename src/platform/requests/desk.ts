import type { PersonNumber } from '#kernel/person-number.ts'
import type { Reference } from '#kernel/reference.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import { mayHandle } from '#platform/authority/authorise.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { parentsOf } from '#platform/people/family.ts'
import { answerable } from '#platform/people/holder.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { type Engine, stepOf } from './case.ts'

/** The unit's cases behind some requests, open and closed: what an appointment of the day is about. */
export async function casesOf(db: Db, unit: string, requests: readonly string[]) {
  if (requests.length === 0) return []
  return db
    .selectFrom('office_case')
    .selectAll()
    .where('unit', '=', unit)
    .where('request_id', 'in', requests)
    .orderBy('due_at')
    .execute()
}

/** Somebody at the desk: by a number, their own or a child's that they brought, or by what their paper says. */
export type Visitor = { readonly person: PersonNumber } | { readonly reference: Reference }

/**
 * What waits for a visitor's appearance at the unit, with a booking or without one. Each request that is
 * found is a reading of its people, and logged.
 */
export async function findWaiting(
  engine: Pick<Engine, 'db' | 'clock' | 'catalogue'>,
  principal: Principal,
  { unit, of }: { readonly unit: string; readonly of: Visitor },
): Promise<Result<Awaited<ReturnType<typeof casesOf>>, Problem>> {
  if (principal.kind !== 'officer' || !principal.units.includes(unit)) return err(problems.notYours)
  return transact(engine.db, async (tx) => {
    const requests = await requestsOf(tx, of)
    const cases = await casesOf(
      tx,
      unit,
      requests.map((one) => one.id),
    )
    const waiting = cases.filter((one) => one.state === 'open' && isAppointment(engine, one))
    for (const { request_id, reference } of waiting) {
      const request = requests.find((one) => one.id === request_id)
      const people = request
        ? [...new Set([await answerable(tx, request.person_id), request.subject_person])]
        : []
      const allowed = await mayHandle(tx, principal, { unit, people })
      if (!allowed.ok) return allowed
      for (const subject of people)
        await record(tx, {
          subject,
          by: principal,
          action: 'request.read',
          about: reference,
          ground: 'officer',
          at: engine.clock.now(),
        })
    }
    return ok(waiting)
  })
}

const isAppointment = (
  { catalogue }: Pick<Engine, 'catalogue'>,
  one: { readonly service: string; readonly version: number; readonly step: string },
): boolean => {
  const service = catalogue.service(one.service, one.version)
  return service !== undefined && stepOf(service, one.step)?.kind === 'appointment'
}

/** The requests in progress that a visitor can mean: their own, and those that a parent made about them. */
async function requestsOf(db: Db, of: Visitor) {
  const open = db
    .selectFrom('request')
    .select(['id', 'person_id', 'subject_person'])
    .where('status', '=', 'in-progress')
  if ('reference' in of) {
    const found = await db
      .selectFrom('request_reference')
      .select(['person_id', 'request_id'])
      .where('reference', '=', of.reference)
      .executeTakeFirst()
    if (!found) return []
    return open.where('person_id', '=', found.person_id).where('id', '=', found.request_id).execute()
  }
  const parents = (await parentsOf(db, of.person)).map((one) => one.id)
  const own = await open.where('person_id', '=', of.person).execute()
  if (parents.length === 0) return own
  const byParents = await open
    .where('person_id', 'in', parents)
    .where('subject_person', '=', of.person)
    .execute()
  return [...own, ...byParents]
}

import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import { mayHandle } from '#platform/authority/authorise.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Fact, Verdict } from '#platform/catalogue/block.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import { findSubject, type Subject } from '#platform/catalogue/subject.ts'
import { transact } from '#platform/database/transact.ts'
import { answerable } from '#platform/people/holder.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { activated, actOnRequest, locate } from './act.ts'
import {
  type AnyStep,
  actorOf,
  byOf,
  type Case,
  type CaseRow,
  type Engine,
  openCase,
  stepOf,
  subjectNow,
} from './case.ts'
import type { By, CaseEvent, Status } from './case-file.ts'
import { loadOptions } from './draft.ts'
import { judge } from './judge.ts'
import { findOfficeCase, type OfficeCaseKey, peopleOf } from './office.ts'

/** One line of a timeline. */
export interface Happening {
  readonly event: CaseEvent
  readonly by: By
  readonly at: Date
}

/** A request as its applicant sees it. */
export interface RequestView {
  readonly row: CaseRow
  /** Who answers for it: whose it is, or the owner of the establishment. */
  readonly applicant: PersonNumber
  readonly service: ServiceDefinition
  readonly answers: readonly Fact[]
  readonly timeline: readonly Happening[]
  readonly created: Date
  readonly updated: Date
}

export async function viewRequest(
  engine: Engine,
  principal: Principal,
  reference: string,
): Promise<Result<RequestView, Problem>> {
  const row = await actOnRequest(engine, principal, reference)
  return row.ok ? ok(await view(engine, row.value)) : row
}

async function view(engine: Engine, row: CaseRow): Promise<RequestView> {
  const service = serviceOf(engine, row)
  const full = await engine.db
    .selectFrom('request')
    .select(['created_at', 'updated_at'])
    .where('person_id', '=', row.person_id)
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  return {
    row,
    applicant: await answerable(engine.db, row.person_id),
    service,
    answers: await answerFacts(engine, service, row),
    timeline: await timelineOf(engine, row),
    created: full.created_at,
    updated: full.updated_at,
  }
}

function serviceOf(
  engine: Pick<Engine, 'catalogue'>,
  row: Pick<CaseRow, 'service' | 'version'>,
): ServiceDefinition {
  const service = engine.catalogue.service(row.service, row.version)
  if (!service) throw new Error(`${row.service}@${row.version} is not in the catalogue`)
  return service
}

/** The case file in order. */
export async function timelineOf(
  engine: Pick<Engine, 'db'>,
  key: { readonly person_id: HolderNumber; readonly id: string },
): Promise<readonly Happening[]> {
  const rows = await engine.db
    .selectFrom('request_event')
    .select(['by', 'data', 'at'])
    .where('person_id', '=', key.person_id)
    .where('request_id', '=', key.id)
    .orderBy('seq')
    .execute()
  return rows.map(({ by, data, at }) => ({ by, event: data, at }))
}

/** The answers of a request as labelled values. */
export async function answerFacts(
  engine: Pick<Engine, 'db' | 'clock'>,
  service: ServiceDefinition,
  row: CaseRow,
): Promise<readonly Fact[]> {
  const subject = await findSubject(service.subject, engine, row.person_id, row.subject_id)
  const applicant = await answerable(engine.db, row.person_id)
  const options = subject ? await loadOptions(engine, service, { applicant }, subject) : {}
  return Object.entries(service.form.fields).flatMap(([name, field]): readonly Fact[] => {
    const value = row.answers[name]
    if (value === undefined || value === null) return []
    const known = options[name]
    return [{ key: name, label: field.label, value: field.show(value, known ? { options: known } : {}) }]
  })
}

/** A line in a list of requests. */
export interface RequestLine {
  readonly id: string
  readonly reference: string
  readonly title: Text
  readonly label: Text
  readonly status: Status
  /** The kind of step that it waits for. */
  readonly waitsFor: AnyStep['kind'] | undefined
  readonly dueAt: Date | null
  readonly updated: Date
}

/** What a request is called, of a bill or an appointment that is about it. */
export async function referenceOf(
  db: Engine['db'],
  about: { readonly person: HolderNumber; readonly request: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('request')
    .select('reference')
    .where('person_id', '=', about.person)
    .where('id', '=', about.request)
    .executeTakeFirst()
  return row?.reference
}

/** The requests of a person or of an establishment, the newest first; `before` continues a list. */
export async function myRequests(
  engine: Pick<Engine, 'db' | 'catalogue'>,
  holder: HolderNumber,
  page: {
    readonly limit: number
    readonly before?: Date
    readonly open?: boolean
    /** Of these services alone. */
    readonly services?: readonly string[]
  },
): Promise<readonly RequestLine[]> {
  let query = engine.db
    .selectFrom('request')
    .select([
      'id',
      'reference',
      'service',
      'version',
      'subject_label',
      'status',
      'step',
      'due_at',
      'updated_at',
    ])
    .where('person_id', '=', holder)
    .orderBy('updated_at', 'desc')
    .limit(page.limit)
  if (page.services && !page.services.length) return []
  if (page.services) query = query.where('service', 'in', page.services)
  if (page.before) query = query.where('updated_at', '<', page.before)
  if (page.open) query = query.where('status', 'in', ['draft', 'in-progress'])
  const rows = await query.execute()
  return rows.map((row) => {
    const service = serviceOf(engine, row)
    return {
      id: row.id,
      reference: row.reference,
      title: service.title,
      label: row.subject_label,
      status: row.status,
      waitsFor: stepOf(service, row.step)?.kind,
      dueAt: row.due_at,
      updated: row.updated_at,
    }
  })
}

/** What others' requests ask of a person, the newest first. */
export async function myParticipations(
  engine: Pick<Engine, 'db'>,
  person: PersonNumber,
  page: { readonly limit: number; readonly waiting?: boolean },
) {
  let query = engine.db
    .selectFrom('participation')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('updated_at', 'desc')
    .limit(page.limit)
  if (page.waiting) query = query.where('waits_for', 'is not', null)
  return query.execute()
}

/** A request as another party of it sees it: what it is about, what it was shown, what waits for it. */
export async function viewParticipation(engine: Engine, principal: Principal, reference: string) {
  const person = activated(principal)
  if (!person.ok) return person
  const row = await locate(engine, person.value, reference)
  if (!row) return err(problems.notFound)
  const state = await engine.db
    .selectFrom('request')
    .select('state')
    .where('person_id', '=', row.applicant)
    .where('id', '=', row.request_id)
    .executeTakeFirstOrThrow()
  const service = serviceOf(engine, row)
  const bill = Object.values(state.state.bills).find((one) => one.payer === person.value)
  return ok({ row, service, state: state.state, bill })
}

/** A case as the officer of its unit sees it: facts and verdicts of now beside what was sent. Logged. */
export interface OfficeCaseView extends RequestView {
  readonly key: OfficeCaseKey
  readonly step: string
  readonly claimedBy: string | null
  /** Of the subject, as it stands now. */
  readonly facts: readonly Fact[]
  readonly verdicts: readonly Verdict[]
}

export async function viewOfficeCase(
  engine: Engine,
  principal: Principal,
  key: OfficeCaseKey,
): Promise<Result<OfficeCaseView, Problem>> {
  const found = await findOfficeCase(engine, key)
  if (!found) return err(problems.notFound)
  return transact(engine.db, async (tx) => {
    const it = await openCase(
      engine,
      tx,
      { person: found.applicant, id: found.request_id },
      byOf(principal, 'officer'),
    )
    if (!it) return err(problems.notFound)
    const allowed = await mayHandle(tx, principal, { unit: key.unit, people: peopleOf(it) })
    if (!allowed.ok) return allowed
    for (const subject of new Set(peopleOf(it)))
      await record(tx, {
        subject,
        by: principal,
        action: 'request.read',
        about: it.row.reference,
        ground: 'officer',
        at: it.at,
      })
    const seen = await view({ ...engine, db: tx }, it.row)
    const subject = await subjectNow(it)
    return ok({
      ...seen,
      key,
      step: found.step,
      claimedBy: found.claimed_by,
      facts: subject?.facts ?? [],
      verdicts: subject ? await verdictsOn(it, subject) : [],
    })
  })
}

async function verdictsOn(it: Case, subject: Subject): Promise<readonly Verdict[]> {
  const { parties } = it.state()
  return judge({ ...it.engine, db: it.tx }, it.service, {
    moment: 'fulfilment',
    applicant: it.applicant,
    actor: actorOf(it),
    subject,
    answers: it.row.answers,
    parties,
  })
}

import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { actingHolder, type Principal } from '#platform/authority/principal.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import { findSubject, type Subject } from '#platform/catalogue/subject.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { Vault } from '#platform/database/vault.ts'
import { answerable } from '#platform/people/holder.ts'
import type { Platform } from '#platform/platform.ts'
import { openAnswers } from './answers.ts'
import { type By, type CaseEvent, type CaseState, fold } from './case-file.ts'
import type { RequestTable } from './tables.ts'
import './tables.ts'

/** What the engine needs of the platform. */
export type Engine = Pick<Platform, 'db' | 'clock' | 'catalogue' | 'issuers' | 'config' | 'vault'>

/** One request locked in a transaction, its events gathered until `save`. */
export interface Case {
  readonly tx: Tx
  readonly engine: Engine
  readonly service: ServiceDefinition
  readonly row: CaseRow
  /** Who answers for it: the person whose it is, or the owner of the establishment as of now. */
  readonly applicant: PersonNumber
  readonly at: Date
  readonly by: By
  /** The state with the gathered events. */
  readonly state: () => CaseState
  readonly add: (event: CaseEvent) => void
  readonly events: readonly CaseEvent[]
}

export interface CaseRow
  extends Pick<
    RequestTable,
    | 'person_id'
    | 'reference'
    | 'service'
    | 'version'
    | 'status'
    | 'subject_kind'
    | 'subject_id'
    | 'subject_person'
  > {
  readonly id: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly subject_label: { readonly ar: string; readonly en: string }
  readonly state: CaseState
}

/** Locks a request and opens its case file; nothing when there is none. */
export async function openCase(
  engine: Engine,
  tx: Tx,
  key: { readonly person: HolderNumber; readonly id: string },
  by: By,
): Promise<Case | undefined> {
  const row = await tx
    .selectFrom('request')
    .select([
      'person_id',
      'id',
      'reference',
      'service',
      'version',
      'status',
      'subject_kind',
      'subject_id',
      'subject_person',
      'subject_label',
      'answers',
      'state',
    ])
    .where('person_id', '=', key.person)
    .where('id', '=', key.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const applicant = await answerable(tx, row.person_id)
  return caseOf(engine, tx, { row: opened(engine.vault, row), applicant }, by)
}

/** A row as it is kept, its answers opened. */
export const opened = <R extends { readonly answers: string }>(
  vault: Vault,
  row: R,
): Omit<R, 'answers'> & Pick<CaseRow, 'answers'> => ({ ...row, answers: openAnswers(vault, row.answers) })

export function caseOf(
  engine: Engine,
  tx: Tx,
  { row, applicant }: Pick<Case, 'row' | 'applicant'>,
  by: By,
): Case {
  const service = engine.catalogue.service(row.service, row.version)
  if (!service) throw new Error(`${row.service}@${row.version} has open requests but is not in the catalogue`)
  const events: CaseEvent[] = []
  let state = row.state
  return {
    tx,
    engine,
    service,
    row,
    applicant,
    at: engine.clock.now(),
    by,
    events,
    state: () => state,
    add: (event) => {
      events.push(event)
      state = fold(state, event)
    },
  }
}

/** Appends the gathered events and stores the fold beside them. */
export async function saveCase(it: Case): Promise<void> {
  if (!it.events.length) return
  const state = it.state()
  const first = state.seq - it.events.length + 1
  await it.tx
    .insertInto('request_event')
    .values(
      it.events.map((event, at) => ({
        person_id: it.row.person_id,
        request_id: it.row.id,
        seq: first + at,
        type: event.type,
        by: JSON.stringify(it.by),
        data: JSON.stringify(event),
        at: it.at,
      })),
    )
    .execute()
  const over = state.status !== 'draft' && state.status !== 'in-progress'
  await it.tx
    .updateTable('request')
    .set({
      status: state.status,
      step: state.step,
      due_at: state.dueAt ? new Date(state.dueAt) : null,
      state: JSON.stringify(state),
      updated_at: it.at,
      ended_at: over ? it.at : null,
    })
    .where('person_id', '=', it.row.person_id)
    .where('id', '=', it.row.id)
    .execute()
  await saveParticipations(it, state)
  if (over)
    await it.tx
      .deleteFrom('open_subject')
      .where('subject_key', '=', subjectKey(it))
      .where('request_id', '=', it.row.id)
      .execute()
}

async function saveParticipations(it: Case, state: CaseState): Promise<void> {
  const step = stepOf(it.service, state.step)
  for (const [role, person] of Object.entries(state.parties)) {
    const waits =
      step && (step.kind === 'approval' || step.kind === 'payment') && step.by === role ? step.id : null
    await it.tx
      .updateTable('participation')
      .set({
        waits_for: waits,
        status: state.status,
        due_at: state.dueAt ? new Date(state.dueAt) : null,
        updated_at: it.at,
      })
      .where('person_id', '=', person)
      .where('request_id', '=', it.row.id)
      .execute()
  }
}

/** A step of any service. */
export type AnyStep = ServiceDefinition['steps'][number]

export const stepOf = (service: ServiceDefinition, id: string | null): AnyStep | undefined =>
  service.steps.find((step) => step.id === id)

/** What one open request at a time may hold, whoever the applicant is: a record of a person for a service. */
export const subjectKey = ({ row, service }: Pick<Case, 'row' | 'service'>): string => {
  const whose = `${row.service}:${row.subject_kind}:${row.subject_person}`
  // Each parent has a name of their own for a child.
  return service.subject.isPerson ? whose : `${whose}:${row.subject_id}`
}

/** The subject as it is now: none when the applicant lost their right to it. */
export async function subjectNow(it: Case): Promise<Subject | undefined> {
  const { row, service } = it
  const context = { db: it.tx, clock: it.engine.clock }
  return findSubject(service.subject, context, row.person_id, row.subject_id)
}

/** Who is at the keyboard, or who sent it: the applicant, or who acts for them. */
export function actorOf({ applicant, by, state }: Pick<Case, 'applicant' | 'by' | 'state'>): PersonNumber {
  const { delegate, status } = state()
  if (delegate) return delegate
  return status === 'draft' && by.kind === 'person' && by.role === 'applicant' ? by.person : applicant
}

/** The person behind a role. */
export function personOf(it: Pick<Case, 'row' | 'applicant' | 'state'>, role: string): PersonNumber {
  if (role === 'applicant') return it.applicant
  if (role === 'subject') return it.row.subject_person
  const person = it.state().parties[role]
  if (!person) throw new Error(`request ${it.row.reference} has no ${role}`)
  return person
}

/** How an event names its maker. */
export function byOf(principal: Principal, role: string): By {
  switch (principal.kind) {
    case 'person':
      return {
        kind: 'person',
        person: principal.person,
        role,
        ...(principal.actingFor ? { for: actingHolder(principal.actingFor) } : {}),
      }
    case 'officer':
      return { kind: 'officer', officer: principal.officer }
    default:
      return { kind: 'system' }
  }
}

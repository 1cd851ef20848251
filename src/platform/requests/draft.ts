import { randomBytes } from 'node:crypto'
import { dayOf } from '#kernel/day.ts'
import { hijriOf } from '#kernel/hijri.ts'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { newReference } from '#kernel/reference.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { actAs } from '#platform/authority/act-as.ts'
import { authorisedSubject, mayUse } from '#platform/authority/authorise.ts'
import { noteActing } from '#platform/authority/delegation-log.ts'
import { holderOf, type Principal } from '#platform/authority/principal.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import { findSubject, type Subject } from '#platform/catalogue/subject.ts'
import type { Db } from '#platform/database/tables.ts'
import { findFile } from '#platform/files/file.ts'
import type { Option } from '#platform/forms/field.ts'
import { parseForm } from '#platform/forms/parse.ts'
import { take, tooMany } from '#platform/guard/throttle.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { answerable } from '#platform/people/holder.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { openAnswers, sealAnswers } from './answers.ts'
import { byOf, type CaseRow, caseOf, type Engine, opened, saveCase } from './case.ts'
import { unborn } from './case-file.ts'

/** Drafts that nobody sends are dropped after this many days. */
export const draftDays = 30

/** Drafts cost room for thirty days; nobody begins so many by hand. */
const startings = { limit: 200, per: 3600 } as const

export interface DraftAsk {
  readonly service: string
  readonly subject: string
  readonly key: string
  readonly body?: string
}

/**
 * Starts a request as a draft. `key` is the caller's idempotency key: the same key gives the same draft, and
 * is refused for another service, another subject or another `body` (the hash of what a program sent).
 */
export async function startDraft(
  engine: Engine,
  principal: Principal,
  ask: DraftAsk,
): Promise<Result<CaseRow, Problem>> {
  const service = engine.catalogue.service(ask.service)
  if (!service) return err(problems.notFound)
  const holder = mayUse(principal, service)
  if (!holder.ok) return holder
  const subject = await authorisedSubject(engine, service, holder.value, ask.subject)
  if (!subject.ok) return subject
  const at = engine.clock.now()
  const allowed = await take(
    engine.db,
    { key: `draft:${engine.vault.index(holder.value)}`, ...startings },
    at,
  )
  if (!allowed.ok) return err(tooMany(allowed.error.retryAfter))
  return actAs(engine, principal, async (tx) => {
    const reference = newReference(sectorCode(service.sector), hijriOf(dayOf(at)).year, randomBytes(8))
    const made = await tx
      .insertInto('request')
      .values({
        person_id: holder.value,
        reference,
        service: service.slug,
        version: service.version,
        status: 'draft',
        step: null,
        due_at: null,
        subject_kind: service.subject.kind,
        subject_id: subject.value.id,
        subject_person: subject.value.person,
        subject_label: JSON.stringify(subject.value.label),
        answers: sealAnswers(engine.vault, {}),
        state: JSON.stringify(unborn),
        draft_key: ask.key,
        draft_body: ask.body ?? null,
        created_at: at,
        updated_at: at,
        ended_at: null,
      })
      .onConflict((conflict) => conflict.columns(['person_id', 'draft_key']).doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!made) return sameKey({ db: tx, vault: engine.vault }, holder.value, ask)
    await tx
      .insertInto('request_reference')
      .values({ reference, person_id: holder.value, request_id: made.id })
      .execute()
    const row = opened(engine.vault, made)
    const applicant = await answerable(tx, holder.value)
    const it = caseOf(engine, tx, { row, applicant }, byOf(principal, 'applicant'))
    it.add({ type: 'drafted' })
    await saveCase(it)
    await noteActing(tx, principal, { action: 'request.start', about: reference, at })
    await enqueue(tx, {
      task: 'requests.drop-draft',
      payload: { person: holder.value, request: made.id },
      key: `drop-draft:${made.id}`,
      runAt: new Date(at.getTime() + draftDays * 86_400_000),
    })
    return ok(it.row)
  })
}

async function sameKey(
  { db, vault }: Pick<Engine, 'db' | 'vault'>,
  holder: HolderNumber,
  ask: DraftAsk,
): Promise<Result<CaseRow, Problem>> {
  const row = await db
    .selectFrom('request')
    .selectAll()
    .where('person_id', '=', holder)
    .where('draft_key', '=', ask.key)
    .executeTakeFirstOrThrow()
  return row.service === ask.service &&
    row.subject_id === ask.subject &&
    row.draft_body === (ask.body ?? null)
    ? ok(opened(vault, row))
    : err(
        problems.tooLate(
          'key-used-otherwise',
          'استُخدم مفتاح عدم التكرار هذا لطلب آخر.',
          'This idempotency key was used for a different request.',
        ),
      )
}

const sectorCode = (sector: string): string =>
  sector
    .replace(/[^a-z]/g, '')
    .slice(0, 3)
    .toUpperCase()

/** A request of a holder's own, by its reference. */
export async function ownRequest(
  { db, vault }: Pick<Engine, 'db' | 'vault'>,
  holder: HolderNumber,
  reference: string,
): Promise<CaseRow | undefined> {
  const row = await db
    .selectFrom('request')
    .selectAll()
    .where('person_id', '=', holder)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row && opened(vault, row)
}

/** The options of every field of a service that takes them from the subject's records. */
export async function loadOptions(
  engine: Pick<Engine, 'clock'> & { readonly db: Db },
  service: ServiceDefinition,
  whose: { readonly applicant: PersonNumber },
  subject: Subject,
  only?: readonly string[],
): Promise<Record<string, readonly Option[]>> {
  const loaded: Record<string, readonly Option[]> = {}
  for (const [name, field] of Object.entries(service.form.fields)) {
    if (only && !only.includes(name)) continue
    if (Array.isArray(field.options)) loaded[name] = field.options
    if (field.options === 'subject' && service.options)
      loaded[name] = await service.options(
        {
          db: engine.db,
          clock: engine.clock,
          today: dayOf(engine.clock.now()),
          applicant: whose.applicant,
          subject,
        },
        name,
      )
  }
  return loaded
}

/**
 * Keeps the answers of some fields of a draft. Wrong ones are told by field and nothing is kept;
 * a draft that was sent already is left as it is.
 */
export async function saveAnswers(
  engine: Engine,
  principal: Principal,
  ask: {
    readonly reference: string
    readonly fields: readonly string[]
    readonly raw: Readonly<Record<string, unknown>>
  },
): Promise<Result<CaseRow, Problem>> {
  if (principal.kind !== 'person') return err(problems.signInFirst)
  const holder = holderOf(principal)
  const row = await ownRequest(engine, holder, ask.reference)
  if (!row) return err(problems.notFound)
  const service = engine.catalogue.service(row.service, row.version)
  if (!service) throw new Error(`${row.service}@${row.version} is not in the catalogue`)
  const allowed = mayUse(principal, service)
  if (!allowed.ok) return allowed
  if (row.status !== 'draft') return err(alreadySent)
  const subject = await findSubject(service.subject, engine, holder, row.subject_id)
  if (!subject) return err(problems.notYours)
  const applicant = await answerable(engine.db, holder)
  const options = await loadOptions(engine, service, { applicant }, subject, ask.fields)
  const raw = await withOwnFiles(engine, service, holder, ask)
  const parsed = parseForm(service.form, raw, {
    today: dayOf(engine.clock.now()),
    options,
    only: ask.fields,
  })
  if (!parsed.ok) return err(problems.answersWrong(parsed.error))
  return actAs(engine, principal, async (tx) => {
    const locked = await tx
      .selectFrom('request')
      .select(['answers', 'status'])
      .where('person_id', '=', row.person_id)
      .where('id', '=', row.id)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (locked.status !== 'draft') return err(alreadySent)
    const answers: Record<string, unknown> = { ...openAnswers(engine.vault, locked.answers) }
    for (const name of ask.fields) delete answers[name]
    Object.assign(answers, parsed.value)
    await tx
      .updateTable('request')
      .set({ answers: sealAnswers(engine.vault, answers), updated_at: engine.clock.now() })
      .where('person_id', '=', row.person_id)
      .where('id', '=', row.id)
      .execute()
    return ok({ ...row, answers })
  })
}

/** A file handle from outside counts only when the file is the person's own; then as the store knows it. */
async function withOwnFiles(
  engine: Engine,
  service: ServiceDefinition,
  holder: HolderNumber,
  ask: { readonly fields: readonly string[]; readonly raw: Readonly<Record<string, unknown>> },
): Promise<Readonly<Record<string, unknown>>> {
  const raw: Record<string, unknown> = { ...ask.raw }
  for (const name of ask.fields) {
    if (service.form.fields[name]?.kind !== 'file') continue
    const given = raw[name]
    const id = typeof given === 'object' && given !== null && 'file' in given ? String(given.file) : undefined
    const file = id === undefined ? undefined : await findFile(engine, holder, id)
    if (file) raw[name] = { file: file.id, name: file.name, type: file.type, bytes: file.size }
    else delete raw[name]
  }
  return raw
}

export const alreadySent: Problem = problems.tooLate(
  'already-sent',
  'أُرسل هذا الطلب من قبل، فلا تتغيّر إجاباته.',
  'This request was sent already, so its answers do not change.',
)

/** The first page of the form whose answers are missing; none when all are there. */
export function firstUnanswered(
  service: ServiceDefinition,
  answers: Readonly<Record<string, unknown>>,
): string | undefined {
  const missing = (name: string) => !(name in answers) && !service.form.fields[name]?.optional
  return service.form.pages.find((page) => page.fields.some(missing))?.slug
}

/** What a page shows as said before, for the text of an answer. */
export const answerLabel = (service: ServiceDefinition, name: string): Text =>
  service.form.fields[name]?.label ?? { ar: name, en: name }

import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import { actAs } from '#platform/authority/act-as.ts'
import { mayUse } from '#platform/authority/authorise.ts'
import { noteActing } from '#platform/authority/delegation-log.ts'
import { holderOf, type PersonPrincipal, type Principal } from '#platform/authority/principal.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import type { Subject } from '#platform/catalogue/subject.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { Option } from '#platform/forms/field.ts'
import { take, tooMany } from '#platform/guard/throttle.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { advance } from './advance.ts'
import {
  actorOf,
  byOf,
  type Case,
  type CaseRow,
  type Engine,
  openCase,
  saveCase,
  subjectKey,
  subjectNow,
} from './case.ts'
import { contextOf, effectContext } from './context.ts'
import { loadOptions, ownRequest } from './draft.ts'
import { judge, unmet } from './judge.ts'
import { Refusal } from './refusal.ts'
import { tellEnd } from './tell.ts'

/**
 * Sends a draft: the whole form again, the rules, the hold on the subject, and the first step, in one
 * transaction. Sending twice is sending once: the second time answers the request as it stands.
 */
export async function submit(
  engine: Engine,
  principal: Principal,
  reference: string,
): Promise<Result<CaseRow, Problem>> {
  if (principal.kind !== 'person') return err(problems.signInFirst)
  const person = holderOf(principal)
  const found = await ownRequest(engine, person, reference)
  if (!found) return err(problems.notFound)
  const allowed = await take(
    engine.db,
    { key: `submit:${found.service}:${engine.vault.index(person)}`, ...sendings },
    engine.clock.now(),
  )
  if (!allowed.ok) return err(tooMany(allowed.error.retryAfter))
  try {
    return await actAs(engine, principal, (tx) => send(engine, tx, principal, found.id))
  } catch (error) {
    if (error instanceof Refusal)
      return err(problems.tooLate('changed-meanwhile', error.because.ar, error.because.en))
    throw error
  }
}

/** Sending checks what one wrote about others, so it is no way to find such things out by trying. */
const sendings = { limit: 20, per: 3600 } as const

async function send(
  engine: Engine,
  tx: Tx,
  principal: PersonPrincipal,
  id: string,
): Promise<Result<CaseRow, Problem>> {
  const person = holderOf(principal)
  const it = await openCase(engine, tx, { person, id }, byOf(principal, 'applicant'))
  if (!it) return err(problems.notFound)
  const allowed = mayUse(principal, it.service)
  if (!allowed.ok) return allowed
  if (it.row.status !== 'draft') return ok(it.row)
  const ready = await makeReady(it)
  if (!ready.ok) return ready
  await it.service.onSubmit?.(ready.value)
  await tellEnd(it, 'submitted')
  await advance(it)
  await saveCase(it)
  await noteOnSubject(it, principal, ready.value.subject)
  await noteActing(tx, principal, {
    action: 'request.submit',
    about: it.row.reference,
    tell: it.service.title,
    at: it.at,
  })
  return ok({ ...it.row, status: it.state().status, state: it.state() })
}

/** Whose record it is sees in their access log who asked for something about them, and by what right. */
async function noteOnSubject(it: Case, by: PersonPrincipal, subject: Subject): Promise<void> {
  if (subject.person === it.applicant) return
  await record(it.tx, {
    subject: subject.person,
    by,
    action: 'request.submit',
    about: it.row.reference,
    ground: subject.ground ?? it.service.subject.ground,
    at: it.at,
  })
}

async function makeReady(it: Case) {
  const { service, row, engine, tx, applicant } = it
  const actor = actorOf(it)
  const delegate = actor === applicant ? undefined : actor
  const subject = await subjectNow(it)
  if (!subject) return err(problems.notYours)
  const within = { ...engine, db: tx }
  const missing = incomplete(service, row.answers, await loadOptions(within, service, { applicant }, subject))
  if (Object.keys(missing).length) return err(problems.answersWrong(missing))
  const context = await contextOf(it)
  if (!context) return err(problems.notYours)
  const across = await service.check?.(row.answers, context)
  if (across && Object.keys(across).length) return err(problems.answersWrong(defined(across)))
  const parties = partiesOf(service, row.answers)
  // Nor can a delegate be the other side of what they send for somebody.
  for (const [role, party] of Object.entries(parties))
    if (party === applicant || party === delegate)
      return err(problems.answersWrong({ [fieldOf(service, role)]: notYourself }))
  const verdicts = await judge(within, service, {
    moment: 'submission',
    viewer: 'applicant',
    applicant,
    actor,
    subject,
    answers: row.answers,
    parties,
  })
  if (unmet(verdicts).length) return err(problems.conditionsUnmet(unmet(verdicts)))
  if (!(await holdSubject(it))) return err(subjectBusy)
  it.add({ type: 'submitted', parties, verdicts, ...(delegate ? { delegate } : {}) })
  await addParticipations(it, parties)
  const effect = await effectContext(it)
  return effect ? ok(effect) : err(problems.notYours)
}

/**
 * What was parsed when it was saved is not parsed again; but an answer may be missing, and what one
 * chose from the records of the subject may be gone by now.
 */
function incomplete(
  service: ServiceDefinition,
  answers: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, readonly Option[]>>,
): Readonly<Record<string, Text>> {
  const wrong: Record<string, Text> = {}
  for (const [name, field] of Object.entries(service.form.fields)) {
    const value = answers[name]
    if (value === undefined && !field.optional) wrong[name] = answerThis
    if (value === undefined || field.options !== 'subject') continue
    const known = new Set(options[name]?.map((option) => option.value))
    if ([value].flat().some((one) => !known.has(String(one)))) wrong[name] = chooseAgain
  }
  return wrong
}

function partiesOf(
  service: ServiceDefinition,
  answers: Readonly<Record<string, unknown>>,
): Readonly<Record<string, PersonNumber>> {
  return Object.fromEntries(
    Object.entries(service.parties ?? {}).map(([role, field]) => [
      role,
      // `parties` may only name fields whose type is PersonNumber; `service()` sees to it.
      answers[field] as PersonNumber,
    ]),
  )
}

const fieldOf = (service: ServiceDefinition, role: string): string => service.parties?.[role] ?? role

/** One open request of this service a subject: the unique key decides between two that race. */
async function holdSubject(it: Case): Promise<boolean> {
  if (it.service.concurrent) return true
  const held = await it.tx
    .insertInto('open_subject')
    .values({
      subject_key: subjectKey(it),
      person_id: it.row.person_id,
      request_id: it.row.id,
    })
    .onConflict((conflict) => conflict.column('subject_key').doNothing())
    .executeTakeFirst()
  return held.numInsertedOrUpdatedRows === 1n
}

async function addParticipations(it: Case, parties: Readonly<Record<string, PersonNumber>>): Promise<void> {
  for (const [role, person] of Object.entries(parties)) {
    await it.tx
      .insertInto('participation')
      .values({
        person_id: person,
        request_id: it.row.id,
        applicant: it.row.person_id,
        role,
        reference: it.row.reference,
        service: it.row.service,
        version: it.row.version,
        waits_for: null,
        status: 'in-progress',
        label: JSON.stringify(it.row.subject_label),
        shows: JSON.stringify(shownTo(it, role)),
        due_at: null,
        updated_at: it.at,
      })
      .execute()
  }
}

/** The answers that the approval steps of a role let it see, and no others, and what these come to. */
function shownTo({ service, row }: Case, role: string): readonly Fact[] {
  const steps = service.steps.flatMap((step) => (step.kind === 'approval' && step.by === role ? [step] : []))
  const names = new Set<string>(steps.flatMap((step) => step.shows))
  const shown = [...names].flatMap((name): readonly Fact[] => {
    const field = service.form.fields[name]
    const value = row.answers[name]
    return field && value !== undefined
      ? [{ key: name, label: field.label, value: field.show(value, {}) }]
      : []
  })
  return [...shown, ...steps.flatMap((step) => step.tells?.(row.answers) ?? [])]
}

const defined = <T>(record: Readonly<Record<string, T | undefined>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter((entry): entry is [string, T] => entry[1] !== undefined))

const answerThis = { ar: 'أجب عن هذا السؤال.', en: 'Answer this question.' }

const chooseAgain = {
  ar: 'لم يعد هذا الخيار متاحًا. اختر من جديد.',
  en: 'This option is no longer there. Choose again.',
}

const notYourself = {
  ar: 'أدخل رقم شخص آخر، لا رقمك أنت.',
  en: 'Enter somebody else’s number, not your own.',
}

const subjectBusy: Problem = problems.tooLate(
  'already-open',
  'يوجد طلب مفتوح لهذه الخدمة على السجل نفسه. أكمله أو ألغه أولًا.',
  'There is an open request of this service for the same record. Finish or cancel it first.',
)

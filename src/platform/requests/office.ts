import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { keepAppointment } from '#platform/appointments/booking.ts'
import { record } from '#platform/audit/record.ts'
import { mayHandle } from '#platform/authority/authorise.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { isId } from '#platform/database/ids.ts'
import { transact } from '#platform/database/transact.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { advance } from './advance.ts'
import { byOf, type Case, type Engine, openCase, saveCase, stepOf } from './case.ts'
import type { CaseState } from './case-file.ts'
import { closeOfficeCases, reject } from './end.ts'
import { dayAllowed } from './first-day.ts'

/** The open cases of a unit, the most urgent first; `except`: steps that are worked on elsewhere, at a desk. */
export async function queue(
  engine: Pick<Engine, 'db'>,
  principal: Principal,
  ask: { readonly unit: string; readonly limit: number; readonly except?: readonly string[] },
) {
  if (principal.kind !== 'officer' || !principal.units.includes(ask.unit)) return err(problems.notYours)
  let waiting = engine.db
    .selectFrom('office_case')
    .selectAll()
    .where('unit', '=', ask.unit)
    .where('state', '=', 'open')
    .orderBy('due_at')
    .orderBy('id')
    .limit(ask.limit)
  if (ask.except?.length) waiting = waiting.where('step', 'not in', ask.except)
  return ok(await waiting.execute())
}

/** Where an officer's act is aimed: a row of the unit's queue. */
export interface OfficeCaseKey {
  readonly unit: string
  readonly id: string
}

/** An officer's decision with reasons. The same decision again changes nothing. */
export async function decide(
  engine: Engine,
  principal: Principal,
  key: OfficeCaseKey,
  decision: { readonly approve: boolean; readonly code?: string; readonly reason: string },
): Promise<Result<CaseState, Problem>> {
  const reason = decision.reason.trim()
  return asOfficer(engine, principal, key, 'decide', async (it, stepId) => {
    const step = stepOf(it.service, stepId)
    if (step?.kind !== 'review') return err(problems.notFound)
    const known = step.refusals.find((one) => one.code === decision.code)
    if (!decision.approve && !known && reason.length < 10)
      return err(problems.answersWrong({ reason: giveReason }))
    const state = it.state()
    if (state.done.includes(step.id))
      return state.decision?.approve === decision.approve ? ok(state) : err(alreadyDecided)
    if (state.status !== 'in-progress' || state.step !== step.id) return err(alreadyDecided)
    if (step.secondOpinion && principal.kind === 'officer' && state.decision?.officer === principal.officer)
      return err(fourEyes)
    await closeOfficeCases(it)
    const because = reasonText(known?.text, reason)
    it.add({
      type: 'decided',
      step: step.id,
      approve: decision.approve,
      reason: because.ar,
      officer: it.by.kind === 'officer' ? it.by.officer : '',
      ...(known ? { code: known.code } : {}),
    })
    if (decision.approve) await advance(it)
    else await reject(it, because)
    return ok(it.state())
  })
}

/** The officer at the desk confirms that the person came and the work was done. */
export async function confirmAttendance(
  engine: Engine,
  principal: Principal,
  key: OfficeCaseKey,
  desk: { readonly office: Text },
): Promise<Result<CaseState, Problem>> {
  return asOfficer(engine, principal, key, 'attend', async (it, stepId) => {
    const step = stepOf(it.service, stepId)
    if (step?.kind !== 'appointment') return err(problems.notFound)
    const state = it.state()
    if (state.done.includes(step.id)) return ok(state)
    if (state.status !== 'in-progress' || state.step !== step.id) return err(alreadyDecided)
    const allowed = await dayAllowed({ db: it.tx, clock: it.engine.clock }, { ...it, step }, dayOf(it.at))
    if (!allowed.ok) return err(problems.tooLate('too-early', allowed.error.ar, allowed.error.en))
    await closeOfficeCases(it)
    if (state.appointment)
      await keepAppointment(it.tx, { person: it.applicant, id: state.appointment.id, at: it.at })
    it.add({
      type: 'attended',
      step: step.id,
      office: state.appointment?.office ?? desk.office,
      day: dayOf(it.at),
    })
    await advance(it)
    return ok(it.state())
  })
}

/**
 * Takes a case so that two officers do not work on one; gives it back with `claim: false`. Only a case that
 * the officer may decide: nobody keeps their own from their colleagues.
 */
export async function claimCase(
  engine: Engine,
  principal: Principal,
  key: OfficeCaseKey,
  claim: boolean,
): Promise<Result<void, Problem>> {
  const row = await findOfficeCase(engine, key)
  if (!row) return err(problems.notFound)
  return transact(engine.db, async (tx) => {
    const at = { person: row.applicant, id: row.request_id }
    const it = await openCase(engine, tx, at, byOf(principal, 'officer'))
    if (!it) return err(problems.notFound)
    const allowed = await mayHandle(tx, principal, { unit: key.unit, people: peopleOf(it) })
    if (!allowed.ok) return allowed
    const { officer } = allowed.value
    const changed = await tx
      .updateTable('office_case')
      .set({ claimed_by: claim ? officer : null })
      .where('unit', '=', key.unit)
      .where('id', '=', key.id)
      .where('state', '=', 'open')
      .where((is) => is.or([is('claimed_by', 'is', null), is('claimed_by', '=', officer)]))
      .executeTakeFirst()
    return changed.numUpdatedRows === 1n ? ok(undefined) : err(takenByColleague)
  })
}

async function asOfficer(
  engine: Engine,
  principal: Principal,
  key: OfficeCaseKey,
  action: string,
  act: (it: Case, step: string) => Promise<Result<CaseState, Problem>>,
): Promise<Result<CaseState, Problem>> {
  const row = await findOfficeCase(engine, key)
  if (!row) return err(problems.notFound)
  if (row.claimed_by && principal.kind === 'officer' && row.claimed_by !== principal.officer)
    return err(takenByColleague)
  return transact(engine.db, async (tx) => {
    const it = await openCase(
      engine,
      tx,
      { person: row.applicant, id: row.request_id },
      byOf(principal, 'officer'),
    )
    if (!it) return err(problems.notFound)
    const allowed = await mayHandle(tx, principal, { unit: key.unit, people: peopleOf(it) })
    if (!allowed.ok) return allowed
    const done = await act(it, row.step)
    if (!done.ok) return done
    for (const subject of new Set(peopleOf(it)))
      await record(tx, {
        subject,
        by: principal,
        action: `request.${action}`,
        about: it.row.reference,
        ground: 'officer',
        at: it.at,
      })
    await saveCase(it)
    return done
  })
}

export const findOfficeCase = async (engine: Pick<Engine, 'db'>, key: OfficeCaseKey) =>
  isId(key.id)
    ? engine.db
        .selectFrom('office_case')
        .selectAll()
        .where('unit', '=', key.unit)
        .where('id', '=', key.id)
        .executeTakeFirst()
    : undefined

/** Everybody whose case it is. */
export const peopleOf = (it: Pick<Case, 'row' | 'applicant' | 'state'>): readonly PersonNumber[] => [
  it.applicant,
  it.row.subject_person,
  ...Object.values(it.state().parties),
  // Who sent it for the applicant has a part in it too.
  ...[it.state().delegate ?? []].flat(),
]

function reasonText(ready: Text | undefined, own: string): Text {
  return {
    ar: [ready?.ar, own].filter(Boolean).join(' '),
    en: [ready?.en, own].filter(Boolean).join(' '),
  }
}

const giveReason = {
  ar: 'اختر سببًا أو اكتبه في عشرة أحرف على الأقل؛ سيقرؤه صاحب الطلب.',
  en: 'Choose a reason, or write one of ten letters or more; the applicant will read it.',
}

const fourEyes: Problem = {
  status: 403,
  code: 'four-eyes',
  title: { ar: 'يلزم موظف آخر', en: 'Another officer is needed' },
  detail: {
    ar: 'اتخذت القرار السابق في هذه المعاملة. يتولى زميل آخر المراجعة الثانية.',
    en: 'You made the decision before this one. A colleague makes the second.',
  },
}

const alreadyDecided: Problem = problems.tooLate(
  'already-decided',
  'بُتّ في هذه المعاملة من قبل.',
  'This case was decided already.',
)

const takenByColleague: Problem = problems.tooLate(
  'taken',
  'يعمل زميل على هذه المعاملة الآن.',
  'A colleague is working on this case.',
)

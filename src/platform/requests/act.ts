import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { advance } from './advance.ts'
import { type Case, type Engine, openCase, saveCase, stepOf, subjectNow } from './case.ts'
import type { CaseState } from './case-file.ts'
import { ownRequest } from './draft.ts'
import { cancel, reject } from './end.ts'
import { judge, unmet } from './judge.ts'

/** Says yes or no as the counterparty. The same answer again changes nothing; the other one is refused. */
export async function answerApproval(
  engine: Engine,
  principal: Principal,
  ask: {
    readonly reference: string
    readonly step: string
    readonly accept: boolean
    readonly reason?: string
  },
): Promise<Result<CaseState, Problem>> {
  const signedIn = activated(principal)
  if (!signedIn.ok) return signedIn
  const person = signedIn.value
  return asParty(engine, person, ask.reference, async (it, role) => {
    const step = stepOf(it.service, ask.step)
    if (step?.kind !== 'approval' || step.by !== role) return err(problems.notFound)
    const state = it.state()
    if (state.done.includes(step.id)) return ask.accept ? ok(state) : err(answered)
    if (state.status === 'rejected' && !ask.accept) return ok(state)
    if (state.status !== 'in-progress' || state.step !== step.id) return err(answered)
    if (ask.accept) {
      const unmetNow = await unmetOfParty(it, role)
      if (unmetNow.length) return err(problems.conditionsUnmet(unmetNow))
      it.add({ type: 'approved', step: step.id })
      await advance(it)
    } else {
      const reason = ask.reason?.trim().slice(0, 500) ?? ''
      it.add({ type: 'refused', step: step.id, reason })
      await reject(it, refusedBy(reason))
    }
    return ok(it.state())
  })
}

async function unmetOfParty(it: Case, role: string) {
  const subject = await subjectNow(it)
  if (!subject) return []
  const { parties } = it.state()
  return unmet(
    await judge({ ...it.engine, db: it.tx }, it.service, {
      moment: 'submission',
      viewer: role,
      applicant: it.row.person_id,
      subject,
      answers: it.row.answers,
      parties,
      only: role,
    }),
  )
}

/** Takes a request back, until it is fulfilled; what was paid is returned. Twice is once. */
export async function cancelRequest(
  engine: Engine,
  principal: Principal,
  reference: string,
): Promise<Result<CaseState, Problem>> {
  const signedIn = activated(principal)
  if (!signedIn.ok) return signedIn
  const person = signedIn.value
  const found = await ownRequest(engine, person, reference)
  if (!found) return err(problems.notFound)
  return transact(engine.db, async (tx) => {
    const it = await openCase(
      engine,
      tx,
      { person, id: found.id },
      { kind: 'person', person, role: 'applicant' },
    )
    if (!it) return err(problems.notFound)
    const { status } = it.state()
    if (status === 'cancelled') return ok(it.state())
    if (status === 'draft') it.add({ type: 'cancelled' })
    else if (status === 'in-progress') await cancel(it)
    else return err(over)
    await saveCase(it)
    return ok(it.state())
  })
}

/** Runs an act of another party of the request, locked and saved. */
async function asParty(
  engine: Engine,
  person: PersonNumber,
  reference: string,
  act: (it: Case, role: string) => Promise<Result<CaseState, Problem>>,
): Promise<Result<CaseState, Problem>> {
  const at = await locate(engine, person, reference)
  if (!at) return err(problems.notFound)
  return transact(engine.db, async (tx: Tx) => {
    const it = await openCase(
      engine,
      tx,
      { person: at.applicant, id: at.request_id },
      { kind: 'person', person, role: at.role },
    )
    if (!it) return err(problems.notFound)
    const done = await act(it, at.role)
    if (done.ok) await saveCase(it)
    return done
  })
}

/** A participation of one's own, by the request's reference. */
export async function locate(engine: Pick<Engine, 'db'>, person: PersonNumber, reference: string) {
  return engine.db
    .selectFrom('participation')
    .selectAll()
    .where('person_id', '=', person)
    .where('reference', '=', reference)
    .executeTakeFirst()
}

/** A person whose account is activated: who may act at all. */
export function activated(principal: Principal): Result<PersonNumber, Problem> {
  if (principal.kind === 'anonymous') return err(problems.signInFirst)
  if (principal.kind !== 'person') return err(problems.notYours)
  return principal.account === 'activated' ? ok(principal.person) : err(problems.activateFirst)
}

const refusedBy = (reason: string) => ({
  ar: reason ? `رفض الطرف الآخر: ${reason}` : 'رفض الطرف الآخر.',
  en: reason ? `The other party refused: ${reason}` : 'The other party refused.',
})

const answered: Problem = problems.tooLate(
  'already-answered',
  'أُجيب عن هذا الطلب من قبل أو انتهت مهلته.',
  'This request was answered already, or its time is over.',
)

const over: Problem = problems.tooLate(
  'already-over',
  'انتهى هذا الطلب، فلا يُلغى.',
  'This request is over and cannot be cancelled.',
)

import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { actAs } from '#platform/authority/act-as.ts'
import { holdsPower } from '#platform/authority/authorise.ts'
import { noteActing } from '#platform/authority/delegation-log.ts'
import { holderOf, type Principal } from '#platform/authority/principal.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { findBill } from '#platform/payments/bill.ts'
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
  stepOf,
  subjectNow,
} from './case.ts'
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
      applicant: it.applicant,
      actor: actorOf(it),
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
  const found = await actOnRequest(engine, principal, reference)
  if (!found.ok) return found
  const { person_id: person, id } = found.value
  return actAs(engine, principal, async (tx) => {
    const it = await openCase(engine, tx, { person, id }, byOf(principal, 'applicant'))
    if (!it) return err(problems.notFound)
    const { status } = it.state()
    if (status === 'cancelled') return ok(it.state())
    if (status === 'draft') it.add({ type: 'cancelled' })
    else if (status === 'in-progress') await cancel(it)
    else return err(over)
    await saveCase(it)
    const { title } = it.service
    await noteActing(tx, principal, { action: 'request.cancel', about: reference, tell: title, at: it.at })
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

/** A request that a person may act on: their own, or one of whom they act for, with the power of its service. */
export async function actOnRequest(
  engine: Engine,
  principal: Principal,
  reference: string,
): Promise<Result<CaseRow, Problem>> {
  if (principal.kind === 'anonymous') return err(problems.signInFirst)
  if (principal.kind !== 'person') return err(problems.notYours)
  if (principal.account !== 'activated') return err(problems.activateFirst)
  const found = await ownRequest(engine, holderOf(principal), reference)
  const service = found && engine.catalogue.service(found.service, found.version)
  return service && holdsPower(principal, service) ? ok(found) : err(problems.notFound)
}

/**
 * Whose bill a person may pay: their own, or that of a request of whom they act for, with the power of its
 * service. Answers the payer.
 */
export async function actOnBill(
  engine: Engine,
  principal: Principal,
  bill: string,
): Promise<Result<HolderNumber, Problem>> {
  if (principal.kind !== 'person' || !principal.actingFor) return activated(principal)
  const payer = holderOf(principal)
  const found = await findBill(engine.db, payer, bill)
  const request =
    found?.about &&
    (await engine.db
      .selectFrom('request')
      .select('reference')
      .where('person_id', '=', payer)
      .where('id', '=', found.about.request)
      .executeTakeFirst())
  const allowed = request && (await actOnRequest(engine, principal, request.reference))
  if (!allowed) return err(problems.notFound)
  return allowed.ok ? ok(payer) : allowed
}

/** Notes that somebody goes to pay a bill in another's name, before the way to the provider is opened to them. */
export const notePayment = (
  engine: Pick<Engine, 'db' | 'clock'>,
  principal: Principal,
  { payer, bill }: { readonly payer: HolderNumber; readonly bill: string },
): Promise<Result<void, Problem>> =>
  actAs(engine, principal, async (tx) => {
    const found = await findBill(tx, payer, bill)
    if (!found) return err(problems.notFound)
    const act = { action: 'request.pay', about: found.number, tell: found.title, at: engine.clock.now() }
    await noteActing(tx, principal, act)
    return ok(undefined)
  })

/** Whose files and drafts somebody works on: their own, or those of whom they act for while the right holds. */
export function actingHolderOf(principal: Principal): Result<HolderNumber, Problem> {
  if (principal.kind !== 'person' || !principal.actingFor) return activated(principal)
  if (principal.account !== 'activated') return err(problems.activateFirst)
  return principal.actingFor.right.as === 'over' ? err(problems.notInYourPowers) : ok(holderOf(principal))
}

/** A person with an activated account who acts for themselves: consent, wallet and inbox know no delegate. */
export function activated(principal: Principal): Result<PersonNumber, Problem> {
  if (principal.kind === 'anonymous') return err(problems.signInFirst)
  if (principal.kind !== 'person') return err(problems.notYours)
  if (principal.actingFor) return err(problems.forYourselfOnly)
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

import { addDays, startOfDay } from '#kernel/day.ts'
import type { HolderNumber } from '#kernel/holder-number.ts'
import { findAppointment } from '#platform/appointments/appointment.ts'
import type { Value } from '#platform/catalogue/value.ts'
import { transact } from '#platform/database/transact.ts'
import { ask } from '#platform/integrations/call.ts'
import type { IntegrationAnswer } from '#platform/integrations/port.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Tasks } from '#platform/jobs/job.ts'
import { notify } from '#platform/notices/notify.ts'
import { lockBill } from '#platform/payments/lock.ts'
import type { Platform } from '#platform/platform.ts'
import { advance } from './advance.ts'
import { type Case, type Engine, openCase, saveCase, stepOf } from './case.ts'
import { contextOf } from './context.ts'
import { expire, reject } from './end.ts'
import { outsideAnswered } from './outside.ts'
import { words } from './words.ts'

interface StepKey {
  readonly person: HolderNumber
  readonly request: string
  readonly step: string
}

/** What the engine does by itself, after the transaction that asked for it. */
export const tasks: Tasks = {
  'requests.bill-settled': async (platform, payload, run) =>
    billSettled(platform, stepKey(payload), run.last),
  'requests.deadline': async (platform, payload) => deadline(platform, stepKey(payload)),
  'requests.ask-outside': async (platform, payload) => askOutside(platform, stepKey(payload)),
  'requests.integration-answered': async (platform, payload) => {
    // The integrations room hands on the answer as its port names it.
    const answer = payload.answer as IntegrationAnswer
    await outsideAnswered(platform, stepKey(payload), answer)
  },
  'requests.drop-draft': async (platform, payload) => dropDraft(platform, stepKey(payload)),
}

/** A bill of the request is paid: go on. When fulfilment fails to the last try, the money goes back. */
async function billSettled(engine: Engine, key: StepKey, last: boolean): Promise<void> {
  try {
    await withCase(engine, key, async (it) => {
      const { step, bills, status } = it.state()
      const bill = bills[key.step]
      if (status !== 'in-progress' || step !== key.step || !bill) return
      it.add({ type: 'paid', step: key.step, bill: bill.id })
      await advance(it)
    })
  } catch (error) {
    if (!last) throw error
    await withCase(engine, key, async (it) => {
      if (it.state().status === 'in-progress') await reject(it, words.technical)
    })
    throw error
  }
}

/** A step's time is over: a review is raised to a supervisor, what is paid or booked is waited for, the rest expires. */
async function deadline(engine: Engine, key: StepKey): Promise<void> {
  await withCase(engine, key, async (it) => {
    const state = it.state()
    if (state.status !== 'in-progress' || state.step !== key.step || !state.dueAt) return
    const due = new Date(state.dueAt)
    if (due > it.at) return again(it, key, due)
    const step = stepOf(it.service, key.step)
    if (step?.kind === 'review') return raise(it, key, step.unit)
    if (step?.kind === 'payment' && (await isPaid(it, key.step))) return
    const visit = step?.kind === 'appointment' ? await visitToCome(it) : undefined
    if (visit) return again(it, key, visit)
    await expire(it)
  })
}

/** The money came in time, and the job that goes on with it is still to run: no deadline touches that. */
async function isPaid(it: Case, step: string): Promise<boolean> {
  const bill = it.state().bills[step]
  return bill !== undefined && (await lockBill(it.tx, bill.payer, bill.id)).state === 'paid'
}

/** Until when a booked appointment is waited for: the end of the day after it, so that the desk can catch up. */
async function visitToCome(it: Case): Promise<Date | undefined> {
  const { appointment } = it.state()
  const booked = appointment && (await findAppointment(it.tx, it.applicant, appointment.id))
  if (booked?.state !== 'booked' && booked?.state !== 'missed') return undefined
  const until = startOfDay(addDays(booked.day, 2))
  return until > it.at ? until : undefined
}

async function raise(it: Case, key: StepKey, unit: string): Promise<void> {
  const next = new Date(it.at.getTime() + 86_400_000)
  const first = !it.state().overdue
  it.add({ type: 'overdue', step: key.step, dueAt: next.toISOString() })
  await it.tx
    .updateTable('office_case')
    // Whoever took it had their time: any colleague may go on.
    .set({ overdue: true, claimed_by: null })
    .where('unit', '=', unit)
    .where('request_id', '=', key.request)
    .where('step', '=', key.step)
    .execute()
  await again(it, key, next)
  if (first)
    await notify(it.tx, {
      to: it.row.person_id,
      key: `${it.row.id}:overdue:${key.step}`,
      title: words.overdueTitle,
      body: {
        ar: words.overdue.ar.replace('{reference}', it.row.reference),
        en: words.overdue.en.replace('{reference}', it.row.reference),
      },
      link: `/requests/${it.row.reference}`,
      sms: true,
      at: it.at,
    })
}

const again = (it: Case, key: StepKey, runAt: Date): Promise<void> =>
  enqueue(it.tx, {
    task: 'requests.deadline',
    payload: { ...key },
    key: `deadline:${key.request}:${key.step}`,
    runAt,
  })

/** Sends what an integration step asks; a system that cannot be reached is asked again by the job. */
async function askOutside(platform: Platform, key: StepKey): Promise<void> {
  const ready = await transact(platform.db, async (tx) => {
    const it = await openCase(platform, tx, { person: key.person, id: key.request }, { kind: 'system' })
    if (!it || it.state().step !== key.step) return undefined
    const step = stepOf(it.service, key.step)
    const context = await contextOf(it)
    if (step?.kind !== 'integration' || !context) return undefined
    return { step, data: await step.send(context), deadline: new Date(it.state().dueAt ?? it.at) }
  })
  if (!ready) return
  const { step, data, deadline } = ready
  await ask(platform, {
    ...key,
    provider: step.provider,
    operation: step.operation,
    data: plain(data),
    deadline,
  })
}

/** What a program outside reads: the bare value of each. */
const plain = (data: Readonly<Record<string, Value>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, bare(value)]))

function bare(value: Value): unknown {
  switch (value.kind) {
    case 'none':
      return null
    case 'text':
      return value.text
    case 'list':
      return value.texts
    default:
      return value.value
  }
}

async function dropDraft(engine: Engine, key: StepKey): Promise<void> {
  await withCase(engine, key, async (it) => {
    if (it.state().status === 'draft') it.add({ type: 'expired', step: null })
  })
}

async function withCase(engine: Engine, key: StepKey, work: (it: Case) => Promise<void>): Promise<void> {
  await transact(engine.db, async (tx) => {
    const it = await openCase(engine, tx, { person: key.person, id: key.request }, { kind: 'system' })
    if (!it) return
    await work(it)
    await saveCase(it)
  })
}

/** The payload is what this room enqueued. */
const stepKey = (payload: Readonly<Record<string, unknown>>): StepKey => ({
  person: String(payload.person) as HolderNumber,
  request: String(payload.request),
  step: String(payload.step ?? ''),
})

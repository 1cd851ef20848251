import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Tasks } from '#platform/jobs/job.ts'
import { notify } from '#platform/notices/notify.ts'
import { advance } from './advance.ts'
import { type Case, type Engine, openCase, saveCase, stepOf } from './case.ts'
import { expire, reject } from './end.ts'
import { words } from './words.ts'

interface StepKey {
  readonly person: PersonNumber
  readonly request: string
  readonly step: string
}

/** What the engine does by itself, after the transaction that asked for it. */
export const tasks: Tasks = {
  'requests.bill-settled': async (platform, payload, run) => billSettled(platform, stepKey(payload), run.last),
  'requests.deadline': async (platform, payload) => deadline(platform, stepKey(payload)),
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

/** A step's time is over: a review is raised to a supervisor, everything else expires. */
async function deadline(engine: Engine, key: StepKey): Promise<void> {
  await withCase(engine, key, async (it) => {
    const state = it.state()
    if (state.status !== 'in-progress' || state.step !== key.step || !state.dueAt) return
    const due = new Date(state.dueAt)
    if (due > it.at) return again(it, key, due)
    const step = stepOf(it.service, key.step)
    if (step?.kind === 'review') return raise(it, key, step.unit)
    await expire(it)
  })
}

async function raise(it: Case, key: StepKey, unit: string): Promise<void> {
  const next = new Date(it.at.getTime() + 86_400_000)
  const first = !it.state().overdue
  it.add({ type: 'overdue', step: key.step, dueAt: next.toISOString() })
  await it.tx
    .updateTable('office_case')
    .set({ overdue: true })
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
  person: String(payload.person) as PersonNumber,
  request: String(payload.request),
  step: String(payload.step ?? ''),
})

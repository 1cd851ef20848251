import { dayOf } from '#kernel/day.ts'
import { rollForward } from '#kernel/working-time.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { takeAhead } from '#platform/payments/ahead.ts'
import { raiseBill } from '#platform/payments/bill.ts'
import { type AnyStep, type Case, personOf } from './case.ts'
import { billLines, totalOf } from './charges.ts'
import { contextOf, lostSubject } from './context.ts'
import { reject } from './end.ts'
import { fulfil } from './fulfil.ts'
import { tellStep } from './tell.ts'

/** Moves a request to the next step that waits for somebody, or fulfils it. */
export async function advance(it: Case): Promise<void> {
  for (;;) {
    const state = it.state()
    if (state.status !== 'in-progress' || state.step) return
    const next = it.service.steps.find((step) => !state.done.includes(step.id))
    if (!next) return fulfil(it)
    await open(it, next)
  }
}

async function open(it: Case, step: AnyStep): Promise<void> {
  const dueAt = deadline(it.at, step)
  const opened = { type: 'opened', step: step.id, dueAt: dueAt.toISOString() } as const
  switch (step.kind) {
    case 'payment': {
      const context = await contextOf(it)
      if (!context) return reject(it, lostSubject)
      const lines = billLines(it.engine, context, step)
      if (!lines.length) return it.add({ type: 'skipped', step: step.id })
      // What an establishment owes stands under it, whoever answers for it.
      const payer = step.by === 'applicant' ? it.row.person_id : personOf(it, step.by)
      const about = { person: it.row.person_id, request: it.row.id, step: step.id }
      const whenSettled = { task: 'requests.bill-settled', payload: about }
      const ahead =
        step.ahead &&
        (await takeAhead(
          it.tx,
          {
            payer: it.applicant,
            service: it.service.slug,
            choice: String(it.row.answers[step.ahead.choice]),
            total: totalOf(lines),
          },
          { about, whenSettled, due: dueAt, at: it.at },
        ))
      if (ahead) {
        const { paid, ...bill } = ahead
        it.add({ ...opened, bill: { ...bill, payer } })
        if (paid) return it.add({ type: 'paid', step: step.id, bill: bill.id })
        break
      }
      const bill = await raiseBill(it.tx, {
        payer,
        title: it.service.title,
        lines,
        due: dueAt,
        at: it.at,
        whenSettled,
        about,
      })
      it.add({ ...opened, bill: { ...bill, payer } })
      break
    }
    case 'review':
    case 'appointment':
      await it.tx
        .insertInto('office_case')
        .values({
          unit: step.unit,
          applicant: it.row.person_id,
          request_id: it.row.id,
          reference: it.row.reference,
          service: it.row.service,
          version: it.row.version,
          step: step.id,
          state: 'open',
          label: JSON.stringify(it.row.subject_label),
          claimed_by: null,
          created_at: it.at,
          due_at: dueAt,
          closed_at: null,
        })
        .execute()
      it.add(opened)
      break
    case 'integration':
      await enqueue(it.tx, {
        task: 'requests.ask-outside',
        payload: { person: it.row.person_id, request: it.row.id, step: step.id },
        key: `ask-outside:${it.row.id}:${step.id}`,
      })
      it.add(opened)
      break
    case 'approval':
      it.add(opened)
  }
  await enqueue(it.tx, {
    task: 'requests.deadline',
    payload: { person: it.row.person_id, request: it.row.id, step: step.id },
    key: `deadline:${it.row.id}:${step.id}`,
    runAt: dueAt,
  })
  await tellStep(it, step)
}

/** The end of the last day that a step may wait; review deadlines fall on working days (register F-15). */
function deadline(at: Date, step: AnyStep): Date {
  const plain = new Date(at.getTime() + step.within.days * 86_400_000)
  if (step.kind !== 'review') return plain
  const lost = dayDifference(plain)
  return new Date(plain.getTime() + lost * 86_400_000)
}

function dayDifference(instant: Date): number {
  const day = dayOf(instant)
  return Math.round((Date.parse(rollForward(day)) - Date.parse(day)) / 86_400_000)
}

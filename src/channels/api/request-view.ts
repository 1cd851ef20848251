import { z } from 'zod'
import { appointmentsOf } from '#platform/appointments/appointment.ts'
import { deliveriesOf } from '#platform/deliveries/delivery.ts'
import { billsOf } from '#platform/payments/bill.ts'
import type { Platform } from '#platform/platform.ts'
import type { By, CaseEvent } from '#platform/requests/case-file.ts'
import type { Happening, RequestView } from '#platform/requests/read.ts'
import { appointment, presentAppointment } from './appointment-view.ts'
import { bill, presentBill } from './bill-view.ts'
import {
  type Action,
  act,
  action,
  fact,
  instant,
  presentFacts,
  presentVerdicts,
  text,
  verdict,
} from './value.ts'

export const status = z.enum(['draft', 'in-progress', 'fulfilled', 'rejected', 'cancelled', 'expired'])

const happening = z
  .object({
    type: z.string(),
    at: instant,
    by: z.string().meta({ description: '`applicant`, another role, `officer` or `system`.' }),
    step: z.string().optional(),
    title: text.optional().meta({ description: 'Of the step.' }),
    because: text.optional(),
  })
  .meta({ id: 'Happening' })

export const request = z
  .object({
    reference: z.string(),
    service: z.object({ slug: z.string(), version: z.int(), title: text }),
    subject: z.object({ kind: z.string(), id: z.string(), label: text }),
    status,
    waitsFor: z
      .object({
        step: z.string(),
        kind: z.string(),
        title: text,
        body: text.optional(),
        by: z.string(),
        dueAt: instant.optional(),
        overdue: z.boolean(),
      })
      .optional(),
    because: text.optional().meta({ description: 'Why it was rejected.' }),
    verdicts: z.array(verdict).optional(),
    answers: z.array(fact),
    timeline: z.array(happening),
    bills: z.array(bill),
    appointment: appointment.optional(),
    documents: z.array(z.object({ document: z.string(), href: z.string(), pdf: z.string() })),
    deliveries: z.array(z.object({ tracking: z.string(), what: text, state: z.string() })),
    created: instant,
    updated: instant,
    actions: z.array(action),
  })
  .meta({ id: 'Request' })

/** A request as its applicant's program reads it: where it stands, and what can be done now. */
export async function presentRequest(
  { db }: Pick<Platform, 'db'>,
  view: RequestView,
): Promise<z.output<typeof request>> {
  const { row, service, applicant } = view
  const { state } = row
  const [bills, appointments, deliveries] = await Promise.all([
    billsOf(db, row.person_id, { request: row.id }),
    state.appointment ? appointmentsOf(db, applicant, { request: row.id }) : [],
    service.delivery ? deliveriesOf(db, applicant) : [],
  ])
  const booked = appointments.find((one) => one.id === state.appointment?.id)
  const step = service.steps.find((one) => one.id === state.step)
  return {
    reference: row.reference,
    service: { slug: service.slug, version: service.version, title: service.title },
    subject: { kind: row.subject_kind, id: row.subject_id, label: row.subject_label },
    status: row.status,
    ...(step
      ? {
          waitsFor: {
            step: step.id,
            kind: step.kind,
            title: step.title,
            ...(step.body ? { body: step.body } : {}),
            by: waitsFor(step),
            ...(state.dueAt ? { dueAt: state.dueAt } : {}),
            overdue: state.overdue,
          },
        }
      : {}),
    ...(state.because ? { because: state.because } : {}),
    ...(state.verdicts ? { verdicts: presentVerdicts(state.verdicts) } : {}),
    answers: presentFacts(view.answers),
    timeline: view.timeline.map((one) => presentHappening(one, view)),
    bills: bills.map(presentBill),
    ...(booked ? { appointment: presentAppointment(booked) } : {}),
    documents: state.documents
      .filter(({ holder }) => holder === row.person_id)
      .map(({ id, document }) => ({
        document,
        href: `/api/v1/documents/${id}`,
        pdf: `/api/v1/documents/${id}/pdf`,
      })),
    deliveries: deliveries
      .filter((one) => one.request === row.id)
      .map(({ tracking, what, state: at }) => ({ tracking, what, state: at })),
    created: view.created.toISOString(),
    updated: view.updated.toISOString(),
    actions: actionsOf(
      view,
      bills.filter((one) => one.state === 'due').map((one) => one.id),
    ),
  }
}

const waitsFor = (step: RequestView['service']['steps'][number]): string => {
  switch (step.kind) {
    case 'approval':
    case 'payment':
      return step.by
    case 'appointment':
      return 'applicant'
    case 'review':
      return 'officer'
    case 'integration':
      return 'system'
  }
}

function actionsOf({ row, service }: RequestView, due: readonly string[]): Action[] {
  const at = `/requests/${row.reference}`
  const step = service.steps.find((one) => one.id === row.state.step)
  const cancel = act('cancel-request', 'POST', `${at}/cancel`)
  if (row.status === 'draft')
    return [
      act('save-answers', 'PATCH', `${at}/answers`),
      act('submit-request', 'POST', `${at}/submit`),
      cancel,
    ]
  if (row.status !== 'in-progress') return []
  return [
    ...(step?.kind === 'appointment'
      ? [act('list-slots', 'GET', `${at}/slots`), act('book-appointment', 'PUT', `${at}/appointment`)]
      : []),
    ...due.map((id) => act('pay-bill', 'POST', `/bills/${id}/pay`)),
    cancel,
  ]
}

function presentHappening(
  { event, by, at }: Happening,
  { service }: RequestView,
): z.output<typeof happening> {
  const step = 'step' in event && event.step ? service.steps.find((one) => one.id === event.step) : undefined
  const because = reasonOf(event)
  return {
    type: event.type,
    at: at.toISOString(),
    by: roleOf(by),
    ...(step ? { step: step.id, title: step.title } : {}),
    ...(because ? { because } : {}),
  }
}

/** Never who: another party's number is not the applicant's to read. */
const roleOf = (by: By): string => (by.kind === 'person' ? by.role : by.kind)

function reasonOf(event: CaseEvent) {
  if ('because' in event) return event.because
  return 'reason' in event && event.reason ? { ar: event.reason, en: event.reason } : undefined
}

import { z } from 'zod'
import { err, ok } from '#kernel/result.ts'
import { findBill } from '#platform/payments/bill.ts'
import type { Platform } from '#platform/platform.ts'
import { activated, answerApproval } from '#platform/requests/act.ts'
import { myParticipations, viewParticipation } from '#platform/requests/read.ts'
import { bill, presentBill } from './bill-view.ts'
import { count, referenceInPath } from './input.ts'
import { type Operation, operation } from './operation.ts'
import { status } from './request-view.ts'
import { tags } from './tags.ts'
import { act, action, base, fact, instant, presentFacts, text } from './value.ts'

const line = z
  .object({
    reference: z.string(),
    service: z.string(),
    title: text,
    role: z.string(),
    label: text,
    status,
    waitsFor: z.string().optional().meta({ description: 'The step that waits for you.' }),
    dueAt: instant.optional(),
    href: z.string(),
  })
  .meta({ id: 'ApprovalLine' })

const approval = line
  .extend({
    step: z
      .object({
        id: z.string(),
        kind: z.string(),
        title: text,
        accept: text.optional(),
        refuse: text.optional(),
      })
      .optional(),
    shows: z.array(fact).meta({ description: 'What you agree to.' }),
    bill: bill.optional(),
    actions: z.array(action),
  })
  .meta({ id: 'Approval' })

type Participation = Awaited<ReturnType<typeof myParticipations>>[number]

/** What others' requests ask of a person. */
export function approvalOperations(platform: Platform): Operation[] {
  return [
    operation({
      id: 'list-approvals',
      method: 'GET',
      path: '/approvals',
      tag: tags.approvals,
      title: { ar: 'الموافقات', en: 'List approvals' },
      summary: {
        ar: 'طلبات آخرين لك فيها دور، الأحدث أولًا.',
        en: 'Others’ requests in which you have a part, the newest first.',
      },
      access: 'activated',
      query: z.object({ limit: count(100, 20), waiting: z.enum(['true', 'false']).optional() }),
      answer: {
        status: 200,
        description: { ar: 'الموافقات', en: 'The approvals' },
        schema: z.object({ approvals: z.array(line) }),
      },
      run: async ({ principal, query }) => {
        const person = activated(principal)
        if (!person.ok) return person
        const rows = await myParticipations(platform, person.value, {
          limit: query.limit,
          waiting: query.waiting === 'true',
        })
        return ok({ body: { approvals: rows.map(presentLine) } })
      },
    }),
    operation({
      id: 'get-approval',
      method: 'GET',
      path: '/approvals/{reference}',
      tag: tags.approvals,
      title: { ar: 'تفاصيل موافقة', en: 'Read an approval' },
      summary: { ar: 'ما الذي توافق عليه.', en: 'What you agree to.' },
      access: 'activated',
      params: z.object({ reference: referenceInPath }),
      answer: { status: 200, description: { ar: 'الموافقة', en: 'The approval' }, schema: approval },
      run: async ({ principal, params }) => {
        const seen = await viewParticipation(platform, principal, params.reference)
        if (!seen.ok) return seen
        const { row, service, bill: ref } = seen.value
        const step = service.steps.find((one) => one.id === row.waits_for)
        const owed = ref && (await findBill(platform.db, row.person_id, ref.id))
        return ok({
          body: {
            ...presentLine(row),
            ...(step
              ? {
                  step: {
                    id: step.id,
                    kind: step.kind,
                    title: step.title,
                    ...(step.kind === 'approval' ? { accept: step.accept, refuse: step.refuse } : {}),
                  },
                }
              : {}),
            shows: presentFacts(row.shows),
            ...(owed ? { bill: presentBill(owed) } : {}),
            actions: [
              ...(step?.kind === 'approval'
                ? [act('answer-approval', 'POST', `/approvals/${row.reference}`)]
                : []),
              ...(owed?.state === 'due' ? [act('pay-bill', 'POST', `/bills/${owed.id}/pay`)] : []),
            ],
          },
        })
      },
    }),
    operation({
      id: 'answer-approval',
      method: 'POST',
      path: '/approvals/{reference}',
      tag: tags.approvals,
      title: { ar: 'الرد على طلب موافقة', en: 'Answer an approval' },
      summary: {
        ar: 'نعم أو لا. الجواب نفسه مرة أخرى لا يغيّر شيئًا.',
        en: 'Yes or no. The same answer again changes nothing.',
      },
      access: 'activated',
      params: z.object({ reference: referenceInPath }),
      body: z.strictObject({
        step: z.string().min(1).max(80),
        accept: z.boolean(),
        reason: z.string().max(500).optional(),
      }),
      answer: {
        status: 200,
        description: { ar: 'حال الطلب بعد الرد', en: 'Where the request stands after the answer' },
        schema: z.object({ status, step: z.string().optional() }),
      },
      run: async ({ principal, params, body: { step, accept, reason } }) => {
        const done = await answerApproval(platform, principal, {
          reference: params.reference,
          step,
          accept,
          ...(reason === undefined ? {} : { reason }),
        })
        if (!done.ok) return err(done.error)
        return ok({
          body: { status: done.value.status, ...(done.value.step ? { step: done.value.step } : {}) },
        })
      },
    }),
  ]

  function presentLine(row: Participation): z.output<typeof line> {
    const title = platform.catalogue.service(row.service, row.version)?.title
    return {
      reference: row.reference,
      service: row.service,
      title: title ?? { ar: row.service, en: row.service },
      role: row.role,
      label: row.label,
      status: row.status,
      ...(row.waits_for ? { waitsFor: row.waits_for } : {}),
      ...(row.due_at ? { dueAt: row.due_at.toISOString() } : {}),
      href: `${base}/approvals/${row.reference}`,
    }
  }
}

import { z } from 'zod'
import { err, ok, type Result } from '#kernel/result.ts'
import { servicesSeen } from '#platform/authority/authorise.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { actingHolderOf, cancelRequest } from '#platform/requests/act.ts'
import { submitConfirmed } from '#platform/requests/confirm-sending.ts'
import { ownRequest, saveAnswers, startDraft } from '#platform/requests/draft.ts'
import { myRequests, viewRequest } from '#platform/requests/read.ts'
import { count, referenceInPath } from './input.ts'
import { type Answer, type ApiProblem, type Operation, operation } from './operation.ts'
import { refusals } from './problem-json.ts'
import { presentRequest, request, status } from './request-view.ts'
import { unknownFields } from './service-operations.ts'
import { tags } from './tags.ts'
import { base, instant, text } from './value.ts'

const line = z
  .object({
    reference: z.string(),
    title: text,
    label: text,
    status,
    waitsFor: z.string().optional().meta({ description: 'The kind of step that it waits for.' }),
    dueAt: instant.optional(),
    updated: instant,
    href: z.string(),
  })
  .meta({ id: 'RequestLine' })

const params = z.object({ reference: referenceInPath })
const asItStands = {
  status: 200,
  description: { ar: 'الطلب كما هو الآن', en: 'The request as it stands' },
  schema: request,
} as const

/** What a person does with requests, whatever the service. */
export function requestOperations(platform: Platform): Operation[] {
  const show = async (
    principal: Principal,
    reference: string,
  ): Promise<Result<Answer<z.output<typeof request>>, ApiProblem>> => {
    const view = await viewRequest(platform, principal, reference)
    return view.ok ? ok({ body: await presentRequest(platform, view.value) }) : view
  }
  return [
    operation({
      id: 'list-requests',
      method: 'GET',
      path: '/requests',
      tag: tags.requests,
      title: { ar: 'طلباتي', en: 'List my requests' },
      summary: { ar: 'الأحدث أولًا.', en: 'The newest first.' },
      access: 'activated',
      query: z.object({
        limit: count(100, 20),
        before: z.iso
          .datetime({ offset: true })
          .optional()
          .meta({ description: '`updated` of the last line of the page before.' }),
        open: z.enum(['true', 'false']).optional(),
      }),
      answer: {
        status: 200,
        description: { ar: 'الطلبات', en: 'The requests' },
        schema: z.object({ requests: z.array(line) }),
      },
      run: async ({ principal, query }) => {
        const holder = actingHolderOf(principal)
        if (!holder.ok) return holder
        const lines = await myRequests(platform, holder.value, {
          ...(principal.kind === 'person' ? servicesSeen(platform, principal) : {}),
          limit: query.limit,
          ...(query.before ? { before: new Date(query.before) } : {}),
          open: query.open === 'true',
        })
        return ok({
          body: {
            requests: lines.map((one) => ({
              reference: one.reference,
              title: one.title,
              label: one.label,
              status: one.status,
              ...(one.waitsFor ? { waitsFor: one.waitsFor } : {}),
              ...(one.dueAt ? { dueAt: one.dueAt.toISOString() } : {}),
              updated: one.updated.toISOString(),
              href: `${base}/requests/${one.reference}`,
            })),
          },
        })
      },
    }),
    operation({
      id: 'start-draft',
      method: 'POST',
      path: '/requests',
      tag: tags.requests,
      title: { ar: 'مسودة طلب', en: 'Start a draft' },
      summary: {
        ar: 'يبدأ طلبًا فارغًا، تُحفظ إجاباته على مراحل ثم يُرسل.',
        en: 'Starts an empty request, to be answered bit by bit and then submitted.',
      },
      access: 'activated',
      keyed: true,
      body: z.strictObject({ service: z.string().max(80), subject: z.string().min(1).max(200) }),
      answer: {
        ...asItStands,
        status: 201,
        links: {
          answers: { operationId: 'save-answers', parameters: { reference: '$response.body#/reference' } },
        },
      },
      run: async ({ principal, body, key, fingerprint }) => {
        const draft = await startDraft(platform, principal, { ...body, key, body: fingerprint })
        if (!draft.ok) return draft
        const { reference } = draft.value
        const shown = await show(principal, reference)
        return shown.ok ? ok({ ...shown.value, location: `${base}/requests/${reference}` }) : shown
      },
    }),
    operation({
      id: 'get-request',
      method: 'GET',
      path: '/requests/{reference}',
      tag: tags.requests,
      title: { ar: 'متابعة طلب', en: 'Follow a request' },
      summary: {
        ar: 'أين وصل، وما الذي ينتظره، وما يمكن فعله الآن.',
        en: 'Where it stands, what it waits for, and what can be done now.',
      },
      access: 'activated',
      params,
      answer: asItStands,
      run: ({ principal, params: { reference } }) => show(principal, reference),
    }),
    operation({
      id: 'save-answers',
      method: 'PATCH',
      path: '/requests/{reference}/answers',
      tag: tags.requests,
      title: { ar: 'حفظ إجابات', en: 'Save answers' },
      summary: {
        ar: 'يحفظ ما أُرسل من إجابات المسودة ويترك الباقي. الأسئلة في `form` من get-service.',
        en: 'Keeps the answers that are sent, and leaves the others of the draft. The questions are `form` of get-service.',
      },
      access: 'activated',
      params,
      body: z.record(z.string().max(64), z.unknown()),
      answer: asItStands,
      run: async ({ principal, params: { reference }, body }) => {
        const holder = actingHolderOf(principal)
        if (!holder.ok) return holder
        const row = await ownRequest(platform, holder.value, reference)
        const service = row && platform.catalogue.service(row.service, row.version)
        if (!service) return err(refusals.notFound)
        const unknown = unknownFields(service, body)
        if (Object.keys(unknown).length) return err(problems.answersWrong(unknown))
        const saved = await saveAnswers(platform, principal, {
          reference,
          fields: Object.keys(body),
          raw: body,
        })
        return saved.ok ? show(principal, reference) : saved
      },
    }),
    operation({
      id: 'submit-request',
      method: 'POST',
      path: '/requests/{reference}/submit',
      tag: tags.requests,
      title: { ar: 'إرسال الطلب', en: 'Submit a request' },
      summary: {
        ar: 'يُفحص كل شيء من جديد ثم يُرسل. الإرسال مرتين إرسال واحد.',
        en: 'Everything is checked again, and it is sent. Sending twice is sending once.',
      },
      access: 'activated',
      params,
      answer: asItStands,
      run: async ({ principal, params: { reference } }) => {
        const sent = await submitConfirmed(platform, principal, reference)
        return sent.ok ? show(principal, reference) : sent
      },
    }),
    operation({
      id: 'cancel-request',
      method: 'POST',
      path: '/requests/{reference}/cancel',
      tag: tags.requests,
      title: { ar: 'إلغاء الطلب', en: 'Cancel a request' },
      summary: {
        ar: 'حتى يُنفَّذ؛ وما دُفع يعود.',
        en: 'Until it is fulfilled; what was paid goes back.',
      },
      access: 'activated',
      params,
      answer: asItStands,
      run: async ({ principal, params: { reference } }) => {
        const done = await cancelRequest(platform, principal, reference)
        return done.ok ? show(principal, reference) : done
      },
    }),
  ]
}

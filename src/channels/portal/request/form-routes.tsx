import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { postedOf } from '#channels/face/posted.ts'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import { dayOf } from '#kernel/day.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import { findSubject } from '#platform/catalogue/subject.ts'
import { storeUpload } from '#platform/files/file.ts'
import type { FormPage } from '#platform/forms/field.ts'
import { decodePosted } from '#platform/forms/parse.ts'
import { answerable } from '#platform/people/holder.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { actOnRequest } from '#platform/requests/act.ts'
import { paidAheadOf } from '#platform/requests/ahead.ts'
import type { CaseRow } from '#platform/requests/case.ts'
import { previewLines } from '#platform/requests/charges.ts'
import { isSendingConfirmed, submitConfirmed } from '#platform/requests/confirm-sending.ts'
import { firstUnanswered, loadOptions, saveAnswers } from '#platform/requests/draft.ts'
import { answerFacts } from '#platform/requests/read.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { CheckPage, QuestionPage } from './form-page.tsx'

interface Draft {
  readonly row: CaseRow
  readonly service: ServiceDefinition
}

type PageParams = { reference: string; page: string }

/** The form of a draft, page by page, the check of it, and the sending. */
export async function formRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get<{ Params: { reference: string } }>('/requests/:reference/form', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const draft = await draftOf(platform, visit, request.params.reference)
    if (!draft.ok) return elsewhere(reply, platform, visit, draft.error, request.params.reference)
    return reply.redirect(nextPage(draft.value), 303)
  })

  app.get<{ Params: PageParams }>('/requests/:reference/form/:page', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const draft = await draftOf(platform, visit, request.params.reference)
    if (!draft.ok) return elsewhere(reply, platform, visit, draft.error, request.params.reference)
    return showQuestions(platform, request, reply, visit, draft.value, {
      values: draft.value.row.answers,
      errors: {},
    })
  })

  app.post<{ Params: PageParams }>(
    '/requests/:reference/form/:page',
    { preHandler: verifyCsrf },
    async (request, reply) => {
      const visit = await visitOf(platform, request)
      const draft = await draftOf(platform, visit, request.params.reference)
      if (!draft.ok) return elsewhere(reply, platform, visit, draft.error, request.params.reference)
      const { service, row } = draft.value
      const page = service.form.pages.find((one) => one.slug === request.params.page)
      if (!page) return sendProblem(reply, platform, visit, problems.notFound)
      const posted = await postedOf(request)
      const values: Record<string, unknown> = decodePosted(posted.fields, service.form)
      const uploads = await keepUploads(platform, draft.value, page.fields, posted.files, values)
      if (Object.keys(uploads).length)
        return showQuestions(platform, request, reply, visit, draft.value, { values, errors: uploads })
      const saved = await saveAnswers(platform, visit.principal, {
        reference: row.reference,
        fields: page.fields,
        raw: values,
      })
      if (!saved.ok) {
        if (!saved.error.fields) return elsewhere(reply, platform, visit, saved.error, row.reference)
        return showQuestions(platform, request, reply, visit, draft.value, {
          values,
          errors: saved.error.fields,
        })
      }
      if (posted.fields._then === 'leave') return reply.redirect('/requests?saved', 303)
      return reply.redirect(
        `/requests/${row.reference}/${afterPage(service, page, saved.value.answers)}`,
        303,
      )
    },
  )

  app.get<{ Params: { reference: string } }>('/requests/:reference/check', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const draft = await draftOf(platform, visit, request.params.reference)
    if (!draft.ok) return elsewhere(reply, platform, visit, draft.error, request.params.reference)
    if (firstUnanswered(draft.value.service, draft.value.row.answers))
      return reply.redirect(nextPage(draft.value), 303)
    return showCheck(platform, reply, visit, draft.value, {})
  })

  app.post<{ Params: { reference: string } }>(
    '/requests/:reference/submit',
    { preHandler: verifyCsrf },
    async (request, reply) => {
      const visit = await visitOf(platform, request)
      const { reference } = request.params
      const sent = await submitConfirmed(platform, visit.principal, reference)
      if (sent.ok) return reply.redirect(`/requests/${reference}`, 303)
      const draft = await draftOf(platform, visit, reference)
      if (draft.ok && sent.error.fields)
        return showCheck(platform, reply, visit, draft.value, sent.error.fields)
      return sendProblem(reply, platform, visit, sent.error)
    },
  )
}

/** On to the next page that has nothing kept yet, so that optional ones are seen once; then to what is missing. */
function afterPage(
  service: ServiceDefinition,
  page: FormPage,
  answers: Readonly<Record<string, unknown>>,
): string {
  const rest = service.form.pages.slice(service.form.pages.indexOf(page) + 1)
  const fresh = rest.find((one) => !one.fields.some((name) => name in answers))
  const missing = fresh?.slug ?? firstUnanswered(service, answers)
  return missing ? `form/${missing}` : 'check'
}

async function draftOf(platform: Platform, visit: Visit, reference: string): Promise<Result<Draft, Problem>> {
  const found = await actOnRequest(platform, visit.principal, reference)
  if (!found.ok) return found
  const row = found.value
  const service = platform.catalogue.service(row.service, row.version)
  if (!service) throw new Error(`${row.service}@${row.version} is not in the catalogue`)
  return row.status === 'draft' ? ok({ row, service }) : err(sentAlready)
}

const sentAlready = problems.tooLate('already-sent', 'أُرسل هذا الطلب من قبل', 'This request was sent already')

/** A draft that was sent meanwhile is shown as it stands; anything else is said. */
function elsewhere(
  reply: FastifyReply,
  platform: Platform,
  visit: Visit,
  problem: Problem,
  reference: string,
) {
  if (problem.code === sentAlready.code) return reply.redirect(`/requests/${reference}`, 303)
  return sendProblem(reply, platform, visit, problem)
}

const nextPage = ({ row, service }: Draft): string => {
  const page = firstUnanswered(service, row.answers)
  return `/requests/${row.reference}/${page ? `form/${page}` : 'check'}`
}

async function optionsOf(platform: Platform, { row, service }: Draft, only?: readonly string[]) {
  const subject = await findSubject(service.subject, platform, row.person_id, row.subject_id)
  if (!subject) return {}
  const applicant = await answerable(platform.db, row.person_id)
  return loadOptions(platform, service, { applicant }, subject, only)
}

async function showQuestions(
  platform: Platform,
  request: FastifyRequest<{ Params: PageParams }>,
  reply: FastifyReply,
  visit: Visit,
  draft: Draft,
  said: {
    readonly values: Readonly<Record<string, unknown>>
    readonly errors: Readonly<Record<string, Text>>
  },
) {
  const page = draft.service.form.pages.find((one) => one.slug === request.params.page)
  if (!page) return sendProblem(reply, platform, visit, problems.notFound)
  return sendPage(reply, platform, visit, {
    status: Object.keys(said.errors).length ? 422 : 200,
    title: page.title[visit.locale],
    nav: portalNav(visit),
    children: (
      <QuestionPage
        visit={visit}
        service={draft.service}
        row={draft.row}
        page={page}
        options={await optionsOf(platform, draft, page.fields)}
        {...said}
      />
    ),
  })
}

async function showCheck(
  platform: Platform,
  reply: FastifyReply,
  visit: Visit,
  draft: Draft,
  errors: Readonly<Record<string, Text>>,
) {
  const { row, service } = draft
  const subject = await findSubject(service.subject, platform, row.person_id, row.subject_id)
  if (!subject) return sendProblem(reply, platform, visit, problems.notYours)
  const applicant = await answerable(platform.db, row.person_id)
  const lines = previewLines(platform, service, {
    db: platform.db,
    clock: platform.clock,
    today: dayOf(platform.clock.now()),
    applicant,
    actor: visit.principal.kind === 'person' ? visit.principal.person : applicant,
    subject,
    answers: row.answers,
  })
  return sendPage(reply, platform, visit, {
    status: Object.keys(errors).length ? 422 : 200,
    title: service.title[visit.locale],
    path: `/requests/${row.reference}/check`,
    nav: portalNav(visit),
    children: (
      <CheckPage
        visit={visit}
        service={service}
        row={row}
        answers={await answerFacts(platform, service, row)}
        lines={lines.map((line) => ({ ...line, title: line.title[visit.locale] }))}
        ahead={await paidAheadOf(platform, service, { applicant, answers: row.answers, lines })}
        confirmed={await isSendingConfirmed(platform, visit.principal, row)}
        errors={errors}
      />
    ),
  })
}

/** Stores the files of a page; what was kept before stays when none is chosen. Answers what is wrong by field. */
async function keepUploads(
  platform: Platform,
  { row, service }: Draft,
  names: readonly string[],
  files: Readonly<Record<string, { readonly name: string; readonly bytes: Uint8Array }>>,
  values: Record<string, unknown>,
): Promise<Readonly<Record<string, Text>>> {
  const errors: Record<string, Text> = {}
  for (const name of names) {
    if (service.form.fields[name]?.kind !== 'file') continue
    const file = files[name]
    if (!file) {
      values[name] = row.answers[name]
      continue
    }
    const stored = await storeUpload(platform, { owner: row.person_id, ...file })
    if (stored.ok) values[name] = { file: stored.value.id }
    else errors[name] = stored.error
  }
  return errors
}

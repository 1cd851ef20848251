import { z } from 'zod'
import { dayOf } from '#kernel/day.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { authorisedSubject, mayUse } from '#platform/authority/authorise.ts'
import { holderOf, type PersonPrincipal, type Principal } from '#platform/authority/principal.ts'
import type { ServiceDefinition } from '#platform/catalogue/definition.ts'
import { parseForm } from '#platform/forms/parse.ts'
import { answerable } from '#platform/people/holder.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { submitConfirmed } from '#platform/requests/confirm-sending.ts'
import { loadOptions, saveAnswers, startDraft } from '#platform/requests/draft.ts'
import { openService } from '#platform/requests/open.ts'
import { viewRequest } from '#platform/requests/read.ts'
import { describedForm } from './form-schema.ts'
import { type ApiProblem, type Operation, operation } from './operation.ts'
import { presentRequest, request } from './request-view.ts'
import { tags } from './tags.ts'
import { act, action, base, presentVerdicts, text, verdict } from './value.ts'

const opening = z
  .object({
    mayUse: z.boolean(),
    whyNot: z.object({ code: z.string(), title: text, detail: text.optional() }).optional(),
    subjects: z
      .array(z.object({ id: z.string(), label: text, detail: text.optional() }))
      .meta({ description: 'What you can use it for. With more than one, ask again with `subject`.' }),
    subject: z.string().optional(),
    verdicts: z.array(verdict).meta({ description: 'The conditions for that subject.' }),
    options: z
      .record(z.string(), z.array(z.object({ value: z.string(), label: text, detail: text.optional() })))
      .meta({ description: 'What can be chosen, by field of the form.' }),
    open: z
      .object({ reference: z.string(), status: z.string() })
      .optional()
      .meta({ description: 'Your open request about that subject.' }),
    actions: z.array(action),
  })
  .meta({ id: 'Opening' })

const started = z.strictObject({
  subject: z.string().min(1).max(200),
  answers: z.record(z.string().max(64), z.unknown()),
  submit: z.boolean().default(true),
})

/** Two operations for each service of the catalogue: opening it, and sending a request. */
export function serviceOperations(platform: Platform): Operation[] {
  return platform.catalogue.definitions.flatMap((it) =>
    it.kind === 'service' ? [openOperation(platform, it), requestOperation(platform, it)] : [],
  )
}

const openOperation = (platform: Platform, service: ServiceDefinition): Operation =>
  operation({
    id: `open-${service.slug}`,
    method: 'GET',
    path: `/services/${service.slug}/opening`,
    tag: tags.services,
    title: { ar: `هل أستطيع: ${service.title.ar}`, en: `Do I qualify: ${service.title.en}` },
    summary: {
      ar: 'ما الذي تستطيع استعمالها له، وهل تحققت الشروط، والخيارات المتاحة. لا يكتب شيئًا.',
      en: 'What you can use it for, whether the conditions are met, and what can be chosen. Writes nothing.',
    },
    access: 'activated',
    query: z.object({ subject: z.string().min(1).max(200).optional() }),
    answer: { status: 200, description: { ar: 'الأهلية', en: 'Whether you qualify' }, schema: opening },
    run: async ({ principal, query }) => {
      const opened = await openService(platform, principal, service, query.subject)
      if (!opened.ok) return opened
      const { problem, subjects, subject, verdicts, open } = opened.value
      const options =
        subject && principal.kind === 'person'
          ? await loadOptions(platform, service, await whose(platform, principal), subject)
          : {}
      return ok({
        body: {
          mayUse: !problem,
          ...(problem
            ? {
                whyNot: {
                  code: problem.code,
                  title: problem.title,
                  ...(problem.detail ? { detail: problem.detail } : {}),
                },
              }
            : {}),
          subjects: subjects.map(({ id, label, detail }) => ({ id, label, ...(detail ? { detail } : {}) })),
          ...(subject ? { subject: subject.id } : {}),
          verdicts: presentVerdicts(verdicts),
          options: Object.fromEntries(Object.entries(options).map(([name, all]) => [name, [...all]])),
          ...(open ? { open } : {}),
          actions: problem ? [] : [act(service.slug, 'POST', `/services/${service.slug}/requests`)],
        },
      })
    },
  })

const requestOperation = (platform: Platform, service: ServiceDefinition): Operation =>
  operation({
    id: service.slug,
    method: 'POST',
    path: `/services/${service.slug}/requests`,
    tag: tags.services,
    title: service.title,
    summary: {
      ar: `${service.summary.ar} يُرسل الطلب كاملًا في نداء واحد، أو يُحفظ مسودة عند \`submit: false\`.`,
      en: `${service.summary.en} Sends the whole request in one call, or keeps it as a draft with \`submit: false\`.`,
    },
    access: 'activated',
    keyed: true,
    body: started,
    bodySchema: {
      type: 'object',
      additionalProperties: false,
      required: ['subject', 'answers'],
      properties: {
        subject: {
          type: 'string',
          minLength: 1,
          maxLength: 200,
          description: `The id of a subject that \`open-${service.slug}\` lists.`,
        },
        answers: describedForm(service.form),
        submit: { type: 'boolean', default: true },
      },
    },
    answer: {
      status: 201,
      description: { ar: 'الطلب كما هو الآن', en: 'The request as it stands' },
      schema: request,
      links: {
        request: { operationId: 'get-request', parameters: { reference: '$response.body#/reference' } },
      },
    },
    run: async ({ principal, body, key, fingerprint }) => {
      const right = await answersRight(platform, principal, service, body)
      if (!right.ok) return right
      const draft = await startDraft(platform, principal, {
        service: service.slug,
        subject: body.subject,
        key,
        body: fingerprint,
      })
      if (!draft.ok) return draft
      const { reference, status } = draft.value
      const href = `${base}/requests/${reference}`
      if (status === 'draft') {
        const sent = await send(platform, principal, service, reference, body)
        if (!sent.ok) return err({ ...sent.error, request: { reference, href } })
      }
      const view = await viewRequest(platform, principal, reference)
      if (!view.ok) return view
      return ok({ body: await presentRequest(platform, view.value), location: href })
    },
  })

async function send(
  platform: Platform,
  principal: Principal,
  service: ServiceDefinition,
  reference: string,
  { answers, submit: whole }: z.output<typeof started>,
): Promise<Result<unknown, ApiProblem>> {
  const fields = Object.keys(service.form.fields)
  const saved = await saveAnswers(platform, principal, {
    reference,
    fields: whole ? fields : fields.filter((name) => Object.hasOwn(answers, name)),
    raw: answers,
  })
  return saved.ok && whole ? submitConfirmed(platform, principal, reference) : saved
}

/** Looks at the answers before anything is written; files are looked at when they are kept. */
async function answersRight(
  platform: Platform,
  principal: Principal,
  service: ServiceDefinition,
  { subject: id, answers, submit: whole }: z.output<typeof started>,
): Promise<Result<void, ApiProblem>> {
  const holder = mayUse(principal, service)
  if (!holder.ok) return holder
  const subject = await authorisedSubject(platform, service, holder.value, id)
  if (!subject.ok) return subject
  const unknown = unknownFields(service, answers)
  const only = Object.entries(service.form.fields)
    .filter(([name, field]) => field.kind !== 'file' && (whole || Object.hasOwn(answers, name)))
    .map(([name]) => name)
  const parsed = parseForm(service.form, answers, {
    today: dayOf(platform.clock.now()),
    options: await loadOptions(
      platform,
      service,
      { applicant: await answerable(platform.db, holder.value) },
      subject.value,
      only,
    ),
    only,
  })
  const wrong = { ...(parsed.ok ? {} : parsed.error), ...unknown }
  return Object.keys(wrong).length ? err(problems.answersWrong(wrong)) : ok(undefined)
}

const whose = async ({ db }: Platform, principal: PersonPrincipal) => ({
  applicant: await answerable(db, holderOf(principal)),
})

/** Names that the form does not have. */
export const unknownFields = (service: ServiceDefinition, answers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.keys(answers)
      .filter((name) => !Object.hasOwn(service.form.fields, name))
      .map((name) => [name, noSuchField]),
  )

const noSuchField = {
  ar: 'لا يوجد حقل بهذا الاسم. راجع وصف الخدمة.',
  en: 'There is no field of this name. Check the description of the service.',
}

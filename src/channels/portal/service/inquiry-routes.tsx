import type { FastifyInstance, FastifyReply } from 'fastify'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import { checkVisualCode, newVisualCode } from '#channels/face/visual-code-routes.ts'
import type { Text } from '#kernel/text.ts'
import type { InquiryDefinition } from '#platform/catalogue/definition.ts'
import { decodePosted } from '#platform/forms/parse.ts'
import { ask, inquiryOptions, type Question } from '#platform/inquiries/ask.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { postedText } from '../account/body.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { InquiryPage } from './inquiry-page.tsx'

type Posted = Record<string, string | readonly string[]>

/** Answers of inquiries: asked by form, or at once when there is nothing to ask first. */
export async function inquiryRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.post<{ Params: { slug: string }; Body: Posted }>(
    '/services/:slug/ask',
    { preHandler: verifyCsrf },
    async (request, reply) => {
      const visit = await visitOf(platform, request)
      const inquiry = platform.catalogue.inquiry(request.params.slug)
      if (!inquiry) return sendProblem(reply, platform, visit, problems.notFound)
      const raw = decodePosted(request.body ?? {}, inquiry.form)
      const subject = postedText(request, '_subject') || undefined
      if (needsCode(inquiry, visit)) {
        const code = await checkVisualCode(platform, request)
        if (!code.ok)
          return showForm(reply, platform, visit, inquiry, {
            raw,
            errors: code.error.fields ?? {},
            status: code.error.status,
          })
      }
      return sendInquiry(reply, platform, visit, inquiry, { raw, subject }, true)
    },
  )
}

/** The visual code stands for the person who asks: one who is signed in has shown it already. */
const needsCode = (inquiry: InquiryDefinition, visit: Visit): boolean =>
  inquiry.guard === 'visual-code' && visit.principal.kind === 'anonymous'

/** Signed in, some public inquiries answer about oneself at once; the form stays below for another. */
const asksOfOneself = (inquiry: InquiryDefinition, { principal }: Visit): boolean =>
  inquiry.own !== undefined && principal.kind === 'person' && principal.account === 'activated'

const isOver = ({ principal }: Visit): boolean =>
  principal.kind === 'person' && principal.actingFor?.right.as === 'over'

const hasQuestions = (inquiry: InquiryDefinition): boolean => Object.keys(inquiry.form.fields).length > 0

/** An inquiry's page: its form until it is asked, then the answer. */
export async function sendInquiry(
  reply: FastifyReply,
  platform: Platform,
  visit: Visit,
  inquiry: InquiryDefinition,
  question: { readonly raw: Readonly<Record<string, unknown>>; readonly subject: string | undefined },
  asked = false,
): Promise<FastifyReply> {
  const own = !asked && asksOfOneself(inquiry, visit)
  // It was asked for somebody, and the right to do so ended meanwhile.
  if (own && isOver(visit)) return sendProblem(reply, platform, visit, problems.notInYourPowers)
  if (!asked && !own && (hasQuestions(inquiry) || needsCode(inquiry, visit)) && !inquiry.subject)
    return showForm(reply, platform, visit, inquiry, { raw: {}, errors: {} })
  const it: Question = { raw: question.raw, ...(question.subject ? { subject: question.subject } : {}) }
  const answer = await ask(platform, visit.principal, inquiry, it)
  if (!answer.ok) {
    if (answer.error.fields && asked)
      return showForm(reply, platform, visit, inquiry, {
        raw: question.raw,
        errors: answer.error.fields,
        status: 422,
      })
    return sendProblem(reply, platform, visit, answer.error)
  }
  const form = own ? { raw: {}, errors: {}, options: await inquiryOptions(platform, inquiry) } : undefined
  return show(reply, platform, visit, inquiry, { answer: answer.value, ...(form ? { form } : {}) })
}

async function showForm(
  reply: FastifyReply,
  platform: Platform,
  visit: Visit,
  inquiry: InquiryDefinition,
  form: {
    readonly raw: Readonly<Record<string, unknown>>
    readonly errors: Readonly<Record<string, Text>>
    readonly status?: number
  },
): Promise<FastifyReply> {
  const code = needsCode(inquiry, visit) ? await newVisualCode(platform) : undefined
  const options = await inquiryOptions(platform, inquiry)
  return show(
    reply,
    platform,
    visit,
    inquiry,
    { form: { ...form, options, ...(code ? { code } : {}) } },
    form.status,
  )
}

function show(
  reply: FastifyReply,
  platform: Platform,
  visit: Visit,
  inquiry: InquiryDefinition,
  what: Pick<Parameters<typeof InquiryPage>[0], 'form' | 'answer'>,
  status = 200,
): FastifyReply {
  return sendPage(reply, platform, visit, {
    status,
    title: inquiry.title[visit.locale],
    description: inquiry.summary[visit.locale],
    path: `/services/${inquiry.slug}`,
    nav: portalNav(visit),
    children: <InquiryPage visit={visit} catalogue={platform.catalogue} inquiry={inquiry} {...what} />,
  })
}

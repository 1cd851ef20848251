import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { clearCookie, readCookie, verifyCsrf, writeCookie } from '#channels/face/session.ts'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import { atCode, newVisualCode, visualAnswerOf } from '#channels/face/visual-code-routes.ts'
import { dayOf } from '#kernel/day.ts'
import {
  beginReset,
  finishReset,
  resetState,
  sendResetCode,
  verifyResetCode,
} from '#platform/accounts/reset-password.ts'
import { resetTexts } from '#platform/accounts/reset-texts.ts'
import { decodePosted, parseForm } from '#platform/forms/parse.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { postedOf, postedText } from '../body.ts'
import { factOf, ResetCodePage, ResetNewPage, ResetPage, resetForm } from './reset-pages.tsx'
import { tell } from './words.ts'

const home = '/reset-password'

/** Getting back in without the password (register reset-password). */
export function resetRoutes(app: FastifyInstance, platform: Platform): void {
  const { config } = platform
  const guarded = { preHandler: verifyCsrf }
  const handle = (request: FastifyRequest) => readCookie(request, config, 'reset') ?? ''

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    page: (visit: Visit) => VNode,
    problem?: Problem,
  ) {
    const visit = await visitOf(platform, request)
    if (problem?.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
    return sendPage(reply, platform, visit, {
      title: tell('reset', visit.locale),
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: page(visit),
    })
  }
  /** The reset itself is gone or out of order: a page of its own says so. */
  const isLost = (problem: Problem) => problem.status === 409
  const refuse = async (request: FastifyRequest, reply: FastifyReply, problem: Problem) =>
    sendProblem(reply, platform, await visitOf(platform, request), problem)

  async function showDetails(
    request: FastifyRequest,
    reply: FastifyReply,
    values: Readonly<Record<string, unknown>>,
    problem?: Problem,
  ) {
    const code = await newVisualCode(platform)
    return show(
      request,
      reply,
      (visit) => <ResetPage visit={visit} values={values} code={code} problem={problem} />,
      problem,
    )
  }

  app.get(home, (request, reply) => showDetails(request, reply, {}))

  app.post(home, guarded, async (request, reply) => {
    const values = decodePosted(postedOf(request), resetForm)
    const details = parseForm(resetForm, values, { today: dayOf(platform.clock.now()), options: {} })
    const fact = details.ok ? factOf(details.value) : undefined
    if (!details.ok) return showDetails(request, reply, values, problems.answersWrong(details.error))
    if (!fact) {
      const problem = problems.answersWrong({ passport: resetTexts.oneFact })
      return showDetails(request, reply, values, problem)
    }
    const { locale } = await visitOf(platform, request)
    const { person, mobile } = details.value
    const visual = visualAnswerOf(request)
    const begun = await beginReset(platform, { person, mobile, fact, visual, language: locale })
    if (!begun.ok) return showDetails(request, reply, values, atCode(begun.error))
    writeCookie(reply, config, 'reset', begun.value.reset)
    return reply.redirect(`${home}/code`, 303)
  })

  async function showCode(request: FastifyRequest, reply: FastifyReply, problem?: Problem) {
    const state = await resetState(platform, handle(request))
    if (!state) return reply.redirect(home, 303)
    if (state.verified) return reply.redirect(`${home}/new`, 303)
    // Fastify leaves the query untyped without a schema.
    const again = (request.query as Readonly<Record<string, unknown>>).sent === 'again'
    return show(
      request,
      reply,
      (visit) => <ResetCodePage visit={visit} mobile={state.mobile} again={again} problem={problem} />,
      problem,
    )
  }

  app.get(`${home}/code`, (request, reply) => showCode(request, reply))

  app.post(`${home}/code`, guarded, async (request, reply) => {
    const code = postedText(request, 'recovery') || postedText(request, 'code')
    const right = await verifyResetCode(platform, handle(request), code)
    if (right.ok) return reply.redirect(`${home}/new`, 303)
    return isLost(right.error) ? refuse(request, reply, right.error) : showCode(request, reply, right.error)
  })

  app.post(`${home}/code/again`, guarded, async (request, reply) => {
    const sent = await sendResetCode(platform, handle(request), { ip: request.ip })
    if (sent.ok) return reply.redirect(`${home}/code?sent=again`, 303)
    return isLost(sent.error) ? refuse(request, reply, sent.error) : showCode(request, reply, sent.error)
  })

  const showNew = (request: FastifyRequest, reply: FastifyReply, problem?: Problem) =>
    show(request, reply, (visit) => <ResetNewPage visit={visit} problem={problem} />, problem)

  app.get(`${home}/new`, async (request, reply) =>
    (await resetState(platform, handle(request)))?.verified
      ? showNew(request, reply)
      : reply.redirect(home, 303),
  )

  app.post(`${home}/new`, guarded, async (request, reply) => {
    const done = await finishReset(platform, handle(request), {
      password: postedText(request, 'password'),
      again: postedText(request, 'again'),
    })
    if (!done.ok)
      return isLost(done.error) ? refuse(request, reply, done.error) : showNew(request, reply, done.error)
    clearCookie(reply, config, 'reset')
    clearCookie(reply, config, 'session')
    return reply.redirect('/sign-in?reset=yes', 303)
  })
}

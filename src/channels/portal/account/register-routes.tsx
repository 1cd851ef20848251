import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { clearCookie, readCookie, verifyCsrf, writeCookie } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { atCode, newVisualCode, visualAnswerOf } from '#channels/face/visual-code-routes.ts'
import { dayOf } from '#kernel/day.ts'
import { chooseCredentials } from '#platform/accounts/choose-credentials.ts'
import { sendRegistrationCode, verifyRegistrationCode } from '#platform/accounts/register-code.ts'
import { giveDetails } from '#platform/accounts/register-details.ts'
import { beginRegistration, registrationState } from '#platform/accounts/registration.ts'
import { decodePosted } from '#platform/forms/parse.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { postedOf, postedText } from './body.ts'
import { readDetails } from './read-details.ts'
import {
  CodePage,
  CredentialsPage,
  DetailsPage,
  DonePage,
  type IdentityBy,
  identities,
  TermsPage,
} from './register-pages.tsx'
import { say, type words } from './words.ts'

/** A new account, step by step; the way from one to the next is kept by the server. */
export function registerRoutes(app: FastifyInstance, platform: Platform): void {
  const { config } = platform
  const guarded = { preHandler: verifyCsrf }
  const handle = (request: FastifyRequest) => readCookie(request, config, 'registration') ?? ''

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    title: keyof typeof words,
    page: (visit: Awaited<ReturnType<typeof visitOf>>) => Parameters<typeof sendPage>[3]['children'],
    problem?: Problem,
  ) {
    const visit = await visitOf(platform, request)
    if (problem?.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
    return sendPage(reply, platform, visit, {
      title: say(title, visit.locale),
      nav: portalNav(visit),
      children: page(visit),
      ...(problem ? { status: problem.status } : {}),
    })
  }
  const refuse = async (request: FastifyRequest, reply: FastifyReply, problem: Problem) =>
    sendProblem(reply, platform, await visitOf(platform, request), problem)
  /** A registration that is over or out of order cannot be repaired on its page. */
  const isLost = (problem: Problem) => problem.status === 409

  app.get('/register', (request, reply) =>
    show(request, reply, 'register', (visit) => <TermsPage visit={visit} />),
  )

  app.post('/register', guarded, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const version = postedText(request, 'terms') === 'yes' ? postedText(request, 'version') : ''
    const begun = await beginRegistration(platform, { version, language: visit.locale })
    if (!begun.ok)
      return show(
        request,
        reply,
        'register',
        () => <TermsPage visit={visit} problem={begun.error} />,
        begun.error,
      )
    writeCookie(reply, config, 'registration', begun.value.registration)
    return reply.redirect('/register/details', 303)
  })

  for (const by of ['number', 'gcc'] as const) detailsRoutes(by)

  /** Saying who one is, by one's number or by the card of a Gulf state. */
  function detailsRoutes(by: IdentityBy) {
    const { path, form } = identities[by]
    const showDetails = async (
      request: FastifyRequest,
      reply: FastifyReply,
      values: Readonly<Record<string, unknown>>,
      problem?: Problem,
    ) => {
      const code = await newVisualCode(platform)
      return show(
        request,
        reply,
        'detailsTitle',
        (visit) => <DetailsPage visit={visit} by={by} values={values} code={code} problem={problem} />,
        problem,
      )
    }

    app.get(path, async (request, reply) =>
      (await registrationState(platform, handle(request)))
        ? showDetails(request, reply, {})
        : reply.redirect('/register', 303),
    )

    app.post(path, guarded, async (request, reply) => {
      const values = decodePosted(postedOf(request), form)
      const details = readDetails(by, values, dayOf(platform.clock.now()))
      if (!details.ok) return showDetails(request, reply, values, problems.answersWrong(details.error))
      const registration = handle(request)
      const given = await giveDetails(platform, registration, {
        ...details.value,
        visual: visualAnswerOf(request),
      })
      const sent = given.ok ? await sendRegistrationCode(platform, registration, { ip: request.ip }) : given
      if (sent.ok) return reply.redirect('/register/code', 303)
      return isLost(sent.error)
        ? refuse(request, reply, sent.error)
        : showDetails(request, reply, values, atCode(sent.error))
    })
  }

  const showCode = async (request: FastifyRequest, reply: FastifyReply, problem?: Problem) => {
    const state = await registrationState(platform, handle(request))
    if (state?.mobile === undefined) return reply.redirect('/register', 303)
    if (state.stage === 'verified') return reply.redirect('/register/credentials', 303)
    // Fastify leaves the query untyped without a schema.
    const again = (request.query as Readonly<Record<string, unknown>>).sent === 'again'
    const { mobile } = state
    return show(
      request,
      reply,
      'codeTitle',
      (visit) => <CodePage visit={visit} mobile={mobile} again={again} problem={problem} />,
      problem,
    )
  }

  app.get('/register/code', (request, reply) => showCode(request, reply))

  app.post('/register/code', guarded, async (request, reply) => {
    const right = await verifyRegistrationCode(platform, handle(request), postedText(request, 'code'))
    if (right.ok) return reply.redirect('/register/credentials', 303)
    return isLost(right.error) ? refuse(request, reply, right.error) : showCode(request, reply, right.error)
  })

  app.post('/register/code/again', guarded, async (request, reply) => {
    const sent = await sendRegistrationCode(platform, handle(request), { ip: request.ip })
    if (sent.ok) return reply.redirect('/register/code?sent=again', 303)
    return isLost(sent.error) ? refuse(request, reply, sent.error) : showCode(request, reply, sent.error)
  })

  const showCredentials = (request: FastifyRequest, reply: FastifyReply, problem?: Problem) =>
    show(
      request,
      reply,
      'credentialsTitle',
      (visit) => (
        <CredentialsPage visit={visit} username={postedText(request, 'username')} problem={problem} />
      ),
      problem,
    )

  app.get('/register/credentials', async (request, reply) => {
    const state = await registrationState(platform, handle(request))
    return state?.stage === 'verified' ? showCredentials(request, reply) : reply.redirect('/register', 303)
  })

  app.post('/register/credentials', guarded, async (request, reply) => {
    const made = await chooseCredentials(platform, handle(request), {
      username: postedText(request, 'username'),
      password: postedText(request, 'password'),
      again: postedText(request, 'again'),
    })
    if (!made.ok)
      return isLost(made.error)
        ? refuse(request, reply, made.error)
        : showCredentials(request, reply, made.error)
    clearCookie(reply, config, 'registration')
    return reply.redirect('/register/done', 303)
  })

  app.get('/register/done', (request, reply) =>
    show(request, reply, 'doneTitle', (visit) => <DonePage visit={visit} />),
  )
}

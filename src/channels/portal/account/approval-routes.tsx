import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Notice } from '#channels/face/notice.tsx'
import { paths } from '#channels/face/paths.ts'
import { clearCookie, readCookie, verifyCsrf, writeCookie } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { atCode, newVisualCode, visualAnswerOf } from '#channels/face/visual-code-routes.ts'
import { agentOf } from '#platform/accounts/agent.ts'
import { approvalState, askApproval, completeApproval } from '#platform/accounts/sign-in-approval.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { ApprovalPage, WaitingPage } from './approval-pages.tsx'
import { postedText } from './body.ts'
import { nextOf, withNext } from './next.ts'
import { say } from './words.ts'

const home = '/sign-in/approval'

/** Signing in by an approval on another device: the page that asks, and the number that it shows. */
export function approvalRoutes(app: FastifyInstance, platform: Platform): void {
  const { config } = platform
  const guarded = { preHandler: verifyCsrf }
  const handle = (request: FastifyRequest) => readCookie(request, config, 'approval') ?? ''
  // Fastify leaves the query untyped without a schema.
  const nextIn = (request: FastifyRequest) =>
    nextOf(
      (request.query as Readonly<Record<string, unknown>>).next ?? postedText(request, 'next'),
      paths.home,
    )

  async function show(request: FastifyRequest, reply: FastifyReply, problem?: Problem) {
    const visit = await visitOf(platform, request)
    if (problem?.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
    return sendPage(reply, platform, visit, {
      title: say('approveTitle', visit.locale),
      path: withNext(home, nextIn(request), paths.home),
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: (
        <ApprovalPage
          visit={visit}
          next={nextIn(request)}
          name={postedText(request, 'name')}
          code={await newVisualCode(platform)}
          problem={problem}
        />
      ),
    })
  }

  app.get(home, (request, reply) => show(request, reply))

  app.post(home, guarded, async (request, reply) => {
    const asked = await askApproval(platform, {
      name: postedText(request, 'name'),
      visual: visualAnswerOf(request),
      agent: agentOf(request.headers['user-agent']),
    })
    if (!asked.ok) return show(request, reply, atCode(asked.error))
    writeCookie(reply, config, 'approval', asked.value.approval)
    return reply.redirect(withNext(`${home}/waiting`, nextIn(request), paths.home), 303)
  })

  /** Looks again by itself, with scripts or without, until it is answered or over. */
  app.get(`${home}/waiting`, async (request, reply) => {
    const state = await approvalState(platform, handle(request))
    const visit = await visitOf(platform, request)
    return sendPage(reply, platform, visit, {
      title: say('approveTitle', visit.locale),
      nav: portalNav(visit),
      ...(state?.state === 'waiting' ? { refreshSeconds: 3 } : {}),
      children: state ? (
        <WaitingPage visit={visit} next={nextIn(request)} state={state} />
      ) : (
        <div class="stack narrow">
          <h1>{say('approveTitle', visit.locale)}</h1>
          <Notice tone="warning" title={say('approveOver', visit.locale)} announce />
          <p>
            <a class="go" href={paths.signIn}>
              {say('signIn', visit.locale)}
            </a>
          </p>
        </div>
      ),
    })
  })

  app.post(`${home}/waiting`, guarded, async (request, reply) => {
    const next = nextIn(request)
    const state = await approvalState(platform, handle(request))
    if (state?.state === 'waiting') return reply.redirect(withNext(`${home}/waiting`, next, paths.home), 303)
    const done = await completeApproval(platform, {
      approval: handle(request),
      device: readCookie(request, config, 'device'),
      agent: agentOf(request.headers['user-agent']),
      ip: request.ip,
      replaces: readCookie(request, config, 'session'),
    })
    if (!done.ok) return sendProblem(reply, platform, await visitOf(platform, request), done.error)
    clearCookie(reply, config, 'approval')
    writeCookie(reply, config, 'session', done.value.token)
    writeCookie(reply, config, 'device', done.value.device)
    return reply.redirect(done.value.termsDue ? withNext('/terms', next, paths.home) : next, 303)
  })
}

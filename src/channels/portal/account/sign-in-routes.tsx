import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '#channels/face/paths.ts'
import {
  clearCookie,
  principalOfRequest,
  readCookie,
  verifyCsrf,
  writeCookie,
} from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { atCode, newVisualCode, visualAnswerOf } from '#channels/face/visual-code-routes.ts'
import type { Locale } from '#kernel/text.ts'
import { agentOf } from '#platform/accounts/agent.ts'
import { completeSignIn } from '#platform/accounts/complete-sign-in.ts'
import type { SignedIn } from '#platform/accounts/enter.ts'
import { signOut } from '#platform/accounts/session.ts'
import { signIn, signInCrowded } from '#platform/accounts/sign-in.ts'
import { passkeyOptions, signInByPasskey } from '#platform/accounts/sign-in-by-passkey.ts'
import { type Door, sendSignInCode, signInState } from '#platform/accounts/sign-in-pending.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { postedText } from './body.ts'
import { crowdedPages } from './crowded-page.tsx'
import { nextOf, withNext } from './next.ts'
import { passkeyAnswer } from './security/passkey-answer.ts'
import { recoveryUnwhole } from './security/recovery-input.tsx'
import { tell } from './security/words.ts'
import { SignInCodePage, SignInPage } from './sign-in-pages.tsx'
import { say } from './words.ts'

/** The doors: where each stands, and where it leads. */
const doors = {
  person: { section: 'portal', signIn: paths.signIn, signOut: paths.signOut, home: paths.home },
  officer: {
    section: 'office',
    signIn: paths.officeSignIn,
    signOut: paths.officeSignOut,
    home: paths.office,
  },
} as const

/** What was done just before, named in the address. */
function newsOf(asked: Readonly<Record<string, unknown>>, locale: Locale): string | undefined {
  if (asked.reset === 'yes') return tell('resetDone', locale)
  return asked.out === 'yes' ? say('signedOut', locale) : undefined
}

/** Signing in and out by one door: name, password and visual code, then the code from the message. */
export function signInRoutes(app: FastifyInstance, platform: Platform, door: Door): void {
  const { config } = platform
  const at = doors[door]
  const guarded = { preHandler: verifyCsrf }
  const pendingOf = (request: FastifyRequest) => readCookie(request, config, 'sign-in') ?? ''
  // Fastify leaves the query untyped without a schema.
  const asked = (request: FastifyRequest) => request.query as Readonly<Record<string, unknown>>
  const inside = (request: FastifyRequest) => principalOfRequest(request).kind === door

  async function showSignIn(request: FastifyRequest, reply: FastifyReply, next: string, problem?: Problem) {
    const visit = await visitOf(platform, request)
    const code = await newVisualCode(platform)
    if (problem?.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
    return sendPage(reply, platform, visit, {
      title: say(door === 'officer' ? 'signInOfficer' : 'signIn', visit.locale),
      section: at.section,
      path: withNext(at.signIn, next, at.home),
      nav: door === 'person' ? portalNav(visit) : [],
      children: (
        <SignInPage
          visit={visit}
          door={door}
          action={at.signIn}
          again={withNext(at.signIn, next, at.home)}
          next={next}
          name={postedText(request, 'name')}
          passkeyOnly={door === 'officer' && config.officerPasskey}
          code={code}
          news={newsOf(asked(request), visit.locale)}
          problem={problem}
        />
      ),
      ...(problem ? { status: problem.status } : {}),
    })
  }

  app.get(at.signIn, async (request, reply) => {
    const next = nextOf(asked(request).next, at.home)
    return inside(request) ? reply.redirect(next, 303) : showSignIn(request, reply, next)
  })

  const sayCrowded = crowdedPages(platform, { section: at.section, path: at.signIn })
  // Before the body is read: in a crowd a refusal must cost nothing.
  const unlessCrowded = async (request: FastifyRequest, reply: FastifyReply) =>
    signInCrowded() ? sayCrowded(request, reply) : undefined

  app.post(at.signIn, { onRequest: unlessCrowded, ...guarded }, async (request, reply) => {
    const next = nextOf(postedText(request, 'next'), at.home)
    const begun = await signIn(platform, {
      name: postedText(request, 'name'),
      password: postedText(request, 'password'),
      visual: visualAnswerOf(request),
      door,
      agent: agentOf(request.headers['user-agent']),
    })
    if (!begun.ok) return showSignIn(request, reply, next, atCode(begun.error))
    writeCookie(reply, config, 'sign-in', begun.value.pending)
    return reply.redirect(withNext(`${at.signIn}/code`, next, at.home), 303)
  })

  async function showCode(request: FastifyRequest, reply: FastifyReply, next: string, problem?: Problem) {
    const state = await signInState(platform, pendingOf(request))
    if (state?.door !== door) return reply.redirect(withNext(at.signIn, next, at.home), 303)
    const visit = await visitOf(platform, request)
    if (problem?.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
    return sendPage(reply, platform, visit, {
      title: say('codeTitle', visit.locale),
      section: at.section,
      path: withNext(`${at.signIn}/code`, next, at.home),
      children: (
        <SignInCodePage
          visit={visit}
          action={`${at.signIn}/code`}
          next={next}
          mobile={state.mobile}
          app={state.app}
          again={asked(request).sent === 'again'}
          problem={problem}
        />
      ),
      ...(problem ? { status: problem.status } : {}),
    })
  }

  app.get(`${at.signIn}/code`, (request, reply) =>
    showCode(request, reply, nextOf(asked(request).next, at.home)),
  )

  app.post(`${at.signIn}/code`, guarded, async (request, reply) => {
    const next = nextOf(postedText(request, 'next'), at.home)
    const unwhole = recoveryUnwhole(postedText(request, 'recovery'))
    if (unwhole) return showCode(request, reply, next, unwhole)
    const done = await completeSignIn(platform, {
      pending: pendingOf(request),
      code: postedText(request, 'recovery') || postedText(request, 'code'),
      device: readCookie(request, config, 'device'),
      agent: agentOf(request.headers['user-agent']),
      ip: request.ip,
      replaces: readCookie(request, config, 'session'),
    })
    if (!done.ok) {
      if (done.error.status !== 409) return showCode(request, reply, next, done.error)
      return sendProblem(reply, platform, await visitOf(platform, request), done.error)
    }
    clearCookie(reply, config, 'sign-in')
    return goIn(reply, done.value, next)
  })

  function goIn(reply: FastifyReply, { token, device, termsDue }: SignedIn, next: string) {
    writeCookie(reply, config, 'session', token)
    writeCookie(reply, config, 'device', device)
    return reply.redirect(termsDue && door === 'person' ? withNext('/terms', next, at.home) : next, 303)
  }

  app.post(`${at.signIn}/code/again`, guarded, async (request, reply) => {
    const next = nextOf(postedText(request, 'next'), at.home)
    const sent = await sendSignInCode(platform, pendingOf(request), { ip: request.ip })
    if (!sent.ok) return showCode(request, reply, next, sent.error)
    const back = new URLSearchParams({ sent: 'again', next })
    return reply.redirect(`${at.signIn}/code?${back}`, 303)
  })

  app.post(`${at.signIn}/passkey/options`, guarded, async (request, reply) => {
    const options = await passkeyOptions(platform, { door, ip: request.ip })
    return reply
      .code(options.ok ? 200 : options.error.status)
      .header('cache-control', 'no-store')
      .send(options.ok ? options.value : {})
  })

  app.post(`${at.signIn}/passkey`, guarded, async (request, reply) => {
    const next = nextOf(postedText(request, 'next'), at.home)
    const done = await signInByPasskey(platform, {
      answer: passkeyAnswer(request),
      door,
      device: readCookie(request, config, 'device'),
      agent: agentOf(request.headers['user-agent']),
      ip: request.ip,
      replaces: readCookie(request, config, 'session'),
    })
    return done.ok ? goIn(reply, done.value, next) : showSignIn(request, reply, next, done.error)
  })

  app.post(at.signOut, guarded, async (request, reply) => {
    const token = readCookie(request, config, 'session')
    if (token !== undefined) await signOut(platform, token)
    clearCookie(reply, config, 'session')
    return reply.redirect(`${at.signIn}?out=yes`, 303)
  })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type Provider from 'oidc-provider'
import type { InteractionResults } from 'oidc-provider'
import { clearCookie, principalOfRequest, verifyCsrf } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { sendProblem } from '#channels/portal/problem-page.tsx'
import type { Session } from '#platform/accounts/session.ts'
import { assuranceOf } from '#platform/oidc/assurance.ts'
import { consentEnd, giveConsent } from '#platform/oidc/consent.ts'
import { shownTo } from '#platform/oidc/disclosure.ts'
import { scopesIn } from '#platform/oidc/scope.ts'
import { leaveSession, standOn } from '#platform/oidc/site-session.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { interactionPath } from './addresses.ts'
import { authTime, personalSession } from './arrival.ts'
import { ConsentPage, SignInAgainPage } from './consent-page.tsx'
import { Going, refreshTo } from './going.tsx'
import { type Asked, askedOf, interactionOver, isStale, meansAnother } from './interaction.ts'
import { tell } from './words.ts'

type Call = FastifyRequest<{ Params: { uid: string }; Querystring: { in?: string } }>

const notAgreed = { error: 'access_denied', error_description: 'the person did not agree' }
/** The site names somebody (`id_token_hint`), and it is another one who is here. */
const notThatPerson = { error: 'login_required', error_description: 'somebody else is signed in' }

/** Where a person is asked on the way to another site: to sign in, to sign in again, to consent. */
export function interactionRoutes(app: FastifyInstance, platform: Platform, provider: Provider): void {
  const { db, clock, config } = platform
  const path = interactionPath(':uid')
  const own = (request: Call) => interactionPath(request.params.uid)

  const refuse = async (request: Call, reply: FastifyReply, problem: Problem) =>
    sendProblem(reply, platform, await visitOf(platform, request), problem)

  /** Who is asked, and by whom; undefined when the answer has been sent already. */
  async function standing(request: Call, reply: FastifyReply) {
    const asked = await askedOf(provider, db, request, reply)
    if (!asked) return void (await refuse(request, reply, interactionOver))
    const session = personalSession(request)
    if (!session) {
      const next = encodeURIComponent(`${own(request)}?in=1`)
      return void reply.redirect(`/sign-in?next=${next}`, 303)
    }
    if (session.account !== 'activated') return void (await refuse(request, reply, problems.activateFirst))
    return { asked, session }
  }

  /** Leads on, by a page when a form of ours stands before it, else by a redirect. */
  async function goOn(request: Call, reply: FastifyReply, { site }: Asked, to: string) {
    if (request.method === 'GET' && request.query.in === undefined) return reply.redirect(to, 303)
    const visit = await visitOf(platform, request)
    const { locale } = visit
    reply.header('refresh', refreshTo(to))
    return sendPage(reply, platform, visit, {
      title: tell('going', locale, { site: site.name[locale] }),
      path: '/',
      children: <Going to={to} site={site.name} locale={locale} />,
    })
  }

  /** The provider's session takes over the portal's: the same person goes on, another one begins anew. */
  async function signIn(request: Call, reply: FastifyReply, asked: Asked, session: Session) {
    const before = asked.interaction.session
    if (before && before.accountId === session.person) await standOn(db, session.person, before.uid, session)
    else if (before) {
      await leaveSession(db, before.uid)
      delete asked.interaction.session
      await asked.interaction.persist()
    }
    const { acr, amr } = await assuranceOf(db, session.person, session.id)
    const login = { accountId: session.person, ts: authTime(session), acr, amr: [...amr] }
    return answer(request, reply, asked, { login })
  }

  app.get(path, async (request: Call, reply) => {
    const it = await standing(request, reply)
    if (!it) return reply
    const { asked, session } = it
    const { interaction, site } = asked
    const visit = await visitOf(platform, request)
    const page = { visit, site, title: tell('signInTo', visit.locale, { site: site.name[visit.locale] }) }
    if (isStale(asked, session, clock.now()))
      return sendPage(reply, platform, visit, {
        title: page.title,
        children: <SignInAgainPage {...page} action={`${own(request)}/again`} />,
      })
    if (meansAnother(asked, session, platform.vault)) return answer(request, reply, asked, notThatPerson)
    if (interaction.prompt.name === 'login') return signIn(request, reply, asked, session)
    if (interaction.session?.accountId !== session.person) return refuse(request, reply, interactionOver)
    return sendPage(reply, platform, visit, {
      title: page.title,
      children: (
        <ConsentPage
          {...page}
          action={`${own(request)}/consent`}
          shared={await shownTo(platform, session.person, scopesIn(String(interaction.params.scope)))}
          until={consentEnd(site, clock.now())}
        />
      ),
    })
  })

  async function answer(request: Call, reply: FastifyReply, asked: Asked, result: InteractionResults) {
    return goOn(request, reply, asked, await provider.interactionResult(request.raw, reply.raw, result))
  }

  const decision = (request: Call): unknown =>
    // Fastify leaves the body untyped without a schema.
    (request.body as Readonly<Record<string, unknown>> | undefined)?.decision

  app.post(`${path}/consent`, { preHandler: verifyCsrf }, async (request: Call, reply) => {
    const it = await standing(request, reply)
    if (!it) return reply
    const { asked, session } = it
    const { interaction, site } = asked
    const principal = principalOfRequest(request)
    if (interaction.prompt.name !== 'consent' || interaction.session?.accountId !== session.person)
      return refuse(request, reply, interactionOver)
    if (decision(request) !== 'allow' || principal.kind !== 'person')
      return answer(request, reply, asked, notAgreed)
    await giveConsent(platform, principal, site, scopesIn(String(interaction.params.scope)))
    return answer(request, reply, asked, { consent: {} })
  })

  /** The old session is set aside and runs out by itself: sites that stand on it move to the new one. */
  app.post(`${path}/again`, { preHandler: verifyCsrf }, async (request: Call, reply) => {
    const it = await standing(request, reply)
    if (!it) return reply
    if (decision(request) === 'refuse') return answer(request, reply, it.asked, notAgreed)
    clearCookie(reply, config, 'session')
    return reply.redirect(`/sign-in?next=${encodeURIComponent(`${own(request)}?in=1`)}`, 303)
  })
}

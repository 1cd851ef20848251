import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '#channels/face/paths.ts'
import { requirePerson, verifyCsrf } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { registrationTexts } from '#platform/accounts/register-texts.ts'
import { acceptTerms, hasAcceptedTerms, terms } from '#platform/accounts/terms.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { AccountForm } from './account-form.tsx'
import { postedText } from './body.ts'
import { nextOf } from './next.ts'
import { Clauses, Consent } from './register-pages.tsx'
import { say } from './words.ts'

/** The terms for anybody to read, and to accept anew when they have changed (register accept-terms). */
export function termsRoutes(app: FastifyInstance, platform: Platform): void {
  async function show(request: FastifyRequest, reply: FastifyReply, next: string, problem?: Problem) {
    const visit = await visitOf(platform, request)
    const { locale, principal } = visit
    const due = principal.kind === 'person' && !(await hasAcceptedTerms(platform.db, principal.person))
    return sendPage(reply, platform, visit, {
      title: say('termsTitle', locale),
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: due ? (
        <AccountForm
          visit={visit}
          problem={problem}
          title={say('termsTitle', locale)}
          action="/terms"
          button={say('go', locale)}
          hidden={{ version: terms.version, next }}
          intro={<p>{say('termsNew', locale)}</p>}
        >
          <Clauses visit={visit} />
          <Consent visit={visit} problem={problem} />
        </AccountForm>
      ) : (
        <div class="stack narrow">
          <h1>{say('termsTitle', locale)}</h1>
          <div class="sheet stack">
            <Clauses visit={visit} />
          </div>
        </div>
      ),
    })
  }

  app.get<{ Querystring: { next?: string } }>('/terms', (request, reply) =>
    show(request, reply, nextOf(request.query.next, paths.home)),
  )

  app.post('/terms', { preHandler: verifyCsrf }, async (request, reply) => {
    const person = requirePerson(request)
    if (!person.ok) return sendProblem(reply, platform, await visitOf(platform, request), person.error)
    const next = nextOf(postedText(request, 'next'), paths.home)
    if (postedText(request, 'terms') !== 'yes' || postedText(request, 'version') !== terms.version)
      return show(request, reply, next, registrationTexts.termsChanged)
    await acceptTerms(platform.db, person.value.person, 'sign-in', platform.clock.now())
    return reply.redirect(next, 303)
  })
}

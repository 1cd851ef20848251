import type { FastifyInstance } from 'fastify'
import { LinkButton } from '#channels/face/button.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { fill } from '#channels/face/messages.ts'
import { localPath } from '#channels/face/preferences.ts'
import { principalOfRequest, requireActing, verifyCsrf } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { startActing, stopActing } from '#platform/accounts/acting.ts'
import { actingHolder, holderOf } from '#platform/authority/principal.ts'
import { workspacesOf } from '#platform/authority/workspace.ts'
import { isForEstablishments } from '#platform/catalogue/definition.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { postedText } from '../account/body.ts'
import { Tiles } from '../guide-routes.tsx'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { BySector } from './by-sector.tsx'
import { tell } from './words.ts'
import { WorkspaceLine, WorkspaceList } from './workspaces-page.tsx'

/** The business section (R-ACC-10): in whose name one works, the switch, and the way in for newcomers. */
export async function workspaceRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  const { catalogue } = platform
  const guarded = { preHandler: verifyCsrf }

  app.get<{ Querystring: { to?: string } }>('/business', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const { locale } = visit
    const person = requireActing(request)
    const signedIn = principalOfRequest(request).kind === 'person'
    if (signedIn && !person.ok) return sendProblem(reply, platform, visit, person.error)
    const workspaces = person.ok ? await workspacesOf(platform, person.value.person) : []
    const ways = catalogue.definitions.filter((one) => one.opensWorkspace)
    const to = localPath(request.query.to)
    return sendPage(reply, platform, visit, {
      title: tell('title', locale),
      description: tell('visitorLead', locale),
      nav: portalNav(visit),
      children: (
        <div class="stack">
          <h1>{tell('title', locale)}</h1>
          <p class="lead">{tell(person.ok ? 'lead' : 'visitorLead', locale)}</p>
          {person.ok ? (
            <WorkspaceList visit={visit} by={person.value} workspaces={workspaces} to={to} />
          ) : (
            <p>
              <LinkButton href="/sign-in?next=%2Fbusiness" icon="log-in">
                {tell('signIn', locale)}
              </LinkButton>
            </p>
          )}
          {person.ok && !workspaces.length && <EmptyState icon="building-2" words={tell('none', locale)} />}
          {!visit.acting && ways.length > 0 && (
            <section class="stack">
              <h2>{tell('start', locale)}</h2>
              <Tiles visit={visit} catalogue={catalogue} definitions={ways} />
            </section>
          )}
          {!person.ok && (
            <section class="stack">
              <h2>{tell('all', locale)}</h2>
              <BySector
                visit={visit}
                catalogue={catalogue}
                definitions={catalogue.definitions.filter(isForEstablishments)}
              />
            </section>
          )}
        </div>
      ),
    })
  })

  // A message about something of an establishment leads here: its reader may be elsewhere just now.
  app.get<{ Querystring: { of?: string; to?: string } }>('/business/open', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const { locale } = visit
    const person = requireActing(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const to = localPath(request.query.to)
    const { of } = request.query
    if (person.value.actingFor && holderOf(person.value) === of) return reply.redirect(to, 303)
    const ways = (await workspacesOf(platform, person.value.person)).filter(
      (one) => one.actingFor.kind === 'establishment' && actingHolder(one.actingFor) === of,
    )
    const [first] = ways
    if (!first) return sendProblem(reply, platform, visit, problems.notFound)
    const title = fill(tell('openTitle', locale), { name: first.name[locale] })
    return sendPage(reply, platform, visit, {
      title,
      nav: portalNav(visit),
      children: (
        <div class="stack narrow">
          <h1>{title}</h1>
          <p class="lead">{tell('openLead', locale)}</p>
          <ul class="lines">
            {ways.map((one) => (
              <WorkspaceLine key={one.id} visit={visit} one={one} to={to} />
            ))}
          </ul>
        </div>
      ),
    })
  })

  app.post('/acting', guarded, async (request, reply) => {
    const person = requireActing(request)
    if (!person.ok) return sendProblem(reply, platform, await visitOf(platform, request), person.error)
    const done = await startActing(platform, person.value, postedText(request, 'workspace'))
    if (!done.ok) return sendProblem(reply, platform, await visitOf(platform, request), done.error)
    return reply.redirect(localPath(postedText(request, 'next')), 303)
  })

  app.post('/acting/stop', guarded, async (request, reply) => {
    const principal = principalOfRequest(request)
    if (principal.kind === 'person') await stopActing(platform, principal)
    return reply.redirect(localPath(postedText(request, 'next')), 303)
  })
}

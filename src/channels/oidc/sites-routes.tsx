import type { FastifyInstance } from 'fastify'
import { Button } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { requirePerson, verifyCsrf } from '#channels/face/session.ts'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import { portalNav } from '#channels/portal/nav.ts'
import { sendProblem } from '#channels/portal/problem-page.tsx'
import type { Text } from '#kernel/text.ts'
import { locales } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import { type ConnectedSite, connectedSites, withdrawConsent } from '#platform/oidc/consent.ts'
import { scopes } from '#platform/oidc/scope.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { connectedSitesPath as home } from './addresses.ts'
import { tell, words } from './words.ts'

/** The sites that a person is connected to, what each sees, and the way to end it. */
export function sitesRoutes(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: { ended?: string } }>(home, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requirePerson(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const sites = await connectedSites(platform.db, person.value.person, platform.clock.now())
    const { locale } = visit
    return sendPage(reply, platform, visit, {
      title: tell('sites', locale),
      nav: portalNav(visit),
      children: (
        <div class="stack">
          <header>
            <h1>{tell('sites', locale)}</h1>
            <p class="lead">{tell('sitesLead', locale)}</p>
          </header>
          {request.query.ended === 'yes' && <Notice tone="good" title={tell('ended', locale)} announce />}
          {sites.length === 0 && <EmptyState icon="link" words={tell('sitesNone', locale)} />}
          {sites.map((connected) => (
            <SiteCard key={connected.site.clientId} visit={visit} connected={connected} />
          ))}
        </div>
      ),
    })
  })

  app.post<{ Params: { client: string } }>(
    `${home}/:client/end`,
    { preHandler: verifyCsrf },
    async (request, reply) => {
      const person = requirePerson(request)
      const visit = { ...(await visitOf(platform, request)), path: home }
      if (!person.ok) return sendProblem(reply, platform, visit, person.error)
      const ended = await withdrawConsent(platform, person.value, request.params.client)
      return ended
        ? reply.redirect(`${home}?ended=yes`, 303)
        : sendProblem(reply, platform, visit, problems.notFound)
    },
  )
}

function SiteCard({ visit, connected }: { readonly visit: Visit; readonly connected: ConnectedSite }) {
  const { locale } = visit
  const { site, consent } = connected
  const facts: readonly Fact[] = [
    { key: 'sees', label: words.sees, value: v.text(seen(connected)) },
    { key: 'since', label: words.since, value: v.instant(consent.givenAt) },
    { key: 'until', label: words.untilLabel, value: v.instant(consent.endsAt) },
    {
      key: 'used',
      label: words.used,
      value: consent.usedAt ? v.instant(consent.usedAt) : v.text(words.never),
    },
  ]
  return (
    <section class="sheet stack" aria-labelledby={`site-${site.clientId}`}>
      <h2 id={`site-${site.clientId}`}>{site.name[locale]}</h2>
      <Facts facts={facts} locale={locale} />
      <form method="post" action={`${home}/${encodeURIComponent(site.clientId)}/end`}>
        <HiddenInputs values={{ _csrf: visit.csrf }} />
        <Button look="danger" aria-label={tell('endOf', locale, { site: site.name[locale] })}>
          {tell('end', locale)}
        </Button>
      </form>
    </section>
  )
}

/** What a site sees, in one line a language. */
function seen({ consent }: ConnectedSite): Text {
  if (consent.scopes.length === 0) return words.seesNothing
  const [ar = '', en = ''] = locales.map((locale) =>
    new Intl.ListFormat(locale).format(consent.scopes.map((scope) => scopes[scope].label[locale])),
  )
  return { ar, en }
}

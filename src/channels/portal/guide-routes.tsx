import type { FastifyInstance, FastifyRequest } from 'fastify'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { fill } from '#channels/face/messages.ts'
import { localeOf } from '#channels/face/preferences.ts'
import { SearchBox } from '#channels/face/search-box.tsx'
import { ServiceTile } from '#channels/face/service-tile.tsx'
import { principalOfRequest } from '#channels/face/session.ts'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import { type Definition, isForEstablishments } from '#platform/catalogue/definition.ts'
import type { Platform } from '#platform/platform.ts'
import { portalMessages } from './messages.ts'
import { portalNav } from './nav.ts'

const suggestionsShown = 8

/** The guide of everything, and the search that answers as one types. */
export async function guideRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  const { catalogue } = platform

  app.get<{ Querystring: { sector?: string } }>('/services', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const m = portalMessages(visit.locale).guide
    const atWork = isAtWork(request)
    const only = catalogue.sector(request.query.sector ?? '')
    const here = catalogue.definitions.filter((one) => !one.variantOf && isHere(atWork, one))
    const shown = only ? [only] : catalogue.sectors.filter((it) => here.some((one) => one.sector === it.name))
    return sendPage(reply, platform, visit, {
      title: m.title,
      description: m.lead,
      nav: portalNav(visit),
      children: (
        <div class="stack">
          <h1>{only ? only.title[visit.locale] : m.title}</h1>
          <p class="lead">{only ? only.summary[visit.locale] : m.lead}</p>
          <SearchBox locale={visit.locale} suggest="/search/suggest" />
          {shown.map((sector) => (
            <section key={sector.name} class="stack">
              {!only && (
                <h2>
                  <a href={`/services?sector=${sector.name}`}>{sector.title[visit.locale]}</a>
                </h2>
              )}
              <Tiles
                visit={visit}
                catalogue={catalogue}
                definitions={here.filter((one) => one.sector === sector.name)}
              />
            </section>
          ))}
        </div>
      ),
    })
  })

  app.get<{ Querystring: { q?: string } }>('/search', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const m = portalMessages(visit.locale).guide
    const words = (request.query.q ?? '').slice(0, 120).trim()
    const atWork = isAtWork(request)
    const found = words ? catalogue.search(words).filter((one) => isHere(atWork, one)) : []
    return sendPage(reply, platform, visit, {
      title: m.searchTitle,
      nav: portalNav(visit),
      children: (
        <div class="stack">
          <h1>{words ? fill(m.results, { words }) : m.searchTitle}</h1>
          <SearchBox locale={visit.locale} value={words} suggest="/search/suggest" />
          {words && !found.length && <EmptyState icon="search-x" words={fill(m.none, { words })} />}
          <Tiles visit={visit} catalogue={catalogue} definitions={found} />
        </div>
      ),
    })
  })

  app.get<{ Querystring: { q?: string } }>('/search/suggest', async (request, reply) => {
    const words = (request.query.q ?? '').slice(0, 120).trim()
    const locale = localeOf(request)
    const atWork = isAtWork(request)
    const found = words
      ? catalogue
          .search(words)
          .filter((one) => isHere(atWork, one))
          .slice(0, suggestionsShown)
      : []
    return reply
      .header('cache-control', 'no-cache')
      .send(found.map((one) => ({ title: one.title[locale], href: `/services/${one.slug}` })))
  })
}

/** In a workspace only what is done there; elsewhere everything, as the guide of all that there is. */
const isHere = (atWork: boolean, one: Definition): boolean => !atWork || isForEstablishments(one)

/** Whether a browser is in the workspace of an establishment. */
function isAtWork(request: FastifyRequest): boolean {
  const principal = principalOfRequest(request)
  return principal.kind === 'person' && principal.actingFor?.kind === 'establishment'
}

/** Entries of the catalogue as tiles, each with the mark of its sector. */
export const Tiles = ({
  visit,
  catalogue,
  definitions,
  forOne = false,
}: {
  readonly visit: Visit
  readonly catalogue: Pick<Catalogue, 'sector'>
  readonly definitions: readonly Definition[]
  /** All of them are for the same kind of asker, as their place says already. */
  readonly forOne?: boolean
}) => (
  <div class="tiles">
    {definitions.map((one) => (
      <ServiceTile
        key={one.slug}
        href={`/services/${one.slug}`}
        title={one.title[visit.locale]}
        summary={one.summary[visit.locale]}
        icon={catalogue.sector(one.sector)?.icon ?? 'file-text'}
      >
        {isForEstablishments(one) && !visit.acting && !forOne && (
          <span class="value-second">{portalMessages(visit.locale).service.audience.establishment}</span>
        )}
      </ServiceTile>
    ))}
  </div>
)

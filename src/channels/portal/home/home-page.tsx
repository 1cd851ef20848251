import { LinkButton } from '#channels/face/button.tsx'
import { icon } from '#channels/face/icon.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import { paths } from '#channels/face/paths.ts'
import { SearchBox } from '#channels/face/search-box.tsx'
import { ServiceTile } from '#channels/face/service-tile.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { type Day, dayOf } from '#kernel/day.ts'
import { formatDay, formatInstant } from '#kernel/format.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { Carried } from '#platform/documents/held.ts'
import { problems } from '#platform/problem.ts'
import type { RequestLine } from '#platform/requests/read.ts'
import { Tiles } from '../guide-routes.tsx'
import { portalMessages } from '../messages.ts'
import { addressOf, OneCard } from '../mine/one-card.tsx'
import { RequestLines } from '../request/request-routes.tsx'
import type { FirstThing } from './first-things.ts'

/** Not signed in: the search, what can be asked at once, the sectors, the two doors. */
export function VisitorHome({ visit, catalogue }: { readonly visit: Visit; readonly catalogue: Catalogue }) {
  const { locale } = visit
  const m = portalMessages(locale).home
  const open = catalogue.definitions.filter(
    (one) => one.kind === 'inquiry' && one.access === 'public' && !one.variantOf,
  )
  return (
    <div class="stack stack-loose">
      <section class="hero stack">
        <h1>{m.heading}</h1>
        <p class="lead">{m.lead}</p>
        <SearchBox locale={locale} suggest="/search/suggest" />
        <p class="row">
          <LinkButton href={paths.signIn} icon="log-in">
            {problems.signInFirst.next.label[locale]}
          </LinkButton>
          <LinkButton href="/register" look="quiet" icon="user-plus">
            {m.newHere}
          </LinkButton>
        </p>
      </section>
      <section class="stack">
        <h2>{m.asks}</h2>
        <Tiles visit={visit} catalogue={catalogue} definitions={open} />
      </section>
      <LifeEvents visit={visit} catalogue={catalogue} />
      <Sectors visit={visit} catalogue={catalogue} />
    </div>
  )
}

function LifeEvents({ visit, catalogue }: { readonly visit: Visit; readonly catalogue: Catalogue }) {
  const { locale } = visit
  return (
    <section class="stack">
      <h2>{portalMessages(locale).home.events}</h2>
      <div class="tiles">
        {catalogue.lifeEvents.map((one) => (
          <ServiceTile
            key={one.name}
            href={`/events/${one.name}`}
            title={one.title[locale]}
            summary={one.summary[locale]}
            icon={one.icon}
          />
        ))}
      </div>
    </section>
  )
}

function Sectors({ visit, catalogue }: { readonly visit: Visit; readonly catalogue: Catalogue }) {
  const { locale } = visit
  return (
    <section class="stack">
      <h2>{portalMessages(locale).home.sectors}</h2>
      <div class="tiles">
        {catalogue.sectors.map((one) => (
          <ServiceTile
            key={one.name}
            href={`/services?sector=${one.name}`}
            title={one.title[locale]}
            summary={one.summary[locale]}
            icon={one.icon}
          />
        ))}
      </div>
    </section>
  )
}

interface SignedInProps {
  readonly visit: Visit
  readonly catalogue: Catalogue
  readonly activated: boolean
  readonly things: readonly FirstThing[]
  readonly requests: readonly RequestLine[]
  readonly documents: readonly Carried[]
  readonly today: Day
}

const marks = {
  approve: 'handshake',
  pay: 'credit-card',
  book: 'calendar',
  appear: 'map-pin',
  draft: 'pencil',
  registry: 'bell-ring',
} as const

/** Signed in: what needs me first, my documents as cards, my requests, and the way to everything else. */
export function SignedInHome({
  visit,
  catalogue,
  activated,
  things,
  requests,
  documents,
  today,
}: SignedInProps) {
  const { locale } = visit
  const m = portalMessages(locale).home
  const verbs = { approve: m.approve, pay: m.pay, book: m.book, appear: m.go, draft: m.go, registry: m.go }
  const { activateFirst } = problems
  return (
    <div class="stack stack-loose">
      <header class="stack">
        <h1>{fill(m.hello, { name: visit.name ?? '' })}</h1>
        <SearchBox locale={locale} suggest="/search/suggest" />
      </header>
      {!activated && (
        <Notice tone="warning" title={activateFirst.title[locale]}>
          <p>{activateFirst.detail[locale]}</p>
          <p>
            <LinkButton href={activateFirst.next.page}>{activateFirst.next.label[locale]}</LinkButton>
          </p>
        </Notice>
      )}
      {activated && (
        <section class="stack">
          <h2>{m.first}</h2>
          {things.length === 0 && <p class="muted">{m.nothingFirst}</p>}
          <ul class="lines">
            {things.map((thing) => (
              <li key={`${thing.kind}${thing.href}`} class="line">
                <span class="tile-mark">{icon(marks[thing.kind])}</span>
                <div class="min-w-0 flex-1 basis-44">
                  <p class="tile-title">{thing.title[locale]}</p>
                  <p class="tile-body">{thing.label[locale]}</p>
                  {thing.by && (
                    <p class="value-second">
                      {thing.kind === 'appear'
                        ? formatInstant(thing.by, locale)
                        : fill(portalMessages(locale).request.by, {
                            when:
                              thing.kind === 'registry'
                                ? formatDay(dayOf(thing.by), locale)
                                : formatInstant(thing.by, locale),
                          })}
                    </p>
                  )}
                </div>
                <LinkButton href={thing.href} look="quiet">
                  {thing.verb?.[locale] ?? verbs[thing.kind]}
                </LinkButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      {documents.length > 0 && (
        <section class="stack">
          <h2>
            <a href="/documents">{m.documents}</a>
          </h2>
          <div class="cards">
            {documents.map((one) => (
              <OneCard
                key={addressOf(one)}
                document={one}
                locale={visit.locale}
                today={today}
                href={addressOf(one)}
              />
            ))}
          </div>
        </section>
      )}
      {requests.length > 0 && (
        <section class="stack">
          <h2>
            <a href="/requests">{m.requests}</a>
          </h2>
          <RequestLines lines={requests} visit={visit} />
        </section>
      )}
      <LifeEvents visit={visit} catalogue={catalogue} />
      <Sectors visit={visit} catalogue={catalogue} />
    </div>
  )
}

import { EmptyState } from '#channels/face/empty-state.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { messagesFor } from '#channels/face/messages.ts'
import type { Visit } from '#channels/face/visit.ts'
import { formatNumber } from '#kernel/format.ts'
import { servicesSeen } from '#platform/authority/authorise.ts'
import { isOpen } from '#platform/authority/delegating.ts'
import { delegationsGiven } from '#platform/authority/delegation.ts'
import type { ForEstablishment, PersonPrincipal } from '#platform/authority/principal.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { Definition } from '#platform/catalogue/definition.ts'
import { workerCount } from '#platform/people/establishment.ts'
import type { Platform } from '#platform/platform.ts'
import { myRequests, type RequestLine } from '#platform/requests/read.ts'
import { DelegationLines, type NamedDelegation, named } from '../delegations/lines.tsx'
import { RequestLines } from '../request/request-routes.tsx'
import { BySector } from './by-sector.tsx'
import { tell } from './words.ts'

interface Props {
  readonly visit: Visit
  readonly actingFor: ForEstablishment
  readonly definitions: readonly Definition[]
  readonly requests: readonly RequestLine[]
  /** For its owner and its managers; others see nothing of who else works here. */
  readonly staff?: { readonly workers: number; readonly delegates: readonly NamedDelegation[] }
}

/** What the front page of a workspace holds, as far as who asks may see it. */
export async function businessHome(
  platform: Platform,
  visit: Visit,
  by: PersonPrincipal,
  actingFor: ForEstablishment,
): Promise<Props> {
  const { establishment, right } = actingFor
  const { services = [] } = servicesSeen(platform, by)
  const oversees = right.as === 'owner' || right.as === 'manager'
  const given = oversees ? (await delegationsGiven(platform, establishment)).filter(isOpen) : []
  return {
    visit,
    actingFor,
    definitions: platform.catalogue.definitions.filter((one) => services.includes(one.slug)),
    requests: await myRequests(platform, establishment, { limit: 10, open: true, services }),
    ...(oversees
      ? {
          staff: {
            workers: await workerCount(platform.db, establishment),
            delegates: await Promise.all(given.map((one) => named(platform, one, 'giver'))),
          },
        }
      : {}),
  }
}

/** The front door of a workspace: the establishment in a few facts, its open requests, what can be done, its people. */
export function BusinessHome(props: Props & { readonly catalogue: Catalogue }) {
  const { visit, actingFor, catalogue, definitions, requests, staff } = props
  const { locale, acting } = visit
  const { right } = actingFor
  return (
    <div class="stack stack-loose">
      <header class="stack">
        <h1>
          <bdi>{acting?.name}</bdi>
        </h1>
        <dl class="facts">
          <div>
            <dt>{tell('number', locale)}</dt>
            <dd>
              <Ltr>{actingFor.establishment}</Ltr>
            </dd>
          </div>
          {right.as !== 'over' && (
            <div>
              <dt>{tell('yourRight', locale)}</dt>
              <dd>{messagesFor(locale).acting.rights[right.as]}</dd>
            </div>
          )}
          {staff && (
            <div>
              <dt>{tell('workers', locale)}</dt>
              <dd>{formatNumber(staff.workers, locale)}</dd>
            </div>
          )}
        </dl>
      </header>
      <section class="stack">
        <h2>{tell('requests', locale)}</h2>
        {requests.length ? (
          <RequestLines lines={requests} visit={visit} />
        ) : (
          <p class="muted">{tell('noRequests', locale)}</p>
        )}
      </section>
      <section class="stack">
        <h2>{tell('can', locale)}</h2>
        {definitions.length ? (
          <BySector visit={visit} catalogue={catalogue} definitions={definitions} />
        ) : (
          <EmptyState icon="lock" words={tell('canNothing', locale)} />
        )}
      </section>
      {staff && (
        <section class="stack">
          <h2>{tell('delegates', locale)}</h2>
          {staff.delegates.length ? (
            <DelegationLines
              rows={staff.delegates}
              side={right.as === 'owner' ? 'given' : 'seen'}
              locale={locale}
            />
          ) : (
            <p class="muted">{tell('noDelegates', locale)}</p>
          )}
        </section>
      )}
    </div>
  )
}

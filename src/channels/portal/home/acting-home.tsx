import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import type { Visit } from '#channels/face/visit.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { Definition } from '#platform/catalogue/definition.ts'
import type { RequestLine } from '#platform/requests/read.ts'
import { tell } from '../delegations/words.ts'
import { Tiles } from '../guide-routes.tsx'
import { RequestLines } from '../request/request-routes.tsx'

/** The front door while acting for another: what the delegation covers, and nothing else. */
export function ActingHome(props: {
  readonly visit: Visit
  readonly catalogue: Catalogue
  readonly definitions: readonly Definition[]
  readonly requests: readonly RequestLine[]
}) {
  const { visit, catalogue, definitions, requests } = props
  const { locale, acting } = visit
  return (
    <div class="stack stack-loose">
      <section class="stack">
        <h1>{fill(tell('actingHome', locale), { name: acting?.name ?? '' })}</h1>
        {acting?.right === 'over' ? (
          <Notice tone="warning" title={tell('actingOver', locale)}>
            <p>{tell('actingOverLead', locale)}</p>
          </Notice>
        ) : (
          <p class="lead">{tell('actingLead', locale)}</p>
        )}
        <Tiles visit={visit} catalogue={catalogue} definitions={definitions} />
      </section>
      {requests.length > 0 && (
        <section class="stack">
          <h2>{tell('actingRequests', locale)}</h2>
          <RequestLines lines={requests} visit={visit} />
        </section>
      )}
    </div>
  )
}

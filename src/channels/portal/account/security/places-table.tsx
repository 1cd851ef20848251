import { DataTable } from '#channels/face/data-table.tsx'
import { StatusPill } from '#channels/face/status-pill.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatInstant, formatNumber } from '#kernel/format.ts'
import type { KnownPlace } from '#platform/accounts/place.ts'
import { OneButton } from './one-button.tsx'
import { tell } from './words.ts'

/** The networks that one has signed in from; which they are is not kept, so they are numbered as they came. */
export function PlacesTable({
  visit,
  place,
  places,
}: {
  readonly visit: Visit
  /** Where this browser is now. */
  readonly place: string | undefined
  readonly places: readonly KnownPlace[]
}) {
  const { locale } = visit
  if (places.length === 0) return null
  const order = places.toSorted((a, b) => a.firstSeen.getTime() - b.firstSeen.getTime())
  const name = (row: KnownPlace) =>
    `${tell('network', locale)} ${formatNumber(order.indexOf(row) + 1, locale)}`
  return (
    <section class="stack">
      <DataTable
        caption={tell('places', locale)}
        columns={[
          {
            key: 'place',
            label: tell('place', locale),
            cell: (row) => (
              <>
                {name(row)}{' '}
                {row.place === place && <StatusPill tone="good" words={tell('placeNow', locale)} />}
              </>
            ),
          },
          {
            key: 'agent',
            label: tell('browser', locale),
            cell: (row) => <bdi>{row.agent ?? tell('unknown', locale)}</bdi>,
          },
          {
            key: 'first',
            label: tell('firstSeen', locale),
            cell: (row) => formatInstant(row.firstSeen, locale),
          },
          { key: 'last', label: tell('seen', locale), cell: (row) => formatInstant(row.lastSeen, locale) },
          {
            key: 'forget',
            label: '',
            cell: (row) => (
              <OneButton
                visit={visit}
                action="/account/places/forget"
                words={tell('forget', locale)}
                of={name(row)}
                hidden={{ place: row.place }}
              />
            ),
          },
        ]}
        rows={places}
        rowKey={(row) => row.place}
      />
      <p>{tell('placesLead', locale)}</p>
    </section>
  )
}

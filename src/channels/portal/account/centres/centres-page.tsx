import { Button } from '#channels/face/button.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { icon } from '#channels/face/icon.tsx'
import { paths } from '#channels/face/paths.ts'
import { StatusPill } from '#channels/face/status-pill.tsx'
import { formatNumber } from '#kernel/format.ts'
import { type Locale, say } from '#kernel/text.ts'
import type { Office } from '#platform/appointments/office.ts'
import { devicesText, hoursOf, isOpen } from '#platform/appointments/opening.ts'
import { CentresMap } from './centres-map.tsx'
import type { Place, Wanted } from './place.ts'
import { words } from './words.ts'

interface CentresPageProps {
  readonly locale: Locale
  readonly places: readonly Place[]
  readonly wanted: Wanted
  readonly now: Date
}

/** Every centre on a map and in a list; the list alone says everything. */
export function CentresPage(props: CentresPageProps) {
  const { locale, places } = props
  const found = places.filter(({ centres }) => centres.length > 0)
  return (
    <div class="stack">
      <h1>{words.title[locale]}</h1>
      <p>{words.lead[locale]}</p>
      <Finder {...props} />
      {found.length === 0 && <EmptyState icon="map-pin" words={words.none[locale]} />}
      <CentresMap places={places} locale={locale} />
      {found.length > 0 && (
        <section class="stack" aria-labelledby="list">
          <h2 id="list">{words.list[locale]}</h2>
          <div class="row" data-nearest hidden>
            <Button type="button" look="quiet" icon="locate">
              {words.nearest[locale]}
            </Button>
            <p class="muted">{words.nearestLead[locale]}</p>
            <p
              role="status"
              class="w-full"
              data-done={words.nearestDone[locale]}
              data-failed={words.nearestFailed[locale]}
            />
          </div>
          <ol class="grid gap-4 sm:grid-cols-2" data-places data-away={words.away[locale]}>
            {found.map((place) => (
              <OnePlace key={place.city} place={place} {...props} />
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

function OnePlace({ place, locale, now }: CentresPageProps & { readonly place: Place }) {
  return (
    <li
      id={`city-${place.city}`}
      class="sheet stack stack-tight"
      data-latitude={place.latitude}
      data-longitude={place.longitude}
    >
      <h3 class="row">
        <span class="map-number">{place.number}</span>
        {place.name[locale]}
      </h3>
      <p class="muted" data-distance hidden={place.away === undefined}>
        {place.away !== undefined &&
          say(words.away, locale, { n: formatNumber(Math.round(place.away), locale) })}
      </p>
      <ul class="stack stack-tight">
        {place.centres.map((centre) => (
          <Centre key={centre.id} centre={centre} locale={locale} now={now} />
        ))}
      </ul>
    </li>
  )
}

function Centre({
  centre,
  locale,
  now,
}: {
  readonly centre: Office
  readonly locale: Locale
  readonly now: Date
}) {
  const open = isOpen(centre, now)
  return (
    <li class="centre">
      <h4 class="row">
        {icon(centre.kind === 'kiosks' ? 'monitor-smartphone' : 'landmark')}
        {centre.name[locale]}
      </h4>
      {centre.devices && <p>{devicesText(centre.devices)[locale]}</p>}
      <p>{centre.address[locale]}</p>
      <p class="row">
        <StatusPill
          tone={open ? 'good' : 'quiet'}
          icon="clock"
          words={words[open ? 'open' : 'closed'][locale]}
        />
        <span class="muted">{hoursOf(centre)[locale]}</span>
      </p>
      <p class="muted">
        {words.section[locale]}:{' '}
        {centre.sections.map((section) => words[section][locale]).join(locale === 'ar' ? '، ' : ', ')}
      </p>
    </li>
  )
}

function Finder({ locale, places, wanted }: CentresPageProps) {
  const cities = places
    .toSorted((a, b) => a.number - b.number)
    .map(({ city, name }) => [city, name[locale]] as const)
  return (
    <form class="sheet finder-form" method="get" action={paths.centres} aria-label={words.form[locale]}>
      <Select
        name="city"
        label={words.city[locale]}
        value={wanted.city}
        options={[['', words.allCities[locale]], ...cities]}
      />
      <Select
        name="kind"
        label={words.kind[locale]}
        value={wanted.kind}
        options={[
          ['', words.anyKind[locale]],
          ['offices', words.offices[locale]],
          ['devices', words.devices[locale]],
        ]}
      />
      <Select
        name="section"
        label={words.section[locale]}
        value={wanted.section}
        options={[
          ['', words.anySection[locale]],
          ['women', words.women[locale]],
          ['men', words.men[locale]],
        ]}
      />
      <Select
        name="near"
        label={words.near[locale]}
        value={wanted.near}
        options={[['', words.nearNone[locale]], ...cities]}
      />
      <label class="row">
        <input class="checkbox" type="checkbox" name="open" value="now" checked={wanted.openNow} />
        {words.openOnly[locale]}
      </label>
      <Button icon="search">{words.show[locale]}</Button>
    </form>
  )
}

const Select = ({
  name,
  label,
  value,
  options,
}: {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
}) => (
  <label>
    <span class="part-label">{label}</span>
    <select class="select" name={name}>
      {options.map(([each, shown]) => (
        <option key={each} value={each} selected={each === value}>
          {shown}
        </option>
      ))}
    </select>
  </label>
)

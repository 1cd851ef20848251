import type { ComponentChildren } from 'preact'
import type { Locale } from '#kernel/text.ts'
import { aroundRiyadh, contains, extent, kingdom, outline, placed, type Section } from './outline.ts'
import type { Place } from './place.ts'
import { words } from './words.ts'

/** Numbers stand beside their places where these lie close together: units of the drawing. */
const beside: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  jeddah: [-36, 14],
  makkah: [-6, -40],
  taif: [36, 22],
  riyadh: [48, 34],
  diriyah: [-36, -42],
}

/** The Kingdom with its centres, and the surroundings of Riyadh enlarged. The list below says all that it shows. */
export function CentresMap({
  places,
  locale,
}: {
  readonly places: readonly Place[]
  readonly locale: Locale
}) {
  const near = places.filter((place) => contains(aroundRiyadh, place))
  const far = places.filter((place) => !contains(aroundRiyadh, place))
  const frame = {
    ...placed(kingdom, { latitude: aroundRiyadh.north, longitude: aroundRiyadh.west }),
    end: placed(kingdom, { latitude: aroundRiyadh.south, longitude: aroundRiyadh.east }),
  }
  return (
    <section class="map" aria-label={words.map[locale]}>
      <figure>
        <Drawing section={kingdom} label={words.mapLabel[locale]}>
          <rect
            class="map-frame"
            x={frame.x}
            y={frame.y}
            width={frame.end.x - frame.x}
            height={frame.end.y - frame.y}
          />
          {near.map((place) => (
            <circle key={place.city} class={look(place)} r="5" {...at(kingdom, place)} />
          ))}
          {far.map((place) => (
            <Marker key={place.city} section={kingdom} place={place} />
          ))}
        </Drawing>
        <figcaption class="muted">{words.mapKingdom[locale]}</figcaption>
      </figure>
      <figure>
        <Drawing section={aroundRiyadh} label={words.mapRiyadhLabel[locale]} land>
          {near.map((place) => (
            <Marker key={place.city} section={aroundRiyadh} place={place} />
          ))}
        </Drawing>
        <figcaption class="muted">{words.mapRiyadh[locale]}</figcaption>
      </figure>
      <ol class="map-legend">
        {places
          .toSorted((a, b) => a.number - b.number)
          .map((place) => (
            <li key={place.city}>
              <span class={place.centres.length > 0 ? 'map-number' : 'map-number map-number-none'}>
                {place.number}
              </span>
              {place.centres.length > 0 ? (
                <a href={`#city-${place.city}`}>{place.name[locale]}</a>
              ) : (
                <span class="muted">{place.name[locale]}</span>
              )}
            </li>
          ))}
      </ol>
    </section>
  )
}

function Drawing({
  section,
  label,
  land = false,
  children,
}: {
  readonly section: Section
  readonly label: string
  /** Lies wholly within the border. */
  readonly land?: boolean
  readonly children: ComponentChildren
}) {
  const { width, height } = extent(section)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      class={land ? 'map-inland' : undefined}
    >
      {!land && <path class="map-land" d={outline(section)} />}
      {children}
    </svg>
  )
}

function Marker({ section, place }: { readonly section: Section; readonly place: Place }) {
  const { x, y } = placed(section, place)
  const [dx, dy] = beside[place.city] ?? [0, 0]
  return (
    <g class={look(place)}>
      {(dx !== 0 || dy !== 0) && <path d={`M${x} ${y}L${x + dx} ${y + dy}`} />}
      {(dx !== 0 || dy !== 0) && <circle cx={x} cy={y} r="6" />}
      <circle cx={x + dx} cy={y + dy} r="22" />
      <text x={x + dx} y={y + dy} dy="0.36em">
        {place.number}
      </text>
    </g>
  )
}

const look = ({ centres }: Place): string => (centres.length > 0 ? 'map-place' : 'map-place map-none')

const at = (section: Section, place: Place) => {
  const { x, y } = placed(section, place)
  return { cx: x, cy: y }
}

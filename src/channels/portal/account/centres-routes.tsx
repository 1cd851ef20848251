import type { FastifyInstance } from 'fastify'
import { Button } from '#channels/face/button.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { fill } from '#channels/face/messages.ts'
import { paths } from '#channels/face/paths.ts'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import type { Text } from '#kernel/text.ts'
import { findOffices, type Office } from '#platform/appointments/office.ts'
import type { Platform } from '#platform/platform.ts'
import { portalNav } from '../nav.ts'
import { say } from './words.ts'

/** What a visitor narrows the list by; empty is all. */
interface Wanted {
  readonly city: string
  readonly kind: '' | 'offices' | 'devices'
  readonly section: '' | 'men' | 'women'
}

const oneOf = <T extends string>(known: readonly T[], given: unknown, otherwise: T): T =>
  known.find((one) => one === given) ?? otherwise

/** Where accounts are activated (register find-activation-centres): for anybody, from the foot of every page. */
export function centresRoutes(app: FastifyInstance, platform: Platform): void {
  app.get<{ Querystring: Readonly<Record<string, unknown>> }>(paths.centres, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const all = [
      ...(await findOffices(platform.db, { purpose: 'activation' })),
      ...(await findOffices(platform.db, { purpose: 'self-service' })),
    ]
    const cities = new Map(all.map(({ city, cityName }) => [city, cityName]))
    const wanted: Wanted = {
      city: oneOf([...cities.keys()], request.query.city, ''),
      kind: oneOf(['offices', 'devices'] as const, request.query.kind, ''),
      section: oneOf(['men', 'women'] as const, request.query.section, ''),
    }
    return sendPage(reply, platform, visit, {
      title: say('centres', visit.locale),
      nav: portalNav(visit),
      children: (
        <CentresPage
          visit={visit}
          cities={cities}
          wanted={wanted}
          offices={all.filter((office) => fits(office, wanted))}
        />
      ),
    })
  })
}

const fits = (office: Office, { city, kind, section }: Wanted): boolean =>
  (city === '' || office.city === city) &&
  (kind === '' || (kind === 'devices') === (office.kind === 'kiosks')) &&
  (section === '' || office.sections.includes('all') || office.sections.includes(section))

function CentresPage({
  visit,
  cities,
  wanted,
  offices,
}: {
  readonly visit: Visit
  readonly cities: ReadonlyMap<string, Text>
  readonly wanted: Wanted
  readonly offices: readonly Office[]
}) {
  const { locale } = visit
  const t = (word: Parameters<typeof say>[0]) => say(word, locale)
  return (
    <div class="stack">
      <h1>{t('centres')}</h1>
      <p>{t('centresLead')}</p>
      <form class="sheet row" method="get" action={paths.centres}>
        <Select
          name="city"
          label={t('city')}
          value={wanted.city}
          options={[['', t('allCities')], ...[...cities].map(([id, name]) => [id, name[locale]] as const)]}
        />
        <Select
          name="kind"
          label={t('kind')}
          value={wanted.kind}
          options={[
            ['', t('anyKind')],
            ['offices', t('offices')],
            ['devices', t('devices')],
          ]}
        />
        <Select
          name="section"
          label={t('section')}
          value={wanted.section}
          options={[
            ['', t('anySection')],
            ['men', t('men')],
            ['women', t('women')],
          ]}
        />
        <Button icon="search">{t('show')}</Button>
      </form>
      {offices.length === 0 && <EmptyState icon="map-pin" words={t('noCentres')} />}
      <ul class="grid gap-4 sm:grid-cols-2">
        {offices.map((office) => (
          <li key={office.id} class="sheet">
            <h2 class="text-base">{office.name[locale]}</h2>
            <p>{office.address[locale]}</p>
            <p class="muted">
              {office.kind === 'kiosks'
                ? t('always')
                : fill(t('hours'), { from: office.opens, to: office.closes })}
            </p>
            <p class="muted">
              {office.sections
                .flatMap((section) => (section === 'all' ? [] : [t(section)]))
                .join(locale === 'ar' ? '، ' : ', ')}
            </p>
          </li>
        ))}
      </ul>
    </div>
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
      {options.map(([each, words]) => (
        <option key={each} value={each} selected={each === value}>
          {words}
        </option>
      ))}
    </select>
  </label>
)

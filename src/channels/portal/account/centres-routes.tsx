import type { FastifyInstance } from 'fastify'
import { paths } from '#channels/face/paths.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { findOffices } from '#platform/appointments/office.ts'
import type { Platform } from '#platform/platform.ts'
import { portalNav } from '../nav.ts'
import { CentresPage } from './centres/centres-page.tsx'
import { placesOf, type Wanted } from './centres/place.ts'
import { words } from './centres/words.ts'

const oneOf = <T extends string>(known: readonly T[], given: unknown, otherwise: T): T =>
  known.find((one) => one === given) ?? otherwise

/** Where accounts are activated (register find-activation-centres): for anybody, from the foot of every page. */
export function centresRoutes(app: FastifyInstance, platform: Platform): void {
  const { db, clock } = platform
  app.get<{ Querystring: Readonly<Record<string, unknown>> }>(paths.centres, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const [officers, devices] = await Promise.all([
      findOffices(db, { purpose: 'activation' }),
      findOffices(db, { purpose: 'self-service' }),
    ])
    const offices = [...officers, ...devices]
    const cities = offices.map(({ city }) => city)
    const { query } = request
    const wanted: Wanted = {
      city: oneOf(cities, query.city, ''),
      kind: oneOf(['', 'offices', 'devices'], query.kind, ''),
      section: oneOf(['', 'men', 'women'], query.section, ''),
      openNow: query.open === 'now',
      near: oneOf(cities, query.near, ''),
    }
    const now = clock.now()
    return sendPage(reply, platform, visit, {
      title: words.title[visit.locale],
      nav: portalNav(visit),
      children: (
        <CentresPage
          locale={visit.locale}
          places={placesOf(offices, wanted, now)}
          wanted={wanted}
          now={now}
        />
      ),
    })
  })
}

import type { FastifyInstance } from 'fastify'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { dayOf } from '#kernel/day.ts'
import { servicesSeen } from '#platform/authority/authorise.ts'
import { carriedBy } from '#platform/documents/held.ts'
import type { Platform } from '#platform/platform.ts'
import { myRequests } from '#platform/requests/read.ts'
import { BusinessHome, businessHome } from '../business/business-home.tsx'
import { portalMessages } from '../messages.ts'
import { portalNav } from '../nav.ts'
import { ActingHome } from './acting-home.tsx'
import { firstThings } from './first-things.ts'
import { SignedInHome, VisitorHome } from './home-page.tsx'

/** The front door: for a visitor what can be asked and done, for a person what needs them first. */
export async function homeRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get('/', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const { principal } = visit
    const m = portalMessages(visit.locale).home
    if (principal.kind !== 'person')
      return sendPage(reply, platform, visit, {
        title: m.title,
        description: m.lead,
        children: <VisitorHome visit={visit} catalogue={platform.catalogue} />,
      })
    const activated = principal.account === 'activated'
    // Whoever only registered has not proved who they are: nothing of the person's is shown.
    if (principal.actingFor?.kind === 'establishment')
      return sendPage(reply, platform, visit, {
        title: visit.acting?.name ?? m.title,
        nav: portalNav(visit),
        children: (
          <BusinessHome
            catalogue={platform.catalogue}
            {...(await businessHome(platform, visit, principal, principal.actingFor))}
          />
        ),
      })
    if (principal.actingFor) {
      const seen = servicesSeen(platform, principal).services ?? []
      return sendPage(reply, platform, visit, {
        title: m.title,
        nav: portalNav(visit),
        children: (
          <ActingHome
            visit={visit}
            catalogue={platform.catalogue}
            definitions={platform.catalogue.definitions.filter((one) => seen.includes(one.slug))}
            requests={
              await myRequests(platform, principal.actingFor.person, {
                limit: 10,
                open: true,
                services: seen,
              })
            }
          />
        ),
      })
    }
    const [things, requests, documents] = activated
      ? await Promise.all([
          firstThings(platform, principal),
          myRequests(platform, principal.person, { limit: 5, open: true }),
          carriedBy(platform, principal.person),
        ])
      : [[], [], []]
    return sendPage(reply, platform, visit, {
      title: m.title,
      nav: portalNav(visit),
      children: (
        <SignedInHome
          visit={visit}
          catalogue={platform.catalogue}
          activated={activated}
          things={things}
          requests={requests}
          documents={documents.slice(0, 4)}
          today={dayOf(platform.clock.now())}
        />
      ),
    })
  })
}

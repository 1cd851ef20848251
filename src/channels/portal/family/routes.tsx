import type { FastifyInstance } from 'fastify'
import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { fill } from '#channels/face/messages.ts'
import { requireActivated } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { dayOf } from '#kernel/day.ts'
import { childrenInCare } from '#platform/authority/for-child.ts'
import { viewedBy } from '#platform/authority/viewing.ts'
import { lookAtDocuments } from '#platform/documents/look.ts'
import type { Platform } from '#platform/platform.ts'
import { addressOf, OneCard } from '../mine/one-card.tsx'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { FamilyPage } from './family-page.tsx'
import { tell } from './words.ts'

/** One’s family: the children, what may be done for each, and whose documents may be looked at. */
export async function familyRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get('/family', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const [children, viewed] = await Promise.all([
      childrenInCare(platform, person.value.person),
      viewedBy(platform, person.value.person, 'documents'),
    ])
    return sendPage(reply, platform, visit, {
      title: tell('title', visit.locale),
      nav: portalNav(visit),
      children: (
        <FamilyPage
          visit={visit}
          catalogue={platform.catalogue}
          children={children}
          adults={viewed.filter((one) => one.right.ground === 'consent')}
        />
      ),
    })
  })

  app.get<{ Params: { id: string } }>('/family/:id/documents', async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requireActivated(request)
    if (!person.ok) return sendProblem(reply, platform, visit, person.error)
    const seen = await lookAtDocuments(platform, person.value, request.params.id)
    if (!seen.ok) return sendProblem(reply, platform, visit, seen.error)
    const { owner, documents } = seen.value
    const { locale } = visit
    const title = fill(tell('documentsOf', locale), { name: owner.shortName[locale] })
    return sendPage(reply, platform, visit, {
      title,
      nav: portalNav(visit),
      children: (
        <div class="stack">
          <BackLink href="/family" locale={locale} />
          <h1>{title}</h1>
          <p class="lead">{tell('documentsLead', locale)}</p>
          {documents.length === 0 && <EmptyState icon="id-card" words={tell('documentsNone', locale)} />}
          <div class="cards">
            {documents.map((one) => (
              <OneCard
                key={addressOf(one)}
                document={one}
                locale={locale}
                today={dayOf(platform.clock.now())}
              />
            ))}
          </div>
        </div>
      ),
    })
  })
}

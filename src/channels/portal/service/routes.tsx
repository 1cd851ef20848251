import type { FastifyInstance } from 'fastify'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { dayOf } from '#kernel/day.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { openService } from '#platform/requests/open.ts'
import { postedText } from '../account/body.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { inquiryRoutes, sendInquiry } from './inquiry-routes.tsx'
import { ProcedurePage } from './procedure-page.tsx'
import { ServicePage } from './service-page.tsx'

/** One address for every entry of the catalogue, whatever its kind. */
export async function serviceRoutes(app: FastifyInstance, platform: Platform): Promise<void> {
  app.get<{ Params: { slug: string }; Querystring: { subject?: string } }>(
    '/services/:slug',
    async (request, reply) => {
      const visit = await visitOf(platform, request)
      const definition = platform.catalogue.find(request.params.slug)
      if (!definition) return sendProblem(reply, platform, visit, problems.notFound)
      if (definition.kind === 'inquiry')
        return sendInquiry(reply, platform, visit, definition, { raw: {}, subject: request.query.subject })
      const page = {
        title: definition.title[visit.locale],
        description: definition.summary[visit.locale],
        nav: portalNav(visit),
      }
      if (definition.kind === 'procedure')
        return sendPage(reply, platform, visit, {
          ...page,
          children: <ProcedurePage visit={visit} catalogue={platform.catalogue} definition={definition} />,
        })
      const opening = await openService(platform, visit.principal, definition, request.query.subject)
      if (!opening.ok) return sendProblem(reply, platform, visit, opening.error)
      return sendPage(reply, platform, visit, {
        ...page,
        children: (
          <ServicePage
            visit={visit}
            catalogue={platform.catalogue}
            service={definition}
            opening={opening.value}
            today={dayOf(platform.clock.now())}
          />
        ),
      })
    },
  )

  app.post<{ Params: { slug: string } }>(
    '/services/:slug/start',
    { preHandler: verifyCsrf },
    async (request, reply) => {
      const visit = await visitOf(platform, request)
      const draft = await startDraft(platform, visit.principal, {
        service: request.params.slug,
        subject: postedText(request, 'subject'),
        key: postedText(request, '_key').slice(0, 100),
      })
      if (!draft.ok) return sendProblem(reply, platform, visit, draft.error)
      return reply.redirect(`/requests/${draft.value.reference}/form`, 303)
    },
  )

  await inquiryRoutes(app, platform)
}

import type { FastifyPluginAsync } from 'fastify'
import { CrossSite } from '#channels/face/session.ts'
import { visitOf } from '#channels/face/visit.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { abroadRoutes } from './abroad/abroad-routes.tsx'
import { activationRoutes } from './activation/activation-routes.tsx'
import { reviewRoutes } from './activation/review-routes.tsx'
import { atWork } from './at-work.tsx'
import { caseRoutes } from './case/case-routes.tsx'
import { deskRoutes } from './desk/desk-routes.tsx'
import { kiosksRoutes } from './kiosks/kiosks-routes.tsx'
import { lostMobileRoutes } from './lost-mobile/routes.tsx'
import { operationsRoutes } from './operations/operations-routes.tsx'
import { sessionsRoutes } from './operations/sessions-routes.tsx'
import { sendProblem } from './problem-page.tsx'
import { queueRoutes } from './queue-routes.tsx'
import { suspicionsRoutes } from './suspicions/suspicions-routes.tsx'

/**
 * The office: officers, HTML, under `/office`; the door itself is `signInRoutes` of the account pages.
 * Needs what `src/channels/server.ts` puts on the root.
 */
export const officeChannel =
  (platform: Platform): FastifyPluginAsync =>
  async (app) => {
    app.setErrorHandler(async (error, request, reply) => {
      if (!(error instanceof CrossSite)) throw error
      return sendProblem(reply, platform, await visitOf(platform, request), error.problem)
    })
    const rooms = [
      queueRoutes,
      caseRoutes,
      deskRoutes,
      activationRoutes,
      reviewRoutes,
      suspicionsRoutes,
      abroadRoutes,
      lostMobileRoutes,
      operationsRoutes,
      sessionsRoutes,
      kiosksRoutes,
    ]
    for (const routes of rooms) routes(app, platform)
    app.get(
      '/office/*',
      atWork(platform, async ({ problem }) => problem(problems.notFound)),
    )
  }

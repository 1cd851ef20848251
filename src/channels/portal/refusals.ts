import type { FastifyInstance } from 'fastify'
import { CrossSite } from '#channels/face/session.ts'
import { visitOf } from '#channels/face/visit.ts'
import type { Platform } from '#platform/platform.ts'
import { sendProblem } from './problem-page.tsx'

/** Shows as a page what a `preHandler` of these routes refuses; other errors go on to the server's handler. */
export function refusals(app: FastifyInstance, platform: Platform): void {
  app.setErrorHandler(async (error, request, reply) => {
    if (!(error instanceof CrossSite)) throw error
    return sendProblem(reply, platform, await visitOf(platform, request), error.problem)
  })
}

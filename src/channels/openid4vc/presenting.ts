import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { base } from '#platform/openid4vc/addresses.ts'
import { takeAnswer } from '#platform/openid4vc/answer.ts'
import { signedRequest } from '#platform/openid4vc/presentation.ts'
import { refusal } from '#platform/openid4vc/refusal.ts'
import type { RequestKey } from '#platform/openid4vc/request-key.ts'
import type { Platform } from '#platform/platform.ts'
import { sendRefusal } from './send-refusal.ts'

/** A wallet reads a question and answers it. */
export function presenting(app: FastifyInstance, platform: Platform, key: RequestKey): void {
  app.get<{ Params: { id: string } }>(`${base}/requests/:id`, async (request, reply) => {
    const signed = await signedRequest(platform, key, request.params.id)
    if (signed === undefined)
      return sendRefusal(reply, { ...refusal('invalid_request', 'this request is over'), status: 404 })
    return reply.header('cache-control', 'no-store').type('application/oauth-authz-req+jwt').send(signed)
  })

  app.post<{ Params: { id: string } }>(`${base}/requests/:id`, async (request, reply) => {
    const form = z.record(z.string(), z.string()).safeParse(request.body)
    if (!form.success) return sendRefusal(reply, refusal('invalid_request', 'each parameter once, as a form'))
    const taken = await takeAnswer(platform, key.clientId, request.params.id, form.data)
    return taken.ok ? reply.header('cache-control', 'no-store').send({}) : sendRefusal(reply, taken.error)
  })
}

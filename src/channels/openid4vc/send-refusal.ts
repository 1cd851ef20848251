import type { FastifyReply } from 'fastify'
import type { WalletRefusal } from '#platform/openid4vc/refusal.ts'

/** A refusal as OAuth writes it. */
export function sendRefusal(reply: FastifyReply, it: WalletRefusal): FastifyReply {
  const { status, error, error_description, retryAfter } = it
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
  if (status === 401) reply.header('www-authenticate', `DPoP error="${error}"`)
  return reply.code(status).header('cache-control', 'no-store').send({ error, error_description })
}

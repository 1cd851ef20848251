import type { IncomingMessage } from 'node:http'
import type { FastifyRequest } from 'fastify'
import { sessionOfRequest } from '#channels/face/session.ts'
import type { Session } from '#platform/accounts/session.ts'

/** The provider sees plain requests of Node; here each finds its way back to the one that Fastify knows. */
const arrivals = new WeakMap<IncomingMessage, FastifyRequest>()

export const arrive = (request: FastifyRequest): void => void arrivals.set(request.raw, request)

/** @throws when the request did not come through this channel. */
export function arrivalOf(raw: IncomingMessage): FastifyRequest {
  const request = arrivals.get(raw)
  if (!request) throw new Error('A request reached the provider past its channel.')
  return request
}

/** The portal session of a person; officers at work sign in nowhere else. */
export function personalSession(request: FastifyRequest): Session | undefined {
  const session = sessionOfRequest(request)
  return session?.officer === undefined ? session : undefined
}

/** When somebody proved who they are, in seconds as tokens count. */
export const authTime = (session: Pick<Session, 'startedAt'>): number =>
  Math.floor(session.startedAt.getTime() / 1000)

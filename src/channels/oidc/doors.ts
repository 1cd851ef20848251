import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type Provider from 'oidc-provider'
import type { Platform } from '#platform/platform.ts'
import { discovery, routes } from './addresses.ts'
import { arrive } from './arrival.ts'

/**
 * Puts the provider on the server. It reads bodies itself, so this scope parses none. What it believes of
 * its own address is the configured origin, whatever a proxy or a client writes in the headers.
 */
export function doors(app: FastifyInstance, { config }: Platform, provider: Provider): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  const { host, protocol } = new URL(config.origin)
  const answer = provider.callback()

  const handle = (request: FastifyRequest, reply: FastifyReply): void => {
    arrive(request)
    request.raw.headers.host = host
    request.raw.headers['x-forwarded-proto'] = protocol.slice(0, -1)
    delete request.raw.headers['x-forwarded-host']
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value)
    reply.hijack()
    void answer(request.raw, reply.raw)
  }

  const { authorization, end_session: signOut, ...others } = routes
  for (const url of [discovery, ...Object.values(others)]) app.all(url, handle)
  for (const url of [authorization, `${authorization}/:uid`]) app.all(url, handle)
  for (const url of [signOut, `${signOut}/confirm`, `${signOut}/success`]) app.all(url, handle)
}

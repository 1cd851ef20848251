import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { take } from '#platform/guard/throttle.ts'
import { base } from '#platform/openid4vc/addresses.ts'
import {
  issuerMetadata,
  keyMetadata,
  serverMetadata,
  typeMetadata,
  wellKnown,
} from '#platform/openid4vc/metadata.ts'
import { openRequestKey } from '#platform/openid4vc/request-key.ts'
import type { Platform } from '#platform/platform.ts'
import { issuing } from './issuing.ts'
import { presenting } from './presenting.ts'
import { sendRefusal } from './send-refusal.ts'

/** Calls a minute from one address: a wallet makes a handful. */
const perMinute = 60

/**
 * What wallets of others speak: taking a document (OpenID4VCI 1.0, pre-authorised) and answering a question
 * (OpenID4VP 1.0). Programs alone come here; cookies do not count, and every origin may read.
 */
export const openid4vcChannel =
  (platform: Platform): FastifyPluginAsync =>
  async (app) => {
    const key = await openRequestKey(platform.config, platform.clock.now())
    open(app, wellKnown.issuer, () => issuerMetadata(platform))
    open(app, wellKnown.server, () => serverMetadata(platform))
    open(app, wellKnown.keys, () => keyMetadata(platform))
    app.get<{ Params: { document: string } }>(`${base}/types/:document`, async (request, reply) => {
      const known = typeMetadata(platform, request.params.document)
      return shared(reply)
        .code(known ? 200 : 404)
        .send(known)
    })
    await app.register(async (scope) => {
      forms(scope)
      scope.addHook('onRequest', async (request, reply) => throttled(platform, request, reply))
      issuing(scope, platform)
      presenting(scope, platform, key)
    })
  }

/** Read by any program, from any page. */
const shared = (reply: FastifyReply): FastifyReply =>
  reply.headers({ 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' })

const open = (app: FastifyInstance, path: string, answer: () => object): void => {
  app.get(path, async (_request, reply) => shared(reply).send(answer()))
}

/** RFC 6749, section 3.2: a parameter comes once. */
function forms(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: 65_536 },
    (_request, body, done) => {
      try {
        done(null, JSON.parse(String(body)))
      } catch {
        done(null, undefined)
      }
    },
  )
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 65_536 },
    (_request, body, done) => {
      const params = new URLSearchParams(String(body))
      const names = [...params.keys()]
      const once = new Set(names).size === names.length && !names.includes('__proto__')
      done(null, once ? Object.fromEntries(params) : undefined)
    },
  )
}

async function throttled({ db, clock, vault }: Platform, request: FastifyRequest, reply: FastifyReply) {
  const allowed = await take(
    db,
    { key: `openid4vc:${vault.index(request.ip)}`, limit: perMinute, per: 60 },
    clock.now(),
  )
  if (allowed.ok) return
  const { retryAfter } = allowed.error
  const error = 'temporarily_unavailable'
  return sendRefusal(reply, { status: 429, error, error_description: 'too many calls', retryAfter })
}

import { resolve } from 'node:path'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance } from 'fastify'
import { largestUpload } from '#platform/files/accept.ts'
import type { Platform } from '#platform/platform.ts'
import { apiChannel } from './api/channel.tsx'
import { preferences } from './face/preferences.ts'
import { sessions } from './face/session.ts'
import { visualCodeRoutes } from './face/visual-code-routes.ts'
import { faults } from './faults.ts'
import { healthChannel } from './health.ts'
import { kioskChannel } from './kiosk/channel.ts'
import { officeChannel } from './office/channel.tsx'
import { oidcChannel } from './oidc/channel.ts'
import { openid4vcChannel } from './openid4vc/channel.ts'
import type { Biller } from './partners/callback-operations.ts'
import { partnersChannel } from './partners/channel.ts'
import { portalChannel } from './portal/channel.ts'
import { verifyChannel } from './verify/channel.tsx'
import { walletChannel } from './wallet/channel.ts'
import { oneOfEach, wellFormed } from './well-formed.ts'

const assets = resolve(import.meta.dirname, '../../dist/assets')

/** Fonts, styles and scripts never change under one name. */
const forever = { immutable: true, maxAge: '1y', preCompressed: true, index: false } as const

/** Requests a minute from one address, over all pages; the doors have throttles of their own besides. */
const perMinute = 1200

/** Every channel on one server, not listening yet: a test injects, `main` listens. */
export async function createWeb(
  platform: Platform,
  { biller }: { readonly biller: Biller | undefined },
): Promise<FastifyInstance> {
  const app = Fastify({
    forceCloseConnections: 'idle',
    bodyLimit: 1_048_576,
    trustProxy: (_address: string, hop: number) => hop < platform.config.trustedProxies,
    routerOptions: { maxParamLength: 4096, querystringParser: oneOfEach },
  })
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy(platform) },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: platform.config.origin.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  })
  // Nobody’s page looks or listens; the verifier’s says otherwise of itself.
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(), microphone=()')
  })
  await app.register(underPressure, { maxEventLoopDelay: 3000, retryAfter: 5 })
  await app.register(rateLimit, { max: perMinute, timeWindow: '1 minute' })
  await app.register(cookie)
  await app.register(formbody)
  await app.register(multipart, {
    attachFieldsToBody: true,
    limits: { fileSize: largestUpload, files: 5, fields: 100, fieldSize: 100_000 },
  })
  await app.register(fastifyStatic, { root: assets, prefix: '/assets/', ...forever })
  sessions(app, platform)
  wellFormed(app)
  preferences(app)
  visualCodeRoutes(app, platform)
  faults(app, platform)
  await app.register(healthChannel(platform))
  await app.register(portalChannel(platform))
  await app.register(oidcChannel(platform))
  await app.register(openid4vcChannel(platform))
  await app.register(officeChannel(platform))
  await app.register(kioskChannel(platform))
  await app.register(apiChannel(platform))
  await app.register(partnersChannel(platform, { biller }))
  await app.register(verifyChannel(platform))
  await app.register(walletChannel(platform))
  return app
}

/** Nothing from elsewhere and nothing inline; a form may lead on to the payment provider alone. */
function policy({ config }: Platform) {
  const self = ["'self'"]
  const provider = config.sandbox
    ? `http://localhost:${config.sandbox.port}`
    : config.biller && new URL(config.biller.url).origin
  return {
    defaultSrc: ["'none'"],
    scriptSrc: self,
    workerSrc: self,
    styleSrc: self,
    imgSrc: ["'self'", 'data:'],
    fontSrc: self,
    connectSrc: self,
    mediaSrc: self,
    manifestSrc: self,
    formAction: provider ? [...self, provider] : self,
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  }
}

import type { FastifyPluginAsync } from 'fastify'
import type { Platform } from '#platform/platform.ts'
import { doors } from './doors.ts'
import { interactionRoutes } from './interaction-routes.tsx'
import { moments } from './moments.tsx'
import { createProvider } from './provider.ts'
import { providerPages } from './provider-pages.tsx'
import { sitesRoutes } from './sites-routes.tsx'

/**
 * Signing in to other organisations' sites with the account here: OpenID Connect in the FAPI 2.0 security
 * profile, consent, and the list of connected sites. Needs what `src/channels/server.ts` puts on the root.
 */
export const oidcChannel =
  (platform: Platform): FastifyPluginAsync =>
  async (app) => {
    const provider = await createProvider(platform, providerPages(platform))
    moments(provider, platform)
    await app.register(async (raw) => doors(raw, platform, provider))
    interactionRoutes(app, platform, provider)
    sitesRoutes(app, platform)
  }

import type { FastifyPluginAsync } from 'fastify'
import type { Platform } from '#platform/platform.ts'
import { walletApi } from './api-routes.ts'
import { walletPages } from './page-routes.ts'

/** Documents on the phone: an app that installs from its page and opens without a connection, and what it asks. */
export const walletChannel =
  (platform: Platform): FastifyPluginAsync =>
  async (app) => {
    walletPages(app, platform)
    walletApi(app, platform)
  }

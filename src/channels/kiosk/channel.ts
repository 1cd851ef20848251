import type { FastifyPluginAsync } from 'fastify'
import type { Platform } from '#platform/platform.ts'
import { kioskApi } from './api-routes.ts'
import { kioskPages } from './page-routes.ts'

/** Self-service devices: their page and what it asks. Their operator's list is a room of the office. */
export const kioskChannel =
  (platform: Platform): FastifyPluginAsync =>
  async (app) => {
    kioskPages(app, platform)
    kioskApi(app, platform)
  }

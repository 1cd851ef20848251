import type { FastifyInstance } from 'fastify'
import { createWeb } from '#channels/server.ts'
import { systemClock } from '#kernel/clock.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { freePort } from '#platform/database/embedded/cluster.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import type { Platform } from '#platform/platform.ts'
import { testPlatform } from './database.ts'

/** The specimen's platform in real time, on a port of its own, whose server can go away and come back. */
export interface Site {
  readonly platform: Platform
  readonly origin: string
  start(): Promise<void>
  stop(): Promise<void>
}

export async function aSite(): Promise<Site> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const catalogue = await discover(new URL('../../src/platform/fixtures', import.meta.url).pathname)
  const { platform: made } = await testPlatform({ catalogue, clock: systemClock })
  const platform: Platform = { ...made, config: { ...made.config, origin } }
  await createLanterns(platform.db)
  let app: FastifyInstance | undefined
  return {
    platform,
    origin,
    start: async () => {
      app = await createWeb(platform, { biller: undefined })
      await app.listen({ port, host: 'localhost' })
    },
    stop: async () => {
      await app?.close()
      app = undefined
    },
  }
}

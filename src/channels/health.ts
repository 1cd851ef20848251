import type { FastifyPluginAsync } from 'fastify'
import type { Platform } from '#platform/platform.ts'

/** For whoever keeps the process running: `/healthz` says that it lives, `/readyz` that it can serve. */
export const healthChannel =
  ({ pool, log }: Pick<Platform, 'pool' | 'log'>): FastifyPluginAsync =>
  async (app) => {
    app.get('/healthz', async (_request, reply) =>
      reply.header('cache-control', 'no-store').send({ status: 'live' }),
    )
    app.get('/readyz', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
      try {
        await pool.query('select 1')
        return reply.send({ status: 'ready' })
      } catch (error) {
        log.warn({ err: error }, 'the database does not answer')
        return reply.code(503).header('retry-after', 5).send({ status: 'database-unreachable' })
      }
    })
  }

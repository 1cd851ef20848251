import { readFile } from 'node:fs/promises'
import fastifyFormbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { exportJWK, generateKeyPair } from 'jose'
import { systemClock } from '#kernel/clock.ts'
import { registerClient } from '#platform/partners/client.ts'
import { bank, bankClient } from '#sandbox/bank/bank.tsx'
import type { TestPlatform } from './database.ts'
import { programServer } from './program.ts'

/** What passed between the played bank and the world. */
export interface BankTraffic {
  /** What its own operator delivered. */
  readonly texts: { to: string; from: string; text: string }[]
  /** What the platform was asked. */
  asked: Record<string, unknown>[]
  /** Whether the platform's answers get lost on the way. */
  answersGetLost: boolean
}

/** The played bank as a partner of a platform, under `/bank` of a world of its own. */
export async function aBank(at: TestPlatform): Promise<{ world: FastifyInstance; traffic: BankTraffic }> {
  const traffic: BankTraffic = { texts: [], asked: [], answersGetLost: false }
  const web = await programServer(at.platform)
  web.addHook('preHandler', async (request) => {
    // The path takes JSON objects alone.
    if (request.url.endsWith('/activations')) traffic.asked.push(request.body as Record<string, unknown>)
  })
  web.addHook('onSend', async (request, reply, payload) => {
    if (!traffic.answersGetLost || !request.url.endsWith('/activations')) return payload
    reply.code(502)
    return '{}'
  })
  const portalApi = await web.listen({ port: 0, host: '127.0.0.1' })
  const pair = await generateKeyPair('EdDSA', { extractable: true })
  await registerClient(at.db, {
    clientId: bankClient,
    name: { ar: 'مصرف', en: 'Bank' },
    jwks: { keys: [{ kty: 'OKP', ...(await exportJWK(pair.publicKey)) }] },
    scopes: ['activations:write', 'mobiles:write', 'bills:write'],
  })
  const part = bank(
    {
      portal: at.platform.config.origin,
      portalApi,
      origin: () => '',
      clock: systemClock,
      keys: { [bankClient]: await exportJWK(pair.privateKey) },
    },
    { secret: 'shared', sendText: (to, message) => void traffic.texts.push({ to, ...message }) },
  )
  const world = Fastify()
  const css = await readFile(new URL('../../src/sandbox/sandbox.css', import.meta.url))
  world.get('/sandbox.css', (_request, reply) => reply.type('text/css').send(css))
  await world.register(fastifyFormbody)
  await world.register(async (scope) => part.register(scope), { prefix: '/bank' })
  return { world, traffic }
}

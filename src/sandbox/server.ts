import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import fastifyFormbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { type Clock, systemClock } from '#kernel/clock.ts'
import { bank } from '#sandbox/bank/bank.tsx'
import { biller } from '#sandbox/biller/biller.tsx'
import { camera } from '#sandbox/camera/camera.tsx'
import { fingerprint } from '#sandbox/fingerprint/fingerprint.tsx'
import { gate } from '#sandbox/gate/gate.tsx'
import { hospital } from '#sandbox/hospital/hospital.tsx'
import { indexBody, indexTitle } from '#sandbox/index-page.tsx'
import { operator } from '#sandbox/operator/operator.tsx'
import { sendPage } from '#sandbox/page.tsx'
import type { Part, Surroundings } from '#sandbox/part.ts'
import { phone } from '#sandbox/phone/phone.ts'
import { wallet } from '#sandbox/wallet/wallet.tsx'

export interface SandboxOptions {
  /** Where the pages are served; 0 takes a free port, for tests. */
  readonly port: number
  readonly host?: string
  /** The sandbox refuses to play the outside world beside a real one. */
  readonly production: boolean
  readonly portal: string
  /** Taken to be the portal's address when it is not given. */
  readonly portalApi?: string
  readonly keys: Readonly<Record<string, JsonWebKey>>
  readonly clock?: Clock
  readonly phone: {
    readonly smppPort: number
    readonly smtpPort: number
    /** What the platform's gateway binds with; anyone else is refused. */
    readonly systemId: string
    readonly password: string
  }
  /** What the platform shares with its biller, its bank, its matcher and its operator, for signed messages. */
  readonly secrets: Readonly<Record<'biller' | 'bank' | 'fingerprint' | 'operator', string>>
}

export interface Sandbox {
  readonly app: FastifyInstance
  readonly origin: string
  readonly parts: readonly Part[]
  /** The ports that the text message centre and the mail server listen on. */
  readonly phone: { readonly smppPort: number; readonly smtpPort: number }
  close(): Promise<void>
}

/**
 * Starts the outside world on its own port: phone, and whatever else is listed in `parts`.
 * Throws when it is asked for in production, or when a port is taken.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  if (options.production) {
    throw new Error(
      'The sandbox plays banks, phones and cameras, so it does not start in production mode. Turn the sandbox off, or leave production mode.',
    )
  }
  const host = options.host ?? '127.0.0.1'
  const app = Fastify({ bodyLimit: 1_048_576, forceCloseConnections: true })
  const surroundings: Surroundings = {
    portal: options.portal,
    portalApi: options.portalApi ?? options.portal,
    origin: () => originOf(app, host),
    clock: options.clock ?? systemClock,
    keys: options.keys,
  }

  const thePhone = await phone(surroundings, { host, ...options.phone })
  const parts: readonly Part[] = [
    thePhone,
    bank(surroundings, { secret: options.secrets.bank, sendText: thePhone.receive }),
    biller(surroundings, { secret: options.secrets.biller }),
    camera(surroundings),
    gate(surroundings),
    fingerprint(surroundings, { secret: options.secrets.fingerprint }),
    operator(surroundings, { secret: options.secrets.operator }),
    hospital(surroundings),
    wallet(surroundings),
  ]

  await app.register(fastifyFormbody)
  app.addHook('onSend', async (_request, reply) => {
    reply.header(
      'content-security-policy',
      "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
    )
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
  })
  const css = await readFile(new URL('./sandbox.css', import.meta.url))
  app.get('/sandbox.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(css))
  app.get('/', (request, reply) =>
    sendPage(request, reply, {
      title: indexTitle,
      body: (locale) => indexBody(parts, options.portal, locale),
    }),
  )
  for (const part of parts) {
    await app.register(async (scope) => part.register(scope), { prefix: `/${part.name}` })
  }
  app.addHook('onClose', async () => {
    await Promise.all(parts.map((part) => part.close?.()))
  })

  try {
    await app.listen({ port: options.port, host })
  } catch (error) {
    await app.close()
    throw error
  }
  return { app, origin: originOf(app, host), parts, phone: thePhone.ports, close: () => app.close() }
}

function originOf(app: FastifyInstance, host: string): string {
  // A listening TCP server always has an AddressInfo; a string is only for pipes.
  const { port } = app.server.address() as AddressInfo
  return `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
}

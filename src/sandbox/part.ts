import type { FastifyInstance } from 'fastify'
import type { Clock } from '#kernel/clock.ts'
import type { Text } from '#kernel/text.ts'

/** What the sandbox knows of the platform that it surrounds: addresses and its own keys, nothing more. */
export interface Surroundings {
  /** The portal's public address, without a slash at the end: `http://localhost:8080`. */
  readonly portal: string
  /** The address that the partners' API is called at, without a slash at the end. */
  readonly portalApi: string
  /** The sandbox's own address, for links and callbacks. Known once it listens. */
  origin(): string
  readonly clock: Clock
  /** The private key (JWK) of each partner that is played here, by its client id. */
  readonly keys: Readonly<Record<string, JsonWebKey>>
}

/** One piece of the outside world: a phone, a bank, a biller, a camera. */
export interface Part {
  /** Its place in the address: `/phone`. */
  readonly name: string
  readonly title: Text
  /** One sentence: what a visitor does here. */
  readonly about: Text
  /** Adds its routes; `app` is already below `/{name}` and is its own Fastify scope. */
  register(app: FastifyInstance): Promise<void> | void
  /** Lets go of what `register` opened beside the HTTP server: other servers, timers. */
  close?(): Promise<void>
}

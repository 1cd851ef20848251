import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

export interface Route {
  readonly method: string
  /** As it was registered: `/documents/:id`. */
  readonly url: string
  /** How many methods it answers alike. */
  readonly methods: number
}

/** Every route that a server is given while it is made, so that a new one joins by itself. */
export async function routesOf(
  make: () => Promise<FastifyInstance>,
): Promise<{ readonly app: FastifyInstance; readonly routes: readonly Route[] }> {
  const routes: Route[] = []
  const born = 'fastify.initialization'
  const collect = (message: unknown) => {
    // What Fastify says on this channel is the server that it has just made.
    const { fastify } = message as { fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url }) => {
      const all = [method].flat()
      for (const each of all) routes.push({ method: each, url, methods: all.length })
    })
  }
  subscribe(born, collect)
  try {
    const app = await make()
    await app.ready()
    return { app, routes }
  } finally {
    unsubscribe(born, collect)
  }
}

/** The route that answers an address. */
export function routeAt(routes: readonly Route[], method: string, path: string): Route | undefined {
  const fits = routes.filter((route) => route.method === method && fitsPath(route.url, path))
  return fits.find(({ url }) => url === path) ?? fits[0]
}

const fitsPath = (url: string, path: string): boolean =>
  new RegExp(`^${url.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll(/:\w+/g, '[^/]+')}$`).test(path)

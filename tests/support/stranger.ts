import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { z } from 'zod'
import { type Route, routeAt } from './routes.ts'

/** Somebody whom nobody knows, with a browser, who has looked at what they can. */
export interface Stranger {
  readonly cookies: () => string
  readonly csrf: string
  /** What pages and documents call the fields of what is sent to a route, with the value that they bring along. */
  readonly fields: ReadonlyMap<Route, ReadonlyMap<string, string>>
  /** Addresses of a route to which the pages lead. */
  readonly addresses: ReadonlyMap<Route, readonly string[]>
  readonly send: (options: InjectOptions) => Promise<LightMyRequestResponse>
}

/** Pages of one route that are looked at: more than there are inquiries. */
const PAGES = 45

/** Opens the pages that lead on from the addresses without names in them, and reads forms and documents. */
export async function aStranger(
  app: FastifyInstance,
  routes: readonly Route[],
  handles: Readonly<Record<string, string>>,
): Promise<Stranger> {
  const jar = new Map(Object.entries(handles))
  const fields = new Map<Route, Map<string, string>>()
  const addresses = new Map<Route, string[]>()
  let csrf = ''
  let host = 0

  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  /** From an address of its own each time: nobody’s throttle is that of another. */
  const send = (options: InjectOptions) => {
    host += 1
    return app.inject({ remoteAddress: `198.18.${host >> 8}.${host & 255}`, ...options })
  }
  const note = (route: Route | undefined, names: readonly (readonly [string, string])[]) => {
    if (route) fields.set(route, new Map([...(fields.get(route) ?? []), ...names]))
  }
  const lead = (route: Route, path: string) => {
    const known = addresses.get(route) ?? []
    if (!known.includes(path)) addresses.set(route, [...known, path])
  }

  function readForms(body: string, here: string): void {
    for (const [form] of body.matchAll(/<form[\s\S]*?<\/form>/g)) {
      const path = / action="([^"?]*)/.exec(form)?.[1] ?? here
      const to = routeAt(routes, /^<form[^>]* method="post"/.test(form) ? 'POST' : 'GET', path)
      const inputs = form.matchAll(/<(?:input|select|textarea|button)\b[^>]*? name="([^"]*)"[^>]*>/g)
      note(
        to,
        [...inputs].map(([tag, name = '']) => [name, / value="([^"]*)"/.exec(tag)?.[1] ?? '']),
      )
      if (to) lead(to, path)
    }
  }

  const ahead = routes
    .filter(({ method, url }) => method === 'GET' && !/[:*]/.test(url))
    .map(({ url }) => url)
  const passed = new Set<string>()
  for (let url = ahead.shift(); url !== undefined; url = ahead.shift()) {
    const path = url.split('?')[0] ?? ''
    const route = routeAt(routes, 'GET', path)
    if (!route || passed.has(path) || (addresses.get(route)?.length ?? 0) >= PAGES) continue
    passed.add(path)
    lead(route, path)
    const answer = await send({ url, headers: { cookie: cookies() } })
    for (const { name, value } of answer.cookies) if (value) jar.set(name, value)
    if (!String(answer.headers['content-type']).startsWith('text/html')) continue
    csrf ||= /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? ''
    for (const [, to = ''] of answer.body.matchAll(/ href="(\/[^"#]*)/g))
      ahead.push(to.replaceAll('&amp;', '&'))
    readForms(answer.body, path)
  }
  for (const [document, base] of documents)
    for (const [method, path, names] of fieldsIn((await send({ url: document })).json()))
      note(
        routes.find((one) => one.method === method && [path, base + path].includes(one.url)),
        names.map((name) => [name, '']),
      )
  return { cookies, csrf, fields, addresses, send }
}

const documents = [
  ['/api/v1/openapi.json', '/api/v1'],
  ['/partners/openapi.json', '/partners/v1'],
] as const

const openApi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

/** What an OpenAPI document calls the fields that its operations take: method, path, names. */
const fieldsIn = (document: unknown): (readonly [string, string, readonly string[]])[] =>
  Object.entries(openApi.parse(document).paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, operation]) =>
        [
          method.toUpperCase(),
          path.replaceAll(/\{(\w+)\}/g, ':$1'),
          [...propertiesIn(document, operation)],
        ] as const,
    ),
  )

/** The names of all properties in a schema, those of what it refers to included. */
function propertiesIn(document: unknown, node: unknown, depth = 0, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null || depth > 14) return found
  for (const [key, value] of Object.entries(node)) {
    if (key === 'responses') continue
    if (key === 'properties') for (const name of Object.keys(value ?? {})) found.add(name)
    const next = key === '$ref' && typeof value === 'string' ? referred(document, value) : value
    propertiesIn(document, next, depth + 1, found)
  }
  return found
}

const referred = (document: unknown, reference: string): unknown =>
  reference
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
      document,
    )

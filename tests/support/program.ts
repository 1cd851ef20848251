import cookie from '@fastify/cookie'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import fastify, { type FastifyInstance } from 'fastify'
import { apiChannel } from '#channels/api/channel.tsx'
import { sessions } from '#channels/face/session.ts'
import { healthChannel } from '#channels/health.ts'
import { partnersChannel } from '#channels/partners/channel.ts'
import type { Platform } from '#platform/platform.ts'
import { whenDone } from './done.ts'

export const testBiller = { name: 'test', secret: 'the provider of the tests and nobody else' }

/** A server with the programs' doors, and the cookies of the pages beside them. */
export async function programServer(platform: Platform): Promise<FastifyInstance> {
  const app = fastify()
  await app.register(cookie)
  sessions(app, platform)
  await app.register(apiChannel(platform))
  await app.register(partnersChannel(platform, { biller: testBiller }))
  await app.register(healthChannel(platform))
  whenDone(() => app.close())
  return app
}

type Json = Readonly<Record<string, unknown>>

interface Described {
  readonly operationId: string
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Json }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Json }>> }>
  >
}

export interface Answered {
  readonly status: number
  // The test says what it expects to find.
  // biome-ignore lint/suspicious/noExplicitAny: JSON of an answer, already held against its schema
  readonly body: any
  readonly headers: Readonly<Record<string, unknown>>
}

export interface Ask {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly key?: string
}

/**
 * A program that knows nothing but an OpenAPI document: it finds operations by id, holds what it sends and
 * what it gets against their schemas, and follows addresses.
 */
export async function aProgram(app: FastifyInstance, document: string, token?: string) {
  const api = (await app.inject(document)).json()
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  // Its default export is one of CommonJS.
  ;(formats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addSchema({ $id: 'api', components: api.components })
  const hold = (schema: Json, it: unknown, what: string): void => {
    const rebased = JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/'))
    if (!ajv.validate(rebased, it))
      throw new Error(`${what}: ${ajv.errorsText(ajv.errors)}\n${JSON.stringify(it).slice(0, 2000)}`)
  }
  const operations = new Map<
    string,
    { readonly method: string; readonly path: string; readonly it: Described }
  >()
  for (const [path, item] of Object.entries<Record<string, Described>>(api.paths))
    for (const [method, it] of Object.entries(item)) operations.set(it.operationId, { method, path, it })
  const find = (id: string) => {
    const found = operations.get(id)
    if (!found) throw new Error(`the document has no operation ${id}`)
    return found
  }

  async function send(id: string, url: string, ask: Ask): Promise<Answered> {
    const { method, it } = find(id)
    const response = await app.inject({
      // OpenAPI writes methods in small letters.
      method: method.toUpperCase() as 'GET',
      url,
      ...(ask.query ? { query: { ...ask.query } } : {}),
      headers: {
        'accept-language': 'en',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(ask.key ? { 'idempotency-key': ask.key } : {}),
        ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(ask.body === undefined ? {} : { payload: JSON.stringify(ask.body) }),
    })
    const type = String(response.headers['content-type'] ?? '').split(';', 1)[0] ?? ''
    const described = it.responses[response.statusCode] ?? it.responses.default
    const body = type.endsWith('json') ? response.json() : response.rawPayload
    if (type === 'application/problem+json')
      hold({ $ref: '#/components/schemas/Problem' }, body, `${id} ${response.statusCode}`)
    else {
      if (!it.responses[response.statusCode])
        throw new Error(`${id} answered ${response.statusCode}, undescribed`)
      const schema = described?.content?.[type]?.schema
      if (schema) hold(schema, body, `${id} ${response.statusCode}`)
    }
    return { status: response.statusCode, body, headers: response.headers }
  }

  return {
    api,
    ids: [...operations.keys()],
    describe: find,
    /** Calls an operation by its id. What is sent is not held against the schema: a test may send what is wrong. */
    call: (id: string, ask: Ask = {}) =>
      send(
        id,
        find(id).path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ask.path?.[name] ?? ''),
        ask,
      ),
    /** Goes on with an action that an answer named. */
    follow: (
      actions: readonly { readonly operation: string; readonly method: string; readonly href: string }[],
      operation: string,
      ask: Ask = {},
    ) => {
      const action = actions.find((one) => one.operation === operation)
      if (!action) throw new Error(`no action ${operation} among ${actions.map((one) => one.operation)}`)
      if (action.method.toLowerCase() !== find(operation).method)
        throw new Error(`${operation} is described with another method`)
      return send(operation, action.href, ask)
    },
    /** Whether a body fits what the document asks for. */
    fits: (id: string, body: unknown): void => {
      const schema = find(id).it.requestBody?.content['application/json']?.schema
      if (!schema) throw new Error(`${id} takes no JSON`)
      hold(schema, body, `body of ${id}`)
    },
  }
}

export type Program = Awaited<ReturnType<typeof aProgram>>

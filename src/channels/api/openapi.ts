import { z } from 'zod'
import type { Text } from '#kernel/text.ts'
import type { JsonSchema } from '#platform/forms/field.ts'
import type { Operation } from './operation.ts'
import { problemSchema } from './problem-json.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of these operations. */
export function openapi(of: {
  readonly title: Text
  readonly description: Text
  readonly origin: string
  readonly base: string
  readonly operations: readonly Operation[]
  readonly securitySchemes: Readonly<Record<string, JsonSchema>>
  /** Paths that are no operations of ours, as they are. */
  readonly besides?: Readonly<Record<string, JsonSchema>>
}): JsonSchema {
  const schemas: Json = {}
  const convert = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const { $defs, $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
    for (const [id, it] of Object.entries($defs ?? {})) schemas[id] = tidy(it, io)
    return tidy(json, io) as Json
  }
  convert(z.object({ it: problemSchema }), 'output')
  const [scheme = ''] = Object.keys(of.securitySchemes)
  const paths: Record<string, Json> = {}
  for (const it of of.operations) {
    const path = of.base + it.path
    paths[path] = { ...paths[path], [it.method.toLowerCase()]: describe(it, scheme, convert) }
  }
  const tags = new Map(of.operations.map(({ tag }) => [tag.name, tag.description]))
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: of.title.en,
      version: '1',
      description: `${of.description.en}\n\n${of.description.ar}`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: of.origin }],
    tags: [...tags].map(([name, { en, ar }]) => ({ name, description: `${en} · ${ar}` })),
    paths: { ...paths, ...of.besides },
    components: {
      schemas,
      securitySchemes: of.securitySchemes,
      responses: {
        Problem: {
          description:
            'RFC 9457. `code` is stable; `title` and `detail` are in the language of Accept-Language.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
        Throttled: {
          description: 'Too many tries in a short time.',
          headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds.' } },
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
      parameters: {
        AcceptLanguage: {
          name: 'Accept-Language',
          in: 'header',
          required: false,
          description: 'The language of `title` and `detail` of problems: ar (the default) or en.',
          schema: { type: 'string' },
        },
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description:
            'New for each operation, and the same when it is tried again: the same call with the same key is one call. With another body it is refused (409).',
          schema: { type: 'string', minLength: 8, maxLength: 100, pattern: '^[\\x21-\\x7e]+$' },
        },
      },
    },
  }
}

function describe(
  it: Operation,
  scheme: string,
  convert: (schema: z.ZodType, io: 'input' | 'output') => Json,
): Json {
  const scoped = typeof it.access === 'object' ? [it.access.scope] : []
  return {
    operationId: it.id,
    tags: [it.tag.name],
    summary: it.title.en,
    description: `${it.summary.en}\n\n**${it.title.ar}** · ${it.summary.ar}`,
    'x-title': it.title,
    'x-summary': it.summary,
    security:
      it.access === 'signature'
        ? []
        : it.access === 'anyone'
          ? [{}, { [scheme]: [] }]
          : [{ [scheme]: scoped }],
    parameters: [
      { $ref: '#/components/parameters/AcceptLanguage' },
      ...(it.keyed ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
      ...parametersOf(it.params, 'path', convert),
      ...parametersOf(it.query, 'query', convert),
    ],
    ...bodyOf(it, convert),
    responses: {
      [it.answer.status]: success(it, convert),
      ...Object.fromEntries(
        refusalsOf(it).map((status) => [status, { $ref: '#/components/responses/Problem' }]),
      ),
      429: { $ref: '#/components/responses/Throttled' },
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

const refusalsOf = (it: Operation): readonly number[] => [
  400,
  ...(it.access === 'anyone' ? [] : [401, 403]),
  ...(it.params ? [404] : []),
  ...(it.method === 'GET' ? [] : [409, 413, 415, 422]),
]

function parametersOf(
  schema: z.ZodObject | undefined,
  place: 'path' | 'query',
  convert: (schema: z.ZodType, io: 'input' | 'output') => Json,
): readonly Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = convert(schema, 'input') as {
    properties?: Record<string, Json>
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }))
}

function bodyOf(it: Operation, convert: (schema: z.ZodType, io: 'input' | 'output') => Json): Json {
  const { rawBody } = it
  if (rawBody?.as === 'bytes')
    return {
      requestBody: {
        required: true,
        description: `At most ${rawBody.largest} bytes.`,
        content: Object.fromEntries(rawBody.mediaTypes.map((type) => [type, {}])),
      },
    }
  const schema = it.bodySchema ?? (it.body && convert(it.body, 'input'))
  if (!schema) return {}
  const required = !it.body?.safeParse(undefined).success
  return { requestBody: { required, content: { 'application/json': { schema } } } }
}

function success(it: Operation, convert: (schema: z.ZodType, io: 'input' | 'output') => Json): Json {
  const { answer } = it
  const description = `${answer.description.en} · ${answer.description.ar}`
  if (answer.schema)
    return {
      description,
      ...(answer.status === 201
        ? { headers: { Location: { schema: { type: 'string' }, description: 'Where it is found.' } } }
        : {}),
      content: { 'application/json': { schema: convert(answer.schema, 'output') } },
      ...(answer.links ? { links: answer.links } : {}),
    }
  return 'mediaType' in answer ? { description, content: { [answer.mediaType]: {} } } : { description }
}

/** References as OpenAPI has them; and what we answer may grow, so that no program should refuse a new name. */
function tidy(it: unknown, io: 'input' | 'output'): unknown {
  if (Array.isArray(it)) return it.map((one) => tidy(one, io))
  if (typeof it !== 'object' || it === null) return it
  return Object.fromEntries(
    Object.entries(it).flatMap(([name, value]) => {
      if (name === '$ref' && typeof value === 'string')
        return [[name, value.replace('#/$defs/', '#/components/schemas/')]]
      if (name === 'id' && typeof value === 'string') return []
      if (name === 'additionalProperties' && value === false && io === 'output') return []
      return [[name, tidy(value, io)]]
    }),
  )
}

import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { bearerOf } from '#channels/api/channel.tsx'
import { openapi } from '#channels/api/openapi.ts'
import type { Operation } from '#channels/api/operation.ts'
import { problemOf, refusals, sendProblem } from '#channels/api/problem-json.ts'
import { type Authenticate, serve } from '#channels/api/serve.ts'
import { err, ok } from '#kernel/result.ts'
import { anonymous } from '#platform/authority/principal.ts'
import type { JsonSchema } from '#platform/forms/field.ts'
import { take } from '#platform/guard/throttle.ts'
import { scopes } from '#platform/partners/client.ts'
import { grantToken, partnerOf } from '#platform/partners/token.ts'
import type { Platform } from '#platform/platform.ts'
import { partnersBase } from './base.ts'
import type { Biller } from './callback-operations.ts'
import { partnerOperations } from './operations.ts'

/** Where a partner's program gets its access token (RFC 6749, client credentials; RFC 7523, private_key_jwt). */
export const tokenPath = '/partners/oauth/token'

/** The OpenAPI document of the partners' API. */
export const partnersDocument = (platform: Platform, operations: readonly Operation[]): JsonSchema =>
  openapi({
    title: { ar: 'واجهة شركاء ديوان', en: 'Diwan partners’ API' },
    description: introduction,
    origin: platform.config.origin,
    base: partnersBase,
    operations,
    securitySchemes: {
      partner: {
        type: 'oauth2',
        description: 'Client credentials; the client proves itself by private_key_jwt.',
        flows: {
          clientCredentials: {
            tokenUrl: platform.config.origin + tokenPath,
            scopes: Object.fromEntries(Object.entries(scopes).map(([name, text]) => [name, text.en])),
          },
        },
      },
    },
    besides: { [tokenPath]: tokenDocument },
  })

/**
 * The API of other organisations' programs, with a scope for each thing that they may do. Callbacks prove
 * themselves by signature or by the token of their step; cookies do not count.
 */
export function partnersChannel(
  platform: Platform,
  of: { readonly biller: Biller | undefined },
): FastifyPluginAsync {
  const operations = partnerOperations(platform, of.biller)
  const document = JSON.stringify(partnersDocument(platform, operations))
  const authenticate: Authenticate = async (request) => {
    const token = bearerOf(request)
    if (token === undefined) return ok({ principal: anonymous, token: undefined })
    const principal = token === '' ? undefined : await partnerOf(platform, token)
    return principal ? ok({ principal, token }) : err(refusals.tokenWrong)
  }
  return async (app) => {
    await app.register(async (scope) => tokenEndpoint(scope, platform))
    app.get('/partners/openapi.json', async (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=300')
        .type('application/json; charset=utf-8')
        .send(document),
    )
    await serve(app, platform, { base: partnersBase, operations, authenticate })
  }
}

function tokenEndpoint(scope: FastifyInstance, platform: Platform): void {
  const { db, clock, vault, config } = platform
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 16 * 1024 },
    (_request, body: string, done) => done(null, onceEach(new URLSearchParams(body))),
  )
  scope.setErrorHandler((error, request, reply) => sendProblem(request, reply, platform, problemOf(error)))
  scope.post(tokenPath, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const allowed = await take(
      db,
      { key: `partner-token:${vault.index(request.ip)}`, limit: 120, per: 60 },
      clock.now(),
    )
    if (!allowed.ok)
      return reply
        .code(429)
        .header('retry-after', allowed.error.retryAfter)
        .send({ error: 'temporarily_unavailable', error_description: 'too many tries; see Retry-After' })
    const form = request.body as Readonly<Record<string, string>> | undefined
    if (!form)
      return reply
        .code(400)
        .send({ error: 'invalid_request', error_description: 'each parameter once, as a form' })
    const granted = await grantToken({ db, clock }, form, config.origin + tokenPath)
    if (granted.ok) return reply.send(granted.value)
    return reply.code(granted.error.error === 'invalid_client' ? 401 : 400).send(granted.error)
  })
}

/** RFC 6749, section 3.2: a parameter comes once. */
function onceEach(params: URLSearchParams): Readonly<Record<string, string>> | undefined {
  const names = [...params.keys()]
  return new Set(names).size === names.length && !names.includes('__proto__')
    ? Object.fromEntries(params)
    : undefined
}

const tokenDocument: JsonSchema = {
  post: {
    operationId: 'get-token',
    tags: ['accounts'],
    summary: 'Get an access token',
    description:
      'RFC 6749 client credentials, with a signed assertion (RFC 7523): iss and sub are your client id, aud is this address, exp at most 10 minutes ahead, jti never used before. Errors are as in RFC 6749, section 5.2.',
    security: [],
    requestBody: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': {
          schema: {
            type: 'object',
            required: ['grant_type', 'client_assertion_type', 'client_assertion'],
            properties: {
              grant_type: { type: 'string', const: 'client_credentials' },
              client_assertion_type: {
                type: 'string',
                const: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
              },
              client_assertion: { type: 'string' },
              scope: { type: 'string', description: 'Separated by spaces; all that you have when absent.' },
            },
          },
        },
      },
    },
    responses: {
      200: {
        description: 'The token',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['access_token', 'token_type', 'expires_in', 'scope'],
              properties: {
                access_token: { type: 'string' },
                token_type: { type: 'string', const: 'Bearer' },
                expires_in: { type: 'integer', description: 'Seconds.' },
                scope: { type: 'string' },
              },
            },
          },
        },
      },
      400: { description: 'RFC 6749, section 5.2' },
      401: { description: 'invalid_client' },
      429: { description: 'Too many tries; see Retry-After' },
    },
  },
}

const introduction = {
  en: [
    'What other organisations’ programs do: each with its own key and scopes, granted one by one.',
    '- **Who calls**: a client gets a token at `/partners/oauth/token` with an assertion signed by its own key, and sends it as a bearer token.',
    '- **Trying again** is safe: each call carries a record of your own (a receipt, a reference), and the same record again is the same call. Records of two clients never meet.',
    '- **Problems** are RFC 9457 (`application/problem+json`); `code` is for programs.',
    '- Whatever you do with a person’s data, that person sees.',
  ].join('\n'),
  ar: [
    'ما تفعله برامج الجهات الأخرى: لكل برنامج مفتاحه وصلاحياته.',
    '- يحصل البرنامج على رمز من `/partners/oauth/token` بتأكيد موقّع بمفتاحه.',
    '- إعادة المحاولة آمنة: كل نداء يحمل رقمًا من عندك، والرقم نفسه مرة أخرى هو النداء نفسه.',
    '- كل ما تفعله في بيانات شخص يراه ذلك الشخص.',
  ].join('\n'),
}

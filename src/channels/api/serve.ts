import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { bodyWrong, fieldsOf } from './input.ts'
import { languageOf } from './language.ts'
import type { Access, Answer, ApiProblem, Call, Operation } from './operation.ts'
import { problemOf, refusals, Stopped, sendProblem } from './problem-json.ts'

type World = Pick<Platform, 'db' | 'clock' | 'config' | 'vault' | 'log'>

/** Who calls, by the `Authorization` header alone: cookies do not count here. */
export interface Caller {
  readonly principal: Principal
  readonly token: string | undefined
}
export type Authenticate = (request: FastifyRequest) => Promise<Result<Caller, ApiProblem>>

/** Bytes of JSON that a call may send. */
const largestJson = 64 * 1024
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * Mounts operations below `base`, in a scope of their own: whatever goes wrong in it is answered as
 * problem+json, and neither cookies nor the parsers of other channels reach into it.
 */
export async function serve(
  app: FastifyInstance,
  world: World,
  of: {
    readonly base: string
    readonly operations: readonly Operation[]
    readonly authenticate: Authenticate
    /** Routes that are no operations: the OpenAPI document, the token endpoint. */
    readonly besides?: (scope: FastifyInstance) => void
  },
): Promise<void> {
  await app.register(
    async (scope) => {
      takeJson(scope)
      scope.setErrorHandler((error, request, reply) => {
        const problem = problemOf(error)
        if (problem.status === 500) complain(world, request, error)
        return sendProblem(request, reply, world, problem)
      })
      scope.setNotFoundHandler((request, reply) => sendProblem(request, reply, world, refusals.notFound))
      of.besides?.(scope)
      for (const operation of of.operations) {
        const { rawBody } = operation
        if (rawBody === undefined) mount(scope, world, operation, of.authenticate)
        else
          await scope.register(async (raw) => {
            raw.removeAllContentTypeParsers()
            raw.addContentTypeParser(
              [...rawBody.mediaTypes],
              { parseAs: rawBody.as === 'text' ? 'string' : 'buffer', bodyLimit: rawBody.largest },
              (_request, body, done) => done(null, body),
            )
            mount(raw, world, operation, of.authenticate)
          })
      }
      refuseOtherMethods(scope, of.operations)
    },
    { prefix: of.base },
  )
}

function takeJson(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  const parse = scope.getDefaultJsonParser('error', 'error')
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: largestJson },
    // Many programs send the header with calls that have no body.
    (request, body: string, done) => (body === '' ? done(null, undefined) : parse(request, body, done)),
  )
}

function mount(scope: FastifyInstance, world: World, it: Operation, authenticate: Authenticate): void {
  const callers = new WeakMap<FastifyRequest, Caller>()
  scope.route({
    method: it.method,
    url: it.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    // Before the body is read: a stranger's bytes cost nothing.
    onRequest: async (request) => {
      const caller = await authenticate(request)
      if (!caller.ok) throw new Stopped(caller.error)
      const refused = admit(caller.value.principal, it.access)
      if (refused) throw new Stopped(refused)
      const allowed = await withinLimits(world, it, request, caller.value.principal)
      if (!allowed.ok) throw new Stopped(allowed.error)
      callers.set(request, caller.value)
    },
    handler: async (request, reply) => {
      const caller = callers.get(request)
      if (!caller) throw new Error('a call without a caller')
      const call = read(it, request, caller)
      const done = call.ok ? await it.run(call.value) : call
      return done.ok ? answer(reply, it, done.value) : sendProblem(request, reply, world, done.error)
    },
  })
}

/** The parts of a call, parsed; or what is wrong with them. */
function read(
  it: Operation,
  request: FastifyRequest,
  { principal, token }: Caller,
): Result<Call<unknown, unknown, unknown>, ApiProblem> {
  if ([request.params, request.query, it.rawBody ? undefined : request.body].some(hasNull))
    return err(refusals.malformed)
  const params = it.params?.safeParse(request.params)
  if (params?.success === false) return err(refusals.notFound)
  const query = it.query?.safeParse(request.query)
  if (query?.success === false)
    return err({ ...problems.answersWrong(fieldsOf(query.error)), status: 400, code: 'query-invalid' })
  const body = it.body?.safeParse(request.body, { reportInput: true })
  if (body?.success === false) return err(bodyWrong(body.error))
  const key = request.headers['idempotency-key']
  if (it.keyed && (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)))
    return err(refusals.keyMissing)
  const signature = request.headers['diwan-signature']
  return ok({
    params: params?.data,
    query: query?.data,
    body: it.rawBody ? request.body : body?.data,
    principal,
    token,
    key: it.keyed ? String(key) : '',
    fingerprint: it.keyed ? fingerprint(request) : '',
    signature: typeof signature === 'string' ? signature : undefined,
    language: languageOf(request.headers['accept-language']),
    ip: request.ip,
  })
}

function answer(reply: FastifyReply, { answer: spec }: Operation, it: Answer<unknown>): FastifyReply {
  reply.code(spec.status).header('cache-control', 'no-store')
  if (it.location) reply.header('location', it.location)
  if (it.headers) reply.headers(it.headers)
  if (spec.schema) return reply.type('application/json; charset=utf-8').send(JSON.stringify(it.body))
  if ('mediaType' in spec) return reply.type(spec.mediaType).send(it.body)
  return reply.send()
}

function admit(principal: Principal, access: Access): ApiProblem | undefined {
  if (access === 'anyone' || access === 'signature') return undefined
  if (typeof access === 'object') {
    if (principal.kind !== 'partner') return refusals.tokenWrong
    return principal.scopes.includes(access.scope) ? undefined : scopeMissing(access.scope)
  }
  if (principal.kind === 'anonymous') return problems.signInFirst
  if (principal.kind !== 'person') return problems.notYours
  return access === 'activated' && principal.account !== 'activated' ? problems.activateFirst : undefined
}

const scopeMissing = (scope: string): ApiProblem => ({
  status: 403,
  code: 'scope-missing',
  title: { ar: `لا يملك هذا البرنامج الصلاحية ${scope}`, en: `This client was not granted ${scope}` },
})

/** Every write is counted: by person, by partner, or by address, where operators put thousands behind one. */
function withinLimits(
  world: World,
  it: Operation,
  request: FastifyRequest,
  principal: Principal,
): Promise<Result<void, ApiProblem>> {
  const address = world.vault.index(request.ip)
  const general =
    it.method === 'GET'
      ? []
      : principal.kind === 'person'
        ? [{ key: `api-person:${world.vault.index(principal.person)}`, limit: 240, per: 60 }]
        : principal.kind === 'partner'
          ? [{ key: `api-partner:${principal.client}`, limit: 6000, per: 60 }]
          : [{ key: `api-from:${address}`, limit: 600, per: 60 }]
  return takeAll(world.db, [...general, ...(it.throttles?.({ address, principal }) ?? [])], world.clock.now())
}

function refuseOtherMethods(scope: FastifyInstance, operations: readonly Operation[]): void {
  const taken = new Map<string, string[]>()
  for (const { path, method } of operations) {
    const url = path.replaceAll(/\{(\w+)\}/g, ':$1')
    taken.set(url, [...(taken.get(url) ?? []), method])
  }
  for (const [url, allow] of taken)
    scope.route({
      method: methods.filter((method) => !allow.includes(method)),
      url,
      onRequest: async () => {
        throw new Stopped(refusals.methodNot(allow))
      },
      handler: async () => undefined,
    })
}

/** PostgreSQL keeps no null characters; a text with one is not a text of any of our fields. */
function hasNull(it: unknown): boolean {
  if (typeof it === 'string') return it.includes('\0')
  if (typeof it !== 'object' || it === null) return false
  return Object.entries(it).some(([name, value]) => name.includes('\0') || hasNull(value))
}

const fingerprint = (request: FastifyRequest): string =>
  createHash('sha256')
    .update(`${request.method} ${request.url.split('?', 1)[0]}\n${JSON.stringify(sorted(request.body))}`)
    .digest('base64url')

/** The same JSON, whatever the order in which a program wrote its names. */
function sorted(it: unknown): unknown {
  if (Array.isArray(it)) return it.map(sorted)
  if (typeof it !== 'object' || it === null) return it
  return Object.fromEntries(
    Object.entries(it)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, sorted(value)]),
  )
}

/** For the operator: where it broke. Digits are blotted out, because a database names the values it refuses. */
function complain({ log }: World, request: FastifyRequest, error: unknown): void {
  const stack = error instanceof Error ? error.stack : String(error)
  log.error(
    { operation: `${request.method} ${request.routeOptions.url}`, stack: stack?.replaceAll(/\d{9,}/g, '…') },
    'a call of the API failed',
  )
}

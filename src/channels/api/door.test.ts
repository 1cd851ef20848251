import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { partnerOperations } from '#channels/partners/operations.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import { anAccount, anOfficerSession, aSession } from '#tests/support/accounts.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { programServer } from '#tests/support/program.ts'
import { operationsOf } from './channel.tsx'

let test: TestPlatform
let app: FastifyInstance
let person: PersonNumber
let token: string

beforeAll(async () => {
  test = await testPlatform({
    catalogue: await discover(new URL('../../platform/fixtures', import.meta.url).pathname),
  })
  await createLanterns(test.db)
  app = await programServer(test.platform)
  person = await aPerson(test.db)
  await anAccount(test.platform, person)
  token = (await aSession(test.platform, person)).token
})

const send = (options: InjectOptions) => app.inject(options)
const post = (url: string, payload: string, headers: Record<string, string> = {}) =>
  send({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } })
const bearer = () => ({ authorization: `Bearer ${token}` })

describe('a refusal', () => {
  it.each([
    ['an unknown address', () => send({ url: '/api/v1/nothing' }), 404, 'not-found'],
    ['an unknown service', () => send({ url: '/api/v1/services/nothing' }), 404, 'not-found'],
    ['another method', () => send({ method: 'DELETE', url: '/api/v1/services' }), 405, 'method-not-allowed'],
    ['malformed JSON', () => post('/api/v1/sign-in', '{"name":'), 400, 'malformed'],
    ['a prototype', () => post('/api/v1/sign-in', '{"__proto__":{"a":1}}'), 400, 'malformed'],
    ['a null character', () => post('/api/v1/sign-in', '{"name":"\\u0000"}'), 400, 'malformed'],
    ['one in the address', () => send({ url: '/api/v1/services?q=%00' }), 400, 'malformed'],
    [
      'a large body',
      () => post('/api/v1/sign-in', JSON.stringify({ name: 'x'.repeat(70_000) })),
      413,
      'too-large',
    ],
    [
      'another content type',
      () => post('/api/v1/sign-in', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'media-type-unsupported',
    ],
    ['an answer that is no object', () => post('/api/v1/sign-in', '[]'), 422, 'answers-invalid'],
    ['a wrong query', () => send({ url: '/api/v1/services?audience=robots' }), 400, 'query-invalid'],
    ['nobody', () => send({ url: '/api/v1/requests' }), 401, 'sign-in-required'],
    [
      'a token that is none',
      () => send({ url: '/api/v1/services', headers: { authorization: 'Bearer x' } }),
      401,
      'token-invalid',
    ],
    ['an id that is none', () => send({ url: '/api/v1/bills/1%27--', headers: bearer() }), 404, 'not-found'],
    [
      'a list from nowhere',
      () => send({ url: '/api/v1/inbox?before=x', headers: bearer() }),
      400,
      'query-invalid',
    ],
    ['no key', () => post('/api/v1/requests', '{}', bearer()), 422, 'answers-invalid'],
    [
      'no key, else right',
      () => post('/api/v1/requests', '{"service":"hand-over-lantern","subject":"x"}', bearer()),
      400,
      'idempotency-key-required',
    ],
  ])('of %s is a problem', async (_, ask, status, code) => {
    const response = await ask()
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(response.json()).toMatchObject({
      type: `${test.platform.config.origin}/problems/${code}`,
      status,
      code,
    })
    expect(response.body).not.toMatch(/at .+\.ts|node_modules/)
    if (status === 401) expect(response.headers['www-authenticate']).toContain('Bearer')
    if (status === 405) expect(response.headers.allow).toBe('GET')
  })

  it('speaks the language that was asked for, and Arabic else', async () => {
    const titleIn = async (language?: string) =>
      (await send({ url: '/api/v1/x', headers: language ? { 'accept-language': language } : {} })).json()
        .title
    expect(await titleIn('en-GB,en;q=0.8')).toBe('We could not find that')
    expect(await titleIn('ar;q=0.3, en;q=0.9')).toBe('We could not find that')
    expect(await titleIn('de, en;q=0')).toBe('لم نجد ما تبحث عنه')
    expect(await titleIn()).toBe('لم نجد ما تبحث عنه')
  })

  it('of too many says when to come again', async () => {
    const index = test.platform.vault.index('198.51.100.7')
    const at = test.clock.now()
    await test.db
      .insertInto('throttle')
      .values({
        key: `api-from:${index}`,
        starts_at: at,
        ends_at: new Date(at.getTime() + 30_000),
        taken: 600,
      })
      .execute()
    const response = await send({
      method: 'POST',
      url: '/api/v1/visual-codes',
      remoteAddress: '198.51.100.7',
    })
    expect(response.statusCode).toBe(429)
    expect(response.headers['retry-after']).toBe('30')
  })
})

describe('who calls', () => {
  it('is never known by a cookie', async () => {
    const response = await send({ url: '/api/v1/me', headers: { cookie: `diwan-session=${token}` } })
    expect(response.statusCode).toBe(401)
    expect((await send({ url: '/api/v1/me', headers: bearer() })).json()).toMatchObject({ person })
  })

  it('does nothing before activation but read what concerns the account', async () => {
    const registered = await aPerson(test.db)
    await anAccount(test.platform, registered, { state: 'registered' })
    const session = await aSession(test.platform, registered, { account: 'registered' })
    const headers = { authorization: `Bearer ${session.token}` }
    expect((await send({ url: '/api/v1/me', headers })).json()).toMatchObject({ account: 'registered' })
    expect((await send({ url: '/api/v1/requests', headers })).json()).toMatchObject({
      code: 'activation-required',
    })
  })

  it('is not an officer at work', async () => {
    const officer = await anOfficerSession(test.platform, await aPerson(test.db), ['lantern-wardens'])
    const response = await send({
      url: '/api/v1/requests',
      headers: { authorization: `Bearer ${officer.token}` },
    })
    expect(response.json()).toMatchObject({ status: 403, code: 'not-authorised' })
  })

  it('is nobody any more after signing out, and after a quarter of an hour', async () => {
    const { token: other } = await aSession(test.platform, person)
    const headers = { authorization: `Bearer ${other}` }
    expect((await send({ method: 'DELETE', url: '/api/v1/sessions/current', headers })).statusCode).toBe(204)
    expect((await send({ url: '/api/v1/me', headers })).statusCode).toBe(401)
    const third = { authorization: `Bearer ${(await aSession(test.platform, person)).token}` }
    test.clock.advance({ minutes: 16 })
    expect((await send({ url: '/api/v1/me', headers: third })).statusCode).toBe(401)
    token = (await aSession(test.platform, person)).token
  })

  it('cannot be told from what is kept of a token', async () => {
    const kept = await test.db.selectFrom('session').select('token').execute()
    expect(kept.map((row) => row.token)).not.toContain(token)
    expect(kept.map((row) => row.token)).toContain(createHash('sha256').update(token).digest('base64url'))
  })
})

describe('whatever is sent', () => {
  const mangled = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .record({
        answers: fc.dictionary(fc.string(), fc.jsonValue()),
        subject: fc.string(),
        visualCode: fc.jsonValue(),
      })
      .map((it) => JSON.stringify(it)),
  )
  const types = fc.constantFrom(
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
  )
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('self', '..', '%', '00000000-0000-0000-0000-000000000000'),
  )

  it('is never a fault of ours', { timeout: 60_000 }, async () => {
    const all = [
      ...operationsOf(test.platform).map((it) => ({ ...it, path: `/api/v1${it.path}` })),
      ...partnerOperations(test.platform, undefined).map((it) => ({ ...it, path: `/partners/v1${it.path}` })),
      { method: 'POST', path: '/partners/oauth/token' } as const,
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        mangled,
        types,
        piece,
        fc.boolean(),
        async (it, payload, type, at, known) => {
          const url = it.path.replaceAll(/\{\w+\}/g, encodeURIComponent(at.toWellFormed()))
          const response = await send({
            method: it.method,
            url: `${url}?before=${encodeURIComponent(at.toWellFormed())}&subject=${encodeURIComponent(at.toWellFormed())}`,
            headers: {
              ...(it.method === 'GET' ? {} : { 'content-type': type }),
              ...(known ? bearer() : {}),
              'idempotency-key': 'fuzz-fuzz-fuzz',
            },
            ...(it.method === 'GET' ? {} : { payload }),
          })
          expect(response.statusCode, `${it.method} ${url} ${payload}\n${response.body}`).toBeLessThan(500)
          expect(response.body).not.toMatch(/node_modules|\.ts:\d/)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('beside the operations', () => {
  it('the documentation is a page in both languages', async () => {
    const page = await send({ url: '/api?lang=en' })
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body).toContain('POST /api/v1/services/hand-over-lantern/requests')
    expect(page.body).toContain('lang="en"')
    expect((await send({ url: '/api' })).body).toContain('واجهة البرامج')
    expect((await send({ url: '/problems/not-found' })).headers.location).toBe('/api#problems')
  })

  it('health says that the process lives and the database answers', async () => {
    expect((await send({ url: '/healthz' })).json()).toEqual({ status: 'live' })
    expect((await send({ url: '/readyz' })).json()).toEqual({ status: 'ready' })
  })
})

import fastifyFormbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { exportJWK, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#kernel/clock.ts'
import { formatMobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { newId } from '#platform/database/ids.ts'
import { ask, callsOf, handleCallback } from '#platform/integrations/call.ts'
import { lateAnswer } from '#platform/integrations/late-answer.ts'
import { httpIntegration } from '#platform/integrations/provider-http.ts'
import { registerClient, type Scope } from '#platform/partners/client.ts'
import { grantToken, partnerOf } from '#platform/partners/token.ts'
import { accountsOf } from '#sandbox/bank/account.ts'
import { bank, bankClient } from '#sandbox/bank/bank.tsx'
import { camera, cameraClient } from '#sandbox/camera/camera.tsx'
import { gate, gateClient } from '#sandbox/gate/gate.tsx'
import { operator } from '#sandbox/operator/operator.tsx'
import { type TestPlatform, testPlatform } from './support/database.ts'
import { formsOf } from './support/forms.ts'
import { freshNumber, mobileOf } from './support/people.ts'

const secret = 'what the bank and the platform share'
let at: TestPlatform
let portal: FastifyInstance
let world: FastifyInstance
let origin = ''
let portalApi = ''
/** What partners sent, with the client that sent it; and what they are answered. */
const sent: { client: string; body: Record<string, unknown> }[] = []
let answer: { status: number; body: unknown } = { status: 200, body: {} }

beforeAll(async () => {
  portal = Fastify()
  await portal.register(fastifyFormbody)
  portal.post<{ Body: Record<string, unknown> }>('/partners/oauth/token', async (request, reply) => {
    const granted = await grantToken(at.platform, request.body, `${portalApi}/partners/oauth/token`)
    return granted.ok ? granted.value : reply.code(401).send(granted.error)
  })
  for (const [path, scope] of [
    ['/partners/v1/activations', 'activations:write'],
    ['/partners/v1/violations', 'violations:write'],
    ['/partners/v1/border-crossings', 'crossings:write'],
    ['/partners/v1/lines', 'lines:write'],
  ] as const)
    portal.post<{ Body: Record<string, unknown> }>(path, async (request, reply) => {
      const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
      const partner = await partnerOf(at.platform, token)
      if (!partner?.scopes.includes(scope)) return reply.code(403).send({})
      sent.push({ client: partner.client, body: request.body })
      return reply.code(answer.status).send(answer.body)
    })
  portal.post<{ Body: { token: string; answer: unknown } }>(
    '/partners/v1/integration-answers',
    async (request, reply) => {
      const heard = await handleCallback(
        at.platform,
        request.body.token,
        lateAnswer.parse(request.body.answer),
      )
      return heard.ok ? reply.code(204).send() : reply.code(heard.error.status).send(heard.error)
    },
  )
  portalApi = await portal.listen({ port: 0, host: '127.0.0.1' })

  world = Fastify()
  await world.register(fastifyFormbody)
  const keys: Record<string, JsonWebKey> = {}
  const publicKeys: Record<string, JsonWebKey> = {}
  for (const client of [bankClient, cameraClient, gateClient, 'sandbox-operator']) {
    const pair = await generateKeyPair('EdDSA', { extractable: true })
    keys[client] = await exportJWK(pair.privateKey)
    publicKeys[client] = await exportJWK(pair.publicKey)
  }
  const surroundings = { portal: portalApi, portalApi, origin: () => origin, clock: systemClock, keys }
  for (const part of [
    bank(surroundings, { secret, callBackAfter: 10, sendText: () => undefined }),
    camera(surroundings),
    gate(surroundings),
    operator(surroundings, { secret }),
  ]) {
    await world.register(async (scope) => part.register(scope), { prefix: `/${part.name}` })
    world.addHook('onClose', () => part.close?.())
  }
  origin = await world.listen({ port: 0, host: '127.0.0.1' })

  const test = await testPlatform({ clock: systemClock })
  at = {
    ...test,
    platform: {
      ...test.platform,
      config: { ...test.platform.config, origin: portalApi },
      integrations: { bank: httpIntegration({ url: `${origin}/bank`, secret, clock: systemClock }) },
    },
  }
  const scopes: Record<string, readonly Scope[]> = {
    [bankClient]: ['activations:write'],
    [cameraClient]: ['violations:write'],
    [gateClient]: ['crossings:write'],
    'sandbox-operator': ['lines:write'],
  }
  for (const [clientId, jwk] of Object.entries(publicKeys))
    await registerClient(at.db, {
      clientId,
      name: { ar: 'تجربة', en: 'Sandbox' },
      jwks: { keys: [{ kty: 'OKP', ...jwk }] },
      scopes: scopes[clientId] ?? [],
    })
})
afterAll(async () => {
  await Promise.all([world.close(), portal.close()])
})

/** A phone with the bank's app: keeps its cookie, follows redirects. */
function phone() {
  let cookie = ''
  async function open(path: string, form?: Record<string, string>): Promise<string> {
    const response = await fetch(origin + path, {
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      headers: { cookie, 'accept-language': 'en' },
      redirect: 'manual',
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const next = response.headers.get('location')
    return next ? open(next) : response.text()
  }
  return open
}

async function activate(person: PersonNumber, open = phone()): Promise<string> {
  await open('/bank/sign-in', { person, mobile: formatMobile(mobileOf(person)) })
  await open('/bank/activation')
  await open('/bank/activation', { terms: 'agreed' })
  return open('/bank/activation/confirm', {})
}

describe('the bank’s app', () => {
  it('activates the account of its customer, and shows the receipt', async () => {
    const person = freshNumber()
    answer = {
      status: 200,
      body: {
        outcome: 'activated',
        receipt: 'ACT-7',
        at: '2027-01-05T09:00:00Z',
        person: '***',
        mobile: '***',
      },
    }
    const page = await activate(person)
    expect(page).toContain('فُعّل حسابك')
    expect(page).toContain('ACT-7')
    expect(page).not.toContain(person)
    expect(sent.at(-1)).toEqual({
      client: bankClient,
      body: {
        person,
        mobile: mobileOf(person),
        channel: 'bank-app',
        receipt: expect.stringMatching(/^RB\d{10}$/),
      },
    })
  })

  it('leads a customer whose mobile differs to the branch, and back to success', async () => {
    const person = freshNumber()
    const open = phone()
    answer = { status: 422, body: { outcome: 'mobile-mismatch' } }
    const page = await activate(person, open)
    expect(formsOf(page).map((form) => form.action)).toEqual(['/bank/branch'])
    expect(await open('/bank/branch', { mobile: '12' })).toContain('id="mobile-error"')
    await open('/bank/branch', { mobile: '0529999999' })
    await open('/bank/activation', { terms: 'agreed' })
    answer = { status: 200, body: { outcome: 'activated', receipt: 'ACT-8', at: '2027-01-05T09:00:00Z' } }
    expect(await open('/bank/activation/confirm', {})).toContain('ACT-8')
    expect(sent.at(-1)?.body.mobile).toBe('+966529999999')
  })

  it('says what to do when there is no account, and when the platform is silent', async () => {
    answer = { status: 422, body: { outcome: 'not-registered' } }
    expect(await activate(freshNumber())).toContain('سجّل في بوابة ديوان أولًا')
    answer = { status: 500, body: {} }
    expect(await activate(freshNumber())).toContain('لا تجيب ديوان الآن')
  })

  it('sends nothing without agreement to the terms, or without signing in', async () => {
    const before = sent.length
    const open = phone()
    const person = freshNumber()
    await open('/bank/sign-in', { person, mobile: formatMobile(mobileOf(person)) })
    await open('/bank/activation')
    expect(await open('/bank/activation', {})).toContain('وافق على الشروط')
    await open('/bank/activation/confirm', {})
    await phone()('/bank/activation/confirm', {})
    expect(sent).toHaveLength(before)
    const wrong = await open('/bank/sign-in', { person: '123', mobile: '5' })
    expect(wrong).toContain('id="person-error"')
    expect(wrong).toContain('id="mobile-error"')
  })
})

describe('the bank, asked whose an account is', () => {
  const deadline = new Date(Date.now() + 3_600_000)
  async function askAbout(iban: string) {
    const it = { person: freshNumber(), request: newId(new Date()), step: 'iban', provider: 'bank', deadline }
    await ask(at.platform, { ...it, operation: 'iban-ownership', data: { iban } })
    return async () => (await callsOf(at.db, it.person, it.request))[0]
  }
  const ibanOf = (behaviour: string) =>
    accountsOf(freshNumber()).find((account) => account.behaviour === behaviour)?.iban ?? ''

  it('says yes at once, or no with words', async () => {
    expect(await (await askAbout(ibanOf('at-once')))()).toMatchObject({
      state: 'done',
      facts: { holder: 'confirmed' },
    })
    expect(await (await askAbout(ibanOf('refuses')))()).toMatchObject({
      state: 'refused',
      code: 'iban-not-theirs',
    })
  })

  it('takes some questions and calls back', async () => {
    const call = await askAbout(ibanOf('calls-back'))
    await expect.poll(async () => (await call())?.state).toBe('done')
  })
})

describe('the camera', () => {
  const see = (typed: Record<string, string>) =>
    phone()('/camera', { what: 'speeding', speed: '145', limit: '120', ...typed })

  it('records a violation against a plate or a person', async () => {
    answer = { status: 201, body: { number: 'V-100200', amount: 30_000 } }
    expect(await see({ whom: 'أ ب ح 1234' })).toContain('V-100200')
    expect(sent.at(-1)).toMatchObject({
      client: cameraClient,
      body: { kind: 'speeding', speed: 145, limit: 120 },
    })
    const person = freshNumber()
    await see({ whom: person, what: 'red-light' })
    expect(sent.at(-1)?.body).toMatchObject({ person, kind: 'red-light' })
    expect(sent.at(-1)?.body).not.toHaveProperty('speed')
  })

  it('asks again for what cannot be, and shows what the platform refuses', async () => {
    const before = sent.length
    expect(await see({ whom: 'nothing' })).toContain('id="whom-error"')
    expect(await see({ whom: 'أ ب ح 1234', speed: 'fast' })).toContain('id="speed-error"')
    expect(sent).toHaveLength(before)
    answer = { status: 422, body: { title: 'No such plate' } }
    expect(await see({ whom: 'أ ب ح 1234' })).toContain('No such plate')
  })
})

describe('the border gate', () => {
  const cross = (typed: Record<string, string>) =>
    phone()('/gate', { direction: 'exit', port: 'CAUSEWAY', ...typed })

  it('reports a crossing, once', async () => {
    answer = { status: 200, body: { known: false } }
    const person = freshNumber('visitor')
    expect(await cross({ person, id: 'c1' })).toContain('لم تُرسل رسالة إلى أحد')
    expect(sent.at(-1)).toMatchObject({
      client: gateClient,
      body: { reference: 'c1', person, direction: 'exit', port: 'CAUSEWAY' },
    })
    answer = { status: 200, body: { known: true } }
    expect(await cross({ person, id: 'c1' })).toContain('من قبل')
  })

  it('asks again for a number that cannot be, and shows what the platform refuses', async () => {
    const before = sent.length
    expect(await cross({ person: '123' })).toContain('id="person-error"')
    expect(sent).toHaveLength(before)
    answer = { status: 422, body: { title: 'Wrong', fields: { person: 'Nobody living has this number.' } } }
    expect(await cross({ person: freshNumber() })).toContain('Nobody living has this number.')
  })
})

describe('the operator’s counter', () => {
  const take = (typed: Record<string, string>) => phone()('/operator/line', typed)

  it('reports a line in somebody’s name, and shows what the platform answers', async () => {
    answer = { status: 200, body: { known: false } }
    const typed = { person: freshNumber(), mobile: '0529876543' }
    expect(await take(typed)).toContain('سُجّل الخط')
    expect(sent.at(-1)).toMatchObject({ client: 'sandbox-operator', body: typed })
    answer = { status: 200, body: { known: true } }
    expect(await take(typed)).toContain('من قبل')
    answer = { status: 422, body: { title: 'Wrong', fields: { mobile: 'Enter a mobile number.' } } }
    expect(await take({ person: typed.person, mobile: '1' })).toContain('Enter a mobile number.')
  })
})

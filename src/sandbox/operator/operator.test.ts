import fastifyFormbody from '@fastify/formbody'
import Fastify from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { fixedClock } from '#kernel/clock.ts'
import { sign } from '#sandbox/signature.ts'
import { operator } from './operator.tsx'

const clock = fixedClock('2026-11-23T08:00:00Z')
const secret = 'shared by the test'
/** What the platform was told. */
let heard: { token: string; answer: { kind: string; facts?: { numbers?: string }; code?: string } }[] = []
const platform = Fastify()
const world = Fastify()
let callback = ''

const part = operator(
  { portal: 'https://portal.test', portalApi: '', origin: () => '', clock, keys: {} },
  { secret, acceptAfter: 60_000 },
)

beforeAll(async () => {
  platform.post<{ Body: (typeof heard)[number] }>('/answers', async (request) => {
    heard.push(request.body)
    return {}
  })
  callback = `${await platform.listen({ port: 0, host: '127.0.0.1' })}/answers`
  await world.register(fastifyFormbody)
  await world.register(async (scope) => part.register(scope), { prefix: '/operator' })
})
beforeEach(() => {
  heard = []
})
afterAll(async () => {
  await part.close?.()
  await world.close()
  await platform.close()
})

async function ask(operation: string, key: string, data: Readonly<Record<string, unknown>>, by = secret) {
  const body = JSON.stringify({
    key,
    data: { account: '1099900001', ...data },
    callback: { url: callback, token: `token-${key}` },
  })
  const { statusCode } = await world.inject({
    method: 'POST',
    url: `/operator/operations/${operation}`,
    headers: { 'content-type': 'application/json', 'diwan-signature': sign(by, body, clock.now()) },
    payload: body,
  })
  return statusCode
}

const desk = async () => (await world.inject({ url: '/operator?lang=en' })).body
const press = (key: string, answer: string) =>
  world.inject({
    method: 'POST',
    url: '/operator',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ key, answer }).toString(),
  })

it('takes what is signed, and answers once what its desk decides', async () => {
  expect(await ask('add-lines', 'a', { count: 2 }, 'somebody else')).toBe(401)
  expect(await ask('add-lines', 'a', { count: 2 })).toBe(202)
  expect(await ask('add-lines', 'a', { count: 2 })).toBe(202)
  expect((await desk()).match(/name="key"/g)).toHaveLength(1)
  expect((await press('a', 'accept')).headers.location).toBe('/operator?said=answered')
  expect(heard).toMatchObject([{ token: 'token-a', answer: { kind: 'done' } }])
  expect(heard[0]?.answer.facts?.numbers).toMatch(/^052\d{7} 052\d{7}$/)
  expect((await press('a', 'refuse')).headers.location).toBe('/operator?said=gone')
  expect(heard).toHaveLength(1)
})

it('refuses when its desk does, and receives a telegram at once', async () => {
  expect(await ask('open-service', 'b', { product: 'fibre' })).toBe(202)
  expect(await desk()).toContain('A new service')
  await press('b', 'refuse')
  expect(heard).toMatchObject([{ answer: { kind: 'refused', code: 'operator-refused' } }])
  expect(await ask('message', 'c', { message: 'hello' })).toBe(200)
  expect(await ask('something-else', 'd', {})).toBe(404)
  expect(await desk()).toContain('Nothing waits for an answer')
})

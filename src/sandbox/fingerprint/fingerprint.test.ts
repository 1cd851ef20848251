import fastifyFormbody from '@fastify/formbody'
import Fastify from 'fastify'
import { afterAll, expect, it } from 'vitest'
import { systemClock } from '#kernel/clock.ts'
import { httpMatcher } from '#platform/fingerprints/provider-http.ts'
import { fingerprint } from './fingerprint.tsx'

const app = Fastify()
await app.register(fastifyFormbody)
const part = fingerprint({ clock: systemClock, portal: 'http://portal.test' }, { secret: 'shared' })
await app.register(async (scope) => part.register(scope), { prefix: '/fingerprint' })
const origin = await app.listen({ port: 0, host: '127.0.0.1' })
afterAll(() => app.close())

const matcher = (secret = 'shared') =>
  httpMatcher({ url: `${origin}/fingerprint`, secret, clock: systemClock })
const ask = { template: '0123456789abcdef', capture: 'played' }
const lay = (finger: string) =>
  fetch(`${origin}/fingerprint`, { method: 'POST', body: new URLSearchParams({ finger }) })

it('compares as its page says, from then on', async () => {
  expect(await matcher().match(ask)).toBe('match')
  await lay('no-match')
  expect([await matcher().match(ask), await matcher().match(ask)]).toEqual(['no-match', 'no-match'])
  await lay('unreadable')
  expect(await matcher().match(ask)).toBe('unreadable')
  await lay('a foot')
  expect(await matcher().match(ask)).toBe('unreadable')
  await lay('match')
  const page = await (await fetch(`${origin}/fingerprint?lang=en`)).text()
  expect(page).toContain('01234567…')
  expect(page).not.toContain(ask.template)
})
it('answers nobody who does not share its key', async () => {
  await expect(matcher('another').match(ask)).rejects.toThrow('401')
})

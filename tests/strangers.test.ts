import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { rereadAssets } from '#channels/face/assets.ts'
import { createWeb } from '#channels/server.ts'
import { day } from '#kernel/day.ts'
import { beginRegistration } from '#platform/accounts/registration.ts'
import { beginReset } from '#platform/accounts/reset-password.ts'
import { askApproval } from '#platform/accounts/sign-in-approval.ts'
import { terms } from '#platform/accounts/terms.ts'
import { codeOf, newVisualCode } from '#platform/guard/visual-code.ts'
import { aVisualAnswer } from '#tests/support/accounts.ts'
import { buildAssets } from '#tests/support/browser.ts'
import { testPlatform } from '#tests/support/database.ts'
import { whenDone } from '#tests/support/done.ts'
import { freshNumber, mobileOf } from '#tests/support/people.ts'
import { type Route, routesOf } from '#tests/support/routes.ts'
import { strangeRecord, strangeText, strangeValue, wrongBodies } from '#tests/support/strange.ts'
import { aStranger } from '#tests/support/stranger.ts'

/** Milliseconds that an answer may take, a dozen of them at once on a busy machine. */
const IN_TIME = 10_000

buildAssets()
rereadAssets()
const faults: string[] = []
const log = pino({ level: 'error' }, { write: (line: string) => void faults.push(line) })
const { platform } = await testPlatform({ log })
const { app, routes } = await routesOf(() => createWeb(platform, { biller: undefined }))
whenDone(() => app.close())
const { cookies, csrf, fields, addresses, send } = await aStranger(app, routes, await handles())

/** The cookies of somebody who is half through each door. */
async function handles(): Promise<Readonly<Record<string, string>>> {
  const person = freshNumber()
  const fact = { kind: 'id-expiry', on: day('2029-01-01') } as const
  const [registration, approval, reset] = await Promise.all([
    beginRegistration(platform, { version: terms.version, language: 'en' }),
    askApproval(platform, { name: 'nobody', visual: await aVisualAnswer(platform) }),
    beginReset(platform, {
      person,
      mobile: mobileOf(person),
      fact,
      visual: await aVisualAnswer(platform),
      language: 'ar',
    }),
  ])
  if (!registration.ok || !approval.ok || !reset.ok) throw new Error('a door does not open')
  return {
    'diwan-registration': registration.value.registration,
    'diwan-approval': approval.value.approval,
    'diwan-reset': reset.value.reset,
    'diwan-sign-in': 'A'.repeat(43),
    'diwan-device': 'B'.repeat(43),
  }
}

const form = 'application/x-www-form-urlencoded'
const json = 'application/json'
/** What programs and scripts send where no form and no document names it. */
const otherNames =
  'kiosk challenge signature code key number id grant_type client_id client_assertion client_assertion_type request_uri redirect_uri token id_token_hint state nonce scope response_type pre-authorized_code format credential_configuration_id credential_identifier response vp_token image language ticket mobile payload document pass card phone answer reason until'.split(
    ' ',
  )
const queryNames =
  'q before after next subject page lang id code as kind from to number name unit state'.split(' ')

let seed = 0
function draw<T>(arbitrary: fc.Arbitrary<T>): T {
  seed += 1
  const [drawn] = fc.sample(arbitrary, { seed, numRuns: 1 })
  if (drawn === undefined) throw new Error('nothing was drawn')
  return drawn
}

const encode = (text: string) => encodeURIComponent(text.toWellFormed())

/** An address to which a page leads, or one with something else in each named place. */
function addressOf(route: Route, turn: number): string {
  const real = addresses.get(route) ?? []
  if (real.length > 0 && turn % 2 === 0) return real[turn % real.length] ?? route.url
  return route.url.replaceAll(/:\w+|\*/g, () => encode(draw(strangeText).slice(0, 3_000)) || 'x')
}

/** A form as the page has it, strange in some fields, and with the right visual code where it asks for one. */
async function formOf(route: Route): Promise<string> {
  const known = fields.get(route) ?? new Map(otherNames.map((name) => [name, '']))
  const strange = draw(strangeRecord([...known.keys()], strangeText))
  const filled = new URLSearchParams()
  for (const [name, value] of known) {
    const typed = value !== '' && draw(fc.boolean()) ? value : strange[name]
    if (typed !== undefined) filled.append(name, typed)
  }
  if (known.has('_challenge')) {
    const { id } = await newVisualCode(platform)
    filled.set('_challenge', id)
    filled.set('_code', codeOf(platform.vault, id))
  }
  filled.set('_csrf', csrf)
  return filled.toString()
}

type Asked = InjectOptions & { readonly url: string }

/** What is sent to a route that takes a body: forms with and without the token, JSON, and what is neither. */
async function sendings(route: Route, turn: number): Promise<Asked[]> {
  const three = [0, 1, 2] as const
  const names = [...(fields.get(route)?.keys() ?? otherNames)]
  const own = { cookie: cookies(), 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin' }
  const program = { ...own, 'idempotency-key': 'strange-strange' }
  const bodies = [
    ...(await Promise.all(
      three.map(async () => ({ headers: { ...own, 'content-type': form }, payload: await formOf(route) })),
    )),
    { headers: { 'content-type': form }, payload: await formOf(route) },
    ...three.map(() => ({
      headers: { ...program, 'content-type': json },
      payload: JSON.stringify(draw(strangeRecord(names, strangeValue))),
    })),
    ...three.map((at) => {
      const { type, payload } = wrongBodies[(turn * 3 + at) % wrongBodies.length] ?? { payload: '' }
      return { headers: { ...program, ...(type ? { 'content-type': type } : {}) }, payload }
    }),
  ]
  // A route of the house is registered for methods that Node knows.
  const method = route.method as NonNullable<InjectOptions['method']>
  return bodies.map((body, at) => ({ ...body, method, url: addressOf(route, turn + at) }))
}

/** How a page or a document is asked for. */
function askings(route: Route, turn: number): Asked[] {
  const names = [...new Set([...(fields.get(route)?.keys() ?? []), ...queryNames])]
  return [0, 1, 2].map((at) => {
    const query = Object.entries(draw(strangeRecord(names, strangeText)))
      .slice(0, 4 + at * 5)
      .map(([name, value]) => `${encode(name)}=${encode(value.slice(0, 1_000))}`)
    const odd = ['%', '%ff=%ff', 'a=1&a=2&[]=3', '__proto__=1&toString=2'][(turn + at) % 4] ?? ''
    const header = draw(strangeText)
      .replaceAll(/[^\x20-\x7e]/g, '?')
      .slice(0, 2_000)
    return {
      url: `${addressOf(route, turn + at)}?${[odd, ...query].join('&')}`,
      headers:
        at === 0
          ? { cookie: cookies() }
          : {
              cookie: `diwan-session=${'C'.repeat(43)}; lang=${header}`,
              authorization: `${at === 1 ? 'Bearer' : 'Kiosk'} ${header}`,
              'accept-language': header,
            },
    }
  })
}

/** Where a program or a script reads the answer, which is therefore JSON. */
const forPrograms = /^\/(api\/v1|partners\/(v1|oauth)|kiosk\/api|wallet\/api)\//

/** What is wrong with an answer. */
function flawOf(route: Route, answer: LightMyRequestResponse, took: number): string | undefined {
  const { statusCode: status, body } = answer
  const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? ''
  if (faults.length > 0) return `a fault: ${faults.splice(0).join()}`
  if (status >= 500 && !(status === 503 && /busy|مزدحم/.test(body))) return `status ${status}`
  if (took > IN_TIME) return `${took} ms`
  if (/node_modules|\.ts:\d/.test(type.startsWith('text/html') || type.includes('json') ? body : ''))
    return 'it shows our insides'
  if (status < 400) return undefined
  if (type.endsWith('json')) return typeof JSON.parse(body) === 'object' ? undefined : 'no object'
  if (forPrograms.test(route.url)) return `${type} instead of JSON`
  if (type === 'text/html') return /<html[^>]* (lang|dir)="/.test(body) ? undefined : 'no page of ours'
  return body.length < 100 ? undefined : `${type} that is no page`
}

const driven = routes.filter(
  ({ method, methods }) => method === 'GET' || method === 'POST' || (methods === 1 && method !== 'HEAD'),
)
const rooms = Map.groupBy(driven, ({ url }) =>
  url.startsWith('/api/v1/') ? url.split('/').slice(0, 4).join('/') : `/${url.split('/')[1]}`,
)

describe('whatever a stranger sends', () => {
  it.each([...rooms.keys()])(
    '%s answers in its own way, in time, and never with a fault',
    { timeout: 60_000 },
    async (room) => {
      const flaws: string[] = []
      for (const route of rooms.get(room) ?? []) {
        const turn = driven.indexOf(route)
        seed = 20_261_123 + turn * 1_000
        const asked = route.method === 'GET' ? askings(route, turn) : await sendings(route, turn)
        await Promise.all(
          asked.map(async (options) => {
            const began = performance.now()
            const answer = await send(options)
            const flaw = flawOf(route, answer, performance.now() - began)
            if (flaw !== undefined)
              flaws.push(
                `${route.method} ${options.url.slice(0, 200)}: ${flaw.slice(0, 900)}\n  ${JSON.stringify(options).slice(0, 600)}`,
              )
          }),
        )
      }
      expect(flaws.join('\n')).toBe('')
    },
  )
})

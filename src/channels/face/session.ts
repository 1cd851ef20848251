import '@fastify/cookie'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { err, ok, type Result } from '#kernel/result.ts'
import { principalOf, type Session, sessionOf } from '#platform/accounts/session.ts'
import { actsAsOwner, anonymous, type Principal } from '#platform/authority/principal.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'

type PersonPrincipal = Extract<Principal, { kind: 'person' }>
type OfficerPrincipal = Extract<Principal, { kind: 'officer' }>

/** What a request came with, kept beside it and not on it. */
interface Arrival {
  readonly session: Session | undefined
  readonly principal: Principal
  readonly platform: Pick<Platform, 'vault' | 'config'>
  /** The browser's half of its CSRF tokens. */
  browser: string | undefined
  /** It was made just now, and goes out with the answer. */
  made: boolean
}

const arrivals = new WeakMap<FastifyRequest, Arrival>()

/**
 * Reads the session of every request, once for all channels: call it on the root before the routes.
 * Needs @fastify/cookie.
 */
export function sessions(
  app: FastifyInstance,
  platform: Pick<Platform, 'db' | 'pool' | 'clock' | 'vault' | 'config'>,
): void {
  const { config } = platform
  app.addHook('onRequest', async (request) => {
    const token = readCookie(request, config, 'session')
    const session = token === undefined ? undefined : await sessionOf(platform, token)
    const browser = readCookie(request, config, 'browser')
    arrivals.set(request, { session, principal: principalOf(session), platform, browser, made: false })
  })
  app.addHook('onSend', async (request, reply) => {
    const arrival = arrivals.get(request)
    if (arrival?.made && arrival.browser) writeCookie(reply, config, 'browser', arrival.browser)
  })
}

/** Who asks. */
export const principalOfRequest = (request: FastifyRequest): Principal =>
  arrivals.get(request)?.principal ?? anonymous

/** The session behind a request, when somebody is signed in. */
export const sessionOfRequest = (request: FastifyRequest): Session | undefined =>
  arrivals.get(request)?.session

/**
 * Somebody signed in who acts for themselves, activated or not: their own pages open to no delegate. An officer
 * at work is not here as a person.
 */
export function requirePerson(request: FastifyRequest): Result<PersonPrincipal, Problem> {
  const principal = principalOfRequest(request)
  if (principal.kind !== 'person') return err(problems.signInFirst)
  return principal.actingFor ? err(problems.forYourselfOnly) : ok(principal)
}

/** The same, or an owner at work in their establishment: for the pages about who acts for it. */
export function requireGiver(request: FastifyRequest): Result<PersonPrincipal, Problem> {
  const principal = principalOfRequest(request)
  return principal.kind === 'person' && actsAsOwner(principal) ? ok(principal) : requirePerson(request)
}

/** Somebody signed in whose account is activated, for themselves or for whom they act for. */
export function requireActing(request: FastifyRequest): Result<PersonPrincipal, Problem> {
  const principal = principalOfRequest(request)
  if (principal.kind !== 'person') return err(problems.signInFirst)
  return principal.account === 'activated' ? ok(principal) : err(problems.activateFirst)
}

/** Somebody signed in whose account is activated. */
export function requireActivated(request: FastifyRequest): Result<PersonPrincipal, Problem> {
  const person = requirePerson(request)
  return person.ok && person.value.account !== 'activated' ? err(problems.activateFirst) : person
}

/** An officer who came in by the officers' door. */
export function requireOfficer(request: FastifyRequest): Result<OfficerPrincipal, Problem> {
  const principal = principalOfRequest(request)
  return principal.kind === 'officer'
    ? ok(principal)
    : err({
        ...problems.signInFirst,
        next: { label: problems.signInFirst.next.label, page: '/office/sign-in' },
      })
}

/** Goes into each form as `_csrf`. It holds as long as the browser stays open. */
export function csrfToken(request: FastifyRequest): string {
  const arrival = arrivals.get(request)
  if (arrival === undefined) throw new Error('sessions() was not called on this server.')
  if (arrival.browser === undefined) {
    arrival.browser = newToken()
    arrival.made = true
  }
  return tokenOf(arrival.platform, arrival.browser)
}

/** Whether a posted token is this browser's. */
export function csrfMatches(request: FastifyRequest, token: unknown): boolean {
  const arrival = arrivals.get(request)
  if (arrival?.browser === undefined || arrival.made || typeof token !== 'string') return false
  const given = Buffer.from(token)
  const right = Buffer.from(tokenOf(arrival.platform, arrival.browser))
  return given.length === right.length && timingSafeEqual(given, right)
}

/** Whether the browser itself says that a page of this site sent the request; old ones do not say. */
export function isSameSite(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  // A page that names no referrer posts with the origin `null`; then the token alone decides.
  if (origin === undefined || origin === 'null') return true
  return URL.canParse(origin) && new URL(origin).host === request.host
}

/** A request that must not have come from another site. Rendered by the channel, else a plain 403. */
export class CrossSite extends Error {
  readonly statusCode = 403
  readonly problem: Problem = {
    status: 403,
    code: 'cross-site',
    title: { ar: 'تعذّر التأكد من مصدر الطلب', en: 'We could not tell where this came from' },
    detail: {
      ar: 'لم يُنفَّذ شيء. ارجع إلى الصفحة وحدّثها ثم أعد المحاولة.',
      en: 'Nothing was done. Go back to the page, refresh it, and try again.',
    },
  }
}

/** A `preHandler` for what changes something: same site, and this browser's token. @throws CrossSite */
export async function verifyCsrf(request: FastifyRequest): Promise<void> {
  // Fastify leaves the body untyped without a schema; a multipart body holds its fields as objects.
  const posted = (request.body as Readonly<Record<string, unknown>> | undefined)?._csrf
  const token = typeof posted === 'object' && posted !== null && 'value' in posted ? posted.value : posted
  if (!isSameSite(request) || !csrfMatches(request, token ?? request.headers['x-csrf-token']))
    throw new CrossSite()
}

const tokenOf = ({ vault }: Pick<Platform, 'vault'>, browser: string): string =>
  createHmac('sha256', vault.derive('csrf')).update(browser).digest('base64url')

/** The cookies of a browser; the short ones go when it closes. */
const lives = {
  session: undefined,
  browser: undefined,
  /** Knows the device again: 400 days, the most that browsers keep. */
  device: 400 * 24 * 60 * 60,
  registration: 30 * 60,
  'sign-in': 15 * 60,
  approval: 2 * 60,
  reset: 15 * 60,
} as const

export type CookieKind = keyof typeof lives

/** Over TLS no other host and no plain connection can set them (`__Host-`); a plain local server does without. */
const nameOf = (config: Platform['config'], kind: CookieKind): string =>
  config.origin.startsWith('https:') ? `__Host-diwan-${kind}` : `diwan-${kind}`

export const readCookie = (
  request: FastifyRequest,
  config: Platform['config'],
  kind: CookieKind,
): string | undefined => {
  const value = request.cookies[nameOf(config, kind)]
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined
}

export function writeCookie(
  reply: FastifyReply,
  config: Platform['config'],
  kind: CookieKind,
  value: string,
): void {
  const maxAge = lives[kind]
  reply.setCookie(nameOf(config, kind), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.origin.startsWith('https:'),
    ...(maxAge === undefined ? {} : { maxAge }),
  })
}

export function clearCookie(reply: FastifyReply, config: Platform['config'], kind: CookieKind): void {
  reply.clearCookie(nameOf(config, kind), { path: '/', secure: config.origin.startsWith('https:') })
}

import '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Locale, locales } from '#kernel/text.ts'
import { paths } from './paths.ts'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const year = 365 * 24 * 60 * 60
const cookie = { path: '/', maxAge: year, sameSite: 'lax', httpOnly: false } as const

const oneOf = <T extends string>(known: readonly T[], given: unknown): T | undefined =>
  known.find((one) => one === given)

/** The language of a request: the address's `lang`, else what was last chosen; Arabic when nothing says. */
export function localeOf(request: FastifyRequest): Locale {
  // Fastify leaves the query untyped without a schema.
  const asked = (request.query as Record<string, unknown> | undefined)?.lang
  return oneOf(locales, asked) ?? oneOf(locales, request.cookies.lang) ?? 'ar'
}

export const themeOf = (request: FastifyRequest): Theme => oneOf(themes, request.cookies.theme) ?? 'auto'

/** Remembers a chosen language, and answers the theme's form. Needs @fastify/cookie and @fastify/formbody. */
export function preferences(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const asked = oneOf(locales, (request.query as Record<string, unknown> | undefined)?.lang)
    if (asked && asked !== request.cookies.lang) reply.setCookie('lang', asked, cookie)
  })
  app.post(paths.theme, async (request, reply) => {
    const { theme, back } = (request.body ?? {}) as Record<string, unknown>
    reply.setCookie('theme', oneOf(themes, theme) ?? 'auto', cookie)
    return reply.redirect(localPath(back), 303)
  })
}

/** Only an address of this site, so that a form cannot send anyone elsewhere; read as a browser reads it. */
export function localPath(given: unknown): string {
  const here = 'http://here.invalid'
  if (typeof given !== 'string' || !given.startsWith('/') || !URL.canParse(given, here)) return '/'
  const { origin, pathname, search, hash } = new URL(given, here)
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}

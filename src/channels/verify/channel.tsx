import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import { type PageProps, renderPage } from '#channels/face/layout.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { paths } from '#channels/face/paths.ts'
import { localeOf, type Theme, themeOf } from '#channels/face/preferences.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { publicKeySet, publishedRoot, trustList } from '#platform/documents/keys/trust-list.ts'
import { statusToken } from '#platform/documents/status-token.ts'
import { type Outcome, verifyByNumber, verifyCode } from '#platform/documents/verify.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { appPermissions, appPolicy } from './app-policy.ts'
import { appRoutes } from './app-routes.ts'
import { AppHead, AppPlace } from './app-shell.tsx'
import { AskView } from './ask-view.tsx'
import { OutcomeView } from './outcome-view.tsx'
import { verifyWords as words } from './words.ts'

type VerifyPlatform = Pick<Platform, 'db' | 'clock' | 'config' | 'issuers' | 'vault' | 'catalogue'>

const ask = z.union([
  z.strictObject({ code: z.string().min(1).max(5000) }),
  z.strictObject({ number: z.string().min(1).max(40), verificationCode: z.string().min(1).max(12) }),
])
type Ask = z.infer<typeof ask>

/** What a browser posts: the fields of one of the two forms. */
const posted = z.object({
  code: z.string().max(5000).optional(),
  number: z.string().max(40).catch('').optional(),
  verificationCode: z.string().max(12).catch('').optional(),
})

/** The address holds who it is about; so only its first word is logged. */
const discreet = {
  logSerializers: { req: (request: FastifyRequest) => ({ method: request.method, url: '/V/…' }) },
}

/**
 * Anybody who was handed a document checks it here, without an account: by the address in its code, by what
 * is printed on it, or by program. Needs @fastify/cookie and @fastify/formbody; keeps nothing, logs no address.
 */
export function verifyChannel(platform: VerifyPlatform): FastifyPluginAsync {
  const { db, issuers, clock } = platform

  const outcomeOf = (request: FastifyRequest, it: Ask, at: Date): Promise<Outcome> =>
    'code' in it
      ? verifyCode(platform, it.code, { at, reader: platform.vault.index(request.ip) })
      : verifyByNumber(db, it.number, it.verificationCode, at, platform.catalogue)

  /** A signature cannot be guessed, so only the load counts; six characters could be, so tries do. */
  const allowed = (request: FastifyRequest, it: Ask, at: Date) => {
    const who = platform.vault.index(request.ip)
    const way = 'code' in it ? 'code' : 'number'
    return takeAll(
      db,
      way === 'code'
        ? [{ key: `verify-code:${who}`, limit: 60, per: 60 }]
        : [
            { key: `verify-number:${who}`, limit: 10, per: 60 },
            { key: `verify-number-day:${who}`, limit: 200, per: 86_400 },
          ],
      at,
    )
  }

  const rendered = (it: Pick<PageProps, 'locale' | 'theme' | 'path' | 'children' | 'head' | 'still'>) =>
    renderPage({
      title: words.title[it.locale],
      description: words.intro[it.locale],
      section: 'verify',
      now: clock.now(),
      demo: platform.config.sandbox !== undefined,
      ...it,
    })

  const page = (
    request: FastifyRequest,
    reply: FastifyReply,
    children: ComponentChildren,
    path = request.url,
  ) =>
    discreetly(reply)
      .type('text/html; charset=utf-8')
      .send(rendered({ locale: localeOf(request), theme: themeOf(request), path, children }))

  /** The page that a device can keep: with scripts it is the verifier, without them the two forms. */
  const appPage = (locale: Locale, theme: Theme) =>
    rendered({
      locale,
      theme,
      path: paths.verify,
      still: true,
      head: <AppHead locale={locale} />,
      children: (
        <AppPlace>
          <AskView locale={locale} />
        </AppPlace>
      ),
    })

  const answer = async (request: FastifyRequest, reply: FastifyReply, it: Ask, path?: string) => {
    const at = clock.now()
    const may = await allowed(request, it, at)
    const locale = localeOf(request)
    if (!may.ok) {
      const { status, title, detail, retryAfter = 60 } = may.error
      reply.code(status).header('retry-after', retryAfter)
      const refusal = (
        <Notice tone="warning" title={title[locale]} announce>
          <p>{detail?.[locale]}</p>
        </Notice>
      )
      return page(request, reply, refusal, path)
    }
    return page(
      request,
      reply,
      <OutcomeView outcome={await outcomeOf(request, it, at)} at={at} locale={locale} />,
      path,
    )
  }

  return async (app) => {
    app.get(paths.verify, async (request, reply) =>
      discreetly(reply)
        .headers({ 'content-security-policy': appPolicy, 'permissions-policy': appPermissions })
        .type('text/html; charset=utf-8')
        .send(appPage(localeOf(request), themeOf(request))),
    )
    appRoutes(app, platform, (locale) => appPage(locale, 'auto'))

    // The printed address is in capitals; a wildcard, because a parameter's length is bounded.
    for (const path of ['/V/*', '/verify/*'] as const)
      app.get<{ Params: { '*': string } }>(path, discreet, async (request, reply) =>
        answer(request, reply, { code: `https://code/V/${request.params['*']}` }),
      )

    app.post(paths.verify, async (request, reply) => {
      const read = posted.safeParse(request.body ?? {})
      const given = read.success ? read.data : {}
      const errors = missing(given, request.body)
      if (Object.keys(errors).length === 0) {
        const { code, number = '', verificationCode = '' } = given
        return answer(
          request,
          reply,
          code === undefined ? { number, verificationCode } : { code },
          paths.verify,
        )
      }
      const view = <AskView locale={localeOf(request)} given={whole(given)} errors={errors} />
      return page(request, reply.code(422), view, paths.verify)
    })

    app.post('/api/v1/verify', async (request, reply) => {
      const at = clock.now()
      const read = ask.safeParse(request.body)
      if (!read.success) return problem(reply, badAsk)
      const may = await allowed(request, read.data, at)
      if (!may.ok) return problem(reply, may.error)
      const outcome = await outcomeOf(request, read.data, at)
      return discreetly(reply).send({
        state: outcome.state,
        checkedAt: at.toISOString(),
        ...('shown' in outcome ? { document: outcome.shown } : {}),
        ...('live' in outcome ? { live: true } : {}),
        ...('because' in outcome ? { reason: outcome.because } : {}),
      })
    })

    app.get('/api/v1/verify/keys', async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send(publicKeySet(issuers)),
    )

    app.get('/.well-known/diwan-trust-list', async (_request, reply) =>
      reply
        .header('cache-control', 'public, max-age=300')
        .type('application/trust-list+jwt')
        .send(await trustList(platform)),
    )

    app.get('/.well-known/diwan-trust-root', async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send(publishedRoot(issuers)),
    )

    app.get<{ Params: { list: string } }>('/status/:list', async (request, reply) => {
      const list = /^\d{1,9}$/.test(request.params.list) ? Number(request.params.list) : undefined
      const as = request.headers.accept?.includes('application/statuslist+cwt') ? 'cwt' : 'jwt'
      const token = list === undefined ? undefined : await statusToken(platform, list, as)
      if (token === undefined) return reply.code(404).send()
      const tag = `"${token.tag}"`
      reply.headers({ 'cache-control': 'public, max-age=60', etag: tag, vary: 'accept' })
      if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(tag)) return reply.code(304).send()
      return reply.type(token.mediaType).send(Buffer.from(token.bytes))
    })
  }
}

type Given = z.infer<typeof posted>

/** What has to be filled in, in the form that was posted. */
function missing(given: Given, body: unknown): Partial<Record<'code' | 'number' | 'verificationCode', Text>> {
  if (typeof body === 'object' && body !== null && 'code' in body)
    return given.code?.trim() ? {} : { code: words.textMissing }
  return {
    ...(given.number?.trim() ? {} : { number: words.numberMissing }),
    ...(given.verificationCode?.trim() ? {} : { verificationCode: words.codeMissing }),
  }
}

const whole = (given: Given): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(given).filter((pair): pair is [string, string] => pair[1] !== undefined))

/** Neither kept by a cache, nor told to the next site, nor found by a search engine. */
const discreetly = (reply: FastifyReply) =>
  reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' })

const badAsk: Problem = {
  status: 422,
  code: 'answers-invalid',
  title: {
    ar: 'أرسل نص الرمز في code، أو الرقم ورمز التحقق في number و verificationCode',
    en: 'Send the text of the code as code, or the number and verification code as number and verificationCode',
  },
}

const problem = (reply: FastifyReply, { status, code, title, detail, retryAfter }: Problem) => {
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
  return discreetly(reply.code(status))
    .type('application/problem+json')
    .send({
      type: `/problems/${code}`,
      status,
      code,
      title: title.en,
      texts: { title, detail },
      detail: detail?.en,
    })
}

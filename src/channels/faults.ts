import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { localeOf, localPath } from './face/preferences.ts'
import { CrossSite } from './face/session.ts'
import { visitOf } from './face/visit.ts'
import { sendProblem } from './portal/problem-page.tsx'
import { NotSignedIn } from './well-formed.ts'

/** What becomes of an address that nobody answers, and of what nobody expected. Programs get theirs in their own channels. */
export function faults(app: FastifyInstance, platform: Platform): void {
  app.setNotFoundHandler(async (request, reply) => show(platform, request, reply, problems.notFound))
  app.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error)
    if (!problem) platform.log.error({ err: error, route: request.routeOptions.url }, 'a request failed')
    return show(platform, request, reply, withWayBack(problem ?? ourFault, request))
  })
}

/** What was sent from a page of ours leads back to that page: opened anew, for the browser would send it again. */
function withWayBack(problem: Problem, { method, headers }: FastifyRequest): Problem {
  const from = method === 'POST' && headers.referer && URL.parse(headers.referer)
  if (!from || problem.next || from.host !== headers.host) return problem
  const page = localPath(from.pathname + from.search)
  return { ...problem, next: { label: { ar: 'ارجع إلى الصفحة', en: 'Back to the page' }, page } }
}

/** Where a program, or a script of a page, reads the answer. */
const forPrograms = /^\/(?:api\/v1|kiosk\/api|wallet\/api)\//

/** A refusal as a page, or as JSON for whoever reads that; without the database a bare one, which needs nothing that may be broken. */
async function show(platform: Platform, request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  if (forPrograms.test(request.url)) {
    const { status, code, title, detail, retryAfter } = problem
    if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
    return reply.code(status).header('cache-control', 'no-store').send({ code, title, detail })
  }
  const visit = await visitOf(platform, request).catch(() => undefined)
  if (visit) return sendProblem(reply, platform, visit, problem)
  const locale = localeOf(request)
  const [title, detail = ''] = [problem.title[locale], problem.detail?.[locale]]
  return reply
    .code(problem.status)
    .headers({ 'cache-control': 'no-store', 'retry-after': problem.retryAfter ?? 5 })
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${detail}</p></html>`,
    )
}

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof CrossSite || error instanceof NotSignedIn) return error.problem
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500
  if (status === 413) return tooLarge
  if (status === 429) return tooMany
  if (status === 503) return busy
  return typeof status === 'number' && status >= 400 && status < 500 ? unreadable : undefined
}

const tooLarge: Problem = {
  status: 413,
  code: 'too-large',
  title: { ar: 'ما أرسلته أكبر من المسموح', en: 'What you sent is too large' },
  detail: { ar: 'أرفق ملفًا لا يتجاوز 10 ميغابايت.', en: 'Attach a file of at most 10 megabytes.' },
}

const tooMany: Problem = {
  status: 429,
  code: 'too-many-requests',
  title: { ar: 'طلبات كثيرة في وقت قصير', en: 'Too many requests in a short time' },
  detail: { ar: 'انتظر دقيقة ثم أعد المحاولة.', en: 'Wait a minute, then try again.' },
  retryAfter: 60,
}

const busy: Problem = {
  status: 503,
  code: 'busy',
  title: { ar: 'الخدمة مزدحمة الآن', en: 'The service is busy' },
  detail: { ar: 'أعد المحاولة بعد لحظات. لم يُفقد شيء.', en: 'Try again in a moment. Nothing was lost.' },
  retryAfter: 5,
}

const unreadable: Problem = {
  status: 400,
  code: 'unreadable',
  title: { ar: 'لم نفهم ما أُرسل', en: 'We could not read what was sent' },
  detail: { ar: 'ارجع وأعد المحاولة من الصفحة نفسها.', en: 'Go back and try again from the page itself.' },
}

const ourFault: Problem = {
  status: 503,
  code: 'fault',
  title: { ar: 'حدث خلل لدينا', en: 'Something went wrong on our side' },
  detail: {
    ar: 'سُجّل الخلل. أعد المحاولة بعد لحظة، ولم يُفقد شيء مما أُكّد لك.',
    en: 'The fault has been noted. Try again in a moment; nothing that was confirmed to you is lost.',
  },
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Text } from '#kernel/text.ts'
import { tooMany } from '#platform/guard/throttle.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { NotSignedIn } from '../well-formed.ts'
import { languageOf } from './language.ts'
import type { ApiProblem } from './operation.ts'
import { nextStep, presentVerdicts, text, verdict } from './value.ts'

/** RFC 9457, as it goes out. */
export const problemSchema = z
  .object({
    type: z.string().meta({ format: 'uri', description: 'Names the kind of problem; ends in `code`.' }),
    title: z.string().meta({ description: 'In the language of `Accept-Language`.' }),
    status: z.int(),
    code: z.string().meta({ description: 'Stable, for programs.' }),
    detail: z.string().optional(),
    fields: z
      .record(z.string(), text)
      .optional()
      .meta({ description: 'What is wrong, by name of the field.' }),
    verdicts: z
      .array(verdict)
      .optional()
      .meta({ description: 'The conditions that are not met, and what to do.' }),
    next: nextStep.optional(),
    confirm: z
      .object({ act: z.string(), object: z.string() })
      .optional()
      .meta({ description: 'What `begin-confirmation` confirms; then call again.' }),
    request: z
      .object({ reference: z.string(), href: z.string() })
      .optional()
      .meta({ description: 'The draft that stays: correct its answers, then submit it.' }),
  })
  .meta({ id: 'Problem' })

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { config }: Pick<Platform, 'config'>,
  problem: ApiProblem,
): FastifyReply {
  const language = languageOf(request.headers['accept-language'])
  const { status, code, title, detail, fields, verdicts, next, retryAfter } = problem
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
  if (status === 401) reply.header('www-authenticate', challengeOf(problem))
  if (problem.allow) reply.header('allow', problem.allow.join(', '))
  const body: z.input<typeof problemSchema> = {
    type: `${config.origin}/problems/${code}`,
    title: title[language],
    status,
    code,
    ...(detail ? { detail: detail[language] } : {}),
    ...(fields ? { fields: { ...fields } } : {}),
    ...(verdicts ? { verdicts: presentVerdicts(verdicts) } : {}),
    ...(next ? { next } : {}),
    ...(problem.confirm ? { confirm: problem.confirm } : {}),
    ...(problem.request ? { request: problem.request } : {}),
  }
  return reply
    .code(status)
    .headers({ 'content-language': language, 'cache-control': 'no-store', vary: 'accept-language' })
    .type('application/problem+json')
    .send(JSON.stringify(body))
}

const challengeOf = ({ challenge }: ApiProblem): string =>
  `Bearer realm="diwan"${challenge ? `, error="${challenge}"` : ''}`

/** A call that the framework or a hook has stopped. */
export class Stopped extends Error {
  constructor(readonly problem: ApiProblem) {
    super(problem.code)
  }
}

/** What went wrong, for who called: never more than they can do something about. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof Stopped || error instanceof NotSignedIn) return error.problem
  if (!(error instanceof Error)) return refusals.internal
  const code = 'code' in error ? error.code : undefined
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refusals.tooLarge
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refusals.mediaType
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === 429) return tooMany(60)
  if (status === 503) return refusals.busy
  return status === 400 ? refusals.malformed : refusals.internal
}

const problem = (status: ApiProblem['status'], code: string, title: Text, detail?: Text): ApiProblem => ({
  status,
  code,
  title,
  ...(detail ? { detail } : {}),
})

export const refusals = {
  notFound: {
    ...problems.notFound,
    next: { label: { ar: 'وصف الواجهة', en: 'Documentation of the API' }, page: '/api' },
  },
  malformed: problem(
    400,
    'malformed',
    { ar: 'تعذّر فهم الطلب', en: 'The request cannot be read' },
    {
      ar: 'أرسل JSON سليمًا بترميز UTF-8، دون محارف صفرية.',
      en: 'Send well-formed JSON in UTF-8, without null characters.',
    },
  ),
  tooLarge: problem(413, 'too-large', { ar: 'الطلب أكبر من الحد', en: 'The body is too large' }),
  mediaType: problem(
    415,
    'media-type-unsupported',
    { ar: 'نوع المحتوى غير مقبول', en: 'This content type is not taken' },
    {
      ar: 'راجع أنواع المحتوى المقبولة في وصف هذه العملية.',
      en: 'The description of the operation says which content types it takes.',
    },
  ),
  keyMissing: problem(
    400,
    'idempotency-key-required',
    { ar: 'ترويسة Idempotency-Key مطلوبة', en: 'The header Idempotency-Key is required' },
    {
      ar: 'أرسل قيمة جديدة من 8 إلى 100 محرف لكل عملية، وأعد القيمة نفسها عند إعادة المحاولة.',
      en: 'Send a new value of 8 to 100 characters for each operation, and the same one when you try again.',
    },
  ),
  tokenWrong: {
    ...problem(401, 'token-invalid', {
      ar: 'رمز الدخول غير صالح أو انتهى',
      en: 'The access token is not valid, or is over',
    }),
    challenge: 'invalid_token',
  },
  busy: {
    ...problem(503, 'busy', { ar: 'الخدمة مزدحمة الآن', en: 'Too busy at the moment' }),
    retryAfter: 5,
  },
  internal: problem(
    500,
    'internal',
    { ar: 'حدث خلل لدينا', en: 'Something went wrong on our side' },
    {
      ar: 'سُجّل الخلل. أعد المحاولة بعد قليل بالمفتاح نفسه؛ لن يتكرر شيء.',
      en: 'It has been recorded. Try again in a while with the same key; nothing happens twice.',
    },
  ),
  methodNot: (allow: readonly string[]): ApiProblem => ({
    ...problem(405, 'method-not-allowed', {
      ar: 'هذه الطريقة غير متاحة لهذا العنوان',
      en: 'This address does not take this method',
    }),
    allow,
  }),
} as const

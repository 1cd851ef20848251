import type { FastifyInstance, FastifyRequest } from 'fastify'
import { err, type Result } from '#kernel/result.ts'
import {
  checkVisualCode as check,
  newVisualCode as make,
  pictureOf,
  spokenOf,
  VISUAL_CODE_LENGTH,
  type VisualAnswer,
} from '#platform/guard/visual-code.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { localeOf } from './preferences.ts'

type Guarded = Pick<Platform, 'db' | 'clock' | 'vault'>

/** What `<VisualCode>` shows. */
export interface VisualCodeView {
  readonly challenge: string
  readonly image: string
  readonly audio: string
  readonly puzzle: unknown
  readonly length: number
}

/** A new code for a form. */
export async function newVisualCode(platform: Guarded): Promise<VisualCodeView> {
  const { id, challenge } = await make(platform)
  return {
    challenge: id,
    image: `/visual-code/${id}.png`,
    audio: `/visual-code/${id}.wav`,
    puzzle: challenge,
    length: VISUAL_CODE_LENGTH,
  }
}

/** The answer that a form with `<VisualCode>` posted. */
export function visualAnswerOf(request: FastifyRequest): VisualAnswer {
  // Fastify leaves the body untyped without a schema.
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  return { id: text('_challenge'), code: text('_code'), proof: text('_proof'), ip: request.ip }
}

/** Whether the posted answer is right; the error stands at the field `_code`. */
export async function checkVisualCode(
  platform: Guarded,
  request: FastifyRequest,
): Promise<Result<void, Problem>> {
  const checked = await check(platform, visualAnswerOf(request))
  return checked.ok ? checked : err(atCode(checked.error))
}

/** The refusal of a visual code with its words at the field of the form. */
export function atCode(problem: Problem): Problem {
  const text = problem.fields?.visualCode
  return text ? { ...problem, fields: { _code: text } } : problem
}

/** The pictures and the voices. They say nothing once their code was tried. */
export function visualCodeRoutes(app: FastifyInstance, platform: Guarded): void {
  app.get<{ Params: { file: string } }>('/visual-code/:file', async (request, reply) => {
    const [, id = '', kind] = /^([\w-]{43})\.(png|wav)$/.exec(request.params.file) ?? []
    const bytes =
      kind === 'wav' ? await spokenOf(platform, id, localeOf(request)) : await pictureOf(platform, id)
    if (kind === undefined || bytes === undefined) return reply.code(404).send()
    return reply
      .header('cache-control', 'no-store')
      .type(kind === 'png' ? 'image/png' : 'audio/wav')
      .send(bytes)
  })
}

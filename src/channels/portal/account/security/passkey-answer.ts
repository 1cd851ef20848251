import type { FastifyRequest } from 'fastify'
import { postedOf } from '../body.ts'

/** What a passkey answered, as the island posted it: JSON of some kilobytes at most. */
export function passkeyAnswer(request: FastifyRequest): string {
  const { answer } = postedOf(request)
  return typeof answer === 'string' && answer.length <= 20_000 ? answer : ''
}

import { parse } from 'node:querystring'
import type { FastifyInstance } from 'fastify'
import { type Problem, problems } from '#platform/problem.ts'
import { principalOfRequest } from './face/session.ts'

/**
 * Refuses what no text in the database can hold, wherever it is asked: a NUL in the address or in the body;
 * and files, before they fill the memory, of somebody unknown. Needs `sessions()` before it.
 */
export function wellFormed(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const type = request.headers['content-type'] ?? ''
    if (/^multipart\//i.test(type) && principalOfRequest(request).kind === 'anonymous')
      throw new NotSignedIn()
  })
  app.addHook('preValidation', async (request) => {
    if (request.url.includes('%00') || holdsNul(request.body)) throw new Malformed()
  })
}

/** A query names each thing once: of several the first counts, so that every value is a text. */
export const oneOfEach = (query: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parse(query)).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value[0] : value) ?? '',
    ]),
  )

/** Files come from people who are signed in; whoever's session ran out meanwhile is shown the way. */
export class NotSignedIn extends Error {
  readonly statusCode = 401
  readonly problem: Problem = problems.signInFirst
}

class Malformed extends Error {
  readonly statusCode = 400
}

function holdsNul(posted: unknown): boolean {
  if (typeof posted === 'string') return posted.includes('\0')
  if (typeof posted !== 'object' || posted === null || ArrayBuffer.isView(posted)) return false
  // A part of a multipart body is more than it posts, and points back to the body.
  if ('fieldname' in posted) return 'value' in posted && holdsNul(posted.value)
  return Object.entries(posted).some(([name, value]) => name.includes('\0') || holdsNul(value))
}

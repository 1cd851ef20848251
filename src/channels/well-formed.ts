import { parse } from 'node:querystring'
import type { FastifyInstance } from 'fastify'
import { type Problem, problems } from '#platform/problem.ts'
import { principalOfRequest } from './face/session.ts'

/**
 * Refuses, wherever it is asked, what no text in the database can hold: a NUL in the address or in the body; a
 * body nested so deep that whoever goes through it runs out of stack; and files, before they fill the memory, of
 * somebody unknown. Needs `sessions()` before it.
 */
export function wellFormed(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const type = request.headers['content-type'] ?? ''
    if (/^multipart\//i.test(type) && principalOfRequest(request).kind === 'anonymous')
      throw new NotSignedIn()
  })
  app.addHook('preValidation', async (request) => {
    if (request.url.includes('%00') || isUnfit(request.body)) throw new Malformed()
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

/** Levels of a body, far beyond all that is asked for. */
const DEEPEST = 64

function isUnfit(posted: unknown, level = 0): boolean {
  if (typeof posted === 'string') return posted.includes('\0')
  if (typeof posted !== 'object' || posted === null || ArrayBuffer.isView(posted)) return false
  if (level === DEEPEST) return true
  // A part of a multipart body is more than it posts, and points back to the body.
  if ('fieldname' in posted) return 'value' in posted && isUnfit(posted.value, level + 1)
  return Object.entries(posted).some(([name, value]) => name.includes('\0') || isUnfit(value, level + 1))
}

import { parse } from 'node:querystring'
import type { FastifyInstance } from 'fastify'

/** Refuses what no text in the database can hold, wherever it is asked: a NUL in the address or in the body. */
export function wellFormed(app: FastifyInstance): void {
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

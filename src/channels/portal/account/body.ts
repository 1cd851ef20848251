import type { FastifyRequest } from 'fastify'

export type Posted = Readonly<Record<string, string | readonly string[]>>

/** What a form posted; Fastify leaves the body untyped without a schema, and its parser makes nothing else. */
export const postedOf = (request: FastifyRequest): Posted => (request.body ?? {}) as Posted

/** One posted text, at most 1,000 characters; absent and repeated names are empty. */
export function postedText(request: FastifyRequest, name: string): string {
  const value = postedOf(request)[name]
  return typeof value === 'string' ? value.slice(0, 1000) : ''
}

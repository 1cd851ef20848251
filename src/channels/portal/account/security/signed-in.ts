import type { FastifyReply, FastifyRequest } from 'fastify'
import { requirePerson } from '#channels/face/session.ts'
import { type Visit, visitOf } from '#channels/face/visit.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Platform } from '#platform/platform.ts'
import { sendProblem } from '../../problem-page.tsx'

export type Holder = Extract<Principal, { kind: 'person' }>

export interface Call {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly visit: Visit
  /** The holder of the account. */
  readonly by: Holder
}

/**
 * A page of somebody's own account; others are taken to the sign-in, and come back to `home` or to the page.
 * `admit`: who else may see it.
 */
export const ownAccount =
  (
    platform: Platform,
    home: string,
    answer: (call: Call) => unknown,
    admit: typeof requirePerson = requirePerson,
  ) =>
  async (request: FastifyRequest, reply: FastifyReply) => {
    const visit = await visitOf(platform, request)
    const person = admit(request)
    if (person.ok) return answer({ request, reply, visit, by: person.value })
    const path = request.method === 'GET' ? visit.path : home
    return sendProblem(reply, platform, { ...visit, path }, person.error)
  }

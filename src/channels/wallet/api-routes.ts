import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  CrossSite,
  csrfMatches,
  csrfToken,
  isSameSite,
  readCookie,
  requireActivated,
} from '#channels/face/session.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { agentOf } from '#platform/accounts/agent.ts'
import { tokenHash } from '#platform/accounts/token.ts'
import { deviceKey } from '#platform/guard/device-key.ts'
import { takeAll } from '#platform/guard/throttle.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { carry } from '#platform/wallets/carry.ts'
import { challengePhone } from '#platform/wallets/contact.ts'
import { walletDeviceOf } from '#platform/wallets/device.ts'
import { challengeNewPhone, enrolWallet, walletConfirmed } from '#platform/wallets/enrol.ts'
import { leave, look } from '#platform/wallets/leave.ts'
import { noteCheck } from '#platform/wallets/showing.ts'
import { loadOf } from './load.ts'
import type { Refused, Visitor } from './presented.ts'

const token = z.string().regex(/^[\w-]{43}$/)
const signature = z.string().regex(/^[\w-]{86}$/)
const proof = z.object({ key: token, challenge: token, signature })
const seen = z.object({ live: z.string().min(1).max(5000), by: z.string().max(80).optional() })

/**
 * What the wallet's page asks. To become somebody's phone it comes with their session; from then on it comes with
 * a proof of its key alone, so that it works whoever is signed in in this browser, and for nobody else.
 */
export function walletApi(app: FastifyInstance, platform: Platform): void {
  const { db, clock, config, vault } = platform

  app.get('/wallet/api/visitor', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return reply.send(await visitorOf(platform, request))
  })

  app.post('/wallet/api/enrol/challenge', async (request, reply) => {
    const person = fromOurPage(request)
    if (!person.ok) return send(reply, person)
    return send(reply, await challengeNewPhone(platform, person.value))
  })

  const enrolment = z.object({ key: deviceKey, challenge: token, signature, replaces: z.uuid().optional() })
  app.post('/wallet/api/enrol', async (request, reply) => {
    const person = fromOurPage(request)
    if (!person.ok) return send(reply, person)
    const given = enrolment.safeParse(request.body)
    if (!given.success) return send(reply, err(unreadable))
    const browser = readCookie(request, config, 'device')
    const done = await enrolWallet(platform, person.value, {
      ...given.data,
      replaces: given.data.replaces,
      name: agentOf(request.headers['user-agent']) ?? 'Browser',
      browser: browser && tokenHash(browser),
    })
    return send(reply, done.ok ? ok({ id: done.value.id }) : done)
  })

  const asked = <T extends z.ZodType>(
    path: string,
    schema: T,
    answer: (given: z.output<T>, request: FastifyRequest) => Promise<Result<unknown, Problem>>,
  ) =>
    app.post(path, async (request, reply) => {
      const given = schema.safeParse(request.body)
      return send(reply, given.success ? await answer(given.data, request) : err(unreadable))
    })
  asked('/wallet/api/challenge', z.object({ key: token }), ({ key }, { ip }) =>
    challengePhone(platform, key, ip),
  )
  asked('/wallet/api/look', proof, (given) => look(platform, given))
  asked('/wallet/api/leave', proof, (given) => leave(platform, given))
  asked('/wallet/api/carry', proof, async (given) => {
    const load = await carry(platform, given)
    return load.ok ? ok(await loadOf(platform, load.value)) : load
  })

  // Whoever checks a document online says so here when its holder asked for it; nobody learns anything from it.
  app.post('/verify/seen', async (request, reply) => {
    const given = seen.safeParse(request.body)
    const key = `verify-seen:${vault.index(request.ip)}`
    const allowed = await takeAll(db, [{ key, limit: 60, per: 60 }], clock.now())
    if (!allowed.ok) return send(reply, allowed)
    if (given.success) await noteCheck(platform, { live: given.data.live, saidBy: given.data.by })
    return reply.code(204).header('cache-control', 'no-store').send()
  })
}

/** Who is signed in, asking from the wallet's page in this browser and from no other site's. */
function fromOurPage(request: FastifyRequest): ReturnType<typeof requireActivated> {
  const ours = isSameSite(request) && csrfMatches(request, request.headers['x-csrf-token'])
  return ours ? requireActivated(request) : err(new CrossSite().problem)
}

async function visitorOf(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  request: FastifyRequest,
): Promise<Visitor> {
  const person = requireActivated(request)
  if (!person.ok)
    return person.error.code === 'sign-in-required'
      ? { kind: 'nobody' }
      : { kind: 'refused', because: refusedOf(person.error) }
  const by = person.value
  const [holder, device, confirmed] = await Promise.all([
    findPerson(db, by.person),
    walletDeviceOf(db, by.person),
    walletConfirmed({ db, clock }, by),
  ])
  return {
    kind: 'person',
    name: holder?.shortName ?? { ar: '', en: '' },
    csrf: csrfToken(request),
    confirmed,
    ...(device ? { elsewhere: { id: device.id, name: device.name, since: device.since.toISOString() } } : {}),
  }
}

function send(reply: FastifyReply, result: Result<unknown, Problem>): FastifyReply {
  reply.header('cache-control', 'no-store')
  if (result.ok) return reply.send(result.value ?? {})
  const { status, retryAfter } = result.error
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
  return reply.code(status).send(refusedOf(result.error))
}

const refusedOf = ({ code, title, detail, next }: Problem): Refused => ({
  code,
  title,
  ...(detail ? { detail } : {}),
  ...(next && 'page' in next ? { next } : {}),
})

const unreadable: Problem = {
  status: 400,
  code: 'unreadable',
  title: { ar: 'لم نفهم ما أُرسل', en: 'We could not read what was sent' },
}

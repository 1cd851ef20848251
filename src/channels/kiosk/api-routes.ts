import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { toAsciiDigits } from '#kernel/digits.ts'
import { formatInstant } from '#kernel/format.ts'
import { parseMobile } from '#kernel/mobile.ts'
import { parsePersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { activateByKiosk } from '#platform/accounts/activate-by-kiosk.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { deviceKey } from '#platform/guard/device-key.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { beginMobileChange, confirmMobileChange } from '#platform/kiosks/change-mobile.ts'
import { challengeDevice, type Device, enrolDevice, heartbeat } from '#platform/kiosks/device.ts'
import { identify } from '#platform/kiosks/identify.ts'

import { kioskProblems } from '#platform/kiosks/problems.ts'
import {
  endKioskSession,
  type KioskSession,
  kioskSessionOf,
  openKioskSession,
} from '#platform/kiosks/session.ts'
import { prepareSheet, sheetsOf } from '#platform/kiosks/sheet.ts'
import { type KioskVisitor, kioskVisitor } from '#platform/kiosks/visitor.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import type { Refused, Slip, Visitor } from './presented.ts'
import { toldOf } from './told.ts'

const token = z.string().regex(/^[\w-]{43}$/)
const signature = z.string().regex(/^[\w-]{86}$/)
const proof = z.object({ kiosk: z.uuid(), challenge: token, signature })
const language = z.enum(['ar', 'en']).catch('ar')
const number = z.string().max(40)

type Answer = Promise<Result<unknown, Problem>>

/**
 * What the page of a device asks. A session's token stands in `authorization: Kiosk …` and in the page's
 * memory alone: no cookie is read or set, so nothing of a person stays in the browser and no other site can ask.
 */
export function kioskApi(app: FastifyInstance, platform: Platform): void {
  const open = <T extends z.ZodType>(
    path: string,
    schema: T,
    answer: (given: z.output<T>, request: FastifyRequest) => Answer,
  ) =>
    app.post(`/kiosk/api/${path}`, async (request, reply) => {
      const given = schema.safeParse(request.body)
      return send(reply, given.success ? await answer(given.data, request) : err(unreadable))
    })
  const during = <T extends z.ZodType>(
    path: string,
    schema: T,
    answer: (session: KioskSession, given: z.output<T>, request: FastifyRequest) => Answer,
  ) =>
    open(path, schema, async (given, request) => {
      const session = await sessionOf(platform, request)
      return session.ok ? answer(session.value, given, request) : session
    })
  const known = <T extends z.ZodType>(
    path: string,
    schema: T,
    answer: (visitor: KioskVisitor, session: KioskSession, given: z.output<T>) => Answer,
  ) =>
    during(path, schema, async (session, given) => {
      const visitor = await kioskVisitor(platform, session)
      return visitor.ok ? answer(visitor.value, session, given) : visitor
    })

  open(
    'enrol',
    z.object({ code: z.string().regex(/^\d{12}$/), key: deviceKey, signature }),
    (given, { ip }) => enrolDevice(platform, { ...given, ip }),
  )
  open('challenge', z.object({ kiosk: z.uuid() }), ({ kiosk }, { ip }) =>
    challengeDevice(platform, kiosk, ip),
  )
  open('heartbeat', proof, async (given) => shown(await heartbeat(platform, given), placeOf))
  open('sessions', proof, (given) => openKioskSession(platform, given))

  during('status', z.object({ number }), async (_session, given) => {
    const person = parsePersonNumber(given.number)
    if (!person.ok) return err(problems.answersWrong({ number: person.error }))
    const inquiry = platform.catalogue.inquiry('query-fingerprint-status')
    if (!inquiry) return err(problems.notFound)
    const answer = await ask(platform, anonymous, inquiry, { raw: { number: person.value } })
    return shown(answer, ({ blocks }) => toldOf(blocks))
  })
  during('finger', z.object({ number, capture: z.string().min(1).max(200_000) }), async (session, given) => {
    const person = parsePersonNumber(given.number)
    if (!person.ok) return err(problems.answersWrong({ number: person.error }))
    const same = await identify(platform, session, { person: person.value, capture: given.capture })
    if (!same.ok) return same
    return shown(await kioskVisitor(platform, { ...session, person: person.value }), visitorOf)
  })
  known('activate', z.object({ terms: z.string().max(40) }), async (visitor, session, { terms }) => {
    const { person, by } = visitor
    return shown(await activateByKiosk(platform, { person, device: session.kiosk, terms }, by), slipOf)
  })
  during('mobile', z.object({ mobile: number, language }), async (session, given, { ip }) => {
    const mobile = parseMobile(given.mobile)
    if (!mobile.ok) return err(problems.answersWrong({ mobile: mobile.error }))
    return beginMobileChange(platform, session, { mobile: mobile.value, language: given.language, ip })
  })
  known('mobile/confirm', z.object({ code: z.string().max(20) }), (visitor, session, { code }) =>
    confirmMobileChange(platform, session, visitor, toAsciiDigits(code)),
  )
  known('documents', z.object({}), async (visitor) => ok({ documents: await sheetsOf(platform, visitor) }))
  known('print', z.object({ id: z.string().min(1).max(200) }), (visitor, session, { id }) =>
    prepareSheet(platform, session, visitor, id),
  )
  app.post('/kiosk/api/end', async (request, reply) => {
    const given = tokenOf(request)
    if (given) await endKioskSession(platform, given)
    return send(reply, ok({}))
  })
}

const tokenOf = (request: FastifyRequest): string | undefined =>
  /^Kiosk ([\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1]

async function sessionOf(
  platform: Platform,
  request: FastifyRequest,
): Promise<Result<KioskSession, Problem>> {
  const given = tokenOf(request)
  return given ? kioskSessionOf(platform, given) : err(kioskProblems.sessionEnded)
}

const shown = <T, V>(result: Result<T, Problem>, view: (value: T) => V): Result<V, Problem> =>
  result.ok ? ok(view(result.value)) : result

const placeOf = ({ place, spot }: Device) => ({ place, spot })

const visitorOf = ({ name, number, account, mobile }: KioskVisitor): Visitor => ({
  name,
  number,
  account,
  ...(mobile ? { mobile } : {}),
})

const slipOf = ({ receipt, at, person }: { receipt: string; at: Date; person: string }): Slip => ({
  receipt,
  at: { ar: formatInstant(at, 'ar'), en: formatInstant(at, 'en') },
  person,
})

function send(reply: FastifyReply, result: Result<unknown, Problem>): FastifyReply {
  reply.header('cache-control', 'no-store')
  if (result.ok) return reply.send(result.value ?? {})
  const { status, code, title, detail, fields, retryAfter } = result.error
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
  const body: Refused = { code, title, ...(detail ? { detail } : {}), ...(fields ? { fields } : {}) }
  return reply.code(status).send(body)
}

const unreadable: Problem = {
  status: 400,
  code: 'unreadable',
  title: { ar: 'لم نفهم ما أُرسل', en: 'We could not read what was sent' },
}

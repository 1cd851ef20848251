import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseDay } from '#kernel/day.ts'
import { parseMobile } from '#kernel/mobile.ts'
import type { Text } from '#kernel/text.ts'
import { type AtMachine, cardIn, press } from '#sandbox/bank/atm-machine.ts'
import { AtmScreen, CardSlot } from '#sandbox/bank/atm-pages.tsx'
import { atmWords } from '#sandbox/bank/atm-words.ts'
import { type Customer, sessions } from '#sandbox/bank/customers.ts'
import type { Desk } from '#sandbox/bank/desk.ts'
import { identified, page, posted, routesFor } from '#sandbox/bank/face.tsx'
import { Identify } from '#sandbox/bank/parts.tsx'
import { faceNames } from '#sandbox/bank/words.ts'
import { localeOf } from '#sandbox/page.tsx'

interface CardIn {
  readonly customer: Customer
  at: AtMachine
}

/**
 * The teller machine (register activate-via-atm): card and PIN, activation, terms and Agree, the mobile
 * confirmed or instructions, slip. One address, as a machine has one screen; every press is a key.
 */
export function atmRoutes(
  app: FastifyInstance,
  { desk, portal }: { readonly desk: Desk; readonly portal: string },
): void {
  const known = sessions<CardIn>('atm')
  const route = routesFor(app, 'atm', known)
  const again = (reply: FastifyReply) => reply.redirect('/bank/atm', 303)
  const slot = (
    request: FastifyRequest,
    reply: FastifyReply,
    given = { person: '', mobile: '' },
    errors = {},
  ) =>
    page(request, reply, faceNames.atm, (locale) => (
      <Identify
        locale={locale}
        face="atm"
        action="/bank/atm/card"
        button={atmWords.insertKey}
        given={given}
        errors={errors}
      >
        <CardSlot locale={locale} />
      </Identify>
    ))
  const screen = (request: FastifyRequest, reply: FastifyReply, { at, customer }: CardIn, error?: Text) =>
    page(request, reply, faceNames.atm, (locale) => (
      <AtmScreen locale={locale} at={at} customer={customer} portal={portal} error={error} />
    ))

  app.get('/', (request, reply) => {
    const session = known.of(request.headers.cookie)
    return session ? screen(request, reply, session) : slot(request, reply)
  })
  app.post('/card', (request, reply) =>
    identified(
      request,
      'atm',
      (given, errors) => slot(request, reply.code(422), given, errors),
      (customer) => again(reply.header('set-cookie', known.open({ customer, at: cardIn }))),
    ),
  )
  route('POST', '/key', async (request, reply, session) => {
    const { customer } = session
    const next = press(session.at, posted(request, 'key'))
    if (session.at.screen === 'menu' && next.screen === 'terms') desk.begin(customer)
    if (session.at.screen === 'terms' && next.screen === 'mobile') customer.agreed = true
    if (session.at.screen === 'mobile' && next.screen === 'result')
      await desk.send(customer, localeOf(request))
    session.at = next
    return again(reply)
  })
  route('POST', '/branch', (request, reply, session) => {
    const mobile = parseMobile(posted(request, 'mobile'))
    if (!mobile.ok) return screen(request, reply.code(422), session, mobile.error)
    session.customer.mobile = mobile.value
    session.at = cardIn
    return again(reply)
  })
  route('POST', '/mobile', async (request, reply, session) => {
    const born = parseDay(posted(request, 'born'))
    if (session.at.screen !== 'update') return again(reply)
    if (!born.ok) return screen(request, reply.code(422), session, born.error)
    await desk.updateMobile(session.customer, born.value)
    return again(reply)
  })
  app.post('/eject', (request, reply) => {
    known.close(request.headers.cookie)
    return again(reply)
  })
}

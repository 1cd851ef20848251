import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseMobile } from '#kernel/mobile.ts'
import { parsePersonNumber } from '#kernel/person-number.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { askActivation } from '#sandbox/bank/activation.ts'
import { type Customer, customers, newReceipt } from '#sandbox/bank/customers.ts'
import { operationRoutes } from '#sandbox/bank/operations.ts'
import { Bills, Confirm, Home, Outcome, Review, SignIn } from '#sandbox/bank/pages.tsx'
import { words } from '#sandbox/bank/words.ts'
import { sendPage } from '#sandbox/page.tsx'
import type { Part, Surroundings } from '#sandbox/part.ts'
import { partnerApi } from '#sandbox/partner-client.ts'

/** The bank's name among the platform's partners. */
export const bankClient = 'sandbox-bank'

type Posted = Readonly<Record<string, string | undefined>> | undefined

/**
 * A bank: its app, in which a customer activates the Diwan account (register activate-via-bank-app), and
 * what it answers when the platform asks whose an account is.
 */
export function bank(
  surroundings: Surroundings,
  { secret, callBackAfter = 5_000 }: { readonly secret: string; readonly callBackAfter?: number },
): Part {
  const { portal, clock } = surroundings
  const api = partnerApi(surroundings, bankClient)
  const known = customers()
  const timers = new Set<NodeJS.Timeout>()
  const later = (work: () => void, milliseconds: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, milliseconds)
    timers.add(timer)
  }

  const page = (
    request: FastifyRequest,
    reply: FastifyReply,
    body: (locale: Locale) => ReturnType<typeof Home>,
    title: Text = words.title,
  ) => sendPage(request, reply, { title, body })

  /** A page for who is signed in; everybody else is led to the sign-in. */
  function customerRoute(
    app: FastifyInstance,
    method: 'GET' | 'POST',
    url: string,
    handle: (request: FastifyRequest, reply: FastifyReply, customer: Customer) => unknown,
  ): void {
    app.route({
      method,
      url,
      handler: async (request, reply) => {
        const customer = known.of(request.headers.cookie)
        return customer ? handle(request, reply, customer) : reply.redirect('/bank', 303)
      },
    })
  }

  function signingIn(app: FastifyInstance): void {
    const empty = { person: '', mobile: '' }
    app.get('/', (request, reply) => {
      const customer = known.of(request.headers.cookie)
      return page(request, reply, (locale) =>
        customer ? (
          <Home locale={locale} customer={customer} />
        ) : (
          <SignIn locale={locale} given={empty} errors={{}} />
        ),
      )
    })
    app.post<{ Body: Posted }>('/sign-in', (request, reply) => {
      const given = { person: request.body?.person ?? '', mobile: request.body?.mobile ?? '' }
      const person = parsePersonNumber(given.person)
      const mobile = parseMobile(given.mobile)
      if (person.ok && mobile.ok)
        return reply.header('set-cookie', known.signIn(person.value, mobile.value)).redirect('/bank', 303)
      const errors = {
        person: person.ok ? undefined : person.error,
        mobile: mobile.ok ? undefined : mobile.error,
      }
      return page(request, reply.code(422), (locale) => (
        <SignIn locale={locale} given={given} errors={errors} />
      ))
    })
    app.post('/sign-out', (request, reply) => {
      known.signOut(request.headers.cookie)
      return reply.redirect('/bank', 303)
    })
  }

  function activating(app: FastifyInstance): void {
    customerRoute(app, 'GET', '/bills', (request, reply) =>
      page(request, reply, (locale) => <Bills locale={locale} />, words.payBill),
    )
    const review = (request: FastifyRequest, reply: FastifyReply, customer: Customer, error?: Text) =>
      page(
        request,
        reply,
        (locale) => <Review locale={locale} customer={customer} portal={portal} error={error} />,
        words.activate,
      )
    customerRoute(app, 'GET', '/activation', (request, reply, customer) => {
      customer.receipt = newReceipt()
      customer.sent = false
      customer.outcome = undefined
      return review(request, reply, customer)
    })
    customerRoute(app, 'POST', '/activation', (request, reply, customer) => {
      // The form parser gives fields by name.
      if ((request.body as Posted)?.terms !== 'agreed')
        return review(request, reply.code(422), customer, words.termsNeeded)
      customer.sent = true
      return reply.redirect('/bank/activation/confirm', 303)
    })
    customerRoute(app, 'GET', '/activation/confirm', (request, reply, customer) =>
      customer.sent
        ? page(request, reply, (locale) => <Confirm locale={locale} customer={customer} />, words.activate)
        : reply.redirect('/bank/activation', 303),
    )
    customerRoute(app, 'POST', '/activation/confirm', async (_request, reply, customer) => {
      if (!customer.sent) return reply.redirect('/bank/activation', 303)
      customer.outcome = await askActivation(api, customer)
      return reply.redirect('/bank/receipt', 303)
    })
    const receipt = (request: FastifyRequest, reply: FastifyReply, customer: Customer, error?: Text) => {
      const { outcome } = customer
      if (!outcome) return reply.redirect('/bank/activation', 303)
      return page(
        request,
        reply,
        (locale) => (
          <Outcome locale={locale} customer={customer} outcome={outcome} portal={portal} error={error} />
        ),
        words.receipt,
      )
    }
    customerRoute(app, 'GET', '/receipt', (request, reply, customer) => receipt(request, reply, customer))
    customerRoute(app, 'POST', '/branch', (request, reply, customer) => {
      const mobile = parseMobile((request.body as Posted)?.mobile ?? '')
      if (!mobile.ok) return receipt(request, reply.code(422), customer, mobile.error)
      customer.mobile = mobile.value
      return reply.redirect('/bank/activation', 303)
    })
  }

  return {
    name: 'bank',
    title: words.title,
    about: words.about,
    async register(app) {
      await app.register(async (scope) =>
        operationRoutes(scope, { secret, now: () => clock.now(), callBackAfter, later }),
      )
      signingIn(app)
      activating(app)
    },
    async close() {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

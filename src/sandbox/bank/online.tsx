import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseMobile } from '#kernel/mobile.ts'
import type { Text } from '#kernel/text.ts'
import { type BillWorld, billRoutes } from '#sandbox/bank/bills.tsx'
import { type Customer, sessions } from '#sandbox/bank/customers.ts'
import type { Desk } from '#sandbox/bank/desk.ts'
import { page, posted, routesFor, signInRoutes } from '#sandbox/bank/face.tsx'
import { mobileRoutes } from '#sandbox/bank/mobile.tsx'
import { Bills, Confirm, Government, type Missing, Payments, Review } from '#sandbox/bank/pages.tsx'
import { faceHome, Outcome } from '#sandbox/bank/parts.tsx'
import { webWords } from '#sandbox/bank/web-words.ts'
import { words } from '#sandbox/bank/words.ts'
import { localeOf } from '#sandbox/page.tsx'

interface World extends BillWorld {
  readonly desk: Desk
  readonly portal: string
}

/**
 * The app (register activate-via-bank-app): bill payment, activation, details and Send, Confirm, receipt.
 */
export function appRoutes(app: FastifyInstance, world: World): void {
  const known = sessions<Customer>('app')
  const route = routesFor(app, 'app', known)
  signInRoutes(app, 'app', known)
  route('GET', '/bills', (request, reply) =>
    page(request, reply, words.payBill, (locale) => <Bills locale={locale} />),
  )
  mobileRoutes(route, world.desk, 'app')
  billRoutes(route, world, 'app')
  reviewing(route, world, { face: 'app', next: '/bank/activation/confirm' })
  route('GET', '/activation/confirm', (request, reply, customer) =>
    customer.agreed
      ? page(request, reply, words.activate, (locale) => <Confirm locale={locale} customer={customer} />)
      : reply.redirect('/bank/activation', 303),
  )
  route('POST', '/activation/confirm', async (request, reply, customer) => {
    if (!customer.agreed) return reply.redirect('/bank/activation', 303)
    await world.desk.send(customer, localeOf(request))
    return reply.redirect('/bank/receipt', 303)
  })
}

/**
 * Internet banking (register activate-via-online-banking): payments, government payments and refund,
 * activation, details reviewed and confirmed, Send, receipt.
 */
export function webRoutes(app: FastifyInstance, world: World): void {
  const known = sessions<Customer>('web')
  const route = routesFor(app, 'web', known)
  signInRoutes(app, 'web', known)
  route('GET', '/payments', (request, reply) =>
    page(request, reply, webWords.payments, (locale) => <Payments locale={locale} />),
  )
  route('GET', '/government', (request, reply) =>
    page(request, reply, webWords.government, (locale) => <Government locale={locale} />),
  )
  mobileRoutes(route, world.desk, 'web')
  billRoutes(route, world, 'web')
  reviewing(route, world, { face: 'web' })
}

type Route = ReturnType<typeof routesFor<Customer>>

/**
 * The details to check and agree to, then `next`, or at once the question to the platform; the receipt;
 * and the branch that corrects a mobile.
 */
function reviewing(
  route: Route,
  { desk, portal }: World,
  { face, next }: { readonly face: 'app' | 'web'; readonly next?: string },
): void {
  const home = faceHome[face]
  const review = (request: FastifyRequest, reply: FastifyReply, customer: Customer, missing: Missing) =>
    page(request, reply, words.activate, (locale) => (
      <Review locale={locale} customer={customer} portal={portal} missing={missing} />
    ))
  const receipt = (request: FastifyRequest, reply: FastifyReply, customer: Customer, error?: Text) => {
    const { outcome } = customer
    if (!outcome) return reply.redirect(`${home}/activation`, 303)
    const title = 'receipt' in outcome ? words.receipt : words.activate
    return page(request, reply, title, (locale) => (
      <Outcome locale={locale} customer={customer} outcome={outcome} portal={portal} error={error} />
    ))
  }
  route('GET', '/activation', (request, reply, customer) => {
    desk.begin(customer)
    return review(request, reply, customer, {})
  })
  route('POST', '/activation', async (request, reply, customer) => {
    const terms = posted(request, 'terms') === 'agreed' ? undefined : words.termsNeeded
    const correct =
      face === 'app' || posted(request, 'correct') === 'yes' ? undefined : webWords.correctNeeded
    if (terms || correct) return review(request, reply.code(422), customer, { terms, correct })
    customer.agreed = true
    if (next !== undefined) return reply.redirect(next, 303)
    await desk.send(customer, localeOf(request))
    return reply.redirect(`${home}/receipt`, 303)
  })
  route('GET', '/receipt', (request, reply, customer) => receipt(request, reply, customer))
  route('POST', '/branch', (request, reply, customer) => {
    const mobile = parseMobile(posted(request, 'mobile'))
    if (!mobile.ok) return receipt(request, reply.code(422), customer, mobile.error)
    customer.mobile = mobile.value
    return reply.redirect(`${home}/activation`, 303)
  })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseMobile } from '#kernel/mobile.ts'
import { parsePersonNumber } from '#kernel/person-number.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { type Customer, type Face, newCustomer, type Sessions } from '#sandbox/bank/customers.ts'
import { Home } from '#sandbox/bank/pages.tsx'
import { faceHome, type Given, Identify } from '#sandbox/bank/parts.tsx'
import { faceNames, words } from '#sandbox/bank/words.ts'
import { sendPage } from '#sandbox/page.tsx'

/** A field of a form; the form parser gives fields by name. */
export const posted = (request: FastifyRequest, name: string): string =>
  (request.body as Readonly<Record<string, string | undefined>> | undefined)?.[name] ?? ''

/** A page of a face, under its name unless it has a title of its own. */
export const page = (
  request: FastifyRequest,
  reply: FastifyReply,
  title: Text,
  body: (locale: Locale) => ReturnType<typeof Home>,
): FastifyReply => sendPage(request, reply, { title, body })

/** Reads who somebody is and which mobile the bank holds; what cannot be is asked again by `ask`. */
export async function identified(
  request: FastifyRequest,
  face: Face,
  ask: (given: Given, errors: { person?: Text | undefined; mobile?: Text | undefined }) => unknown,
  then: (customer: Customer) => unknown,
): Promise<unknown> {
  const given = { person: posted(request, 'person'), mobile: posted(request, 'mobile') }
  const person = parsePersonNumber(given.person)
  const mobile = parseMobile(given.mobile)
  if (person.ok && mobile.ok) return then(newCustomer(face, person.value, mobile.value))
  return ask(given, {
    person: person.ok ? undefined : person.error,
    mobile: mobile.ok ? undefined : mobile.error,
  })
}

/** Routes for who is there; everybody else is led to where the face begins. */
export function routesFor<T>(app: FastifyInstance, face: Face, known: Sessions<T>) {
  return (
    method: 'GET' | 'POST',
    url: string,
    handle: (request: FastifyRequest, reply: FastifyReply, session: T) => unknown,
  ): void => {
    app.route({
      method,
      url,
      handler: async (request, reply) => {
        const session = known.of(request.headers.cookie)
        return session === undefined ? reply.redirect(faceHome[face], 303) : handle(request, reply, session)
      },
    })
  }
}

/** Signing in to the app or to internet banking, the first page, and signing out. */
export function signInRoutes(app: FastifyInstance, face: 'app' | 'web', known: Sessions<Customer>): void {
  const home = faceHome[face]
  const signIn = (locale: Locale, given: Given, errors = {}) => (
    <Identify
      locale={locale}
      face={face}
      action={`${home}/sign-in`}
      button={words.enter}
      given={given}
      errors={errors}
    />
  )
  app.get('/', (request, reply) => {
    const customer = known.of(request.headers.cookie)
    return page(request, reply, faceNames[face], (locale) =>
      customer ? <Home locale={locale} customer={customer} /> : signIn(locale, { person: '', mobile: '' }),
    )
  })
  app.post('/sign-in', (request, reply) =>
    identified(
      request,
      face,
      (given, errors) =>
        page(request, reply.code(422), faceNames[face], (locale) => signIn(locale, given, errors)),
      (customer) => reply.header('set-cookie', known.open(customer)).redirect(home, 303),
    ),
  )
  app.post('/sign-out', (request, reply) => {
    known.close(request.headers.cookie)
    return reply.redirect(home, 303)
  })
}

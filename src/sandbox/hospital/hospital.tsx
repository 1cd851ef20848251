import type { FastifyReply, FastifyRequest } from 'fastify'
import { AuthorizationResponseError } from 'openid-client'
import type { Text } from '#kernel/text.ts'
import { insurance } from '#sandbox/hospital/insurance.tsx'
import { File, Results, Welcome } from '#sandbox/hospital/pages.tsx'
import { relyingParty, type Waiting } from '#sandbox/hospital/relying-party.ts'
import { visitors } from '#sandbox/hospital/visitors.ts'
import { words } from '#sandbox/hospital/words.ts'
import { localeOf, sendPage } from '#sandbox/page.tsx'
import type { Part, Surroundings } from '#sandbox/part.ts'

/** The hospital's name among the platform's sites. */
export const hospitalClient = 'sandbox-hospital'

/** A site of another organisation, which people enter with their account on the platform. */
export function hospital(surroundings: Surroundings): Part {
  const { portal } = surroundings
  const diwan = relyingParty(surroundings, hospitalClient)
  const here = visitors()
  const cookieOf = (request: FastifyRequest) => request.headers.cookie

  const welcome = (request: FastifyRequest, reply: FastifyReply, said?: Text) =>
    sendPage(request, reply, {
      title: words.title,
      body: (locale) => <Welcome locale={locale} said={said} />,
    })

  async function signIn(request: FastifyRequest, reply: FastifyReply, to: Waiting['to']) {
    try {
      const { url, waiting } = await diwan.begin(to, localeOf(request))
      const cookie = here.wait(cookieOf(request), waiting)
      if (cookie !== undefined) reply.header('set-cookie', cookie)
      return reply.redirect(url, 303)
    } catch {
      return welcome(request, reply.code(502), words.noAnswer)
    }
  }

  return {
    name: 'hospital',
    title: words.title,
    about: words.about,
    register(app) {
      insurance(app, surroundings)
      app.get('/', (request, reply) => {
        const patient = here.of(cookieOf(request))?.patient
        if (!patient) return welcome(request, reply)
        return sendPage(request, reply, {
          title: words.title,
          body: (locale) => <File locale={locale} patient={patient} portal={portal} />,
        })
      })
      app.post('/sign-in', (request, reply) => signIn(request, reply, 'file'))
      app.post('/results', (request, reply) => signIn(request, reply, 'results'))
      app.get('/results', (request, reply) =>
        here.of(cookieOf(request))?.results
          ? sendPage(request, reply, {
              title: words.resultsTitle,
              body: (locale) => <Results locale={locale} />,
            })
          : reply.redirect('/hospital', 303),
      )
      app.get('/callback', async (request, reply) => {
        const visitor = here.of(cookieOf(request))
        const waiting = visitor?.waiting
        if (!visitor || !waiting) return reply.redirect('/hospital', 303)
        delete visitor.waiting
        try {
          const patient = await diwan.finish(request.url.split('?')[1] ?? '', waiting)
          const results = waiting.to === 'results'
          reply.header('set-cookie', here.enter(cookieOf(request), patient, results))
          return reply.redirect(results ? '/hospital/results' : '/hospital', 303)
        } catch (error) {
          const refused = error instanceof AuthorizationResponseError && error.error === 'access_denied'
          return welcome(request, reply.code(refused ? 200 : 400), refused ? words.refused : words.failed)
        }
      })
      app.post('/sign-out', async (request, reply) => {
        const patient = here.of(cookieOf(request))?.patient
        here.leave(cookieOf(request))
        return reply.redirect(patient ? await diwan.signOutUrl(patient) : '/hospital', 303)
      })
      app.get('/signed-out', (request, reply) => welcome(request, reply, words.signedOut))
      app.post('/back-channel', async (request, reply) => {
        reply.header('cache-control', 'no-store')
        // The form parser gives fields by name.
        const token = (request.body as Readonly<Record<string, string>> | undefined)?.logout_token ?? ''
        const ended = await diwan.signedOut(token).catch(() => undefined)
        if (!ended) return reply.code(400).send({ error: 'invalid_request' })
        here.end(ended.sid)
        return reply.code(200).send()
      })
    },
  }
}

import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { localeOf, sendPage } from '#sandbox/page.tsx'
import type { Part, Surroundings } from '#sandbox/part.ts'
import { newWalletKey, type WalletKey } from './keys.ts'
import { Asked, Home } from './pages.tsx'
import { answerQuestion, readQuestion, refuseQuestion } from './question.ts'
import { type Held, takeOffer } from './take.ts'
import { words } from './words.ts'

interface Wallet {
  readonly keys: { readonly holder: WalletKey; readonly dpop: WalletKey }
  held: readonly Held[]
}

const atMost = 200

/** A wallet of somebody else's making, one a browser, in memory: it forgets when the sandbox stops. */
export function wallet(surroundings: Surroundings): Part {
  const all = new Map<string, Wallet>()

  async function walletOf(request: FastifyRequest, reply: FastifyReply): Promise<Wallet> {
    const id = /(?:^|;\s*)other_wallet=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1]
    const known = id === undefined ? undefined : all.get(id)
    if (known) return known
    const made: Wallet = { keys: { holder: await newWalletKey(), dpop: await newWalletKey() }, held: [] }
    const oldest = all.keys().next().value
    if (all.size >= atMost && oldest !== undefined) all.delete(oldest)
    const fresh = randomBytes(18).toString('base64url')
    all.set(fresh, made)
    reply.header('set-cookie', `other_wallet=${fresh}; Path=/wallet; HttpOnly; SameSite=Lax`)
    return made
  }
  const asked = (request: FastifyRequest, name: string): string => {
    const value = new URL(request.url, 'http://sandbox').searchParams.get(name)
    return (value ?? '').slice(0, 4000)
  }
  const posted = (request: FastifyRequest): Readonly<Record<string, string>> =>
    // The form parser gives fields by name.
    (request.body as Readonly<Record<string, string>> | undefined) ?? {}

  const home = (request: FastifyRequest, reply: FastifyReply, it: Wallet, said?: string) =>
    sendPage(request, reply, {
      title: words.title,
      body: (locale) => (
        <Home
          locale={locale}
          held={it.held}
          offer={posted(request).offer ?? asked(request, 'offer')}
          question={asked(request, 'question')}
          said={said}
        />
      ),
    })

  return {
    name: 'wallet',
    title: words.title,
    about: words.about,
    register(app) {
      app.get('/', async (request, reply) => home(request, reply, await walletOf(request, reply)))
      app.post('/take', async (request, reply) => {
        const it = await walletOf(request, reply)
        const { offer: link = '', code = '' } = posted(request)
        const locale = localeOf(request)
        const taken = await takeOffer(surroundings, it.keys, { link, code: code.trim() })
        if (!taken.ok)
          return home(
            request,
            reply.code(400),
            it,
            taken.error ? `${words.failed[locale]} ${taken.error}` : words.unreadable[locale],
          )
        it.held = [taken.value, ...it.held.filter((one) => one.type !== taken.value.type)]
        return reply.redirect('/wallet', 303)
      })
      app.get('/question', async (request, reply) => {
        const it = await walletOf(request, reply)
        const question = await readQuestion(surroundings, asked(request, 'link'))
        if (!question) return home(request, reply.code(400), it, words.unreadable[localeOf(request)])
        const held = it.held.find((one) => one.type === question.type)
        return sendPage(request, reply, {
          title: words.title,
          body: (locale) => <Asked locale={locale} question={question} held={held} />,
        })
      })
      app.post('/question', async (request, reply) => {
        const it = await walletOf(request, reply)
        const locale = localeOf(request)
        const { link = '', answer } = posted(request)
        const question = await readQuestion(surroundings, link)
        if (!question) return home(request, reply.code(400), it, words.unreadable[locale])
        const held = it.held.find((one) => one.type === question.type)
        if (answer !== 'yes' || !held) {
          await refuseQuestion(surroundings, question)
          return home(request, reply, it, words.refused[locale])
        }
        const sent = await answerQuestion(surroundings, it.keys.holder, question, held)
        return home(
          request,
          reply.code(sent.ok ? 200 : 400),
          it,
          sent.ok ? words.answered[locale] : `${words.failed[locale]} ${sent.error}`,
        )
      })
    },
  }
}

import { z } from 'zod'
import { desk } from '#sandbox/operator/desk.ts'
import { lineRoutes } from '#sandbox/operator/line.tsx'
import { lineWords } from '#sandbox/operator/line-words.ts'
import { type OperationName, operations, words } from '#sandbox/operator/words.ts'
import { sendPage } from '#sandbox/page.tsx'
import type { Part, Surroundings } from '#sandbox/part.ts'
import { partnerApi } from '#sandbox/partner-client.ts'
import { onlySigned } from '#sandbox/signature.ts'

const asked = z.object({
  key: z.string(),
  data: z.object({
    account: z.string(),
    count: z.number().int().positive().optional(),
    product: z.string().optional(),
  }),
  callback: z.object({ url: z.url(), token: z.string() }),
})
const posted = z.object({ key: z.string().max(100), answer: z.enum(['accept', 'refuse']) })

/** The operator's name among the platform's partners. */
const operatorClient = 'sandbox-operator'

/**
 * A telecom operator: takes what establishments ask, and lets whoever stands at its desk answer. A telegram is
 * received at once; what nobody answers is accepted after a while.
 */
export function operator(
  surroundings: Surroundings,
  { secret, acceptAfter = 20_000 }: { readonly secret: string; readonly acceptAfter?: number },
): Part {
  const { portal, clock } = surroundings
  const here = desk()
  const timers = new Set<NodeJS.Timeout>()
  const later = (work: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, acceptAfter)
    timers.add(timer)
  }
  return {
    name: 'operator',
    title: words.title,
    about: words.about,
    async register(app) {
      await app.register(async (scope) => {
        onlySigned(scope, secret, () => clock.now())
        scope.post<{ Body: string; Params: { operation: string } }>(
          '/operations/:operation',
          (request, reply) => {
            const { operation } = request.params
            if (!isOperation(operation)) return reply.code(404).send({ error: 'no such operation' })
            const { key, data, callback } = asked.parse(JSON.parse(request.body))
            if (operation === 'message') return reply.send({})
            const what = data.count === undefined ? (data.product ?? '') : String(data.count)
            here.take({ key, operation, account: data.account, what, callback })
            later(() => void here.answer(key, true))
            return reply.code(202).send()
          },
        )
      })
      app.get<{ Querystring: { said?: string } }>('/', (request, reply) => {
        const { said } = request.query
        return sendPage(request, reply, {
          title: words.title,
          refresh: 10,
          body: (locale) => (
            <>
              {(said === 'answered' || said === 'gone') && (
                <p class="note" role="status">
                  {words[said][locale]}
                </p>
              )}
              <p>{words.intro[locale]}</p>
              {here.waiting().length === 0 && <p class="note">{words.none[locale]}</p>}
              {here.waiting().map((one) => (
                <form key={one.key} class="card" method="post" action="/operator">
                  <h2>{operations[one.operation][locale]}</h2>
                  <p>
                    {words.account[locale]} <bdi dir="ltr">{one.account}</bdi> · <bdi>{one.what}</bdi>
                  </p>
                  <input type="hidden" name="key" value={one.key} />
                  <button type="submit" name="answer" value="accept">
                    {words.accept[locale]}
                  </button>{' '}
                  <button type="submit" name="answer" value="refuse">
                    {words.refuse[locale]}
                  </button>
                </form>
              ))}
              <p>
                <a href="/operator/line">{lineWords.title[locale]}</a>
              </p>
              <p>
                <a href={portal}>{words.toPortal[locale]}</a>
              </p>
            </>
          ),
        })
      })
      lineRoutes(app, partnerApi(surroundings, operatorClient))
      app.post('/', async (request, reply) => {
        const read = posted.safeParse(request.body)
        const done = read.success && (await here.answer(read.data.key, read.data.answer === 'accept'))
        return reply.redirect(`/operator?said=${done ? 'answered' : 'gone'}`, 303)
      })
    },
    async close() {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name)

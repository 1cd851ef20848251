import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Fate, PaymentPage, Told, type Way, ways } from '#sandbox/biller/pages.tsx'
import {
  type AskedPayment,
  askedPayment,
  linkTo,
  paymentOf,
  readLink,
  referenceOf,
} from '#sandbox/biller/payment-link.ts'
import { webhooks } from '#sandbox/biller/webhooks.ts'
import { words } from '#sandbox/biller/words.ts'
import { sendPage } from '#sandbox/page.tsx'
import type { Part, Surroundings } from '#sandbox/part.ts'
import { onlySigned } from '#sandbox/signature.ts'

const lateBy = 20_000

const choice = z.object({ data: z.string(), seal: z.string(), how: z.enum(ways) })
const askedRefund = z.object({ refund: z.string(), reference: z.string(), amount: z.int().positive() })
const askedPayout = z.object({ payout: z.string(), iban: z.string(), amount: z.int().positive() })

/**
 * A company that collects payments: the platform asks it to open, give back and pay out over a signed
 * API; a person decides on its page; what happened it tells the platform by signed webhook.
 */
export function biller(
  { portalApi, origin, clock }: Pick<Surroundings, 'portalApi' | 'origin' | 'clock'>,
  { secret, firstPause }: { readonly secret: string; readonly firstPause?: number },
): Part {
  const fates = new Map<string, Fate>()
  const hooks = webhooks({
    url: `${portalApi}/partners/v1/payment-events`,
    secret,
    clock,
    ...(firstPause !== undefined && { firstPause }),
  })

  async function decide(asked: AskedPayment, how: Way): Promise<void> {
    const { payment } = asked
    if (fates.has(payment)) return
    const reference = referenceOf(payment)
    if (how === 'decline') {
      fates.set(payment, 'declined')
      return hooks.tell({ id: `failed-${payment}`, type: 'payment.failed', payment, reference })
    }
    fates.set(payment, 'paid')
    const amount = how === 'less' ? Math.max(1, asked.amount - 100) : asked.amount
    const event = { id: `settled-${payment}`, type: 'payment.settled', payment, reference, amount }
    await hooks.tell(event, how === 'late' ? lateBy : 0)
    if (how === 'twice') await hooks.tell(event)
  }

  function api(app: FastifyInstance): void {
    onlySigned(app, secret, () => clock.now())
    app.post<{ Body: string }>('/payments', (request) => {
      const asked = askedPayment.parse(JSON.parse(request.body))
      return { reference: referenceOf(asked.payment), url: linkTo(origin(), secret, asked) }
    })
    app.post<{ Body: string }>('/refunds', (request) => {
      const { refund, reference, amount } = askedRefund.parse(JSON.parse(request.body))
      const payment = paymentOf(reference)
      fates.set(payment, 'refunded')
      void hooks.tell({ id: `refunded-${refund}`, type: 'payment.refunded', payment, reference, amount })
      return { accepted: true }
    })
    app.post<{ Body: string }>('/payouts', (request) => {
      const { payout, iban, amount } = askedPayout.parse(JSON.parse(request.body))
      const settled = !iban.endsWith('0')
      const type = settled ? 'payout.settled' : 'payout.failed'
      void hooks.tell({
        // A payout that failed may be asked for again, to another account: that is another event.
        id: `${type}-${payout}-${iban.slice(-6)}`,
        type,
        payout,
        reference: `SB-${payout}`,
        amount,
      })
      return { accepted: true }
    })
  }

  function pages(app: FastifyInstance): void {
    app.get('/', (request, reply) =>
      sendPage(request, reply, {
        title: words.title,
        refresh: 5,
        body: (locale) => <Told recent={hooks.recent()} locale={locale} />,
      }),
    )
    app.get<{ Querystring: { data?: string; seal?: string } }>('/pay', (request, reply) => {
      const { data = '', seal = '' } = request.query
      const asked = readLink(secret, data, seal)
      return sendPage(request, asked ? reply : reply.code(404), {
        title: words.payTitle,
        body: (locale) =>
          asked ? (
            <PaymentPage
              asked={asked}
              fate={fates.get(asked.payment)}
              link={{ data, seal }}
              locale={locale}
            />
          ) : (
            <p class="error">{words.unknown[locale]}</p>
          ),
      })
    })
    app.post('/pay', async (request, reply) => {
      const given = choice.safeParse(request.body)
      const asked = given.success ? readLink(secret, given.data.data, given.data.seal) : undefined
      if (!given.success || !asked) return reply.redirect('/biller/pay', 303)
      await decide(asked, given.data.how)
      return reply.redirect(asked.returnTo, 303)
    })
  }

  return {
    name: 'biller',
    title: words.title,
    about: words.about,
    async register(app) {
      await app.register(async (scope) => api(scope))
      pages(app)
    },
    close: async () => hooks.close(),
  }
}

import { z } from 'zod'
import type { Clock } from '#kernel/clock.ts'
import { sign, signatureHeader } from '#platform/integrations/signature.ts'
import type { PaymentProvider } from './port.ts'

const opened = z.object({ reference: z.string().min(1).max(100), url: z.url({ protocol: /^https?$/ }) })

/**
 * A biller over HTTP: `POST /payments`, `/refunds`, `/payouts`, each signed with the key that we share
 * and each with an id of ours that makes a repeated ask the same ask. Throws when it does not take it.
 */
export function httpPaymentProvider(it: {
  name: string
  /** Without a slash at the end. */
  url: string
  secret: string
  clock: Clock
}): PaymentProvider {
  const ask = async (path: string, body: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const text = JSON.stringify(body)
    const response = await fetch(it.url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [signatureHeader]: sign(it.secret, text, it.clock.now()),
      },
      body: text,
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error(`the biller answered ${response.status} to ${path}`)
    return response.json()
  }
  return {
    name: it.name,
    open: async (payment) => opened.parse(await ask('/payments', payment)),
    refund: async (refund) => {
      await ask('/refunds', refund)
    },
    payout: async (payout) => {
      await ask('/payouts', payout)
    },
  }
}

import { z } from 'zod'
import { err, ok, type Result } from '#kernel/result.ts'
import { verifySignature } from '#platform/integrations/signature.ts'
import type { Problem } from '#platform/problem.ts'

const amount = z.int().min(1).max(100_000_000_000)
const common = { id: z.string().min(1).max(100), reference: z.string().min(1).max(100) }
const payment = z.string().min(1).max(100)

/** What a provider tells us. `payment` and `payout` are our ids, amounts are halalas. */
const providerEvent = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('payment.settled'), payment, amount }),
  z.object({ ...common, type: z.literal('payment.failed'), payment }),
  z.object({ ...common, type: z.literal('payment.refunded'), payment, amount }),
  z.object({ ...common, type: z.literal('refund.failed'), payment }),
  z.object({ ...common, type: z.literal('payout.settled'), payout: payment }),
  z.object({ ...common, type: z.literal('payout.failed'), payout: payment }),
])
export type ProviderEvent = z.infer<typeof providerEvent>

/** The event in a webhook's body, once its signature is proven. */
export function readEvent(
  secret: string,
  body: string,
  header: string | undefined,
  now: Date,
): Result<ProviderEvent, Problem> {
  const signature = verifySignature(secret, body, header, now)
  if (signature !== 'right') return err(refusals[signature])
  const parsed = providerEvent.safeParse(json(body))
  return parsed.success ? ok(parsed.data) : err(refusals.unreadable)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const refusals = {
  wrong: {
    status: 401,
    code: 'signature-wrong',
    title: { ar: 'توقيع الرسالة غير صحيح', en: 'The signature of the message is wrong' },
  },
  stale: {
    status: 401,
    code: 'signature-stale',
    title: {
      ar: 'وقت التوقيع بعيد عن وقتنا. وقّع الرسالة من جديد وأعد إرسالها.',
      en: 'The signature’s time is too far from ours. Sign the message again and send it again.',
    },
  },
  unreadable: {
    status: 400,
    code: 'event-unreadable',
    title: { ar: 'لم نفهم هذا الحدث', en: 'We could not read this event' },
  },
} as const satisfies Record<string, Problem>

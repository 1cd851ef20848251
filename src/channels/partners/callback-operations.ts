import { z } from 'zod'
import { input } from '#channels/api/input.ts'
import { type Operation, operation } from '#channels/api/operation.ts'
import { ok } from '#kernel/result.ts'
import { callbackPath, handleCallback } from '#platform/integrations/call.ts'
import { lateAnswer } from '#platform/integrations/late-answer.ts'
import { handleProviderEvent } from '#platform/payments/provider-event.ts'
import type { Platform } from '#platform/platform.ts'
import { partnersBase } from './base.ts'
import { tags } from './tags.ts'

/** Who takes the payments, and the secret that signs its messages. */
export interface Biller {
  readonly name: string
  readonly secret: string
}

export const paymentEvent = (platform: Platform, biller: Biller): Operation =>
  operation({
    id: 'payment-event',
    method: 'POST',
    path: '/payment-events',
    tag: tags.callbacks,
    title: { ar: 'حدث من مزوّد الدفع', en: 'An event of the payment provider' },
    summary: {
      ar: 'موقّع في الترويسة diwan-signature على نص الجسم كما هو. الحدث نفسه مرتين حدث واحد، وأي ترتيب مقبول.',
      en: 'Signed in the header diwan-signature over the very text of the body: `t=<second>,v1=<hex of HMAC-SHA256 over "t.body">`. The same event twice is one, in any order.',
    },
    access: 'signature',
    rawBody: { as: 'text', mediaTypes: ['application/json'], largest: 64 * 1024 },
    bodySchema: {
      type: 'object',
      required: ['id', 'type', 'reference'],
      properties: {
        id: { type: 'string', description: 'Of the event.' },
        type: {
          type: 'string',
          enum: [
            'payment.settled',
            'payment.failed',
            'payment.refunded',
            'refund.failed',
            'payout.settled',
            'payout.failed',
          ],
        },
        reference: { type: 'string', description: 'The provider’s.' },
        payment: { type: 'string', description: 'The platform’s id, as it was asked with.' },
        payout: { type: 'string' },
        amount: {
          type: 'integer',
          minimum: 1,
          description: 'Halalas, as in what the platform asks of the provider.',
        },
      },
    },
    answer: {
      status: 200,
      description: { ar: 'وصل', en: 'Taken; it need not be sent again' },
      schema: z.object({ outcome: z.enum(['applied', 'known']) }),
    },
    run: async ({ body, signature }) => {
      const taken = await handleProviderEvent(
        platform,
        { provider: biller.name, secret: biller.secret },
        typeof body === 'string' ? body : '',
        signature,
      )
      return taken.ok ? ok({ body: { outcome: taken.value } }) : taken
    },
  })

export const integrationAnswer = (platform: Platform): Operation =>
  operation({
    id: 'integration-answer',
    method: 'POST',
    path: callbackPath.slice(partnersBase.length),
    tag: tags.callbacks,
    title: { ar: 'جواب نظام خارجي', en: 'The answer of an outside system' },
    summary: {
      ar: 'من نظام قبل الطلب ثم يجيب، بالرمز الذي أُعطي لتلك الخطوة وحدها، مرة واحدة.',
      en: 'From a system that had accepted an ask, with the token of that very step, once.',
    },
    access: 'signature',
    body: z.strictObject({ token: input.token, answer: lateAnswer }),
    answer: { status: 204, description: { ar: 'وصل', en: 'Taken' } },
    run: async ({ body: { token, answer } }) => {
      const taken = await handleCallback(platform, token, answer)
      return taken.ok ? ok({ body: undefined }) : taken
    },
  })

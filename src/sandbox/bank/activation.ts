import { z } from 'zod'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { PartnerApi } from '#sandbox/partner-client.ts'

/** What the platform says to an activation, or that it said nothing that we understand. */
export type Activation =
  | { readonly outcome: 'activated' | 'already-activated'; readonly receipt: string; readonly at: string }
  | { readonly outcome: 'mobile-mismatch' | 'not-registered' | 'no-answer' }

const activated = z.object({
  outcome: z.enum(['activated', 'already-activated']),
  receipt: z.string(),
  at: z.string(),
})
/** A problem (RFC 9457) names itself by the end of its type. */
const refused = z.object({
  outcome: z.string().optional(),
  code: z.string().optional(),
  type: z.string().optional(),
})

/** Asks the platform to activate the account of a customer whom the bank knows; the same receipt is the same ask. */
export async function askActivation(
  api: PartnerApi,
  it: {
    readonly person: PersonNumber
    readonly mobile: Mobile
    readonly channel: 'bank-app' | 'bank-web' | 'atm'
    readonly receipt: string
  },
): Promise<Activation> {
  try {
    const { body } = await api.post('/partners/v1/activations', {
      person: it.person,
      mobile: it.mobile,
      channel: it.channel,
      receipt: it.receipt,
    })
    const good = activated.safeParse(body)
    if (good.success) return good.data
    const said = refused.safeParse(body).data
    const words = [said?.outcome, said?.code, said?.type].join(' ')
    if (words.includes('mobile-mismatch')) return { outcome: 'mobile-mismatch' }
    if (words.includes('not-registered')) return { outcome: 'not-registered' }
    return { outcome: 'no-answer' }
  } catch {
    return { outcome: 'no-answer' }
  }
}

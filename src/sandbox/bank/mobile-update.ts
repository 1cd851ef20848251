import { z } from 'zod'
import type { Day } from '#kernel/day.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { PartnerApi } from '#sandbox/partner-client.ts'

/** What the platform says when the bank gives an account the mobile that it holds. */
export type MobileUpdate =
  | { readonly outcome: 'changed' | 'same-already'; readonly receipt: string; readonly at: string }
  | { readonly outcome: 'not-matched' | 'no-answer' }

const changed = z.object({
  outcome: z.enum(['changed', 'same-already']),
  receipt: z.string(),
  at: z.string(),
})
/** A problem (RFC 9457) names itself by the end of its type. */
const refused = z.object({ code: z.string() })

/** Asks the platform to take the mobile on which the bank reaches its customer; the same receipt is the same ask. */
export async function askMobileUpdate(
  api: PartnerApi,
  it: {
    readonly person: PersonNumber
    readonly born: Day
    readonly mobile: Mobile
    readonly receipt: string
  },
): Promise<MobileUpdate> {
  try {
    const { person, born, mobile, receipt } = it
    const { body } = await api.post('/partners/v1/mobiles', { person, born, mobile, receipt })
    const good = changed.safeParse(body)
    if (good.success) return good.data
    return { outcome: refused.safeParse(body).data?.code === 'not-matched' ? 'not-matched' : 'no-answer' }
  } catch {
    return { outcome: 'no-answer' }
  }
}

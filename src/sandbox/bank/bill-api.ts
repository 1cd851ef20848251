import { z } from 'zod'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { PartnerApi } from '#sandbox/partner-client.ts'

const text = z.object({ ar: z.string(), en: z.string() })
const bill = z.object({
  number: z.string(),
  title: text,
  amount: z.int(),
  due: z.string(),
  payer: z.string(),
})
/** A bill of the platform that can be paid; halalas. */
export type DueBill = z.infer<typeof bill>

const payment = z.object({
  number: z.string(),
  amount: z.int(),
  state: z.enum(['settled', 'refunding', 'refunded']),
})
export type PaymentState = z.infer<typeof payment>['state']

/** A problem (RFC 9457) in the reader's language, and its code. */
const refused = z.object({ code: z.string() })

/** What the platform answered, or the code with which it refused; `no-answer` when it said nothing. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string }

/** Bills of the platform, as the bank asks for them and pays them. */
export interface BillApi {
  due(person: PersonNumber): Promise<Answer<readonly DueBill[]>>
  find(number: string): Promise<Answer<DueBill>>
  pay(it: { number: string; receipt: string; amount: number }): Promise<Answer<PaymentState>>
  state(it: { number: string; receipt: string }): Promise<Answer<PaymentState>>
  refund(it: { number: string; receipt: string }): Promise<Answer<PaymentState>>
}

export function billApi(api: PartnerApi): BillApi {
  async function ask<T>(
    path: string,
    body: Readonly<Record<string, unknown>>,
    read: z.ZodType<T>,
  ): Promise<Answer<T>> {
    try {
      const answer = await api.post(`/partners/v1/bills/${path}`, body)
      const good = read.safeParse(answer.body)
      if (good.success) return { ok: true, value: good.data }
      return { ok: false, code: refused.safeParse(answer.body).data?.code ?? 'no-answer' }
    } catch {
      return { ok: false, code: 'no-answer' }
    }
  }
  const state = payment.transform((it) => it.state)
  return {
    due: (person) =>
      ask(
        'due',
        { person },
        z.object({ bills: z.array(bill) }).transform((it) => it.bills),
      ),
    find: (number) => ask('find', { number }, bill),
    pay: (it) => ask('pay', it, state),
    state: ({ number, receipt }) => ask('payment', { number, receipt }, state),
    refund: ({ number, receipt }) => ask('refund', { number, receipt }, state),
  }
}

/** Something that a customer has paid here, as the bank's own books have it. */
export interface Paid {
  readonly number: string
  readonly title: Text
  readonly amount: number
  readonly receipt: string
  readonly at: Date
}

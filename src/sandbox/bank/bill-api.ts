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
  refundable: z.boolean(),
})
export type Payment = z.infer<typeof payment>

const fee = z.object({
  code: z.string(),
  title: text,
  durations: z.array(z.object({ duration: z.string(), title: text })),
})
/** A service whose fees can be paid before it is asked for. */
export type Fee = z.infer<typeof fee>

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
  fees(): Promise<Answer<readonly Fee[]>>
  /** The bill for a service that is not asked for yet. */
  ahead(it: { person: PersonNumber; code: string; duration: string }): Promise<Answer<DueBill>>
  pay(it: { number: string; receipt: string; amount: number }): Promise<Answer<Payment>>
  payment(it: { number: string; receipt: string }): Promise<Answer<Payment>>
  refund(it: { number: string; receipt: string }): Promise<Answer<Payment>>
}

export function billApi(api: PartnerApi): BillApi {
  async function ask<T>(
    path: string,
    body: Readonly<Record<string, unknown>> | undefined,
    read: z.ZodType<T>,
  ): Promise<Answer<T>> {
    try {
      const whole = `/partners/v1/${path}`
      const answer = await (body ? api.post(whole, body) : api.get(whole))
      const good = read.safeParse(answer.body)
      if (good.success) return { ok: true, value: good.data }
      return { ok: false, code: refused.safeParse(answer.body).data?.code ?? 'no-answer' }
    } catch {
      return { ok: false, code: 'no-answer' }
    }
  }
  return {
    due: (person) =>
      ask(
        'bills/due',
        { person },
        z.object({ bills: z.array(bill) }).transform((it) => it.bills),
      ),
    find: (number) => ask('bills/find', { number }, bill),
    fees: () =>
      ask(
        'fees',
        undefined,
        z.object({ fees: z.array(fee) }).transform((it) => it.fees),
      ),
    ahead: (it) => ask('fees/bill', it, bill),
    pay: (it) => ask('bills/pay', it, payment),
    payment: ({ number, receipt }) => ask('bills/payment', { number, receipt }, payment),
    refund: ({ number, receipt }) => ask('bills/refund', { number, receipt }, payment),
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

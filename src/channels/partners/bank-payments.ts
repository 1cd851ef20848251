import { z } from 'zod'
import { input } from '#channels/api/input.ts'
import { type Operation, operation } from '#channels/api/operation.ts'
import { halalas } from '#kernel/money.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Principal } from '#platform/authority/principal.ts'
import {
  type BankPayment,
  bankPayment,
  dueBill,
  duesForBank,
  payAtBank,
  refundAtBank,
} from '#platform/payments/bank-payment.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { access, amount, due, dueOf, number, tag } from './bank-bill.ts'
import { receipt } from './receipt.ts'

const taken = z.object({
  number,
  amount: z.int(),
  state: z.enum(['settled', 'refunding', 'refunded']),
  refundable: z.boolean().meta({ description: 'Whether the customer may take it back.' }),
})

/** What a bank does for its customers (register pay-through-bank, bank-wallet-sadad). */
export const bankPayments = (platform: Platform): readonly Operation[] => [
  operation({
    id: 'bank-dues',
    method: 'POST',
    path: '/bills/due',
    tag,
    title: { ar: 'ما على العميل', en: 'What a customer has to pay' },
    summary: {
      ar: 'لعميل أثبت المصرف هويته. يُقيَّد الاطلاع في سجله.',
      en: 'For a customer whose identity the bank has proven. The look is in their log.',
    },
    access,
    body: z.strictObject({ person: input.personNumber }),
    answer: {
      status: 200,
      description: { ar: 'الفواتير', en: 'The bills' },
      schema: z.object({ bills: z.array(due) }),
    },
    run: async ({ principal, body }) => {
      if (principal.kind !== 'partner') return err(problems.notYours)
      const bills = await duesForBank(platform, body.person, principal)
      return ok({ body: { bills: bills.map(dueOf) } })
    },
  }),
  operation({
    id: 'bank-bill',
    method: 'POST',
    path: '/bills/find',
    tag,
    title: { ar: 'فاتورة برقمها', en: 'A bill by its number' },
    summary: {
      ar: 'من يعرف رقم الفاتورة يسددها عن صاحبها.',
      en: 'Whoever knows the number of a bill may pay it for its payer.',
    },
    access,
    body: z.strictObject({ number }),
    answer: { status: 200, description: { ar: 'الفاتورة', en: 'The bill' }, schema: due },
    run: async ({ principal, body }) => {
      if (principal.kind !== 'partner') return err(problems.notYours)
      const found = await dueBill(platform, body.number)
      return found.ok ? ok({ body: dueOf(found.value) }) : found
    },
  }),
  onReceipt({
    id: 'pay-through-bank',
    path: '/bills/pay',
    title: { ar: 'سداد فاتورة', en: 'Pay a bill' },
    summary: {
      ar: 'بعد أن خُصم المبلغ من حساب العميل. الرقم نفسه مرة أخرى هو الدفعة نفسها؛ والرفض يعني أننا لم نقيّد شيئًا.',
      en: 'After the money was taken from the customer’s account. The same number again is the same payment; a refusal means that nothing was booked.',
    },
    body: z.strictObject({ number, receipt, amount }),
    run: (it, by) => payAtBank(platform, { ...it, amount: halalas(it.amount) }, by),
  }),
  onReceipt({
    id: 'bank-payment',
    path: '/bills/payment',
    title: { ar: 'حال دفعة', en: 'How a payment stands' },
    summary: {
      ar: 'حين تكون `refundable` يعيد المصرف المبلغ إلى عميله متى طلبه ثم يخبرنا.',
      en: 'When it is `refundable` the bank gives the money back to its customer who asks for it, then tells us.',
    },
    body: z.strictObject({ number, receipt }),
    run: (it, by) => bankPayment(platform, it, by),
  }),
  onReceipt({
    id: 'bank-refund',
    path: '/bills/refund',
    title: { ar: 'أُعيد المبلغ', en: 'The money was given back' },
    summary: {
      ar: 'لدفعة تنتظر الاسترداد، أو سُدّدت سلفًا عن خدمة لم تُطلب: ما نُفّذت خدمته لا يُسترد.',
      en: 'Of a payment that waits for it, or was made ahead of a service that was not asked for: what was done is paid.',
    },
    body: z.strictObject({ number, receipt }),
    run: (it, by) => refundAtBank(platform, it, by),
  }),
]

/** An operation about one payment of the bank that asks. */
const onReceipt = <T>(it: {
  readonly id: string
  readonly path: string
  readonly title: Operation['title']
  readonly summary: Operation['summary']
  readonly body: z.ZodType<T>
  run(body: T, by: Extract<Principal, { kind: 'partner' }>): Promise<Result<BankPayment, Problem>>
}): Operation =>
  operation({
    id: it.id,
    method: 'POST',
    path: it.path,
    tag,
    title: it.title,
    summary: it.summary,
    access,
    body: it.body,
    answer: { status: 200, description: { ar: 'الدفعة', en: 'The payment' }, schema: taken },
    run: async ({ principal, body }) => {
      if (principal.kind !== 'partner') return err(problems.notYours)
      const done = await it.run(body, principal)
      if (!done.ok) return done
      const { number, amount, state, refundable } = done.value
      return ok({ body: { number, amount, state, refundable } })
    },
  })

import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Clock } from '#kernel/clock.ts'
import { compact } from '#kernel/digits.ts'
import { formatMoney } from '#kernel/format.ts'
import { halalas } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { say, type Text } from '#kernel/text.ts'
import type { BillApi, Fee, Paid } from '#sandbox/bank/bill-api.ts'
import { BillToPay, Dues, PaidReceipt, Refunds } from '#sandbox/bank/bill-pages.tsx'
import { billRefusals, billWords, noAnswer } from '#sandbox/bank/bill-words.ts'
import type { Customer } from '#sandbox/bank/customers.ts'
import type { SendText } from '#sandbox/bank/desk.ts'
import { page, posted, type routesFor } from '#sandbox/bank/face.tsx'
import { Fees, FeeToChoose } from '#sandbox/bank/fee-pages.tsx'
import { Back, faceHome } from '#sandbox/bank/parts.tsx'
import { localeOf } from '#sandbox/page.tsx'

const isNumber = (typed: string): boolean => /^\d{12}$/.test(typed)
const noSuchBill = { ok: false, code: 'bill-unknown' } as const

const pressed = z.object({
  number: z.string().refine(isNumber),
  amount: z.coerce.number().int().positive(),
  receipt: z.string().regex(/^RB\d{10}$/),
})

/** What customers have paid, in the bank's own books. */
export type Books = Map<PersonNumber, Paid[]>

export interface BillWorld {
  readonly bills: BillApi
  readonly books: Books
  readonly clock: Clock
  readonly sendText: SendText
}

const why = (code: string): Text => billRefusals[code] ?? noAnswer

/** Paying the government in the app and in internet banking, and taking back what was not done. */
export function billRoutes(
  route: ReturnType<typeof routesFor<Customer>>,
  { bills, books, clock, sendText }: BillWorld,
  face: 'app' | 'web',
): void {
  const home = faceHome[face]
  const base = `${home}/government-bills`
  const refunds = `${home}/refunds`
  const paidBy = ({ person }: Customer): Paid[] => books.get(person) ?? []

  const showDues = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { person }: Customer,
    wrong: { readonly typed?: string; readonly error?: Text; readonly refusal?: Text } = {},
  ) => {
    const due = await bills.due(person)
    return page(request, reply, billWords.title, (locale) => (
      <Dues locale={locale} base={base} home={home} due={due.ok ? due.value : undefined} {...wrong} />
    ))
  }
  route('GET', '/government-bills', (request, reply, customer) => showDues(request, reply, customer))

  route('POST', '/government-bills/find', async (request, reply, customer) => {
    const typed = posted(request, 'number')
    const number = compact(typed)
    const found = isNumber(number) ? await bills.find(number) : noSuchBill
    if (!found.ok) return showDues(request, reply.code(422), customer, { typed, error: why(found.code) })
    return page(request, reply, billWords.title, (locale) => (
      <>
        <BillToPay locale={locale} bill={found.value} action={`${base}/pay`} />
        <Back locale={locale} to={base} />
      </>
    ))
  })

  const showFee = (
    request: FastifyRequest,
    reply: FastifyReply,
    { person }: Customer,
    shown: { readonly fee: Fee; readonly error?: Text },
  ) =>
    page(request, reply, billWords.ahead, (locale) => (
      <>
        <FeeToChoose locale={locale} base={base} person={person} {...shown} />
        <Back locale={locale} to={`${base}/fees`} />
      </>
    ))

  route('GET', '/government-bills/fees', async (request, reply) => {
    const fees = await bills.fees()
    return page(request, reply, billWords.ahead, (locale) => (
      <Fees locale={locale} base={base} fees={fees.ok ? fees.value : undefined} />
    ))
  })

  route('GET', '/government-bills/fees/:code', async (request, reply, customer) => {
    const fee = await feeOf(request)
    return fee ? showFee(request, reply, customer, { fee }) : reply.redirect(`${base}/fees`, 303)
  })

  route('POST', '/government-bills/fees/:code', async (request, reply, customer) => {
    const fee = await feeOf(request)
    if (!fee) return reply.redirect(`${base}/fees`, 303)
    const duration = posted(request, 'duration')
    if (!fee.durations.some((one) => one.duration === duration))
      return showFee(request, reply.code(422), customer, { fee, error: billWords.durationMissing })
    const raised = await bills.ahead({ person: customer.person, code: fee.code, duration })
    if (!raised.ok) return showFee(request, reply.code(409), customer, { fee, error: why(raised.code) })
    return page(request, reply, billWords.ahead, (locale) => (
      <>
        <BillToPay locale={locale} bill={raised.value} action={`${base}/pay`} />
        <Back locale={locale} to={base} />
      </>
    ))
  })

  async function feeOf(request: FastifyRequest): Promise<Fee | undefined> {
    // The route names it.
    const { code } = request.params as { readonly code: string }
    const fees = await bills.fees()
    return fees.ok ? fees.value.find((one) => one.code === code) : undefined
  }

  route('POST', '/government-bills/pay', async (request, reply, customer) => {
    const given = pressed.safeParse(request.body)
    if (!given.success) return reply.redirect(base, 303)
    const { number, receipt, amount } = given.data
    const before = paidBy(customer).some((one) => one.receipt === receipt)
    const bill = before ? undefined : await bills.find(number)
    const done = await bills.pay({ number, receipt, amount })
    if (!done.ok) return showDues(request, reply.code(409), customer, { refusal: why(done.code) })
    if (bill?.ok && !paidBy(customer).some((one) => one.receipt === receipt)) {
      const { title } = bill.value
      books.set(customer.person, [{ number, title, amount, receipt, at: clock.now() }, ...paidBy(customer)])
      tell(customer, billWords.text, { title, amount, receipt }, localeOf(request))
    }
    return reply.redirect(`${base}/receipt/${receipt}`, 303)
  })

  route('GET', '/government-bills/receipt/:receipt', (request, reply, customer) => {
    // The route names it.
    const { receipt } = request.params as { readonly receipt: string }
    const paid = paidBy(customer).find((one) => one.receipt === receipt)
    if (!paid) return reply.redirect(base, 303)
    return page(request, reply, billWords.receipt, (locale) => (
      <PaidReceipt locale={locale} paid={paid} home={home} />
    ))
  })

  route('GET', '/refunds', async (request, reply, customer) => {
    const payments = await Promise.all(
      paidBy(customer).map(async (paid) => {
        const payment = await bills.payment(paid)
        return { paid, payment: payment.ok ? payment.value : undefined }
      }),
    )
    return page(request, reply, billWords.refunds, (locale) => (
      <Refunds locale={locale} base={refunds} home={home} payments={payments} />
    ))
  })

  route('POST', '/refunds/take', async (request, reply, customer) => {
    const paid = paidBy(customer).find((one) => one.receipt === posted(request, 'receipt'))
    const payment = paid && (await bills.payment(paid))
    if (paid && payment?.ok && payment.value.refundable && (await bills.refund(paid)).ok)
      tell(customer, billWords.textBack, paid, localeOf(request))
    return reply.redirect(refunds, 303)
  })

  function tell(
    { mobile }: Customer,
    text: Text,
    { title, amount, receipt }: Pick<Paid, 'title' | 'amount' | 'receipt'>,
    locale: ReturnType<typeof localeOf>,
  ): void {
    const parts = { title: title[locale], amount: formatMoney(halalas(amount), locale), receipt }
    sendText(mobile, { from: 'OasisBank', text: say(text, locale, parts) })
  }
}

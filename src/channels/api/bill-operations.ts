import { z } from 'zod'
import { err, ok } from '#kernel/result.ts'
import { billsOf, findBill, receiptOf } from '#platform/payments/bill.ts'
import { confirmPayment } from '#platform/payments/confirm-payment.ts'
import { openPayment } from '#platform/payments/open-payment.ts'
import type { Platform } from '#platform/platform.ts'
import { activated, actOnBill, notePayment } from '#platform/requests/act.ts'
import { bill, presentBill, presentReceipt, receipt } from './bill-view.ts'
import { idInPath } from './input.ts'
import { type ApiProblem, type Operation, operation } from './operation.ts'
import { refusals } from './problem-json.ts'
import { tags } from './tags.ts'

const params = z.object({ id: idInPath })

/** What a person owes, and paying it. */
export function billOperations(platform: Platform): Operation[] {
  return [
    operation({
      id: 'list-bills',
      method: 'GET',
      path: '/bills',
      tag: tags.bills,
      title: { ar: 'فواتيري', en: 'List my bills' },
      summary: { ar: 'ما يُدفع الآن أولًا، ثم الأحدث.', en: 'Those to pay first, then the newest.' },
      access: 'activated',
      query: z.object({ state: z.enum(['due', 'paid', 'cancelled', 'refunding', 'refunded']).optional() }),
      answer: {
        status: 200,
        description: { ar: 'الفواتير', en: 'The bills' },
        schema: z.object({ bills: z.array(bill) }),
      },
      run: async ({ principal, query }) => {
        const person = activated(principal)
        if (!person.ok) return person
        const bills = await billsOf(platform.db, person.value, query.state ? { state: query.state } : {})
        return ok({ body: { bills: bills.map(presentBill) } })
      },
    }),
    operation({
      id: 'get-bill',
      method: 'GET',
      path: '/bills/{id}',
      tag: tags.bills,
      title: { ar: 'تفاصيل فاتورة', en: 'Read a bill' },
      summary: { ar: 'البنود والمجموع والحال.', en: 'Lines, total and state.' },
      access: 'activated',
      params,
      answer: { status: 200, description: { ar: 'الفاتورة', en: 'The bill' }, schema: bill },
      run: async ({ principal, params: { id } }) => {
        const payer = await actOnBill(platform, principal, id)
        if (!payer.ok) return payer
        const found = await findBill(platform.db, payer.value, id)
        return found ? ok({ body: presentBill(found) }) : err(refusals.notFound)
      },
    }),
    operation({
      id: 'pay-bill',
      method: 'POST',
      path: '/bills/{id}/pay',
      tag: tags.bills,
      title: { ar: 'سداد فاتورة', en: 'Pay a bill' },
      summary: {
        ar: 'يفتح عملية سداد لدى مزوّد الدفع ويعيد عنوانها؛ يكمل الشخص هناك. النداء مرتين يفتح عملية واحدة. ما بلغ 500 ريال يحتاج إلى تأكيد أولًا.',
        en: 'Opens a payment at the payment provider and answers its address, where the person goes on. Calling twice opens one. From 500 riyals on it is confirmed first.',
      },
      access: 'activated',
      params,
      answer: {
        status: 200,
        description: { ar: 'عنوان السداد', en: 'Where to pay' },
        schema: z.object({ url: z.string() }),
      },
      run: async ({ principal, params: { id }, language }) => {
        const payer = await actOnBill(platform, principal, id)
        if (!payer.ok) return payer
        const found = await findBill(platform.db, payer.value, id)
        if (!found) return err(refusals.notFound)
        const confirmed = await confirmPayment(platform, principal, found, `/bills/${id}/pay`)
        if (!confirmed.ok) return confirmed
        const noted = await notePayment(platform, principal, { payer: payer.value, bill: id })
        if (!noted.ok) return noted
        const opened = await openPayment(platform, payer.value, id, {
          language,
          returnTo: `${platform.config.origin}/requests`,
        })
        return opened.ok ? ok({ body: { url: opened.value.url } }) : err(notPayable(opened.error))
      },
    }),
    operation({
      id: 'get-receipt',
      method: 'GET',
      path: '/bills/{id}/receipt',
      tag: tags.bills,
      title: { ar: 'إيصال السداد', en: 'Read a receipt' },
      summary: {
        ar: 'بعد السداد: الرسوم الحكومية ورسوم المنصة وضريبتها كلٌّ على حدة.',
        en: 'Once paid: government fees, the platform’s and its VAT apart.',
      },
      access: 'activated',
      params,
      answer: { status: 200, description: { ar: 'الإيصال', en: 'The receipt' }, schema: receipt },
      run: async ({ principal, params: { id } }) => {
        const payer = await actOnBill(platform, principal, id)
        if (!payer.ok) return payer
        const found = await findBill(platform.db, payer.value, id)
        const paid = found && receiptOf(found)
        return paid ? ok({ body: presentReceipt(paid) }) : err(refusals.notFound)
      },
    }),
  ]
}

const notPayable = (title: ApiProblem['title']): ApiProblem => ({ status: 409, code: 'not-payable', title })

import type { Problem } from '#platform/problem.ts'

const nothingTaken = {
  ar: 'أعد المبلغ إلى العميل؛ لم نقيّد شيئًا.',
  en: 'Give the customer the money back; nothing was booked.',
}

/** Why a bank's payment is not taken. */
export const bankPaymentProblems = {
  unknown: {
    status: 404,
    code: 'bill-unknown',
    title: { ar: 'لا فاتورة بهذا الرقم', en: 'There is no bill of this number' },
    detail: {
      ar: 'رقم الفاتورة 12 خانة؛ يجده العميل في صفحة طلبه.',
      en: 'A bill’s number has 12 digits; the customer finds it on the page of the request.',
    },
  },
  paid: {
    status: 409,
    code: 'bill-paid',
    title: { ar: 'الفاتورة مدفوعة', en: 'The bill is paid' },
    detail: nothingTaken,
  },
  closed: {
    status: 409,
    code: 'bill-closed',
    title: { ar: 'الفاتورة ملغاة', en: 'The bill was withdrawn' },
    detail: nothingTaken,
  },
  late: {
    status: 409,
    code: 'bill-late',
    title: { ar: 'انتهت مهلة الفاتورة', en: 'The time to pay the bill is over' },
    detail: nothingTaken,
  },
  otherAmount: {
    status: 409,
    code: 'other-amount',
    title: { ar: 'المبلغ ليس مبلغ الفاتورة', en: 'The amount is not that of the bill' },
    detail: nothingTaken,
  },
  noSuchFee: {
    status: 404,
    code: 'fee-unknown',
    title: {
      ar: 'لا خدمة بهذا الرمز أو هذه المدة',
      en: 'There is no service of this code, or not for so long',
    },
  },
  nothingToPay: {
    status: 409,
    code: 'nothing-to-pay',
    title: { ar: 'لا رسوم على هذا الرقم لهذه الخدمة', en: 'This number owes no fees for this service' },
    detail: {
      ar: 'لا سجل باسمه تُطلب له الخدمة؛ يرى صاحبه السبب في صفحة الخدمة.',
      en: 'There is no record of theirs to ask it for; they see why on the page of the service.',
    },
  },
  paidAhead: {
    status: 409,
    code: 'fee-paid',
    title: {
      ar: 'هذه الرسوم مدفوعة، ولم تُطلب الخدمة بعد',
      en: 'These fees are paid, and the service was not asked for yet',
    },
    detail: nothingTaken,
  },
  noPayment: {
    status: 404,
    code: 'payment-unknown',
    title: { ar: 'لا دفعة لكم بهذا الرقم', en: 'There is no payment of yours of this number' },
  },
  notRefundable: {
    status: 409,
    code: 'not-refundable',
    title: { ar: 'لا يُسترد هذا المبلغ', en: 'This money is not to be given back' },
    detail: {
      ar: 'نُفّذت الخدمة أو ما زالت جارية. يُسترد المبلغ إن أُلغي الطلب قبل تنفيذه.',
      en: 'The service was done, or is under way. Money goes back when a request ends before it was done.',
    },
  },
} as const satisfies Record<string, Problem>

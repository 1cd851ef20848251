import { formatMoney } from '#kernel/format.ts'
import { type Halalas, plus } from '#kernel/money.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { billsOf } from '../registry/bills.ts'
import { telecomAccount } from '../subjects.ts'

/** R-DEL-01, power `bills.read`. */
export default inquiry('establishment-bills', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'فواتير المنشأة', en: 'The establishment’s bills' },
  summary: {
    ar: 'كل فواتير المنشأة لدى مشغّل الاتصالات، وما يُسدَّد منها.',
    en: 'Every bill of the establishment at its telecom operator, and what is to be paid.',
  },
  words: ['مراجعة الفواتير', 'فاتورة الاتصالات', 'bills', 'telecom account'],
  audience: ['establishment'],
  power: 'bills.read',
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  subject: telecomAccount,
  form: form({}, []),
  answer: async ({ db, subject }) => {
    if (!subject) return []
    const { operator, number, creditLimit, points, establishment } = subject.value
    const bills = await billsOf(db, establishment)
    const [first, ...others] = bills.filter((one) => one.state === 'due').map((one) => one.amount)
    return [
      ...(first === undefined ? [] : [toPay(plus(first, ...others))]),
      {
        kind: 'facts',
        facts: [
          { key: 'operator', label: { ar: 'المشغّل', en: 'Operator' }, value: v.text(operator.name) },
          { key: 'account', label: { ar: 'رقم الحساب', en: 'Account number' }, value: v.code(number) },
          {
            key: 'creditLimit',
            label: { ar: 'حد الائتمان', en: 'Credit limit' },
            value: v.money(creditLimit),
          },
          { key: 'points', label: { ar: 'النقاط', en: 'Points' }, value: v.number(points) },
        ],
      },
      {
        kind: 'table',
        title: { ar: 'الفواتير', en: 'Bills' },
        columns: [
          { key: 'number', label: { ar: 'الرقم', en: 'Number' } },
          { key: 'month', label: { ar: 'عن شهر يبدأ', en: 'For the month from' } },
          { key: 'amount', label: { ar: 'المبلغ', en: 'Amount' } },
          { key: 'dueOn', label: { ar: 'آخر موعد', en: 'Due by' } },
          { key: 'state', label: { ar: 'الحالة', en: 'State' } },
        ],
        rows: bills.map((one) => ({
          number: v.code(one.number),
          month: v.day(one.month),
          amount: v.money(one.amount),
          dueOn: v.day(one.dueOn),
          state: v.text(one.state === 'paid' ? paid : due),
        })),
        empty: { ar: 'لا فواتير بعد.', en: 'No bills yet.' },
      },
    ]
  },
})

/** What is due in all, and the way to pay it. */
const toPay = (total: Halalas): Block => ({
  kind: 'status',
  code: 'DUE',
  tone: 'warning',
  title: {
    ar: `للسداد الآن: ${formatMoney(total, 'ar')}`,
    en: `To pay now: ${formatMoney(total, 'en')}`,
  },
  next: { label: { ar: 'سدّد الفواتير', en: 'Pay the bills' }, service: 'pay-establishment-bill' },
})

const paid = { ar: 'مدفوعة', en: 'Paid' }
const due = { ar: 'تنتظر السداد', en: 'To pay' }

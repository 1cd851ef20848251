import { formatDay, formatMoney } from '#kernel/format.ts'
import { plus } from '#kernel/money.ts'
import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { choices } from '#platform/forms/fields/index.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { billsOf, markPaid } from '../registry/bills.ts'
import { somethingDue } from '../rules.ts'
import { telecomAccount } from '../subjects.ts'

/** R-DEL-02, power `bills.pay`. What is paid is held until the bill is settled, and then passed on to the operator. */
export default service('pay-establishment-bill', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'سداد فواتير المنشأة', en: 'Pay the establishment’s bills' },
  summary: {
    ar: 'سدّد فاتورة أو أكثر من فواتير المنشأة لدى مشغّل الاتصالات.',
    en: 'Pay one or more of the establishment’s bills at its telecom operator.',
  },
  words: ['دفع فاتورة الاتصالات', 'فاتورة الهاتف', 'telecom bill', 'phone bill'],
  audience: ['establishment'],
  power: 'bills.pay',
  time: { ar: 'فورًا', en: 'At once' },
  cost: {
    ar: 'مبلغ الفواتير المختارة، بلا رسوم علينا.',
    en: 'What the chosen bills say, with no fee of ours.',
  },
  subject: telecomAccount,
  form: form({
    bills: choices({ label: { ar: 'الفواتير التي تسددها', en: 'Bills to pay' }, options: 'subject' }),
  }),
  rules: [somethingDue],
  options: async ({ db, subject }) =>
    (await billsOf(db, subject.value.establishment, 'due')).map((one) => ({
      value: one.number,
      label: { ar: formatMoney(one.amount, 'ar'), en: formatMoney(one.amount, 'en') },
      detail: {
        ar: `فاتورة ${one.number}، آخر موعد ${formatDay(one.dueOn, 'ar')}`,
        en: `Bill ${one.number}, due by ${formatDay(one.dueOn, 'en')}`,
      },
    })),
  // The sum of each bill as it was when it was chosen is what is paid: a bill of the operator's never changes.
  onSubmit: async ({ db, subject, answers }) => {
    const due = await billsOf(db, subject.value.establishment, 'due')
    if (answers.bills.some((number) => !due.some((one) => one.number === number)))
      throw new Refusal(paidAlready)
  },
  steps: [
    {
      kind: 'payment',
      id: 'payment',
      title: { ar: 'السداد', en: 'Payment' },
      by: 'applicant',
      within: days(1),
      items: [
        {
          kind: 'escrow',
          title: { ar: 'فواتير المشغّل', en: 'Bills of the operator' },
          amounts: ({ subject, answers }) =>
            subject.value.due
              .filter((one) => answers.bills.includes(one.number))
              .map((one) => ({
                title: {
                  ar: `${subject.value.operator.name.ar}، فاتورة ${one.number}`,
                  en: `${subject.value.operator.name.en}, bill ${one.number}`,
                },
                amount: one.amount,
                record: one.number,
              })),
        },
      ],
    },
  ],
  effect: async ({ tx, clock, subject, answers }) => {
    const { establishment } = subject.value
    for (const number of [...answers.bills].sort())
      if (!(await markPaid(tx, { establishment, number, at: clock.now() }))) throw new Refusal(paidAlready)
  },
  payout: {
    payee: async ({ subject }) => ({
      holder: subject.value.operator.company,
      iban: subject.value.operator.iban,
    }),
  },
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'سُددت فواتير المنشأة: {bills}، بمجموع {total}. الطلب {reference}',
          en: 'The establishment’s bills are paid: {bills}, {total} in all. Request {reference}',
        },
      },
    ],
  },
  describe: async ({ answers, subject }) => {
    const chosen = subject.value.due.filter((one) => answers.bills.includes(one.number))
    const [first, ...rest] = chosen.map((one) => one.amount)
    return {
      bills: v.plain(answers.bills.join(' · ')),
      ...(first === undefined ? {} : { total: v.money(plus(first, ...rest)) }),
    }
  },
  retentionYears: 10,
  concurrent: true,
})

const paidAlready = {
  ar: 'سُددت إحدى الفواتير المختارة من قبل، فلا نأخذ ثمنها مرتين.',
  en: 'One of the chosen bills is paid already, and we do not take its price twice.',
}

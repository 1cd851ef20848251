import { formatMoney } from '#kernel/format.ts'
import { halalas, plus } from '#kernel/money.ts'
import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { choices } from '#platform/forms/fields/index.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { payViolation } from '../registry/settle-violation.ts'
import { dueOn, isReduced, type Violation } from '../registry/violations.ts'
import { somethingToPay } from '../rules.ts'
import { ownUnpaidViolations } from '../subjects.ts'

/** Register row 74, with the reduction of row 76. Several may be open at a time: each pays what it names. */
export default service('pay-violations', {
  sector: 'traffic',
  version: 1,
  title: { ar: 'سداد المخالفات المرورية', en: 'Pay traffic violations' },
  summary: {
    ar: 'سدّد مخالفة أو أكثر من مخالفاتك، بتخفيض 25٪ خلال مهلة السداد.',
    en: 'Pay one or more of your violations, 25% less within the payment window.',
  },
  words: ['دفع المخالفات', 'تسديد غرامات المرور', 'تخفيض المخالفة', 'traffic fines', 'violation-reduction'],
  audience: ['citizen', 'resident', 'visitor'],
  delegable: true,
  time: { ar: 'فورًا', en: 'At once' },
  cost: {
    ar: 'قيمة الغرامة، وأقل 25٪ خلال 15 يومًا من تسجيلها، عدا المخالفات الجسيمة.',
    en: 'The fine; 25% less within 15 days of its record, except for grave offences.',
  },
  subject: ownUnpaidViolations,
  form: form({
    violations: choices({
      label: { ar: 'المخالفات التي تسددها', en: 'Violations to pay' },
      hint: { ar: 'اختر واحدة أو أكثر، أو كلها.', en: 'Choose one, several, or all of them.' },
      options: 'subject',
    }),
  }),
  rules: [somethingToPay],
  options: async ({ subject, today }) =>
    subject.value.unpaid.map((one) => ({
      value: one.number,
      label: {
        ar: `${one.title.ar}: ${formatMoney(dueOn(one, today), 'ar')}`,
        en: `${one.title.en}: ${formatMoney(dueOn(one, today), 'en')}`,
      },
      detail: {
        ar: `رقم ${one.number}، ${one.place.ar}${isReduced(one, today) ? `، بدلًا من ${formatMoney(one.amount, 'ar')}` : ''}`,
        en: `No. ${one.number}, ${one.place.en}${isReduced(one, today) ? `, instead of ${formatMoney(one.amount, 'en')}` : ''}`,
      },
    })),
  steps: [
    {
      kind: 'payment',
      id: 'payment',
      title: { ar: 'السداد', en: 'Payment' },
      by: 'applicant',
      within: days(1),
      items: [
        {
          kind: 'fine',
          title: { ar: 'قيمة المخالفات', en: 'The fines' },
          amounts: ({ subject, answers, today }) =>
            chosen(subject.value.unpaid, answers.violations).map((one) => ({
              title: { ar: `${one.title.ar} (${one.number})`, en: `${one.title.en} (${one.number})` },
              amount: dueOn(one, today),
              record: one.number,
            })),
        },
      ],
    },
  ],
  effect: async ({ tx, clock, applicant, answers }) => {
    for (const number of [...answers.violations].sort())
      if (!(await payViolation(tx, { person: applicant, number, at: clock.now() })))
        throw new Refusal({
          ar: `المخالفة ${number} لم تعد بانتظار السداد، فلا نأخذ ثمنها مرتين.`,
          en: `Violation ${number} no longer waits to be paid, and we do not take its price twice.`,
        })
  },
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'سُددت مخالفاتك: {violations}. الطلب {reference}',
          en: 'Your violations are paid: {violations}. Request {reference}',
        },
      },
    ],
  },
  describe: async ({ answers, subject, today }) => ({
    violations: v.plain(answers.violations.join(' · ')),
    total: v.money(
      plus(halalas(0), ...chosen(subject.value.unpaid, answers.violations).map((one) => dueOn(one, today))),
    ),
  }),
  retentionYears: 10,
  concurrent: true,
})

const chosen = (unpaid: readonly Violation[], numbers: readonly string[]): readonly Violation[] =>
  unpaid.filter((one) => numbers.includes(one.number))

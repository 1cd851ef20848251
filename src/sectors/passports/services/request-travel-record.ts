import { addYears } from '#kernel/day.ts'
import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { date } from '#platform/forms/fields/index.ts'
import { crossingsOf } from '../registry/crossings.ts'
import { enterReport } from '../registry/report-orders.ts'
import { travelFacts } from '../report-facts.ts'
import { selfOrChild } from '../subjects.ts'

/** So many years back at most, and so many lines: what fits on the sheets of one report. */
const mostYears = 10
const mostLines = 400

/** The paid report of the register's `query-travel-records`: one's own, or a minor child's; never another adult's. */
export default service('request-travel-record', {
  sector: 'passports',
  version: 1,
  title: { ar: 'تقرير سجل السفر', en: 'Travel record report' },
  summary: {
    ar: 'سجل دخولك وخروجك على ورق، برقم ورمز يتحقق بهما من يستلمه.',
    en: 'Your entries and exits on paper, with a number and a code to check them by.',
  },
  words: ['سجل السفر', 'برنت سفر', 'تقرير الدخول والخروج', 'travel report', 'entries and exits'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا بعد السداد', en: 'At once after payment' },
  conditions: [
    {
      ar: 'سجل البالغ له وحده: لا يطلبه زوج ولا والد ولا صاحب عمل.',
      en: 'An adult’s record is theirs alone: no spouse, parent or employer can order it.',
    },
  ],
  subject: selfOrChild('documents'),
  form: form(
    {
      from: date({ label: { ar: 'من', en: 'From' }, min: { years: -mostYears }, max: 'today' }),
      until: date({ label: { ar: 'إلى', en: 'Until' }, min: { years: -mostYears }, max: 'today' }),
    },
    [{ slug: 'span', title: { ar: 'مدة التقرير', en: 'The time of the report' }, fields: ['from', 'until'] }],
  ),
  rules: [],
  check: async ({ from, until }) =>
    until < from
      ? { until: { ar: 'آخر المدة قبل أولها.', en: 'The end is before the beginning.' } }
      : from < addYears(until, -mostYears)
        ? { from: { ar: 'عشر سنوات على الأكثر.', en: 'Ten years at most.' } }
        : {},
  steps: [
    {
      kind: 'payment',
      id: 'payment',
      title: { ar: 'سداد مقابل التقرير', en: 'Payment for the report' },
      by: 'applicant',
      within: days(3),
      items: [{ rate: 'travel-record-report' }],
    },
  ],
  effect: async ({ tx, today, applicant, subject, answers, request }) => {
    const crossings = await crossingsOf(tx, subject.person, { ...answers, limit: mostLines })
    await enterReport(tx, {
      by: applicant,
      about: subject.person,
      document: 'travel-record',
      subjectId: subject.id,
      request: request.id,
      holder: subject.value.name,
      facts: travelFacts(answers, crossings),
      orderedOn: today,
    })
  },
  documents: [{ document: 'travel-record' }],
  describe: async ({ answers }) => ({ from: v.day(answers.from), until: v.day(answers.until) }),
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'تقرير سجل السفر ({subject}) من {from} إلى {until} جاهز في وثائقك. الطلب {reference}',
          en: 'The travel record ({subject}) from {from} to {until} is among your documents. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 5,
  concurrent: true,
})

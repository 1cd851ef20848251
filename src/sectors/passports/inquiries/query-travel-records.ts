import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { date } from '#platform/forms/fields/index.ts'
import { ports } from '../ports.ts'
import { crossingsOf } from '../registry/crossings.ts'
import { selfOrChild } from '../subjects.ts'
import { directions } from '../words.ts'

const mostShown = 100

/** Register `query-travel-records`: one's own, or a minor child's; never that of another adult (section 4). */
export default inquiry('query-travel-records', {
  sector: 'passports',
  version: 1,
  title: { ar: 'معلومات سجل السفر والعودة', en: 'Travel record' },
  summary: {
    ar: 'متى خرجت ومتى عدت، ومن أي منفذ. سجلك لك وحدك.',
    en: 'When you left and came back, and where. Your record is yours alone.',
  },
  words: ['سجل السفر', 'الخروج والدخول', 'سجل الدخول والخروج', 'entries and exits', 'border', 'travel log'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا، والتقرير المطبوع برسم', en: 'Free; the report costs a fee' },
  conditions: [
    {
      ar: 'سجل البالغ له وحده: لا يراه زوج ولا والد ولا صاحب عمل.',
      en: 'An adult’s record is theirs alone: no spouse, parent or employer sees it.',
    },
  ],
  access: 'signed-in',
  subject: selfOrChild('documents'),
  form: form(
    {
      from: date({ label: { ar: 'من', en: 'From' }, max: 'today', optional: true }),
      until: date({ label: { ar: 'إلى', en: 'Until' }, max: 'today', optional: true }),
    },
    [
      {
        slug: 'span',
        title: { ar: 'المدة', en: 'The time' },
        intro: { ar: 'اتركها فارغة لترى آخر الرحلات.', en: 'Leave it empty to see the latest journeys.' },
        fields: ['from', 'until'],
      },
    ],
  ),
  answer: async ({ db, subject, answers }) => {
    if (!subject) return []
    const crossings = await crossingsOf(db, subject.person, { ...answers, limit: mostShown })
    return [
      {
        kind: 'table',
        columns: [
          { key: 'direction', label: { ar: 'الاتجاه', en: 'Direction' } },
          { key: 'at', label: { ar: 'متى', en: 'When' } },
          { key: 'port', label: { ar: 'المنفذ', en: 'Port' } },
          { key: 'passport', label: { ar: 'الجواز', en: 'Passport' } },
        ],
        rows: crossings.map((one) => ({
          direction: v.text(directions[one.direction]),
          at: v.instant(one.at),
          port: v.text(ports[one.port]),
          passport: one.passport ? v.code(one.passport) : v.none,
        })),
        empty: { ar: 'لا سفر في هذه المدة.', en: 'No journeys in this time.' },
      },
      {
        kind: 'note',
        tone: 'neutral',
        body: {
          ar: 'تحتاجه على ورق برمز تحقق؟ اطلب تقرير سجل السفر.',
          en: 'Need it on paper, with a code to check it? Order the report.',
        },
        next: { label: { ar: 'اطلب التقرير', en: 'Order the report' }, service: 'request-travel-record' },
      },
    ]
  },
})

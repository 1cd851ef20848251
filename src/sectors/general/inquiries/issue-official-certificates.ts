import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'
import { reportKinds, reports } from '../reports.ts'

/** The seventh report, which Passports draws: a person’s own crossings in a span of days. */
const travel = {
  service: 'request-travel-record',
  title: { ar: 'سجل السفر', en: 'Travel record' },
  what: { ar: 'عبورك للحدود في مدة تختارها', en: 'your crossings of the border in a span that you choose' },
} as const

/** Register issue-official-certificates: what there is, what each costs, and where to get it. */
export default inquiry('issue-official-certificates', {
  sector: 'general',
  version: 1,
  title: { ar: 'الحصول على شهادات ووثائق رسمية', en: 'Official certificates and documents' },
  summary: {
    ar: 'التقارير السبعة التي تُستخرج على ورق برقم ورمز تحقق، وثمن كل منها.',
    en: 'The seven reports that are drawn on paper with a number and a code, and what each costs.',
  },
  words: ['شهادات رسمية', 'وثائق رسمية', 'مستخرج', 'إفادة', 'certificates', 'statement'],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  access: 'signed-in',
  form: noForm,
  answer: async ({ catalogue }) => {
    const all = [
      ...reportKinds.map((name) => ({
        ...reports[name],
        service: 'official-reports',
        subject: name,
      })),
      { ...travel, subject: undefined },
    ]
    return [
      {
        kind: 'table',
        columns: [
          { key: 'report', label: { ar: 'التقرير', en: 'Report' } },
          { key: 'what', label: { ar: 'ما فيه', en: 'What it holds' } },
          { key: 'price', label: { ar: 'المقابل، شامل الضريبة', en: 'Price, VAT included' } },
        ],
        rows: all.map(({ title, what, service }) => {
          const [price] = catalogue.prices(service)
          return { report: v.text(title), what: v.text(what), price: price ? v.money(price.amount) : v.none }
        }),
        next: all.map(({ service, subject }) => ({
          label: { ar: 'اطلبه', en: 'Get it' },
          service,
          ...(subject ? { subject } : {}),
        })),
        empty: { ar: 'لا تقارير.', en: 'No reports.' },
      },
      {
        kind: 'note',
        tone: 'neutral',
        body: {
          ar: 'هويتك ورخصك وشهاداتك الرقمية بلا مقابل.',
          en: 'Your digital ID, licences and certificates are free.',
        },
        next: {
          label: { ar: 'عرض الوثائق الرقمية', en: 'View digital documents' },
          service: 'view-digital-documents',
        },
      },
    ]
  },
})

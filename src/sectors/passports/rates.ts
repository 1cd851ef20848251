import { day } from '#kernel/day.ts'
import { halalas } from '#kernel/money.ts'
import { rates } from '#platform/catalogue/rate.ts'

export default rates({
  'resident-report': {
    title: { ar: 'خدمة تقرير مقيم، شاملة الضريبة', en: 'Resident report, VAT included' },
    kind: 'platform-fee',
    amounts: [
      {
        validFrom: day('2025-01-01'),
        amount: halalas(2875),
        source: 'request-resident-report: establishments [known S12], individuals [assumed]',
      },
    ],
  },
  'travel-record-report': {
    title: { ar: 'تقرير سجل السفر، شامل الضريبة', en: 'Travel record report, VAT included' },
    kind: 'platform-fee',
    amounts: [
      {
        validFrom: day('2025-01-01'),
        amount: halalas(2875),
        source: 'query-travel-records, its paid report [assumed]',
      },
    ],
  },
})

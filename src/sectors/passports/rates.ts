import { day } from '#kernel/day.ts'
import { halalas } from '#kernel/money.ts'
import { rates } from '#platform/catalogue/rate.ts'

export default rates({
  'resident-report': {
    title: { ar: 'خدمة تقرير مقيم', en: 'Resident report' },
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
    title: { ar: 'تقرير سجل السفر', en: 'Travel record report' },
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

import { day } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import { rates } from '#platform/catalogue/rate.ts'

export default rates({
  'official-report': {
    title: { ar: 'تقرير رسمي', en: 'Official report' },
    kind: 'platform-fee',
    unit: { ar: 'لكل تقرير', en: 'for each report' },
    amounts: [
      { validFrom: day('2020-01-01'), amount: sar(28.75), source: 'issue-official-certificates [assumed]' },
    ],
  },
})

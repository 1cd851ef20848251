import { day } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import { rates } from '#platform/catalogue/rate.ts'

const source = 'subscribe-business-package: annual, by workers, 2,000 and more before VAT [assumed]'
const from = day('2025-01-01')

export default rates({
  'business-package-small': {
    title: { ar: 'باقة الأعمال الأساسية، سنة', en: 'Basic business package, one year' },
    kind: 'platform-fee',
    amounts: [{ validFrom: from, amount: sar(2300), source }],
  },
  'business-package-medium': {
    title: { ar: 'باقة الأعمال المتقدمة، سنة', en: 'Advanced business package, one year' },
    kind: 'platform-fee',
    amounts: [{ validFrom: from, amount: sar(5750), source }],
  },
  'business-package-large': {
    title: { ar: 'باقة الأعمال الشاملة، سنة', en: 'Complete business package, one year' },
    kind: 'platform-fee',
    amounts: [{ validFrom: from, amount: sar(11_500), source }],
  },
})

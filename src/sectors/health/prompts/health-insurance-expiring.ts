import { addDays } from '#kernel/day.ts'
import { prompt } from '#platform/catalogue/prompt.ts'
import { insuredUntil } from '../registry/policies.ts'

/** Days before its end from which it is brought forward: register query-health-insurance-validity, SMS before expiry. */
const daysBefore = 30
/** One that ended longer ago is no news. */
const daysAfter = 90

export default prompt('health-insurance-expiring', {
  sector: 'health',
  list: async ({ db, today }, person) => {
    const until = await insuredUntil(db, person)
    if (!until || until > addDays(today, daysBefore) || until < addDays(today, -daysAfter)) return []
    return [
      {
        title: { ar: 'تأمينك الصحي', en: 'Your health insurance' },
        detail:
          until < today ? { ar: 'انتهى', en: 'It has ended' } : { ar: 'ينتهي قريبًا', en: 'It ends soon' },
        by: until,
        next: { label: { ar: 'اعرضه', en: 'See it' }, service: 'query-health-insurance-validity' },
      },
    ]
  },
})

import { holding } from '#platform/catalogue/holding.ts'
import type { Ground } from '#platform/catalogue/subject.ts'
import { v } from '#platform/catalogue/value.ts'
import { sponsoredBy } from '#platform/people/sponsorship.ts'

/** Who works in the person’s household: the little that an employer sees, and no more in print. */
export default holding('domestic-workers', {
  sector: 'expatriates',
  title: { ar: 'العاملون في منزلك', en: 'Who works in your household' },
  report: 'domestic-workers',
  others: async ({ db }, person) =>
    new Map(
      (await sponsoredBy(db, person)).map((one): [typeof one.person, Ground] => [one.person, 'sponsor']),
    ),
  blocks: async ({ db }, person) => {
    const workers = await sponsoredBy(db, person)
    if (!workers.length) return []
    return [
      {
        kind: 'table',
        columns: [
          { key: 'name', label: { ar: 'الاسم', en: 'Name' } },
          { key: 'occupation', label: { ar: 'المهنة', en: 'Occupation' } },
          { key: 'since', label: { ar: 'يعمل لديك منذ', en: 'Works for you since' } },
          { key: 'iqamaUntil', label: { ar: 'تنتهي الإقامة في', en: 'Iqama runs out on' } },
        ],
        rows: workers.map((one) => ({
          name: v.text(one.name),
          occupation: v.text(one.occupation),
          since: v.day(one.since),
          iqamaUntil: v.day(one.iqamaUntil),
        })),
        empty: { ar: 'لا أحد يعمل في منزلك.', en: 'Nobody works in your household.' },
      },
    ]
  },
})

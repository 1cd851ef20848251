import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { violationsOf } from '../registry/violations.ts'
import { violationStateNames } from '../words.ts'

export default holding('violations', {
  sector: 'traffic',
  title: { ar: 'مخالفاتك المرورية', en: 'Your traffic violations' },
  order: 62,
  report: 'violations',
  blocks: async ({ db }, person) => {
    const violations = await violationsOf(db, person)
    if (!violations.length) return []
    return [
      {
        kind: 'table',
        columns: [
          { key: 'number', label: { ar: 'الرقم', en: 'Number' } },
          { key: 'violation', label: { ar: 'المخالفة', en: 'Violation' } },
          { key: 'committedAt', label: { ar: 'الوقت', en: 'When' } },
          { key: 'place', label: { ar: 'المكان', en: 'Where' } },
          { key: 'amount', label: { ar: 'الغرامة', en: 'Fine' } },
          { key: 'points', label: { ar: 'النقاط', en: 'Points' } },
          { key: 'state', label: { ar: 'الحال', en: 'State' } },
        ],
        rows: violations.map((one) => ({
          number: v.code(one.number),
          violation: v.text(one.title),
          committedAt: v.instant(one.committedAt),
          place: v.text(one.place),
          amount: v.money(one.amount),
          points: v.number(one.points),
          state: v.text(violationStateNames[one.state]),
        })),
        empty: { ar: 'لا مخالفات عليك.', en: 'You have no violation.' },
      },
    ]
  },
})

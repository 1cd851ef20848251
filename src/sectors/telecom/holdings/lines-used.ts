import { dayOf } from '#kernel/day.ts'
import { formatMobile } from '#kernel/mobile.ts'
import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { nameOf } from '#platform/people/holder.ts'
import { linesUsedBy } from '../registry/lines.ts'

/** The lines of establishments whose actual user somebody is. */
export default holding('lines-used', {
  sector: 'telecom',
  title: { ar: 'خطوط منشآت تستخدمها', en: 'Lines of establishments that you use' },
  order: 70,
  blocks: async ({ db }, person) => {
    const lines = await linesUsedBy(db, person)
    if (!lines.length) return []
    return [
      {
        kind: 'table',
        columns: [
          { key: 'line', label: { ar: 'الخط', en: 'Line' } },
          { key: 'of', label: { ar: 'المنشأة', en: 'Establishment' } },
          { key: 'since', label: { ar: 'منذ', en: 'Since' } },
        ],
        rows: await Promise.all(
          lines.map(async (one) => ({
            line: v.code(formatMobile(one.number)),
            of: v.text(await nameOf(db, one.establishment_id)),
            since: v.day(dayOf(one.since)),
          })),
        ),
        empty: { ar: 'لا خطوط.', en: 'No lines.' },
      },
    ]
  },
})

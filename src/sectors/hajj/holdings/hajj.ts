import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { permitsOf } from '../registry/permits.ts'
import { seasonName, stateNames } from '../words.ts'

export default holding('hajj', {
  sector: 'hajj',
  title: { ar: 'تصاريح حجك', en: 'Your Hajj permits' },
  order: 85,
  blocks: async ({ db }, person) => {
    const permits = await permitsOf(db, person)
    if (!permits.length) return []
    return [
      {
        kind: 'table',
        columns: [
          { key: 'season', label: { ar: 'الموسم', en: 'Season' } },
          { key: 'number', label: { ar: 'رقم التصريح', en: 'Permit number' } },
          { key: 'campaign', label: { ar: 'الحملة', en: 'Campaign' } },
          { key: 'state', label: { ar: 'الحال', en: 'State' } },
        ],
        rows: permits.map((one) => ({
          season: v.text(seasonName(one.season)),
          number: v.code(one.number),
          campaign: v.text(one.campaign),
          state: v.text(stateNames[one.state]),
        })),
        empty: { ar: 'لا تصاريح باسمك.', en: 'No permit is in your name.' },
      },
    ]
  },
})

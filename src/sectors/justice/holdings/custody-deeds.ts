import { holding } from '#platform/catalogue/holding.ts'
import { deedsOf, deedTable } from '../deed-table.ts'

export default holding('custody-deeds', {
  sector: 'justice',
  title: { ar: 'صكوك الحضانة', en: 'Custody deeds' },
  order: 45,
  blocks: async ({ db, today }, person) => {
    const found = await deedsOf(db, person)
    return found.deeds.length ? [await deedTable(db, found, today)] : []
  },
})

import { holding } from '#platform/catalogue/holding.ts'
import { accidentsTable } from '../blocks.ts'
import { accidentsOf } from '../registry/accidents.ts'

export default holding('accidents', {
  sector: 'traffic',
  title: { ar: 'حوادثك المرورية', en: 'Your traffic accidents' },
  order: 63,
  report: 'accidents',
  blocks: async ({ db }, person) => {
    const accidents = await accidentsOf(db, person)
    return accidents.length ? [accidentsTable(accidents)] : []
  },
})

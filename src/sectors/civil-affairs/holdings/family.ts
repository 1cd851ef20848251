import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { relativesOf } from '#platform/people/family.ts'
import { relationOf } from '../words.ts'

/** Names and ties only: what else is held on a relative is theirs to read. */
export default holding('family', {
  sector: 'civil-affairs',
  title: { ar: 'أسرتك', en: 'Your family' },
  order: 40,
  blocks: async ({ db }, person) => {
    const relatives = await relativesOf(db, person)
    if (!relatives.length) return []
    return [
      {
        kind: 'table',
        columns: [
          { key: 'name', label: { ar: 'الاسم', en: 'Name' } },
          { key: 'relation', label: { ar: 'الصلة', en: 'Relation' } },
          { key: 'guardian', label: { ar: 'ولاية بينكما', en: 'Guardianship' } },
        ],
        rows: relatives.map((one) => ({
          name: v.text(one.name),
          relation: v.text(relationOf(one)),
          guardian: v.yesNo(one.guardian),
        })),
        empty: { ar: 'لا أقارب في سجلك.', en: 'Your record holds no relatives.' },
      },
    ]
  },
})

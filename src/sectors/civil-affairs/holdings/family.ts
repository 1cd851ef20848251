import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { isAdult } from '#platform/people/adulthood.ts'
import { relativesOf } from '#platform/people/family.ts'
import { familyRecordsOf } from '../registry/families.ts'
import { relationOf } from '../words.ts'

/** Names and ties, and the birth dates of the children: what else is held on a relative is theirs to read. */
export default holding('family', {
  sector: 'civil-affairs',
  title: { ar: 'أسرتك', en: 'Your family' },
  order: 40,
  report: 'family',
  blocks: async ({ db, today }, person) => {
    const relatives = await relativesOf(db, person)
    const records = await familyRecordsOf(db, person)
    if (!relatives.length) return []
    return [
      ...(records.length
        ? [
            {
              kind: 'facts' as const,
              facts: records.map((one, at) => ({
                key: `record${at + 1}`,
                label: one.head
                  ? { ar: 'سجل أسرة، وأنت على رأسه', en: 'Family record that you lead' }
                  : { ar: 'سجل أسرة بيدك', en: 'Family record in your hands' },
                value: v.code(one.number),
              })),
            },
          ]
        : []),
      {
        kind: 'table',
        columns: [
          { key: 'name', label: { ar: 'الاسم', en: 'Name' } },
          { key: 'relation', label: { ar: 'الصلة', en: 'Relation' } },
          { key: 'born', label: { ar: 'تاريخ ميلاد القاصر', en: 'Minor born on' } },
          { key: 'guardian', label: { ar: 'ولاية بينكما', en: 'Guardianship' } },
        ],
        rows: relatives.map((one) => ({
          name: v.text(one.name),
          relation: v.text(relationOf(one)),
          born: isAdult(one.born, today) ? v.none : v.day(one.born),
          guardian: v.yesNo(one.guardian),
        })),
        empty: { ar: 'لا أقارب في سجلك.', en: 'Your record holds no relatives.' },
      },
    ]
  },
})

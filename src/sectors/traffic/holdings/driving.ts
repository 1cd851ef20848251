import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { licencesOf } from '../registry/licences.ts'
import { classNames } from '../words.ts'

export default holding('driving', {
  sector: 'traffic',
  title: { ar: 'رخص القيادة', en: 'Driving licences' },
  order: 60,
  blocks: async ({ db }, person) => {
    const licences = await licencesOf(db, person)
    if (!licences.length) return []
    return [
      {
        kind: 'table',
        columns: [
          { key: 'class', label: { ar: 'النوع', en: 'Class' } },
          { key: 'number', label: { ar: 'رقم الرخصة', en: 'Licence number' } },
          { key: 'issuedOn', label: { ar: 'صدرت في', en: 'Issued on' } },
          { key: 'expiresOn', label: { ar: 'تنتهي في', en: 'Expires on' } },
        ],
        rows: licences.map((one) => ({
          class: v.text(classNames[one.class]),
          number: v.code(one.number),
          issuedOn: v.day(one.issuedOn),
          expiresOn: v.day(one.expiresOn),
        })),
        empty: { ar: 'لا رخص باسمك.', en: 'You have no licence.' },
      },
    ]
  },
})

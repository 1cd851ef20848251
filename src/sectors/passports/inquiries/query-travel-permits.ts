import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'
import { findPersons } from '#platform/people/person.ts'
import { travelPermitStatus, travelPermitsOf } from '../registry/travel-permits.ts'
import { selfOrChild } from '../subjects.ts'
import { permitReaches, permitStatuses, permitTrips } from '../words.ts'

/** Register 25: the traveller sees them as well as the parents. */
export default inquiry('query-travel-permits', {
  sector: 'passports',
  version: 1,
  title: { ar: 'الاستعلام عن تصاريح السفر', en: 'Travel permits' },
  summary: {
    ar: 'تصاريح سفرك أو سفر طفلك، ومن أصدرها وحتى متى.',
    en: 'Your permits to travel, or your child’s: who gave them, and until when.',
  },
  words: ['تصريح سفر', 'تصاريح السفر لأفراد الأسرة', 'سفر الأبناء', 'permit', 'children travel'],
  audience: ['citizen'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [
    {
      ar: 'من بلغ 21 عامًا هجريًا، رجلًا كان أو امرأة، لا يحتاج إلى تصريح، ولا المتزوج.',
      en: 'Nobody of 21 Hijri years, man or woman, needs a permit, nor anybody who is married.',
    },
  ],
  access: 'signed-in',
  subject: selfOrChild('travel'),
  form: noForm,
  answer: async ({ db, subject, today }) => {
    if (!subject) return []
    const permits = await travelPermitsOf(db, subject.person)
    const givers = await findPersons(
      db,
      permits.map((one) => one.issuedBy),
    )
    return [
      {
        kind: 'table',
        columns: [
          { key: 'number', label: { ar: 'الرقم', en: 'Number' } },
          { key: 'status', label: { ar: 'الحالة', en: 'Status' } },
          { key: 'trips', label: { ar: 'السفرات', en: 'Journeys' } },
          { key: 'reach', label: { ar: 'الوجهة', en: 'To' } },
          { key: 'from', label: { ar: 'من', en: 'From' } },
          { key: 'until', label: { ar: 'إلى', en: 'Until' } },
          { key: 'by', label: { ar: 'أصدره', en: 'Given by' } },
        ],
        rows: permits.map((one) => ({
          number: v.code(one.number),
          status: v.text(permitStatuses[travelPermitStatus(one, today)]),
          trips: v.text(permitTrips[one.trips]),
          reach: v.text(permitReaches[one.reach]),
          from: v.day(one.validFrom),
          until: v.day(one.validUntil),
          by: v.text(givers.get(one.issuedBy)?.shortName ?? { ar: '', en: '' }),
        })),
        empty: { ar: 'لا تصاريح سفر.', en: 'No permits to travel.' },
      },
    ]
  },
})

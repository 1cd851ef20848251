import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { countryName } from '#platform/people/country.ts'
import { passportsOf } from '#platform/people/person.ts'

export default holding('passports', {
  sector: 'civil-affairs',
  title: { ar: 'جوازات سفرك', en: 'Your passports' },
  order: 20,
  blocks: async ({ db }, person) => {
    const passports = await passportsOf(db, person)
    if (!passports.length) return []
    return [
      {
        kind: 'table',
        columns: [
          { key: 'number', label: { ar: 'الرقم', en: 'Number' } },
          { key: 'nationality', label: { ar: 'الجنسية', en: 'Nationality' } },
          { key: 'issuedOn', label: { ar: 'صدر في', en: 'Issued' } },
          { key: 'expiresOn', label: { ar: 'ينتهي في', en: 'Expires' } },
        ],
        rows: passports.map((one) => ({
          number: v.code(one.number),
          nationality: v.text(countryName(one.nationality)),
          issuedOn: v.day(one.issuedOn),
          expiresOn: v.day(one.expiresOn),
        })),
        empty: { ar: 'لا جواز سفر في سجلك.', en: 'Your record holds no passport.' },
      },
    ]
  },
})

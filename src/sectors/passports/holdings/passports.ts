import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { countryName } from '#platform/people/country.ts'
import { passportStatus, passportsOf } from '../registry/passports.ts'
import { passportStatuses } from '../words.ts'

export default holding('passports', {
  sector: 'passports',
  title: { ar: 'جوازات سفرك', en: 'Your passports' },
  order: 20,
  blocks: async ({ db, today }, person) => {
    const passports = await passportsOf(db, person)
    if (!passports.length) return []
    return [
      {
        kind: 'table',
        columns: [
          { key: 'number', label: { ar: 'الرقم', en: 'Number' } },
          { key: 'nationality', label: { ar: 'الجنسية', en: 'Nationality' } },
          { key: 'status', label: { ar: 'الحالة', en: 'Status' } },
          { key: 'issuedOn', label: { ar: 'صدر في', en: 'Issued' } },
          { key: 'expiresOn', label: { ar: 'ينتهي في', en: 'Expires' } },
        ],
        rows: passports.map((one) => ({
          number: v.code(one.number),
          nationality: v.text(countryName(one.nationality)),
          status: v.text(passportStatuses[passportStatus(one, today)]),
          issuedOn: v.day(one.issuedOn),
          expiresOn: v.day(one.expiresOn),
        })),
        empty: { ar: 'لا جواز سفر في سجلك.', en: 'Your record holds no passport.' },
      },
    ]
  },
})

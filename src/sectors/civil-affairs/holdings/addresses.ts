import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { addressesOf, addressLine } from '#platform/people/address.ts'

export default holding('addresses', {
  sector: 'civil-affairs',
  title: { ar: 'عناوينك الوطنية', en: 'Your national addresses' },
  order: 30,
  blocks: async ({ db }, person) => {
    const addresses = await addressesOf(db, person)
    if (!addresses.length) return []
    return [
      {
        kind: 'table',
        columns: [
          { key: 'shortAddress', label: { ar: 'العنوان المختصر', en: 'Short address' } },
          { key: 'address', label: { ar: 'العنوان', en: 'Address' } },
          { key: 'main', label: { ar: 'الرئيس', en: 'Main' } },
          { key: 'confirmedOn', label: { ar: 'أكّدته في', en: 'Confirmed' } },
        ],
        rows: addresses.map((one) => ({
          shortAddress: v.code(one.shortAddress),
          address: v.text(addressLine(one)),
          main: v.yesNo(one.main),
          confirmedOn: v.day(one.confirmedOn),
        })),
        empty: { ar: 'لا عنوان في سجلك.', en: 'Your record holds no address.' },
      },
    ]
  },
})

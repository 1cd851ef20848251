import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { papersOf } from '../registry/papers.ts'
import { paperNames, stateNames } from '../words.ts'

export default holding('papers', {
  sector: 'civil-affairs',
  title: { ar: 'بطاقاتك وشهاداتك', en: 'Your cards and certificates' },
  order: 15,
  blocks: async ({ db }, person) => {
    const papers = await papersOf(db, person)
    if (!papers.length) return []
    return [
      {
        kind: 'table',
        columns: [
          { key: 'kind', label: { ar: 'الوثيقة', en: 'Document' } },
          { key: 'number', label: { ar: 'الرقم', en: 'Number' } },
          { key: 'version', label: { ar: 'رقم النسخة', en: 'Version' } },
          { key: 'issuedOn', label: { ar: 'صدرت في', en: 'Issued on' } },
          { key: 'expiresOn', label: { ar: 'تنتهي في', en: 'Expires on' } },
          { key: 'state', label: { ar: 'الحال', en: 'State' } },
        ],
        rows: papers.map((one) => ({
          kind: v.text(paperNames[one.kind]),
          number: v.code(one.number),
          version: v.number(one.version),
          issuedOn: v.day(one.issuedOn),
          expiresOn: v.day(one.expiresOn),
          state: v.text(stateNames[one.state]),
        })),
        empty: { ar: 'لا بطاقات ولا شهادات.', en: 'No cards and no certificates.' },
      },
    ]
  },
})

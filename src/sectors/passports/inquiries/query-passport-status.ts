import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'
import { countryName } from '#platform/people/country.ts'
import { passportStatus, passportsOf } from '../registry/passports.ts'
import { selfOrChild } from '../subjects.ts'
import { passportStatuses } from '../words.ts'

/** Register 24. */
export default inquiry('query-passport-status', {
  sector: 'passports',
  version: 1,
  title: { ar: 'الاستعلام عن حالة جواز السفر', en: 'Passport status' },
  summary: {
    ar: 'هل جوازك أو جواز طفلك فعّال، ومتى ينتهي؟',
    en: 'Is your passport, or your child’s, active, and when does it run out?',
  },
  words: ['جواز', 'جوازات', 'تفعيل الجواز', 'صلاحية الجواز', 'passport validity', 'activation'],
  audience: ['citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  subject: selfOrChild('passport'),
  form: noForm,
  answer: async ({ db, subject, today }) => {
    if (!subject) return []
    const passports = await passportsOf(db, subject.person)
    const waiting = passports.some((one) => passportStatus(one, today) === 'issued')
    return [
      {
        kind: 'table',
        columns: [
          { key: 'number', label: { ar: 'الرقم', en: 'Number' } },
          { key: 'country', label: { ar: 'صادر من', en: 'Issued by' } },
          { key: 'status', label: { ar: 'الحالة', en: 'Status' } },
          { key: 'issuedOn', label: { ar: 'صدر في', en: 'Issued on' } },
          { key: 'expiresOn', label: { ar: 'ينتهي في', en: 'Expires on' } },
        ],
        rows: passports.map((one) => ({
          number: v.code(one.number),
          country: v.text(countryName(one.nationality)),
          status: v.text(passportStatuses[passportStatus(one, today)]),
          issuedOn: v.day(one.issuedOn),
          expiresOn: v.day(one.expiresOn),
        })),
        empty: { ar: 'لا جواز سفر في السجل.', en: 'The register holds no passport.' },
      },
      ...(waiting ? [activate] : []),
    ]
  },
})

const activate: Block = {
  kind: 'note',
  tone: 'warning',
  body: {
    ar: 'الجواز الجديد لا يُسافر به قبل تفعيله: في مكتب الجوازات أو في المنفذ، ومعك القديم.',
    en: 'One cannot travel with a new passport before it is active: at a Passports office or at the border, with the old one.',
  },
}

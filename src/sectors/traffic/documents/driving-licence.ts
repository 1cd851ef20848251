import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { findPerson } from '#platform/people/person.ts'
import { findLicence } from '../registry/licences.ts'
import { restrictions } from '../registry/restriction.ts'
import { classNames } from '../words.ts'

export default document('driving-licence', {
  sector: 'traffic',
  title: { ar: 'رخصة قيادة', en: 'Driving licence' },
  issuer: { ar: 'الإدارة العامة للمرور', en: 'General Department of Traffic' },
  look: { kind: 'card', from: '#14532d', to: '#3f8f5f', ink: 'light' },
  prefix: 'DL',
  claims: async ({ db }, person, subjectId) => {
    const licence = await findLicence(db, person, subjectId)
    const holder = await findPerson(db, person)
    if (!licence || !holder) return undefined
    return {
      holderName: holder.name,
      birth: holder.born,
      validFrom: licence.issuedOn,
      validUntil: licence.expiresOn,
      facts: [
        { key: 'licence', label: { ar: 'رقم الرخصة', en: 'Licence number' }, value: v.code(licence.number) },
        { key: 'class', label: { ar: 'النوع', en: 'Class' }, value: v.text(classNames[licence.class]) },
        { key: 'issued', label: { ar: 'صدرت في', en: 'Issued on' }, value: v.day(licence.issuedOn) },
        { key: 'expires', label: { ar: 'تنتهي في', en: 'Expires on' }, value: v.day(licence.expiresOn) },
        ...licence.restrictions.map((one) => ({
          key: one,
          label: { ar: 'قيد', en: 'Restriction' },
          value: v.text(restrictions[one]),
        })),
      ],
      qr: { cls: licence.class },
    }
  },
})

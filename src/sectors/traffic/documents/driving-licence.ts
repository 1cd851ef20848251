import { ageIn } from '#kernel/hijri.ts'
import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { portraitOf } from '#platform/faces/portrait.ts'
import { findPerson } from '#platform/people/person.ts'
import { findLicence, licencesOf, suspensionsOf } from '../registry/licences.ts'
import { restrictions } from '../registry/restriction.ts'
import { classNames } from '../words.ts'

export default document('driving-licence', {
  sector: 'traffic',
  title: { ar: 'رخصة قيادة', en: 'Driving licence' },
  issuer: { ar: 'الإدارة العامة للمرور', en: 'General Department of Traffic' },
  look: { kind: 'card', from: '#14532d', to: '#3f8f5f', ink: 'light' },
  order: 20,
  prefix: 'DL',
  codeWords: {
    cls: { label: { ar: 'فئة الرخصة', en: 'Licence class' }, values: classNames },
    over18: {
      label: { ar: 'أتمّ 18 عامًا', en: '18 or older' },
      values: { y: { ar: 'نعم', en: 'Yes' }, n: { ar: 'لا', en: 'No' } },
    },
  },
  views: [
    {
      name: 'may-drive',
      title: { ar: 'هل يجوز له القيادة؟', en: 'May they drive?' },
      shows: ['name', 'face'],
      answer: ({ qr }) => qr,
    },
    {
      name: 'over-18',
      title: { ar: 'هل أتمّ 18 عامًا؟', en: '18 or older?' },
      shows: ['face'],
      answer: ({ birth }, today) => birth && { over18: ageIn('gregorian', birth, today) >= 18 ? 'y' : 'n' },
    },
  ],
  held: async ({ db }, person) => (await licencesOf(db, person)).map((one) => one.id),
  claims: async ({ db, today }, person, subjectId) => {
    const licence = await findLicence(db, person, subjectId)
    const holder = await findPerson(db, person)
    if (!licence || !holder) return undefined
    const [suspension] = await suspensionsOf(db, person)
    return {
      holderName: holder.name,
      portrait: portraitOf(holder, today),
      birth: holder.born,
      validFrom: licence.issuedOn,
      validUntil: licence.expiresOn,
      suspended: suspension && {
        ar: `أوقفت ${suspension.authority.ar} خدماتك المرورية.`,
        en: `${suspension.authority.en} has suspended your traffic services.`,
      },
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
      attributes: {
        licence_number: licence.number,
        vehicle_class: licence.class,
        restrictions: licence.restrictions.join(' '),
      },
    }
  },
})

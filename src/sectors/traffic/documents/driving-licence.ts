import { v } from '#platform/catalogue/value.ts'
import { document } from '#platform/documents/document.ts'
import { overAge } from '#platform/documents/over-age.ts'
import { portraitOf } from '#platform/faces/portrait.ts'
import { findPerson } from '#platform/people/person.ts'
import { whySuspended } from '../registry/licence-suspensions.ts'
import { findLicence, licencesOf } from '../registry/licences.ts'
import { restrictions } from '../registry/restriction.ts'
import { classNames, trafficDepartment } from '../words.ts'

const over18 = overAge(18, 'gregorian')

export default document('driving-licence', {
  sector: 'traffic',
  title: { ar: 'رخصة قيادة', en: 'Driving licence' },
  issuer: trafficDepartment,
  look: { kind: 'card', from: '#14532d', to: '#3f8f5f', ink: 'light' },
  order: 20,
  prefix: 'DL',
  codeWords: {
    cls: { label: { ar: 'النوع', en: 'Class' }, values: classNames },
    bound: { label: { ar: 'القيود', en: 'Restrictions' } },
    ...over18.words,
  },
  views: [
    {
      name: 'may-drive',
      title: { ar: 'هل يجوز له القيادة؟', en: 'May they drive?' },
      shows: ['name', 'face'],
      answer: ({ qr }) => qr,
    },
    over18.view,
  ],
  held: async ({ db }, person) => (await licencesOf(db, person)).map((one) => one.id),
  claims: async ({ db, today }, person, subjectId) => {
    const licence = await findLicence(db, person, subjectId)
    const holder = await findPerson(db, person)
    if (!licence || !holder) return undefined
    return {
      number: licence.number,
      holderName: holder.name,
      portrait: portraitOf(holder, today),
      suspended: await whySuspended(db, { holder: person, licence: licence.id, today }),
      birth: holder.born,
      validFrom: licence.issuedOn,
      validUntil: licence.expiresOn,
      facts: [
        { key: 'class', label: { ar: 'النوع', en: 'Class' }, value: v.text(classNames[licence.class]) },
        { key: 'person', label: { ar: 'رقم الهوية', en: 'ID number' }, value: v.code(holder.id) },
        { key: 'issued', label: { ar: 'صدرت في', en: 'Issued on' }, value: v.day(licence.issuedOn) },
        { key: 'expires', label: { ar: 'تنتهي في', en: 'Expires on' }, value: v.day(licence.expiresOn) },
        ...licence.restrictions.map((one) => ({
          key: one,
          label: { ar: 'قيد', en: 'Restriction' },
          value: v.text(restrictions[one]),
        })),
      ],
      qr: {
        cls: licence.class,
        ...(licence.restrictions.length ? { bound: licence.restrictions.join(' ') } : {}),
      },
      attributes: {
        licence_number: licence.number,
        vehicle_class: licence.class,
        restrictions: licence.restrictions.join(' '),
      },
    }
  },
})

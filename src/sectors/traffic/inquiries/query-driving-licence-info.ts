import { inquiry } from '#platform/catalogue/definition.ts'
import { inOneLine, v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'
import { limitOn } from '../limits.ts'
import { restrictions } from '../registry/restriction.ts'
import { pointsOf } from '../registry/violations.ts'
import { ownDrivingLicence } from '../subjects.ts'
import { classNames } from '../words.ts'

/** Register `query-driving-licence-info`. */
export default inquiry('query-driving-licence-info', {
  sector: 'traffic',
  version: 1,
  title: { ar: 'معلومات رخصة القيادة', en: 'Driving licence information' },
  summary: {
    ar: 'نوع رخصتك وتاريخ انتهائها وقيودها ونقاطك.',
    en: 'The class of your licence, its expiry, its restrictions and your points.',
  },
  words: ['متى تنتهي رخصتي', 'رخصة السواقة', 'licence expiry'],
  audience: ['citizen', 'resident'],
  delegable: true,
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  form: noForm,
  subject: ownDrivingLicence,
  answer: async ({ db, subject, today }) => {
    if (!subject) return []
    const licence = subject.value
    const valid = licence.expiresOn >= today
    const points = await pointsOf(db, subject.person, today)
    return [
      {
        kind: 'status',
        code: valid ? 'VALID' : 'EXPIRED',
        tone: valid ? 'good' : 'bad',
        title: valid
          ? { ar: 'رخصتك سارية', en: 'Your licence is valid' }
          : { ar: 'رخصتك منتهية', en: 'Your licence has expired' },
        next: {
          label: { ar: 'هل يمكن تجديدها؟', en: 'Can it be renewed?' },
          service: 'query-licence-renewability',
        },
      },
      {
        kind: 'facts',
        facts: [
          { key: 'number', label: { ar: 'رقم الرخصة', en: 'Licence number' }, value: v.code(licence.number) },
          { key: 'class', label: { ar: 'النوع', en: 'Class' }, value: v.text(classNames[licence.class]) },
          { key: 'issuedOn', label: { ar: 'صدرت في', en: 'Issued on' }, value: v.day(licence.issuedOn) },
          { key: 'expiresOn', label: { ar: 'تنتهي في', en: 'Expires on' }, value: v.day(licence.expiresOn) },
          {
            key: 'restrictions',
            label: { ar: 'القيود', en: 'Restrictions' },
            value: licence.restrictions.length
              ? v.text(inOneLine(licence.restrictions.map((one) => restrictions[one])))
              : v.text({ ar: 'لا قيود', en: 'None' }),
          },
          {
            key: 'points',
            label: { ar: 'نقاط السنة الماضية', en: 'Points within the last year' },
            value: v.number(points),
          },
          {
            key: 'pointsLimit',
            label: { ar: 'حد إيقاف الرخصة', en: 'Points that suspend it' },
            value: v.number(limitOn('suspensionPoints', today)),
          },
        ],
      },
      {
        kind: 'document',
        document: 'driving-licence',
        title: { ar: 'رخصة القيادة الرقمية', en: 'Digital driving licence' },
        subject: licence.id,
      },
    ]
  },
})

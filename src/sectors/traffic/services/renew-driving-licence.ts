import { addDays, addYears, type Day } from '#kernel/day.ts'
import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { choice } from '#platform/forms/fields/index.ts'
import { addressesOf, addressLine } from '#platform/people/address.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { limitOn } from '../limits.ts'
import { extendLicence } from '../registry/licences.ts'
import {
  addressRegistered,
  holderAlive,
  iqamaValid,
  licenceRenewable,
  medicalExamValid,
  noSuspension,
  noUnpaidViolations,
  photoOnFile,
  privateLicence,
} from '../rules.ts'
import { ownDrivingLicence } from '../subjects.ts'

/** Register `renew-driving-licence`. */
export default service('renew-driving-licence', {
  sector: 'traffic',
  version: 1,
  title: { ar: 'تجديد رخصة القيادة', en: 'Renew a driving licence' },
  summary: {
    ar: 'جدّد رخصتك الخاصة لسنتين أو خمس أو عشر، وتصلك إلى عنوانك.',
    en: 'Renew your private licence for 2, 5 or 10 years; it is delivered to your address.',
  },
  words: ['تجديد الرخصة', 'رخصة السواقة', 'رخصة منتهية', 'renew licence', 'driver’s license'],
  audience: ['citizen', 'resident'],
  delegable: true,
  time: { ar: 'فورًا، والبطاقة خلال أيام', en: 'At once; the card within days' },
  subject: ownDrivingLicence,
  form: form({
    years: choice({
      label: { ar: 'مدة التجديد', en: 'For how long' },
      options: [
        { value: '2', label: { ar: 'سنتان', en: '2 years' } },
        { value: '5', label: { ar: 'خمس سنوات', en: '5 years' } },
        { value: '10', label: { ar: 'عشر سنوات', en: '10 years' } },
      ],
    }),
    address: choice({
      label: { ar: 'عنوان التوصيل', en: 'Where to deliver' },
      hint: { ar: 'عناوينك الوطنية المسجّلة.', en: 'Your registered national addresses.' },
      options: 'subject',
    }),
  }),
  rules: [
    licenceRenewable,
    privateLicence,
    medicalExamValid,
    noUnpaidViolations(),
    holderAlive,
    noSuspension,
    iqamaValid,
    photoOnFile,
    addressRegistered,
  ],
  options: async ({ db, applicant }) =>
    (await addressesOf(db, applicant)).map((address) => ({ value: address.id, label: addressLine(address) })),
  steps: [
    {
      kind: 'payment',
      id: 'payment',
      title: { ar: 'سداد الرسوم', en: 'Payment of the fees' },
      by: 'applicant',
      within: days(3),
      // The code in the banks' list of the ministry's services (register, appendix A).
      ahead: { code: '25', choice: 'years' },
      items: [
        { rate: 'driving-licence-year', times: ({ answers }) => Number(answers.years) },
        {
          rate: 'driving-licence-late',
          times: ({ subject, today }) => yearsLate(subject.value.expiresOn, today),
        },
      ],
    },
  ],
  effect: async ({ tx, subject, answers, today }) => {
    const until = renewedUntil(subject.value.expiresOn, Number(answers.years), today)
    if (!(await extendLicence(tx, subject.value, until)))
      throw new Refusal({
        ar: 'جُدّدت الرخصة بطلب آخر في هذه الأثناء.',
        en: 'The licence was renewed by another request in the meantime.',
      })
  },
  documents: [{ document: 'driving-licence' }],
  delivery: { what: { ar: 'رخصة القيادة', en: 'Driving licence' }, addressField: 'address' },
  describe: async ({ subject }) => ({ until: v.day(subject.value.expiresOn) }),
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'جُدّدت رخصة قيادتك حتى {until}، والبطاقة في طريقها إليك. الطلب {reference}',
          en: 'Your driving licence is renewed until {until}; the card is on its way. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 10,
})

/** Added to a licence that is still valid; from today for one that has expired [assumed]. */
export const renewedUntil = (expiry: Day, years: number, today: Day): Day =>
  addYears(expiry > today ? expiry : today, years)

/** Years begun since the expiry, once the days of grace are over; 0 within them. */
export function yearsLate(expiry: Day, today: Day): number {
  if (today <= addDays(expiry, limitOn('renewalGraceDays', today))) return 0
  let years = 1
  while (addYears(expiry, years) < today) years += 1
  return years
}

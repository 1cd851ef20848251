import { notHeldBack } from '#platform/accounts/rules.ts'
import { service } from '#platform/catalogue/definition.ts'
import { ownerAlone, singlePowers } from '#platform/catalogue/power.ts'
import { form } from '#platform/forms/field.ts'
import { thisEstablishment } from '#platform/people/establishment-subject.ts'
import { fingerprintEnrolled } from '#sectors/fingerprint/index.ts'
import { appoint, appointmentFields, delegateAgrees, forMonths } from '../appoint.ts'

/** Register `appoint-sim-authentication-delegate`: one power, by their own enrolled fingerprint, none over bills. */
export default service('appoint-sim-authentication-delegate', {
  sector: 'business',
  version: 1,
  title: { ar: 'تعيين مفوَّض توثيق الشرائح بالبصمة', en: 'Appoint a SIM-authentication delegate' },
  summary: {
    ar: 'فوّض من يوثّق خطوط منشأتك ببصمته، ولا شيء غير ذلك.',
    en: 'Appoint who authenticates your establishment’s lines with their fingerprint, and nothing else.',
  },
  words: [
    'مفوض توثيق شرائح الاتصال بالبصمة',
    'توثيق شرائح المنشأة',
    'بصمة الشرائح',
    'SIM',
    'lines',
    'fingerprint delegate',
  ],
  audience: ['establishment'],
  power: ownerAlone,
  appoints: true,
  time: { ar: 'عند قبول المفوَّض، خلال 14 يومًا', en: 'When the delegate accepts, within 14 days' },
  cost: { ar: 'مجانًا', en: 'Free' },
  subject: thisEstablishment,
  form: form({ ...appointmentFields }, [
    {
      slug: 'delegate',
      title: { ar: 'من تعيّن؟', en: 'Whom do you appoint?' },
      fields: ['delegate', 'months'],
    },
  ]),
  parties: { delegate: 'delegate' },
  rules: [notHeldBack, { ...fingerprintEnrolled, of: 'delegate', when: 'submission' }],
  steps: [{ ...delegateAgrees, shows: ['months'] }],
  effect: (context) =>
    appoint(context, 'sim-authentication', [singlePowers['sim-authentication'].name], forMonths(context)),
  concurrent: true,
  retentionYears: 10,
})

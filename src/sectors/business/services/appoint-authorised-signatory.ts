import { notHeldBack } from '#platform/accounts/rules.ts'
import { service } from '#platform/catalogue/definition.ts'
import { ownerAlone, singlePowers } from '#platform/catalogue/power.ts'
import { days } from '#platform/catalogue/step.ts'
import { form } from '#platform/forms/field.ts'
import { file } from '#platform/forms/fields/index.ts'
import { thisEstablishment } from '#platform/people/establishment-subject.ts'
import { appoint, appointmentFields, delegateAgrees, forMonths } from '../appoint.ts'

const refusals = [
  {
    code: 'LETTER_UNREADABLE',
    text: {
      ar: 'الخطاب غير مقروء أو غير موقّع ومختوم. أرفق صورة واضحة من خطاب معتمد.',
      en: 'The letter cannot be read, or is not signed and stamped. Attach a clear copy of an approved letter.',
    },
  },
  {
    code: 'LETTER_OTHER',
    text: {
      ar: 'الخطاب لا يخص هذا المفوَّض أو هذه المنشأة.',
      en: 'The letter is not about this delegate or this establishment.',
    },
  },
] as const

/** Register `appoint-authorised-signatory` (R-DEL-12): by an approved letter, which two officers look at. */
export default service('appoint-authorised-signatory', {
  sector: 'business',
  version: 1,
  title: { ar: 'تعيين مفوَّض التوقيع المعتمد', en: 'Appoint an authorised signatory' },
  summary: {
    ar: 'عيّن من يمثل منشأتك أمام المشغّل بخطاب رسمي معتمد.',
    en: 'Appoint who represents your establishment before the operator, by an approved official letter.',
  },
  words: [
    'مفوض التوقيع المعتمد',
    'الممثل المعتمد',
    'مفوض التوقيع',
    'خطاب تفويض',
    'signatory',
    'authorised representative',
  ],
  audience: ['establishment'],
  power: ownerAlone,
  appoints: true,
  time: { ar: 'خلال يومي عمل من قبول المفوَّض', en: 'Within two working days of the delegate’s consent' },
  cost: { ar: 'مجانًا', en: 'Free' },
  conditions: [{ ar: 'يراجع الخطاب موظفان، كلٌ وحده.', en: 'Two officers check the letter, each alone.' }],
  subject: thisEstablishment,
  form: form(
    {
      ...appointmentFields,
      letter: file({
        label: { ar: 'الخطاب الرسمي المعتمد', en: 'The approved official letter' },
        hint: { ar: 'صورة أو PDF، موقّع ومختوم.', en: 'A picture or a PDF, signed and stamped.' },
        accept: ['image/jpeg', 'image/png', 'application/pdf'],
        maxBytes: 10_000_000,
      }),
    },
    [
      {
        slug: 'delegate',
        title: { ar: 'من تعيّن؟', en: 'Whom do you appoint?' },
        fields: ['delegate', 'months'],
      },
      { slug: 'letter', title: { ar: 'الخطاب', en: 'The letter' }, fields: ['letter'] },
    ],
  ),
  parties: { delegate: 'delegate' },
  rules: [notHeldBack],
  steps: [
    { ...delegateAgrees, shows: ['months'] },
    {
      kind: 'review',
      id: 'first-look',
      title: { ar: 'مراجعة الخطاب', en: 'The letter is checked' },
      unit: 'business-services',
      within: days(2),
      refusals,
    },
    {
      kind: 'review',
      id: 'second-look',
      title: { ar: 'مراجعة موظف ثانٍ', en: 'A second officer checks it' },
      unit: 'business-services',
      within: days(2),
      refusals,
      secondOpinion: true,
    },
  ],
  effect: (context) => appoint(context, 'signatory', [singlePowers.signatory.name], forMonths(context)),
  concurrent: true,
  retentionYears: 10,
})

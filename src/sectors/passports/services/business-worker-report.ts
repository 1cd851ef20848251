import { service } from '#platform/catalogue/definition.ts'
import { ownerAlone } from '#platform/catalogue/power.ts'
import { days } from '#platform/catalogue/step.ts'
import { noForm } from '#platform/forms/field.ts'
import { establishmentWorker } from '#platform/people/sponsorship.ts'
import { orderResidentReport } from '../order-resident-report.ts'

/** Register 200 `business-worker-report`. */
export default service('business-worker-report', {
  sector: 'passports',
  version: 1,
  title: { ar: 'تقرير عامل', en: 'Worker report' },
  summary: {
    ar: 'إقامة عامل في المنشأة ومهنته وتواريخها، على ورق برقم ورمز.',
    en: 'The residency, occupation and dates of a worker of the establishment, on paper with a number and a code.',
  },
  words: ['تقرير عامل', 'بيانات عامل', 'إقامة عامل', 'worker report', 'employee iqama'],
  audience: ['establishment'],
  power: ownerAlone,
  time: { ar: 'فورًا بعد السداد', en: 'At once after payment' },
  conditions: [
    {
      ar: 'فيه ما يلزم صاحب العمل نظامًا فقط، ويُبلَّغ العامل به.',
      en: 'It holds only what the law asks an employer to know, and the worker is told of it.',
    },
    {
      ar: 'يطلبه مالك المنشأة، ولا يُفوَّض فيه أحد، ويجده في حسابه الفردي.',
      en: 'The owner of the establishment asks for it, and nobody in their place; it is kept in their own account.',
    },
  ],
  subject: establishmentWorker,
  form: noForm,
  rules: [],
  steps: [
    {
      kind: 'payment',
      id: 'payment',
      title: { ar: 'سداد مقابل التقرير', en: 'Payment for the report' },
      by: 'applicant',
      within: days(3),
      items: [{ rate: 'resident-report' }],
    },
  ],
  effect: (context) =>
    orderResidentReport(context, { person: context.subject.value.person, scope: 'employer' }),
  documents: [{ document: 'resident-report' }],
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'تقرير العامل ({subject}) جاهز بين وثائقك في حسابك الفردي. الطلب {reference}',
          en: 'The worker report ({subject}) is among the documents of your own account. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 5,
  concurrent: true,
})

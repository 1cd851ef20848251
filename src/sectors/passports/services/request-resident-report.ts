import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { noForm } from '#platform/forms/field.ts'
import { orderResidentReport } from '../order-resident-report.ts'
import { residentOfReport } from '../report-subject.ts'

/** Register `request-resident-report`. The sheet is in both languages, so none is asked for. */
export default service('request-resident-report', {
  sector: 'passports',
  version: 1,
  title: { ar: 'طلب تقرير مقيم', en: 'Resident report' },
  summary: {
    ar: 'ما في السجل عن إقامتك أو طفلك أو من يعمل لديك، على ورق برقم ورمز.',
    en: 'What the register holds on your residency, your child’s or your worker’s, on paper with a number and a code.',
  },
  words: ['تقرير مقيم', 'برنت مقيم', 'بيانات مقيم', 'تقرير عامل', 'resident print', 'iqama report'],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا بعد السداد', en: 'At once after payment' },
  conditions: [
    {
      ar: 'تقرير العامل فيه ما يلزم صاحب العمل نظامًا فقط، ويُبلَّغ العامل به.',
      en: 'A worker’s report holds only what the law asks an employer to know, and the worker is told of it.',
    },
  ],
  subject: residentOfReport,
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
  effect: (context) => orderResidentReport(context, context.subject.value),
  documents: [{ document: 'resident-report' }],
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'تقرير مقيم ({subject}) جاهز في وثائقك. الطلب {reference}',
          en: 'The resident report ({subject}) is among your documents. Request {reference}',
        },
      },
    ],
  },
  retentionYears: 5,
  concurrent: true,
})

import { inquiry } from '#platform/catalogue/definition.ts'
import { noForm } from '#platform/forms/field.ts'
import { residentFacts } from '../report-facts.ts'
import { residentOfReport } from '../report-subject.ts'

/** Register `query-resident-report`: the same on the screen, at no cost. */
export default inquiry('query-resident-report', {
  sector: 'passports',
  version: 1,
  title: { ar: 'الاستعلام عن تقرير مقيم', en: 'View a resident report' },
  summary: {
    ar: 'ما في السجل عن إقامتك أو طفلك أو من يعمل لديك.',
    en: 'What the register holds on your residency, your child’s or your worker’s.',
  },
  words: ['تقرير مقيم', 'بيانات مقيم', 'خدمات العمالة', 'خدمات الأسرة', 'resident report'],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا، والتقرير المطبوع برسم', en: 'Free; on paper it costs a fee' },
  conditions: [
    {
      ar: 'تقرير العامل فيه ما يلزم صاحب العمل نظامًا فقط، ويُبلَّغ العامل باطلاعك.',
      en: 'A worker’s report holds only what the law asks an employer to know, and the worker is told that you looked.',
    },
  ],
  access: 'signed-in',
  subject: residentOfReport,
  form: noForm,
  answer: async ({ db, today, subject }) => {
    const facts = subject && (await residentFacts(db, subject.value.person, subject.value.scope, today))
    if (!facts) return []
    return [
      { kind: 'facts', title: subject.value.name, facts },
      {
        kind: 'note',
        tone: 'neutral',
        body: {
          ar: 'تحتاجه على ورق برقم ورمز تحقق؟',
          en: 'Need it on paper, with a number and a code to check it?',
        },
        next: {
          label: { ar: 'اطلب التقرير', en: 'Order the report' },
          service: 'request-resident-report',
          subject: subject.id,
        },
      },
    ]
  },
})

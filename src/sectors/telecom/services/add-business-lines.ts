import { parseMobile } from '#kernel/mobile.ts'
import { service } from '#platform/catalogue/definition.ts'
import { days } from '#platform/catalogue/step.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { integer } from '#platform/forms/fields/index.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { linesPerRequest } from '../limits.ts'
import { enterLine } from '../registry/lines.ts'
import { nothingOverdue } from '../rules.ts'
import { telecomAccount } from '../subjects.ts'

/** Power `operator.represent` (R-DEL-12): the signatory asks the operator, which answers with the numbers. */
export default service('add-business-lines', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'طلب خطوط جديدة من المشغّل', en: 'Ask the operator for new lines' },
  summary: {
    ar: 'مثّل المنشأة أمام المشغّل واطلب خطوطًا جديدة. تُوثَّق بعدها خطًا خطًا.',
    en: 'Represent the establishment before the operator and ask for lines. Each is authenticated after that.',
  },
  words: ['خطوط جديدة', 'شرائح جديدة', 'تمثيل المنشأة', 'new lines', 'represent'],
  audience: ['establishment'],
  power: 'operator.represent',
  time: { ar: 'حين يجيب المشغّل، خلال خمسة أيام', en: 'When the operator answers, within five days' },
  cost: { ar: 'مجانًا', en: 'Free' },
  subject: telecomAccount,
  form: form({
    count: integer({ label: { ar: 'كم خطًا؟', en: 'How many lines?' }, min: 1, max: linesPerRequest }),
  }),
  rules: [nothingOverdue],
  steps: [
    {
      kind: 'integration',
      id: 'operator',
      title: { ar: 'المشغّل يجيب', en: 'The operator answers' },
      provider: 'operator',
      operation: 'add-lines',
      within: days(5),
      send: async ({ subject, answers }) => ({
        account: v.code(subject.value.number),
        count: v.number(answers.count),
      }),
    },
  ],
  effect: async ({ tx, clock, today, subject, answers, outside }) => {
    const numbers = (outside('operator').numbers ?? '').split(' ').filter(Boolean).map(parseMobile)
    if (numbers.length !== answers.count) throw new Refusal(wrongAnswer)
    for (const number of numbers) {
      if (!number.ok) throw new Refusal(wrongAnswer)
      const line = {
        establishment: subject.value.establishment,
        number: number.value,
        on: today,
        at: clock.now(),
      }
      if (!(await enterLine(tx, line))) throw new Refusal(wrongAnswer)
    }
  },
  notices: {
    fulfilled: [
      {
        to: ['applicant'],
        text: {
          ar: 'أضاف المشغّل خطوطًا جديدة للمنشأة: {count}. وثّقها بأسماء مستخدميها. الطلب {reference}',
          en: 'The operator added new lines: {count}. Authenticate them for their users. Request {reference}',
        },
      },
    ],
  },
  describe: async ({ answers }) => ({ count: v.number(answers.count) }),
  retentionYears: 10,
})

const wrongAnswer = {
  ar: 'لم يجب المشغّل بأرقام يمكن إضافتها. لم يتغيّر شيء. أعد الطلب أو تواصل معه.',
  en: 'The operator did not answer with numbers that can be added. Nothing has changed. Ask again, or contact it.',
}

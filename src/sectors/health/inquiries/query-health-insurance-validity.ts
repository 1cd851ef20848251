import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { form } from '#platform/forms/field.ts'
import { date, personNumber } from '#platform/forms/fields/index.ts'
import { steady } from '#platform/guard/steady.ts'
import { findPerson } from '#platform/people/person.ts'
import { policyFacts } from '../policy-facts.ts'
import { insuredUntil, policyOn } from '../registry/policies.ts'

/** Longer than the look-ups take, so that the time of an answer tells nothing. Milliseconds. */
const ANSWER_MS = 150

/**
 * Register query-health-insurance-validity. The birth date stands beside the iqama number as the second thing to
 * know, and anybody is told yes or no; insurer, class and dates are the insured’s own to read.
 */
export default inquiry('query-health-insurance-validity', {
  sector: 'health',
  version: 1,
  title: { ar: 'صلاحية التأمين الصحي للمقيم', en: 'Health insurance validity' },
  summary: {
    ar: 'هل التأمين الصحي سارٍ؟ يشترطه تجديد الإقامة وتمديد تأشيرة الزيارة.',
    en: 'Is the health insurance valid? Renewing an iqama and extending a visit ask for it.',
  },
  words: ['التأمين الطبي', 'مجلس الضمان الصحي', 'تأمين المقيم', 'medical insurance', 'CCHI'],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'public',
  guard: 'visual-code',
  form: form({
    iqama: personNumber({
      label: { ar: 'رقم الإقامة أو رقم الحدود', en: 'Iqama or border number' },
      hint: {
        ar: 'يبدأ رقم الإقامة بـ 2 ورقم الحدود بـ 3.',
        en: 'An iqama begins with 2, a border number with 3.',
      },
      kinds: ['resident', 'visitor'],
    }),
    born: date({ label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, max: 'today' }),
  }),
  answer: ({ db, today, answers }) =>
    steady(ANSWER_MS, async () => {
      const person = await findPerson(db, answers.iqama)
      const policy = await policyOn(db, answers.iqama, today)
      return [policy && person?.born === answers.born && person.alive ? insured : notInsured]
    }),
  own: async ({ db, today, person }) => {
    const policy = await policyOn(db, person, today)
    if (policy)
      return [
        insured,
        { kind: 'facts', facts: policyFacts(policy) },
        {
          kind: 'document',
          document: 'health-insurance',
          title: { ar: 'بطاقة التأمين الصحي', en: 'Health insurance card' },
          subject: 'self',
        },
      ]
    return [(await insuredUntil(db, person)) ? ended : notInsured]
  },
})

const insured: Block = {
  kind: 'status',
  code: 'INSURED',
  tone: 'good',
  title: { ar: 'التأمين الصحي سارٍ', en: 'The health insurance is valid' },
}
const notInsured: Block = {
  kind: 'status',
  code: 'NOT_INSURED',
  tone: 'neutral',
  title: { ar: 'لا تأمين صحيًا ساريًا بهذه البيانات', en: 'No valid health insurance has these details' },
  body: {
    ar: 'راجع الرقم وتاريخ الميلاد. وإن كانا صحيحين فراجع شركة التأمين أو صاحب العمل.',
    en: 'Check the number and the date of birth. If they are right, ask the insurer or the employer.',
  },
}
const ended: Block = {
  kind: 'status',
  code: 'ENDED',
  tone: 'bad',
  title: { ar: 'انتهى تأمينك الصحي', en: 'Your health insurance has ended' },
  body: {
    ar: 'التأمين على صاحب العمل أو من يعيلك. تصلنا الوثيقة الجديدة من شركة التأمين.',
    en: 'Your employer or whoever supports you insures you. The new policy reaches us from the insurer.',
  },
}

import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { date, text } from '#platform/forms/fields/index.ts'
import { steady } from '#platform/guard/steady.ts'
import { visaByNumber, visitKinds } from '../registry/visas.ts'

/** Longer than the look-ups take. Milliseconds. */
const ANSWER_MS = 150

/** Register `query-border-number`: the visa’s number and the day of its issue, which are on the visa together. */
export default inquiry('query-border-number', {
  sector: 'passports',
  version: 1,
  title: { ar: 'الاستعلام عن رقم الحدود', en: 'Find a border number' },
  summary: {
    ar: 'رقم الحدود للزائر، برقم التأشيرة وتاريخ إصدارها.',
    en: 'A visitor’s border number, by the number of the visa and the day of its issue.',
  },
  words: ['رقم الحدود', 'رقم الدخول', 'زائر', 'border number', 'entry number', 'visitor'],
  audience: ['anonymous', 'visitor', 'gcc-citizen'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'public',
  guard: 'visual-code',
  form: form(
    {
      visa: text({
        label: { ar: 'رقم التأشيرة', en: 'Visa number' },
        hint: { ar: 'كما هو مكتوب على التأشيرة.', en: 'As written on the visa.' },
        max: 20,
      }),
      issuedOn: date({ label: { ar: 'تاريخ إصدار التأشيرة', en: 'Day of issue' }, max: 'today' }),
    },
    [{ slug: 'visa', title: { ar: 'التأشيرة', en: 'The visa' }, fields: ['visa', 'issuedOn'] }],
  ),
  answer: ({ db, answers }) =>
    steady(ANSWER_MS, async () => {
      const visa = await visaByNumber(db, answers.visa)
      const found = visa?.issuedOn === answers.issuedOn && visitKinds.includes(visa.kind) ? visa : undefined
      return found
        ? [
            {
              kind: 'facts',
              facts: [
                {
                  key: 'borderNumber',
                  label: { ar: 'رقم الحدود', en: 'Border number' },
                  value: v.code(found.holder),
                },
              ],
            },
          ]
        : [
            {
              kind: 'status',
              code: 'NOT_FOUND',
              tone: 'neutral',
              title: { ar: 'لا رقم حدود بهذه البيانات', en: 'No border number for these details' },
              body: {
                ar: 'راجع رقم التأشيرة وتاريخ إصدارها كما هما على التأشيرة.',
                en: 'Check the number of the visa and the day of its issue as they are on the visa.',
              },
            },
          ]
    }),
})

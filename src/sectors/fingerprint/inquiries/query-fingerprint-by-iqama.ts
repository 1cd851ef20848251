import { inquiry } from '#platform/catalogue/definition.ts'
import { form } from '#platform/forms/field.ts'
import { personNumber } from '#platform/forms/fields/index.ts'
import { publicAnswer } from '../answer.ts'
import { searchWords } from '../words.ts'

export default inquiry('query-fingerprint-by-iqama', {
  sector: 'fingerprint',
  version: 1,
  variantOf: 'query-fingerprint-status',
  title: { ar: 'الاستعلام عن البصمة برقم الإقامة', en: 'Fingerprint status by iqama number' },
  summary: {
    ar: 'هل بصمة المقيم أو الزائر محدثة؟',
    en: 'Are a resident’s or visitor’s fingerprints up to date?',
  },
  words: [...searchWords, 'هوية مقيم', 'رقم الحدود', 'وافد', 'iqama', 'border number'],
  audience: ['anonymous', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
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
  }),
  answer: (context) => publicAnswer(context, async () => context.answers.iqama),
})

import { inquiry } from '#platform/catalogue/definition.ts'
import { form } from '#platform/forms/field.ts'
import { personNumber } from '#platform/forms/fields/index.ts'
import { publicAnswer } from '../answer.ts'
import { searchWords } from '../words.ts'

export default inquiry('query-fingerprint-by-national-id', {
  sector: 'fingerprint',
  version: 1,
  variantOf: 'query-fingerprint-status',
  title: {
    ar: 'الاستعلام عن البصمة برقم الهوية الوطنية',
    en: 'Fingerprint status by national ID',
  },
  summary: { ar: 'هل بصمة المواطن محدثة؟', en: 'Are a citizen’s fingerprints up to date?' },
  words: [...searchWords, 'السجل المدني', 'رقم الهوية'],
  audience: ['anonymous', 'citizen'],
  time: { ar: 'فورًا', en: 'At once' },
  access: 'public',
  guard: 'visual-code',
  form: form({
    nationalId: personNumber({
      label: { ar: 'رقم الهوية الوطنية أو السجل المدني', en: 'National ID or civil register number' },
      hint: { ar: 'يبدأ بالرقم 1.', en: 'It begins with 1.' },
      kinds: ['citizen'],
    }),
  }),
  answer: (context) => publicAnswer(context, async () => context.answers.nationalId),
})

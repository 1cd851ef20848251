import { inquiry } from '#platform/catalogue/definition.ts'
import { form } from '#platform/forms/field.ts'
import { personOrPassport } from '#platform/forms/fields/index.ts'
import { publicAnswer } from '../answer.ts'
import { passportHolder } from '../registry.ts'
import { searchWords } from '../words.ts'

export default inquiry('query-fingerprint-status', {
  sector: 'fingerprint',
  version: 1,
  title: { ar: 'الاستعلام العام عن البصمة', en: 'Fingerprint status' },
  summary: {
    ar: 'هل البصمة محدثة؟ اكتب رقم الهوية أو الإقامة أو الجواز.',
    en: 'Are the fingerprints up to date? Enter an ID, iqama or passport number.',
  },
  words: [...searchWords, 'السجل المدني', 'الرمز المائي', 'عرض'],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  access: 'public',
  guard: 'visual-code',
  form: form({
    number: personOrPassport({
      label: {
        ar: 'رقم الهوية أو السجل المدني أو الإقامة أو الجواز',
        en: 'National ID, civil register, iqama or passport number',
      },
      hint: {
        ar: 'رقم واحد يكفي، كما هو مكتوب في الوثيقة.',
        en: 'One number is enough, as written on the document.',
      },
    }),
  }),
  answer: (context) => {
    const { number } = context.answers
    return publicAnswer(context, async () =>
      number.kind === 'person' ? number.person : passportHolder(context.db, { number: number.passport }),
    )
  },
  own: (context) => publicAnswer(context, async () => context.person),
})

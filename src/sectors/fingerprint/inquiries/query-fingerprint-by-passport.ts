import { inquiry } from '#platform/catalogue/definition.ts'
import { form } from '#platform/forms/field.ts'
import { choice, passportNumber } from '#platform/forms/fields/index.ts'
import { countryCodes, countryName } from '#platform/people/country.ts'
import { publicAnswer } from '../answer.ts'
import { passportHolder } from '../registry.ts'
import { searchWords } from '../words.ts'

export default inquiry('query-fingerprint-by-passport', {
  sector: 'fingerprint',
  version: 1,
  variantOf: 'query-fingerprint-status',
  title: { ar: 'الاستعلام عن البصمة برقم جواز السفر', en: 'Fingerprint status by passport number' },
  summary: {
    ar: 'هل بصمة حامل الجواز محدثة؟',
    en: 'Are the passport holder’s fingerprints up to date?',
  },
  words: [...searchWords, 'جواز', 'passport'],
  audience: ['anonymous', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  access: 'public',
  guard: 'visual-code',
  form: form({
    passport: passportNumber({
      label: { ar: 'رقم جواز السفر', en: 'Passport number' },
    }),
    nationality: choice({
      label: { ar: 'جنسية الجواز', en: 'Nationality of the passport' },
      options: countryCodes.map((value) => ({ value, label: countryName(value) })),
    }),
  }),
  answer: (context) => {
    const { passport: number, nationality } = context.answers
    return publicAnswer(context, () => passportHolder(context.db, { number, nationality }))
  },
})

import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { form } from '#platform/forms/field.ts'
import { date, personNumber } from '#platform/forms/fields/index.ts'
import { findPerson } from '#platform/people/person.ts'
import { yesOrNo } from '../answer.ts'
import { stayOf } from '../registry/stay.ts'
import { visaStatus } from '../registry/visas.ts'

/** Register 57: by border number and birth date, yes or no; the card itself is its holder's, once signed in. */
export default inquiry('visitor-digital-id', {
  sector: 'passports',
  version: 1,
  title: { ar: 'الهوية الرقمية للزائر', en: 'Visitor’s digital ID' },
  summary: {
    ar: 'هل هوية الزائر سارية؟ والزائر نفسه يجد بطاقته هنا بعد الدخول.',
    en: 'Is a visitor’s ID in force? The visitor finds the card here, once signed in.',
  },
  words: ['هوية زائر', 'رقم الحدود', 'بطاقة زائر', 'زيارة', 'visitor card', 'visit visa', 'border number'],
  audience: ['anonymous', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'public',
  guard: 'visual-code',
  form: form(
    {
      border: personNumber({
        label: { ar: 'رقم الحدود', en: 'Border number' },
        hint: {
          ar: 'عشرة أرقام على ختم الدخول، أولها 3.',
          en: 'Ten digits on the entry stamp, the first is 3.',
        },
        kinds: ['visitor'],
      }),
      born: date({ label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, max: 'today' }),
    },
    [{ slug: 'who', title: { ar: 'بيانات الزائر', en: 'The visitor' }, fields: ['border', 'born'] }],
  ),
  answer: ({ db, today, answers }) =>
    yesOrNo(
      async () => {
        const [person, visa] = await Promise.all([findPerson(db, answers.border), stayOf(db, answers.border)])
        const asked = person?.alive && person.born === answers.born
        return Boolean(asked && visa && visaStatus(visa, today) === 'used')
      },
      { yes, no },
    ),
  own: async ({ db, person }) =>
    (await stayOf(db, person))
      ? [
          {
            kind: 'document',
            document: 'visitor-id',
            title: { ar: 'هوية زائر', en: 'Visitor ID' },
            subject: 'self',
          },
        ]
      : [no],
})

const yes: Block = {
  kind: 'status',
  code: 'VALID',
  tone: 'good',
  title: { ar: 'هوية الزائر سارية', en: 'The visitor’s ID is in force' },
  body: {
    ar: 'أنت هذا الزائر؟ أنشئ حسابك برقم الحدود لتحمل بطاقتك على هاتفك.',
    en: 'Is it yours? Create an account with the border number to carry the card on your phone.',
  },
  next: { label: { ar: 'أنشئ حسابًا', en: 'Create an account' }, page: '/register' },
}
const no: Block = {
  kind: 'status',
  code: 'NOT_VALID',
  tone: 'neutral',
  title: { ar: 'لا تظهر هوية زائر سارية بهذه البيانات', en: 'No visitor’s ID in force for these details' },
  body: {
    ar: 'راجع رقم الحدود وتاريخ الميلاد. لا تعرف رقم الحدود؟ استعلم عنه برقم التأشيرة.',
    en: 'Check the border number and the date of birth. You can find the border number by the visa number.',
  },
  next: { label: { ar: 'رقم الحدود', en: 'Find the border number' }, service: 'query-border-number' },
}

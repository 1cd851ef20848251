import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { date, personNumber } from '#platform/forms/fields/index.ts'
import { findPerson } from '#platform/people/person.ts'
import { yesOrNo } from '../answer.ts'
import { residencyOf, residencyStatus } from '../registry/residency.ts'
import { residencyStatuses } from '../words.ts'

/** Register `query-iqama-validity`: a birth date besides the number, and yes or no alone. */
export default inquiry('query-iqama-validity', {
  sector: 'passports',
  version: 1,
  title: { ar: 'الاستعلام عن صلاحية هوية مقيم', en: 'Is a resident ID valid?' },
  summary: {
    ar: 'هل الإقامة سارية؟ اكتب رقمها وتاريخ الميلاد.',
    en: 'Is the residency valid? Enter its number and the date of birth.',
  },
  words: [
    'صحة هوية المقيم',
    'صلاحية الهوية',
    'صلاحية الإقامة',
    'الاستعلام عن الإقامة',
    'هوية مقيم',
    'iqama validity',
    'residence permit',
  ],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'public',
  guard: 'visual-code',
  form: form(
    {
      iqama: personNumber({
        label: { ar: 'رقم الإقامة', en: 'Iqama number' },
        hint: { ar: 'يبدأ بالرقم 2.', en: 'It begins with 2.' },
        kinds: ['resident'],
      }),
      born: date({ label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, max: 'today' }),
    },
    [{ slug: 'who', title: { ar: 'بيانات الهوية', en: 'The ID' }, fields: ['iqama', 'born'] }],
  ),
  answer: ({ db, today, answers }) =>
    yesOrNo(
      async () => {
        const [person, residency] = await Promise.all([
          findPerson(db, answers.iqama),
          residencyOf(db, answers.iqama),
        ])
        const asked = person?.alive && person.born === answers.born
        return Boolean(asked && residency && residencyStatus(residency, today) === 'valid')
      },
      { yes, no },
    ),
  own: async ({ db, today, person }) => {
    const residency = await residencyOf(db, person)
    if (!residency) return [no]
    const status = residencyStatus(residency, today)
    return [
      status === 'valid' ? yes : no,
      {
        kind: 'facts',
        facts: [
          { key: 'status', label: { ar: 'الحالة', en: 'Status' }, value: v.text(residencyStatuses[status]) },
          { key: 'until', label: { ar: 'تنتهي في', en: 'Expires on' }, value: v.day(residency.expiresOn) },
        ],
      },
    ]
  },
})

const yes: Block = {
  kind: 'status',
  code: 'VALID',
  tone: 'good',
  title: { ar: 'الإقامة سارية', en: 'The residency is valid' },
}
const no: Block = {
  kind: 'status',
  code: 'NOT_VALID',
  tone: 'neutral',
  title: { ar: 'لا تظهر إقامة سارية بهذه البيانات', en: 'No valid residency for these details' },
  body: {
    ar: 'راجع الرقم وتاريخ الميلاد كما هما في البطاقة. صاحب الهوية وحده يرى التفاصيل بعد الدخول إلى حسابه.',
    en: 'Check the number and the date of birth as they are on the card. Only the holder sees more, once signed in.',
  },
}

import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { form } from '#platform/forms/field.ts'
import { date, personNumber } from '#platform/forms/fields/index.ts'
import { steady } from '#platform/guard/steady.ts'
import { findPerson } from '#platform/people/person.ts'
import { findPaper, type Paper } from '../registry/papers.ts'

/** Longer than the look-ups take, so that the time of an answer tells nothing. Milliseconds. */
const ANSWER_MS = 150

/** Register query-id-validity: with the birth date as the second thing to know, and no more than valid or not. */
export default inquiry('query-id-validity', {
  sector: 'civil-affairs',
  version: 1,
  title: { ar: 'صلاحية الهوية', en: 'National ID validity' },
  summary: { ar: 'هل الهوية الوطنية سارية؟', en: 'Is a national ID valid?' },
  words: ['صلاحية الهوية الوطنية', 'انتهاء الهوية', 'هوية منتهية', 'ID expiry'],
  audience: ['anonymous', 'citizen'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'public',
  guard: 'visual-code',
  form: form({
    number: personNumber({
      label: { ar: 'رقم الهوية الوطنية', en: 'National ID number' },
      hint: { ar: 'يبدأ بالرقم 1.', en: 'It begins with 1.' },
      kinds: ['citizen'],
    }),
    born: date({ label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, max: 'today' }),
  }),
  answer: ({ db, today, answers }) =>
    steady(ANSWER_MS, async () => {
      const person = await findPerson(db, answers.number)
      const known = person?.alive && person.born === answers.born
      const card = await findPaper(db, answers.number, 'national-id')
      return [status(known ? card : undefined, today)]
    }),
  own: async ({ db, today, person }) => [status(await findPaper(db, person, 'national-id'), today)],
})

function status(card: Paper | undefined, today: string): Block {
  if (card?.state === 'lost')
    return {
      kind: 'status',
      code: 'LOST',
      tone: 'bad',
      title: { ar: 'أُبلغ عن فقدها', en: 'It was reported lost' },
      body: {
        ar: 'لا تقبل هذه البطاقة. الهوية الرقمية لصاحبها باقية.',
        en: 'Do not accept the card. Its holder’s digital ID stays.',
      },
    }
  if (card?.state === 'valid' && (!card.expiresOn || card.expiresOn >= today))
    return {
      kind: 'status',
      code: 'VALID',
      tone: 'good',
      title: { ar: 'الهوية سارية', en: 'The ID is valid' },
    }
  if (card?.state === 'valid')
    return {
      kind: 'status',
      code: 'EXPIRED',
      tone: 'bad',
      title: { ar: 'الهوية منتهية', en: 'The ID has expired' },
    }
  return {
    kind: 'status',
    code: 'NOT_VALID',
    tone: 'neutral',
    title: { ar: 'لا هوية سارية بهذه البيانات', en: 'No valid ID has these details' },
    body: { ar: 'راجع الرقم وتاريخ الميلاد.', en: 'Check the number and the date of birth.' },
  }
}

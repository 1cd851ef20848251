import { ageIn, type Calendar } from '#kernel/hijri.ts'
import type { CodeWord, DocumentView } from './document.ts'

/** "Over 18?", answered by the face and the answer alone: the view, and the word for its key `over18`. */
export const overAge = (
  age: number,
  calendar: Calendar,
): { readonly view: DocumentView; readonly words: Readonly<Record<string, CodeWord>> } => ({
  view: {
    name: `over-${age}`,
    title: { ar: `هل أتمّ ${age} عامًا؟`, en: `Over ${age}?` },
    shows: ['face'],
    answer: ({ birth }, today) =>
      birth && { [`over${age}`]: ageIn(calendar, birth, today) >= age ? 'y' : 'n' },
  },
  words: {
    [`over${age}`]: {
      label:
        calendar === 'hijri'
          ? { ar: `أتمّ ${age} عامًا هجريًا`, en: `Over ${age} (Hijri years)` }
          : { ar: `أتمّ ${age} عامًا`, en: `Over ${age}` },
      values: { y: { ar: 'نعم', en: 'Yes' }, n: { ar: 'لا', en: 'No' } },
    },
  },
})

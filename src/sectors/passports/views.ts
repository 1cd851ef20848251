import { ageIn } from '#kernel/hijri.ts'
import type { Text } from '#kernel/text.ts'
import type { CodeWord, DocumentView } from '#platform/documents/document.ts'

export const yesNo: Readonly<Record<string, Text>> = {
  y: { ar: 'نعم', en: 'Yes' },
  n: { ar: 'لا', en: 'No' },
}

/** "Over 18?" without the birth date: by the Gregorian calendar, which says so later than the Hijri one. */
export const over18: { readonly view: DocumentView; readonly word: CodeWord } = {
  view: {
    name: 'over-18',
    title: { ar: 'هل بلغ الثامنة عشرة؟', en: 'Over 18?' },
    shows: ['face'],
    answer: ({ birth }, today) => birth && { over18: ageIn('gregorian', birth, today) >= 18 ? 'y' : 'n' },
  },
  word: { label: { ar: 'بلغ الثامنة عشرة', en: 'Over 18' }, values: yesNo },
}

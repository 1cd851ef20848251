import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Block } from '#platform/catalogue/block.ts'
import type { Db } from '#platform/database/tables.ts'
import { steady } from '#platform/guard/steady.ts'
import { type FingerprintStatus, fingerprintOf } from './registry.ts'
import { statusTitle } from './words.ts'

/** Longer than the look-ups take, so that the time of an answer tells nothing. Milliseconds. */
const ANSWER_MS = 150

/**
 * What anyone is told about a number: the status and nothing else. A number that nobody has, that of a dead
 * person and that of a child without an ID card get the same answer in the same time (R-FP-06).
 */
export const publicAnswer = (
  context: { readonly db: Db; readonly today: Day },
  find: () => Promise<PersonNumber | undefined>,
): Promise<readonly Block[]> =>
  steady(ANSWER_MS, async () => {
    const person = await find()
    const known = person && (await fingerprintOf(context.db, person, context.today))
    return [statusBlock(known?.status ?? 'NO_ID_CARD')]
  })

export function statusBlock(status: FingerprintStatus): Extract<Block, { kind: 'status' }> {
  const title = statusTitle[status]
  switch (status) {
    case 'UPDATED':
      return {
        kind: 'status',
        code: status,
        tone: 'good',
        title,
        body: {
          ar: 'لا شيء عليك: لا حاجة إلى تسجيل البصمة مرة أخرى.',
          en: 'Nothing to do: there is no need to enrol again.',
        },
      }
    case 'NOT_UPDATED':
      return {
        kind: 'status',
        code: status,
        tone: 'warning',
        title,
        body: {
          ar: 'سجّل البصمة في أحد مكاتب الجوازات. الموعد بلا مقابل، وتحتاج إليه خدمات عدة.',
          en: 'Enrol at a Passports office. The appointment is free, and several services ask for it.',
        },
        next: { label: { ar: 'احجز موعدًا', en: 'Book an appointment' }, service: 'enrol-fingerprint' },
      }
    case 'NO_ID_CARD':
      return {
        kind: 'status',
        code: status,
        tone: 'neutral',
        title,
        body: {
          ar: 'تظهر هذه النتيجة غالبًا للأطفال الذين لم تُستخرج لهم بطاقة هوية، أو حين يكون في الرقم خطأ. راجع الرقم، أو اقرأ شروط بصمة الأطفال.',
          en: 'This mostly means a child without an ID card, or a slip in the number. Check the number, or read the rules for children.',
        },
        next: {
          label: { ar: 'شروط بصمة الأطفال', en: 'Rules for children' },
          service: 'enrol-child-fingerprint',
        },
      }
  }
}

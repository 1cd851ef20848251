import { formatInstant } from '#kernel/format.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Problem } from '#platform/problem.ts'
import './account-tables.ts'

/** Register update-mobile-number: 24 hours in which high-risk acts wait, so that the holder can object. */
const HOLD_MS = 24 * 60 * 60_000

/** Holds high-risk acts of an account back for 24 hours: somebody got in, or is reached, in a new way. */
export async function holdAccount(tx: Tx, person: PersonNumber, at: Date): Promise<void> {
  await tx
    .updateTable('account')
    .set({ held_until: new Date(at.getTime() + HOLD_MS) })
    .where('person_id', '=', person)
    .execute()
}

/** Until when high-risk acts of a person wait; nothing when they may be done now. */
export async function heldUntil(db: Db, person: PersonNumber, at: Date): Promise<Date | undefined> {
  const row = await db
    .selectFrom('account')
    .select('held_until')
    .where('person_id', '=', person)
    .where('held_until', '>', at)
    .executeTakeFirst()
  return row?.held_until ?? undefined
}

/** What a person is told whose act waits. */
export const heldBack = (until: Date): Problem => ({
  status: 409,
  code: 'held-back',
  title: { ar: 'هذا يتأخر 24 ساعة حمايةً لك', en: 'To protect you, this waits 24 hours' },
  detail: {
    ar: `تغيّرت طريقة الدخول أو الوصول إليك قبل قليل. يمكنك ذلك بعد ${formatInstant(until, 'ar')}.`,
    en: `How you get in or are reached has changed. You can do this after ${formatInstant(until, 'en')}.`,
  },
  next: { label: { ar: 'حسابك وأمانه', en: 'Your account' }, page: '/account' },
})

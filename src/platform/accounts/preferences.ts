import type { PersonNumber } from '#kernel/person-number.ts'
import type { Locale } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import type { Holder } from './step-up.ts'
import './account-tables.ts'

/** How a person wishes to be told; what concerns the account's safety is sent whatever they say. */
export interface NoticePreferences {
  /** The language of messages. */
  readonly language: Locale
  /** Text messages about how things go along: progress, parcels, reminders. The inbox has them all the same. */
  readonly routineSms: boolean
}

/** What a person has chosen. @throws when there is no account */
export async function noticePreferences(db: Db, person: PersonNumber): Promise<NoticePreferences> {
  const row = await db
    .selectFrom('account')
    .select(['language', 'routine_sms'])
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  return { language: row.language, routineSms: row.routine_sms }
}

/** Keeps what a person has chosen (register notification-preferences). */
export function chooseNotices(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  by: Holder,
  { language, routineSms }: NoticePreferences,
): Promise<void> {
  return transact(db, async (tx) => {
    await tx
      .updateTable('account')
      .set({ language, routine_sms: routineSms })
      .where('person_id', '=', by.person)
      .execute()
    await record(tx, {
      subject: by.person,
      by,
      action: 'account.choose-notices',
      ground: 'self',
      at: clock.now(),
    })
  })
}

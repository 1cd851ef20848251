import { type PersonNumber, personNumber } from '#kernel/person-number.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { notify } from '#platform/notices/notify.ts'
import type { Platform } from '#platform/platform.ts'
import { lockAccount } from './activation.ts'
import { registrationTexts as texts } from './register-texts.ts'
import './account-tables.ts'

export const reminderTask = 'accounts.remind-to-activate'

/** Days after registering on which somebody who is not active yet hears of it again [assumed; register register-account]. */
const afterDays = [3, 14]
const DAY_MS = 24 * 60 * 60_000

/** Has somebody who has just registered reminded of the activation, as long as it is still to come. */
export async function remindToActivate(tx: Tx, person: PersonNumber, registeredAt: Date): Promise<void> {
  for (const days of afterDays)
    await enqueue(tx, {
      task: reminderTask,
      payload: { person, registeredAt: registeredAt.toISOString(), days },
      key: `${reminderTask}:${person}:${registeredAt.getTime()}:${days}`,
      runAt: new Date(registeredAt.getTime() + days * DAY_MS),
    })
}

/** The job behind `remindToActivate`. */
export async function remind(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  payload: Readonly<Record<string, unknown>>,
): Promise<void> {
  const person = personNumber(String(payload.person))
  await transact(db, async (tx) => {
    const account = await lockAccount(tx, person)
    const row = await tx
      .selectFrom('account')
      .select('registered_at')
      .where('person_id', '=', person)
      .executeTakeFirst()
    // One that was closed and registered anew has reminders of its own.
    if (account?.state !== 'registered' || row?.registered_at.toISOString() !== payload.registeredAt) return
    await notify(tx, {
      to: person,
      key: `activation-reminder-${payload.registeredAt}-${String(payload.days)}`,
      ...texts.reminder,
      link: '/activate',
      sms: true,
      mail: true,
      at: clock.now(),
    })
  })
}

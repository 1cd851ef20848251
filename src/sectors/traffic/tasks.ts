import { addDays, type Day, dayOf } from '#kernel/day.ts'
import { formatDay, formatHijri } from '#kernel/format.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import { notify } from '#platform/notices/notify.ts'
import type { Platform } from '#platform/platform.ts'
import { expiringOn } from './registry/licences.ts'

/** Register `renew-driving-licence`: reminders 180, 30 and 7 days ahead. */
const daysAhead = [180, 30, 7] as const
/** A day on which nothing ran is made up for within this many days. */
const catchUpDays = 3
const batch = 500

export const tasks: Tasks = {
  'traffic.remind-of-expiry': async (platform) => remind(platform),
}

/** Nine in the morning in Riyadh, when a message disturbs nobody. */
export const recurring: readonly Recurring[] = [{ task: 'traffic.remind-of-expiry', cron: '0 6 * * *' }]

/** The notice's key makes it one message a licence, expiry and reminder, however often this runs. */
async function remind(platform: Pick<Platform, 'db' | 'clock'>): Promise<void> {
  const today = dayOf(platform.clock.now())
  for (const days of daysAhead)
    for (let late = 0; late < catchUpDays; late += 1)
      await remindOf(platform, addDays(today, days - late), days)
}

async function remindOf(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  expiry: Day,
  days: number,
): Promise<void> {
  let after: { readonly person_id: PersonNumber; readonly id: string } | undefined
  do {
    const licences = await expiringOn(db, expiry, { limit: batch, ...(after ? { after } : {}) })
    await transact(db, async (tx) => {
      for (const licence of licences)
        await notify(tx, {
          to: licence.person_id,
          key: `licence-expiry:${licence.id}:${expiry}:${days}`,
          title: { ar: 'رخصة قيادتك تنتهي قريبًا', en: 'Your driving licence expires soon' },
          body: {
            ar: `تنتهي رخصة قيادتك في ${formatDay(expiry, 'ar')} (${formatHijri(expiry, 'ar')}). يمكنك تجديدها الآن.`,
            en: `Your driving licence expires on ${formatDay(expiry, 'en')} (${formatHijri(expiry, 'en')}). You can renew it now.`,
          },
          link: `/services/renew-driving-licence?subject=${licence.id}`,
          sms: true,
          at: clock.now(),
        })
    })
    after = licences.length === batch ? licences.at(-1) : undefined
  } while (after)
}

import { formatDay, formatHijri } from '#kernel/format.ts'
import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import { notify } from '#platform/notices/notify.ts'
import { remindAhead } from '#platform/notices/remind-ahead.ts'
import { expiringOn } from './registry/licences.ts'

/** Register `renew-driving-licence`: reminders 180, 30 and 7 days ahead. */
const daysAhead = [180, 30, 7] as const

export const tasks: Tasks = {
  'traffic.remind-of-expiry': (platform) =>
    remindAhead(platform, {
      daysAhead,
      expiringOn,
      placeOf: ({ person_id, id }) => ({ person_id, id }),
      tell: (tx, { person_id, id }, { expiry, days, at }) =>
        notify(tx, {
          to: person_id,
          key: `licence-expiry:${id}:${expiry}:${days}`,
          title: { ar: 'رخصة قيادتك تنتهي قريبًا', en: 'Your driving licence expires soon' },
          body: {
            ar: `تنتهي رخصة قيادتك في ${formatDay(expiry, 'ar')} (${formatHijri(expiry, 'ar')}). يمكنك تجديدها الآن.`,
            en: `Your driving licence expires on ${formatDay(expiry, 'en')} (${formatHijri(expiry, 'en')}). You can renew it now.`,
          },
          link: `/services/renew-driving-licence?subject=${id}`,
          sms: true,
          at,
        }),
    }),
}

/** Nine in the morning in Riyadh, when a message disturbs nobody. */
export const recurring: readonly Recurring[] = [{ task: 'traffic.remind-of-expiry', cron: '0 6 * * *' }]

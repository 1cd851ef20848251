import { formatDay } from '#kernel/format.ts'
import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import { notify } from '#platform/notices/notify.ts'
import { remindAhead } from '#platform/notices/remind-ahead.ts'
import { findEstablishment } from '#platform/people/establishment.ts'
import { packageReminders } from './packages.ts'
import { packagesExpiringOn } from './registry/packages.ts'

export const tasks: Tasks = {
  'business.remind-of-package': (platform) =>
    remindAhead(platform, {
      daysAhead: packageReminders,
      expiringOn: packagesExpiringOn,
      placeOf: ({ establishment }) => establishment,
      tell: async (tx, { establishment }, { expiry, days, at }) => {
        const firm = await findEstablishment(tx, establishment)
        if (!firm) return
        await notify(tx, {
          to: firm.owner,
          key: `business-package:${establishment}:${expiry}:${days}`,
          title: { ar: 'باقة أعمال تنتهي قريبًا', en: 'A business package runs out soon' },
          body: {
            ar: `تنتهي باقة منشأتك ${firm.name.ar} في ${formatDay(expiry, 'ar')}. جددها من مساحة عملها.`,
            en: `The package of your establishment ${firm.name.en} runs out on ${formatDay(expiry, 'en')}. Renew it in its workspace.`,
          },
          link: '/business',
          sms: true,
          at,
        })
      },
    }),
}

/** Half past nine in the morning in Riyadh. */
export const recurring: readonly Recurring[] = [{ task: 'business.remind-of-package', cron: '30 6 * * *' }]

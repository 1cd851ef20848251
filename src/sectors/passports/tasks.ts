import type { Day } from '#kernel/day.ts'
import { formatDay, formatHijri } from '#kernel/format.ts'
import { type PersonNumber, parsePersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { Recurring, Tasks } from '#platform/jobs/job.ts'
import { notify } from '#platform/notices/notify.ts'
import { remindAhead } from '#platform/notices/remind-ahead.ts'
import { findPerson } from '#platform/people/person.ts'
import { type Residency, residenciesExpiringOn } from './registry/residency.ts'
import { reminderDays } from './reminders.ts'

export const tasks: Tasks = {
  'passports.remind-of-expiry': (platform) =>
    remindAhead(platform, {
      daysAhead: reminderDays,
      expiringOn: residenciesExpiringOn,
      placeOf: ({ holder }) => holder,
      tell: remindPeople,
    }),
}

/** A quarter past nine in the morning in Riyadh, when a message disturbs nobody. */
export const recurring: readonly Recurring[] = [{ task: 'passports.remind-of-expiry', cron: '15 6 * * *' }]

/** The holder, and whose duty it is to renew it: the head of the family or household. */
async function remindPeople(
  tx: Tx,
  permit: Residency,
  { days, at }: { readonly days: number; readonly at: Date },
): Promise<void> {
  const holder = await findPerson(tx, permit.holder)
  if (!holder?.alive) return
  const { ar, en } = dayIn(permit.expiresOn)
  const tell = (to: PersonNumber, body: Text, link: string) =>
    notify(tx, {
      to,
      key: `residency-expiry:${permit.holder}:${permit.expiresOn}:${days}`,
      title: { ar: 'إقامة تنتهي قريبًا', en: 'A residency runs out soon' },
      body,
      link,
      sms: true,
      at,
    })
  await tell(
    holder.id,
    {
      ar: `تنتهي إقامتك في ${ar}. يجددها صاحب العمل أو رب الأسرة.`,
      en: `Your residency runs out on ${en}. Your employer or the head of your family renews it.`,
    },
    '/services/view-digital-resident-id',
  )
  const sponsor = permit.sponsor && parsePersonNumber(permit.sponsor)
  if (!sponsor?.ok) return
  await tell(
    sponsor.value,
    {
      ar: `تنتهي إقامة ${holder.shortName.ar} في ${ar}، وتجديدها عليك.`,
      en: `The residency of ${holder.shortName.en} runs out on ${en}; it is for you to renew it.`,
    },
    '/services/query-resident-report',
  )
}

const dayIn = (day: Day): Text => ({
  ar: `${formatDay(day, 'ar')} (${formatHijri(day, 'ar')})`,
  en: `${formatDay(day, 'en')} (${formatHijri(day, 'en')})`,
})

import { z } from 'zod'
import { formatDay } from '#kernel/format.ts'
import { personNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import type { Tasks } from '#platform/jobs/job.ts'
import { notify } from '#platform/notices/notify.ts'
import { findAppointment } from './appointment.ts'
import { missAppointment } from './booking.ts'

const key = z.object({ person: z.string().transform(personNumber), id: z.uuid() })

/** What an appointment does by itself. Moved or cancelled in between, it does nothing. */
export const tasks: Tasks = {
  'appointments.remind': async (platform, payload) => {
    const { person, id } = key.parse(payload)
    await transact(platform.db, async (tx) => {
      const it = await findAppointment(tx, person, id)
      const at = platform.clock.now()
      if (it?.state !== 'booked' || it.startsAt <= at) return
      await notify(tx, {
        to: person,
        key: `appointment-reminder:${id}:${it.startsAt.toISOString()}`,
        title: { ar: 'تذكير بموعدك', en: 'Your appointment' },
        body: {
          ar: `موعدك ${formatDay(it.day, 'ar')} الساعة ${it.time} في ${it.officeName.ar}. أحضر هويتك.`,
          en: `You have an appointment on ${formatDay(it.day, 'en')} at ${it.time}, ${it.officeName.en}. Bring your ID.`,
        },
        link: '/appointments',
        sms: true,
        routine: true,
        at,
      })
    })
  },

  'appointments.missed': async (platform, payload) => {
    const { person, id } = key.parse(payload)
    await transact(platform.db, async (tx) => {
      const it = await findAppointment(tx, person, id)
      const at = platform.clock.now()
      if (it?.state !== 'booked' || it.startsAt > at) return
      if (!(await missAppointment(tx, { person, id, at }))) return
      await notify(tx, {
        to: person,
        key: `appointment-missed:${id}`,
        title: { ar: 'فاتك موعدك', en: 'You missed your appointment' },
        body: {
          ar: `لم يُسجَّل حضورك في ${it.officeName.ar}. طلبك قائم، ويمكنك حجز موعد آخر.`,
          en: `We did not see you at ${it.officeName.en}. Your request is still open, and you can book another time.`,
        },
        link: '/appointments',
        sms: true,
        at,
      })
    })
  },
}

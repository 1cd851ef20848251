import { z } from 'zod'
import type { Appointment } from '#platform/appointments/appointment.ts'
import { day, instant, text } from './value.ts'

export const section = z.enum(['all', 'men', 'women'])

export const appointment = z
  .object({
    id: z.string(),
    office: z.object({ id: z.string(), name: text, address: text }),
    purpose: z.string(),
    section,
    day,
    time: z.string().meta({ description: 'HH:MM in Riyadh.' }),
    startsAt: instant,
    state: z.enum(['booked', 'kept', 'missed', 'cancelled']),
  })
  .meta({ id: 'Appointment' })

export const presentAppointment = (it: Appointment): z.output<typeof appointment> => ({
  id: it.id,
  office: { id: it.office, name: it.officeName, address: it.address },
  purpose: it.purpose,
  section: it.section,
  day: it.day,
  time: it.time,
  startsAt: it.startsAt.toISOString(),
  state: it.state,
})

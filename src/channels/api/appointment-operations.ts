import { z } from 'zod'
import { err, ok } from '#kernel/result.ts'
import { appointmentsOf } from '#platform/appointments/appointment.ts'
import { findOffices } from '#platform/appointments/office.ts'
import { openSlots } from '#platform/appointments/open-slots.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { activated } from '#platform/requests/act.ts'
import { bookAppointment } from '#platform/requests/appointment.ts'
import { firstDay } from '#platform/requests/first-day.ts'
import { viewRequest } from '#platform/requests/read.ts'
import { appointment, presentAppointment, section } from './appointment-view.ts'
import { input, referenceInPath } from './input.ts'
import { type Operation, operation } from './operation.ts'
import { tags } from './tags.ts'
import { act, action, day, text } from './value.ts'

const slot = z
  .object({
    office: z.object({ id: z.string(), name: text, city: text }),
    section,
    day,
    time: z.string(),
    left: z.int().meta({ description: 'Places left.' }),
  })
  .meta({ id: 'Slot' })

const params = z.object({ reference: referenceInPath })
const id = z.string().min(1).max(80)

/** Finding a time, and taking it. */
export function appointmentOperations(platform: Platform): Operation[] {
  return [
    operation({
      id: 'list-appointments',
      method: 'GET',
      path: '/appointments',
      tag: tags.appointments,
      title: { ar: 'مواعيدي', en: 'List my appointments' },
      summary: { ar: 'القادم أولًا.', en: 'The next one first.' },
      access: 'activated',
      answer: {
        status: 200,
        description: { ar: 'المواعيد', en: 'The appointments' },
        schema: z.object({ appointments: z.array(appointment) }),
      },
      run: async ({ principal }) => {
        const person = activated(principal)
        if (!person.ok) return person
        const all = await appointmentsOf(platform.db, person.value)
        return ok({ body: { appointments: all.map(presentAppointment) } })
      },
    }),
    operation({
      id: 'list-slots',
      method: 'GET',
      path: '/requests/{reference}/slots',
      tag: tags.appointments,
      title: { ar: 'الأوقات المتاحة', en: 'List free times' },
      summary: {
        ar: 'للموعد الذي ينتظره الطلب، الأقرب أولًا.',
        en: 'For the appointment that the request waits for, the soonest first.',
      },
      access: 'activated',
      params,
      query: z.object({
        from: input.day
          .optional()
          .meta({ format: 'date', description: 'The first day that is possible when absent.' }),
        days: z.coerce.number().int().min(1).max(60).default(14),
        office: id.optional(),
        section: section.optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
      answer: {
        status: 200,
        description: { ar: 'الأوقات', en: 'The times' },
        schema: z.object({ slots: z.array(slot), actions: z.array(action) }),
      },
      run: async ({ principal, params: { reference }, query }) => {
        const view = await viewRequest(platform, principal, reference)
        if (!view.ok) return view
        const { row, service } = view.value
        const step = service.steps.find((one) => one.id === row.state.step)
        if (row.status !== 'in-progress' || step?.kind !== 'appointment') return err(noneNeeded)
        const first = await firstDay(platform, { service, row, step })
        const free = await openSlots(platform.db, platform.clock, {
          purpose: step.purpose,
          from: query.from && query.from > first ? query.from : first,
          days: query.days,
          ...(query.office ? { office: query.office } : {}),
          ...(query.section ? { section: query.section } : {}),
        })
        const offices = new Map(
          (await findOffices(platform.db, { purpose: step.purpose })).map((one) => [one.id, one]),
        )
        return ok({
          body: {
            slots: free.slice(0, query.limit).flatMap(({ office, ...rest }) => {
              const at = offices.get(office)
              return at ? [{ office: { id: at.id, name: at.name, city: at.cityName }, ...rest }] : []
            }),
            actions: [act('book-appointment', 'PUT', `/requests/${reference}/appointment`)],
          },
        })
      },
    }),
    operation({
      id: 'book-appointment',
      method: 'PUT',
      path: '/requests/{reference}/appointment',
      tag: tags.appointments,
      title: { ar: 'حجز موعد', en: 'Book an appointment' },
      summary: {
        ar: 'يحجز الموعد أو ينقله إلى وقت آخر. الرغبة نفسها مرتين حجز واحد.',
        en: 'Books the appointment, or moves it to another time. The same wish twice is one booking.',
      },
      access: 'activated',
      params,
      body: z.strictObject({ office: id, section, day: input.day, time: z.string().regex(/^\d{2}:\d{2}$/) }),
      answer: { status: 200, description: { ar: 'الموعد', en: 'The appointment' }, schema: appointment },
      run: async ({ principal, params: { reference }, body }) => {
        const booked = await bookAppointment(platform, principal, { reference, ...body })
        return booked.ok ? ok({ body: presentAppointment(booked.value) }) : booked
      },
    }),
  ]
}

const noneNeeded = problems.tooLate(
  'no-appointment-needed',
  'لا ينتظر هذا الطلب موعدًا الآن.',
  'This request does not wait for an appointment now.',
)

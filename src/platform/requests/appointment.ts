import type { Day } from '#kernel/day.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { type Appointment, findAppointment } from '#platform/appointments/appointment.ts'
import { book, rebook } from '#platform/appointments/booking.ts'
import type { Section } from '#platform/appointments/tables.ts'
import { actAs } from '#platform/authority/act-as.ts'
import { noteActing } from '#platform/authority/delegation-log.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { actOnRequest } from './act.ts'
import { byOf, type Case, type Engine, openCase, saveCase, stepOf } from './case.ts'
import { dayAllowed } from './first-day.ts'
import { tellBooked } from './tell.ts'

export interface BookingWish {
  readonly reference: string
  readonly office: string
  readonly section: Section
  readonly day: Day
  readonly time: string
}

/** Books the appointment that a request waits for, or moves it to another time. The same wish twice is one. */
export async function bookAppointment(
  engine: Engine,
  principal: Principal,
  wish: BookingWish,
): Promise<Result<Appointment, Problem>> {
  const found = await actOnRequest(engine, principal, wish.reference)
  if (!found.ok) return found
  const { person_id: person, id } = found.value
  return actAs(engine, principal, async (tx) => {
    const it = await openCase(engine, tx, { person, id }, byOf(principal, 'applicant'))
    if (!it) return err(problems.notFound)
    const step = stepOf(it.service, it.state().step)
    if (it.state().status !== 'in-progress' || step?.kind !== 'appointment') return err(noneNeeded)
    const allowed = await dayAllowed({ db: it.tx, clock: it.engine.clock }, { ...it, step }, wish.day)
    if (!allowed.ok) return err(problems.answersWrong({ slot: allowed.error }))
    const placed = await place(it, step, wish)
    if (!placed.ok) return err(problems.answersWrong({ slot: placed.error }))
    const appointment = placed.value
    const before = it.state().appointment
    const at = appointment.startsAt.toISOString()
    if (before?.id !== appointment.id || before.at !== at || before.office.ar !== appointment.officeName.ar) {
      const booked = { id: appointment.id, office: appointment.officeName, at }
      it.add({ type: 'booked', step: step.id, appointment: booked })
      await tellBooked(it, booked)
      const act = { action: 'request.book', about: it.row.reference, tell: it.service.title, at: it.at }
      await noteActing(tx, principal, act)
    }
    await saveCase(it)
    return ok(appointment)
  })
}

async function place(
  it: Case,
  step: { readonly id: string; readonly purpose: string; readonly unit: string },
  wish: BookingWish,
) {
  const slot = { day: wish.day, time: wish.time }
  const held = it.state().appointment
  const current = held && (await findAppointment(it.tx, it.applicant, held.id))
  const where = { person: it.applicant, office: wish.office, section: wish.section, slot, at: it.at }
  if (current?.state === 'booked') return rebook(it.tx, { ...where, id: current.id })
  return book(it.tx, {
    ...where,
    subject: it.row.subject_person,
    purpose: step.purpose,
    unit: step.unit,
    about: { person: it.row.person_id, request: it.row.id, step: step.id },
  })
}

const noneNeeded: Problem = problems.tooLate(
  'no-appointment-needed',
  'لا ينتظر هذا الطلب موعدًا الآن.',
  'This request does not wait for an appointment now.',
)

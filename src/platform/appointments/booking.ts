import { isDeepStrictEqual } from 'node:util'
import type { Selectable } from 'kysely'
import { addDays, startOfDay } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { type About, type Appointment, findAppointment } from './appointment.ts'
import { findOffice } from './office.ts'
import { isOffered, type SlotTime, startsAt } from './schedule.ts'
import { giveUp, type Place, take } from './slot.ts'
import type { BookingState, BookingTable, Section } from './tables.ts'

export interface Wish {
  /** Who books, and whose request it is about. */
  readonly person: PersonNumber
  /** Who comes. */
  readonly subject: PersonNumber
  readonly office: string
  readonly purpose: string
  /** The unit whose officers see it in their list of the day. */
  readonly unit: string
  readonly section: Section
  readonly slot: SlotTime
  readonly about: About
  readonly at: Date
}

/**
 * Books a place in a slot, never one too many: the place is taken in one conditional update. The same
 * wish again gives the appointment that is there; a text says why there is none.
 */
export async function book(tx: Tx, wish: Wish): Promise<Result<Appointment, Text>> {
  const office = await findOffice(tx, wish.office)
  const place = { office: wish.office, purpose: wish.purpose, section: wish.section, ...wish.slot }
  if (!office || !isOffered(office, place, wish.at)) return err(refusals.notOffered)
  const earlier = await bookedFor(tx, wish)
  if (earlier) return isAt(earlier, wish) ? ok(earlier) : err(refusals.alreadyBooked)
  if (!(await take(tx, place, office.capacity))) return err(refusals.full)
  const booked = await tx
    .insertInto('booking')
    .values({
      person_id: wish.person,
      id: newId(wish.at),
      subject_id: wish.subject,
      office_id: wish.office,
      purpose: wish.purpose,
      unit: wish.unit,
      section: wish.section,
      ...wish.slot,
      starts_at: startsAt(wish.slot),
      state: 'booked',
      about_person: wish.about.person,
      about_request: wish.about.request,
      about_step: wish.about.step,
      booked_at: wish.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!booked) {
    await giveUp(tx, place)
    // A double click comes here: the first one was quicker.
    const first = await bookedFor(tx, wish)
    return first && isAt(first, wish) ? ok(first) : err(refusals.sameTime)
  }
  await enterInDayList(tx, booked)
  await enqueueReminders(tx, { ...wish, id: booked.id })
  return ok(await existing(tx, booked.person_id, booked.id))
}

/** Moves an appointment to another slot; when that one is not free, the old one stays. */
export async function rebook(
  tx: Tx,
  it: { person: PersonNumber; id: string; office: string; section: Section; slot: SlotTime; at: Date },
): Promise<Result<Appointment, Text>> {
  const old = await lockBooking(tx, it)
  if (old?.state !== 'booked') return err(refusals.notBooked)
  const office = await findOffice(tx, it.office)
  const place = { office: it.office, purpose: old.purpose, section: it.section, ...it.slot }
  if (!office || !isOffered(office, place, it.at)) return err(refusals.notOffered)
  const before = placeOf(old)
  if (!isDeepStrictEqual(place, before)) {
    if (await isBusy(tx, { ...old, starts_at: startsAt(it.slot) })) return err(refusals.sameTime)
    if (!(await take(tx, place, office.capacity))) return err(refusals.full)
    await giveUp(tx, before)
    const moved = await tx
      .updateTable('booking')
      .set({ office_id: it.office, section: it.section, ...it.slot, starts_at: startsAt(it.slot) })
      .where('person_id', '=', it.person)
      .where('id', '=', it.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await tx
      .deleteFrom('office_day')
      .where('office_id', '=', old.office_id)
      .where('day', '=', old.day)
      .where('booking_id', '=', it.id)
      .execute()
    await enterInDayList(tx, moved)
    await enqueueReminders(tx, { ...it, at: it.at })
  }
  return ok(await existing(tx, it.person, it.id))
}

/** Gives a place back; an appointment that is over stays as it is. Twice is once. */
export async function cancelBooking(
  tx: Tx,
  it: { readonly person: PersonNumber; readonly id: string; readonly at: Date },
): Promise<void> {
  const closed = await close(tx, it, 'cancelled')
  if (closed) await giveUp(tx, placeOf(closed))
}

/** The person came. */
export const keepAppointment = async (
  tx: Tx,
  it: { readonly person: PersonNumber; readonly id: string; readonly at: Date },
): Promise<boolean> => (await close(tx, it, 'kept')) !== undefined

/** The day went by and nobody came. */
export const missAppointment = async (
  tx: Tx,
  it: { readonly person: PersonNumber; readonly id: string; readonly at: Date },
): Promise<boolean> => (await close(tx, it, 'missed')) !== undefined

async function close(
  tx: Tx,
  it: { readonly person: PersonNumber; readonly id: string; readonly at: Date },
  state: BookingState,
) {
  const closed = await tx
    .updateTable('booking')
    .set({ state, closed_at: it.at })
    .where('person_id', '=', it.person)
    .where('id', '=', it.id)
    .where('state', '=', 'booked')
    .returningAll()
    .executeTakeFirst()
  if (closed)
    await tx
      .updateTable('office_day')
      .set({ state })
      .where('office_id', '=', closed.office_id)
      .where('day', '=', closed.day)
      .where('booking_id', '=', it.id)
      .execute()
  return closed
}

const lockBooking = (tx: Tx, it: { readonly person: PersonNumber; readonly id: string }) =>
  tx
    .selectFrom('booking')
    .selectAll()
    .where('person_id', '=', it.person)
    .where('id', '=', it.id)
    .forUpdate()
    .executeTakeFirst()

type Row = Selectable<BookingTable>

const placeOf = (row: Row): Place => ({
  office: row.office_id,
  purpose: row.purpose,
  section: row.section,
  day: row.day,
  time: row.time,
})

const isAt = (it: Appointment, wish: Wish): boolean =>
  it.office === wish.office &&
  it.section === wish.section &&
  it.day === wish.slot.day &&
  it.time === wish.slot.time

/** Whether the person who comes has another appointment then. */
const isBusy = async (tx: Tx, it: Row): Promise<boolean> =>
  (await tx
    .selectFrom('booking')
    .select('id')
    .where('person_id', '=', it.person_id)
    .where('subject_id', '=', it.subject_id)
    .where('starts_at', '=', it.starts_at)
    .where('state', '=', 'booked')
    .where('id', '<>', it.id)
    .executeTakeFirst()) !== undefined

async function existing(tx: Tx, person: PersonNumber, id: string): Promise<Appointment> {
  const found = await findAppointment(tx, person, id)
  if (!found) throw new Error('an appointment was written and not found')
  return found
}

const enterInDayList = (tx: Tx, it: Row) =>
  tx
    .insertInto('office_day')
    .values({
      office_id: it.office_id,
      day: it.day,
      booking_id: it.id,
      unit: it.unit,
      time: it.time,
      purpose: it.purpose,
      section: it.section,
      state: it.state,
      person_id: it.person_id,
      subject_id: it.subject_id,
      about_person: it.about_person,
      about_request: it.about_request,
      about_step: it.about_step,
    })
    .execute()

async function bookedFor(tx: Tx, { person, about }: Wish): Promise<Appointment | undefined> {
  const row = await tx
    .selectFrom('booking')
    .select('id')
    .where('person_id', '=', person)
    .where('about_person', '=', about.person)
    .where('about_request', '=', about.request)
    .where('about_step', '=', about.step)
    .where('state', '=', 'booked')
    .executeTakeFirst()
  return row && findAppointment(tx, person, row.id)
}

/** A reminder a day before, when that is still to come; and after the day, a look whether they came. */
async function enqueueReminders(
  tx: Tx,
  it: { person: PersonNumber; id: string; slot: SlotTime; at: Date },
): Promise<void> {
  const payload = { person: it.person, id: it.id }
  const dayBefore = new Date(startsAt(it.slot).getTime() - 86_400_000)
  if (dayBefore > it.at)
    await enqueue(tx, {
      task: 'appointments.remind',
      payload,
      key: `appointments.remind:${it.id}`,
      runAt: dayBefore,
    })
  const after = startOfDay(addDays(it.slot.day, 1))
  await enqueue(tx, {
    task: 'appointments.missed',
    payload,
    key: `appointments.missed:${it.id}`,
    runAt: after,
  })
}

const refusals = {
  notOffered: {
    ar: 'هذا الموعد غير متاح في هذا المكتب. اختر موعدًا من القائمة.',
    en: 'This office does not offer that time. Choose one from the list.',
  },
  full: {
    ar: 'سبقك غيرك إلى آخر مكان في هذا الموعد. اختر موعدًا آخر.',
    en: 'Somebody took the last place at that time. Choose another time.',
  },
  alreadyBooked: {
    ar: 'لديك موعد لهذا الطلب. غيّره إن كان الوقت لا يناسبك.',
    en: 'You already have an appointment for this request. Change it if the time does not suit you.',
  },
  sameTime: {
    ar: 'لديك موعد آخر في هذا الوقت. اختر وقتًا غيره.',
    en: 'You have another appointment at that time. Choose a different time.',
  },
  notBooked: {
    ar: 'انتهى هذا الموعد أو أُلغي، فلا يمكن تغييره. احجز موعدًا جديدًا.',
    en: 'This appointment is over or cancelled and cannot be changed. Book a new one.',
  },
} as const satisfies Record<string, Text>

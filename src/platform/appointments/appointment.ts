import type { Selectable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import type { BookingState, BookingTable, Section } from './tables.ts'

/** The step of a request that an appointment is for. */
export interface About {
  readonly person: HolderNumber
  readonly request: string
  readonly step: string
}

export interface Appointment {
  readonly id: string
  /** Who booked it. */
  readonly person: PersonNumber
  /** Who comes. */
  readonly subject: PersonNumber
  readonly office: string
  readonly officeName: Text
  readonly address: Text
  readonly purpose: string
  readonly unit: string
  readonly section: Section
  readonly day: Day
  readonly time: string
  readonly startsAt: Date
  readonly state: BookingState
  readonly about: About
}

/** The appointments that a person booked, the next one first among those to come, then the latest. */
export async function appointmentsOf(
  db: Db,
  person: PersonNumber,
  only: { readonly state?: BookingState; readonly request?: string } = {},
): Promise<Appointment[]> {
  let query = withOffice(db, person)
  if (only.state) query = query.where('booking.state', '=', only.state)
  if (only.request) query = query.where('about_request', '=', only.request)
  const all = (await query.orderBy('starts_at').orderBy('booking.id').execute()).map(asAppointment)
  const open = all.filter((one) => one.state === 'booked')
  return [...open, ...all.filter((one) => one.state !== 'booked').reverse()]
}

export async function findAppointment(
  db: Db,
  person: PersonNumber,
  id: string,
): Promise<Appointment | undefined> {
  const row = await withOffice(db, person).where('booking.id', '=', id).executeTakeFirst()
  return row && asAppointment(row)
}

const withOffice = (db: Db, person: PersonNumber) =>
  db
    .selectFrom('booking')
    .innerJoin('office', 'office.id', 'booking.office_id')
    .selectAll('booking')
    .select(['office.name as office_name', 'office.address as office_address'])
    .where('booking.person_id', '=', person)

const asAppointment = (
  row: Selectable<BookingTable> & { office_name: Text; office_address: Text },
): Appointment => ({
  id: row.id,
  person: row.person_id,
  subject: row.subject_id,
  office: row.office_id,
  officeName: row.office_name,
  address: row.office_address,
  purpose: row.purpose,
  unit: row.unit,
  section: row.section,
  day: row.day,
  time: row.time,
  startsAt: row.starts_at,
  state: row.state,
  about: { person: row.about_person, request: row.about_request, step: row.about_step },
})

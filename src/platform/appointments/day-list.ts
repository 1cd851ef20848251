import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/database/tables.ts'

/** Who comes on a day, in the order of their times: to an office, to a unit, or to a unit in an office. */
export async function dayList(
  db: Db,
  of: { readonly day: Day } & (
    | { readonly office: string; readonly unit?: string }
    | { readonly unit: string }
  ),
) {
  let query = db
    .selectFrom('office_day')
    .selectAll()
    .where('day', '=', of.day)
    .where('state', '<>', 'cancelled')
  if ('office' in of) query = query.where('office_id', '=', of.office)
  if (of.unit) query = query.where('unit', '=', of.unit)
  return query.orderBy('time').orderBy('booking_id').execute()
}

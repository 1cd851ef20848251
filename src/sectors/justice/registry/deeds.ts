import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { lastDayAsMinor } from '#platform/people/adulthood.ts'
import { type Custody, custodiesOf, endCustody, enterCustody } from '#platform/people/custody.ts'
import { findPersons } from '#platform/people/person.ts'
import type {} from './tables.ts'

/** A custody deed: what the court ordered, and where it comes from. */
export interface Deed extends Custody {
  readonly court: Text
  readonly issuedOn: Day
  readonly endReason: string | undefined
  /** Its own last day, or the child’s last day as a minor when that comes first. */
  readonly lastDay: Day
}

/** A deed as the court sends it. */
export type EnteredDeed = Omit<Deed, 'linked' | 'ended' | 'endReason' | 'lastDay'>

/** Where a deed stands on a day. */
export type DeedState = 'to-link' | 'holds' | 'to-come' | 'over' | 'ended'

export function deedState(it: Deed, today: Day): DeedState {
  if (it.ended) return 'ended'
  if (it.lastDay < today) return 'over'
  if (!it.linked) return 'to-link'
  return it.from > today ? 'to-come' : 'holds'
}

/** The deeds about some children, the latest first. */
export async function deedsAbout(db: Db, children: readonly PersonNumber[]): Promise<readonly Deed[]> {
  if (children.length === 0) return []
  const [orders, persons, rows] = await Promise.all([
    custodiesOf(db, children),
    findPersons(db, children),
    db.selectFrom('custody_deed').selectAll().where('person_id', 'in', children).execute(),
  ])
  return orders.flatMap((order) => {
    const row = rows.find((one) => one.person_id === order.child && one.number === order.number)
    const child = persons.get(order.child)
    if (!row || !child) return []
    const childhood = lastDayAsMinor(child.born)
    return [
      {
        ...order,
        court: { ar: row.court_ar, en: row.court_en },
        issuedOn: row.issued_on,
        endReason: row.end_reason ?? undefined,
        lastDay: order.until !== undefined && order.until < childhood ? order.until : childhood,
      },
    ]
  })
}

/** The deed of this number about a child. */
export const deedAbout = async (db: Db, child: PersonNumber, number: string): Promise<Deed | undefined> =>
  (await deedsAbout(db, [child])).find((one) => one.number === number)

/** The child that a deed is about; nothing for a number that no court has given. */
export async function childOfDeed(db: Db, number: string): Promise<PersonNumber | undefined> {
  const row = await db
    .selectFrom('custody_deed_number')
    .select('person_id')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.person_id
}

/** Enters a deed; answers `false`, and writes nothing, when its number is taken. */
export async function enterDeed(
  tx: Tx,
  it: EnteredDeed & { readonly source: string; readonly at: Date },
): Promise<boolean> {
  const claimed = await tx
    .insertInto('custody_deed_number')
    .values({ number: it.number, person_id: it.child })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows !== 1n) return false
  await tx
    .insertInto('custody_deed')
    .values({
      person_id: it.child,
      number: it.number,
      court_ar: it.court.ar,
      court_en: it.court.en,
      issued_on: it.issuedOn,
      source: it.source,
      entered_at: it.at,
      end_reason: null,
    })
    .execute()
  await enterCustody(tx, it)
  return true
}

/** Ends a deed at once; answers `false` when it had ended already. */
export async function endDeed(
  tx: Tx,
  it: {
    readonly child: PersonNumber
    readonly number: string
    readonly reason: string
    readonly at: Date
  },
): Promise<boolean> {
  if (!(await endCustody(tx, it))) return false
  await tx
    .updateTable('custody_deed')
    .set({ end_reason: it.reason })
    .where('person_id', '=', it.child)
    .where('number', '=', it.number)
    .execute()
  return true
}

import type { Selectable } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { CourtMatter } from './matter.ts'
import type { CustodyTable } from './tables.ts'

/** A court's order about a child, as the base register keeps it. */
export interface Custody {
  readonly child: PersonNumber
  /** The deed's own number. */
  readonly number: string
  /** The parent with whom the child lives. */
  readonly holder: PersonNumber
  readonly grants: readonly CourtMatter[]
  /** What the other parent may not do while it holds. */
  readonly withdraws: readonly CourtMatter[]
  readonly forbidsTravel: boolean
  readonly from: Day
  /** Its last day; absent: until the child is of age. */
  readonly until: Day | undefined
  readonly linked: boolean
  readonly ended: boolean
}

/** The orders about some children, the latest first. */
export async function custodiesOf(db: Db, children: readonly PersonNumber[]): Promise<readonly Custody[]> {
  if (children.length === 0) return []
  const rows = await db
    .selectFrom('custody')
    .selectAll()
    .where('person_id', 'in', children)
    .orderBy('starts_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(custodyOf)
}

/** Whether it holds on a day, apart from whether it was linked. */
export const inForce = (it: Custody, today: Day): boolean =>
  !it.ended && it.from <= today && (it.until === undefined || it.until >= today)

/** Enters an order that nobody has linked yet; throws when the child has one of this number. */
export async function enterCustody(tx: Tx, it: Omit<Custody, 'linked' | 'ended'>): Promise<void> {
  await tx
    .insertInto('custody')
    .values({
      person_id: it.child,
      number: it.number,
      holder_id: it.holder,
      grants: JSON.stringify(it.grants),
      withdraws: JSON.stringify(it.withdraws),
      forbids_travel: it.forbidsTravel,
      starts_on: it.from,
      ends_on: it.until ?? null,
      linked_at: null,
      ended_at: null,
    })
    .execute()
}

/** Lets an order hold here; answers `false` when it has ended or was linked already. */
export async function linkCustody(
  tx: Tx,
  it: { readonly child: PersonNumber; readonly number: string; readonly at: Date },
): Promise<boolean> {
  const found = await locked(tx, it)
  if (!found || found.linked || found.ended) return false
  await set(tx, it, { linked_at: it.at })
  return true
}

/** Ends an order at once; answers `false` when it had ended already, or there is none. */
export async function endCustody(
  tx: Tx,
  it: { readonly child: PersonNumber; readonly number: string; readonly at: Date },
): Promise<boolean> {
  const found = await locked(tx, it)
  if (!found || found.ended) return false
  await set(tx, it, { ended_at: it.at })
  return true
}

/** The child's own row decides between two that race over its orders. */
async function locked(
  tx: Tx,
  it: { readonly child: PersonNumber; readonly number: string },
): Promise<Custody | undefined> {
  await tx.selectFrom('person').select('person_id').where('person_id', '=', it.child).forUpdate().execute()
  const row = await tx
    .selectFrom('custody')
    .selectAll()
    .where('person_id', '=', it.child)
    .where('number', '=', it.number)
    .executeTakeFirst()
  return row && custodyOf(row)
}

const set = (
  tx: Tx,
  it: { readonly child: PersonNumber; readonly number: string },
  change: { readonly linked_at: Date } | { readonly ended_at: Date },
) =>
  tx
    .updateTable('custody')
    .set(change)
    .where('person_id', '=', it.child)
    .where('number', '=', it.number)
    .execute()

const custodyOf = (row: Selectable<CustodyTable>): Custody => ({
  child: row.person_id,
  number: row.number,
  holder: row.holder_id,
  grants: row.grants,
  withdraws: row.withdraws,
  forbidsTravel: row.forbids_travel,
  from: row.starts_on,
  until: row.ends_on ?? undefined,
  linked: row.linked_at !== null,
  ended: row.ended_at !== null,
})

import type { Selectable } from 'kysely'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import { isId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { ProductCode, TierCode } from '../products.ts'
import type { TelecomSubscriptionTable } from './tables.ts'

/** A service of the operator that an establishment has. */
export interface Subscription {
  readonly id: string
  readonly establishment: EstablishmentNumber
  readonly product: ProductCode
  readonly tier: TierCode
  /** What it is for, once it is defined. */
  readonly purpose: string | undefined
  readonly state: 'inactive' | 'active' | 'cancelled'
}

export async function subscriptionsOf(
  db: Db,
  establishment: EstablishmentNumber,
): Promise<readonly Subscription[]> {
  const rows = await db
    .selectFrom('telecom_subscription')
    .selectAll()
    .where('establishment_id', '=', establishment)
    .orderBy('id')
    .execute()
  return rows.map(asSubscription)
}

export async function findSubscription(
  db: Db,
  establishment: EstablishmentNumber,
  id: string,
): Promise<Subscription | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('telecom_subscription')
    .selectAll()
    .where('establishment_id', '=', establishment)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && asSubscription(row)
}

/** Enters a service that the operator has set up; it is activated by itself later. */
export async function enterSubscription(
  tx: Tx,
  it: {
    readonly establishment: EstablishmentNumber
    readonly product: ProductCode
    readonly tier: TierCode
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insertInto('telecom_subscription')
    .values({
      establishment_id: it.establishment,
      product: it.product,
      tier: it.tier,
      purpose: null,
      state: 'inactive',
      changed_at: it.at,
    })
    .execute()
}

/** Changes a service from the state that it must be in; false when it is not in it. */
export async function changeSubscription(
  tx: Tx,
  { establishment, id }: Pick<Subscription, 'establishment' | 'id'>,
  from: Subscription['state'],
  change: Partial<Pick<Subscription, 'state' | 'tier'> & { readonly purpose: string }> & {
    readonly at: Date
  },
): Promise<boolean> {
  const { at, ...set } = change
  const changed = await tx
    .updateTable('telecom_subscription')
    .set({ ...set, changed_at: at })
    .where('establishment_id', '=', establishment)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

const asSubscription = (row: Selectable<TelecomSubscriptionTable>): Subscription => ({
  id: row.id,
  establishment: row.establishment_id,
  product: row.product,
  tier: row.tier,
  purpose: row.purpose ?? undefined,
  state: row.state,
})

import type { Selectable } from 'kysely'
import { formatAddress, type NationalAddress } from '#kernel/address.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { newId } from '#platform/database/ids.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { addressLine, findAddress } from '#platform/people/address.ts'
import type { DeliveryState, DeliveryTable } from './tables.ts'
import { newTracking } from './tracking.ts'

export interface Delivery {
  readonly id: string
  readonly person: PersonNumber
  readonly request: string | undefined
  readonly tracking: string
  readonly what: Text
  readonly address: Text
  readonly state: DeliveryState
  readonly reason: string | undefined
  readonly orderedAt: Date
  readonly dispatchedAt: Date | undefined
  readonly endedAt: Date | undefined
}

export interface DeliveryOrder {
  readonly person: PersonNumber
  /** The request that it fulfils: ordering again for the same one answers the first delivery. */
  readonly request?: string
  readonly what: Text
  /** The id of a registered address of the person, or an address as a form took it. */
  readonly address: unknown
  readonly at: Date
}

/** Orders a card or paper to be brought to a person. @throws when the address is none of the person's */
export async function orderDelivery(tx: Tx, order: DeliveryOrder): Promise<Delivery> {
  const address = await lineOf(tx, order.person, order.address)
  const id = newId(order.at)
  const tracking = await reserveTracking(tx, order.person, id)
  const row = await tx
    .insertInto('delivery')
    .values({
      person_id: order.person,
      id,
      request_id: order.request ?? null,
      tracking,
      what: JSON.stringify(order.what),
      address: JSON.stringify(address),
      state: 'ordered',
      reason: null,
      ordered_at: order.at,
      dispatched_at: null,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'request_id']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row) return deliveryOf(row)
  await tx.deleteFrom('delivery_tracking').where('tracking', '=', tracking).execute()
  const first = await tx
    .selectFrom('delivery')
    .selectAll()
    .where('person_id', '=', order.person)
    .where('request_id', '=', order.request ?? null)
    .executeTakeFirstOrThrow()
  return deliveryOf(first)
}

/** A person's deliveries, newest first. */
export async function deliveriesOf(db: Db, person: PersonNumber): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(deliveryOf)
}

export const deliveryOf = (row: Selectable<DeliveryTable>): Delivery => ({
  id: row.id,
  person: row.person_id,
  request: row.request_id ?? undefined,
  tracking: row.tracking,
  what: row.what,
  address: row.address,
  state: row.state,
  reason: row.reason ?? undefined,
  orderedAt: row.ordered_at,
  dispatchedAt: row.dispatched_at ?? undefined,
  endedAt: row.ended_at ?? undefined,
})

async function reserveTracking(tx: Tx, person: PersonNumber, delivery: string): Promise<string> {
  for (;;) {
    const row = await tx
      .insertInto('delivery_tracking')
      .values({ tracking: newTracking(), person_id: person, delivery_id: delivery })
      .onConflict((conflict) => conflict.doNothing())
      .returning('tracking')
      .executeTakeFirst()
    if (row) return row.tracking
  }
}

async function lineOf(db: Db, person: PersonNumber, given: unknown): Promise<Text> {
  if (typeof given === 'string') {
    const address = await findAddress(db, person, given)
    if (!address) throw new Error('the address is not registered for this person')
    return addressLine(address)
  }
  if (isNationalAddress(given)) return formatAddress(given)
  throw new Error('a delivery needs an address')
}

const isNationalAddress = (it: unknown): it is NationalAddress =>
  typeof it === 'object' &&
  it !== null &&
  ['building', 'street', 'district', 'city', 'postcode', 'additional'].every(
    (part) => part in it && typeof (it as Record<string, unknown>)[part] === 'string',
  )

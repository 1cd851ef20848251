import { describe, expect, it } from 'vitest'
import { transact } from '#platform/database/transact.ts'
import { addressesOf } from '#platform/people/address.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { deliveriesOf, orderDelivery } from './delivery.ts'
import { moveDelivery } from './move.ts'
import { newTracking } from './tracking.ts'

const { db, clock } = await testPlatform()
const courier = { kind: 'partner', client: 'courier', scopes: ['deliveries'] } as const
const what = { ar: 'رخصة القيادة', en: 'Driving licence' }

async function ordered(request?: string) {
  const person = await aPerson(db)
  const address = (await addressesOf(db, person))[0]?.id
  const order = () =>
    transact(db, (tx) =>
      orderDelivery(tx, { person, what, address, at: clock.now(), ...(request ? { request } : {}) }),
    )
  return { person, order, delivery: await order() }
}

const move = (tracking: string, to: 'dispatched' | 'delivered' | 'returned') =>
  transact(db, (tx) => moveDelivery(tx, { tracking, to, by: courier, at: clock.now() }))

const noticesOf = async (person: string) =>
  (await db.selectFrom('notice').selectAll().execute()).filter((it) => it.person_id === person)

describe('ordering', () => {
  it('keeps the address as it stood, and stands in the list of the person', async () => {
    const { person, delivery } = await ordered()
    expect(delivery).toMatchObject({
      state: 'ordered',
      address: { en: '2345 Olaya Road, Al Olaya, Riyadh 12211-6789, Riyadh' },
    })
    expect(await deliveriesOf(db, person)).toEqual([delivery])
  })

  it('orders once for one request, however often it is fulfilled', async () => {
    const { person, order, delivery } = await ordered('0198c1f0-0000-7000-8000-0000000000ab')
    expect(await order()).toEqual(delivery)
    expect(await deliveriesOf(db, person)).toHaveLength(1)
  })

  it('does not send to an address of somebody else', async () => {
    const theirs = (await addressesOf(db, await aPerson(db)))[0]?.id
    const person = await aPerson(db)
    await expect(
      transact(db, (tx) => orderDelivery(tx, { person, what, address: theirs, at: clock.now() })),
    ).rejects.toThrow('not registered')
  })
})

describe('moving', () => {
  it('goes from the order to the door, and tells the person of each step once', async () => {
    const { person, delivery } = await ordered()
    for (const to of ['dispatched', 'dispatched', 'delivered', 'delivered'] as const)
      expect(await move(delivery.tracking, to)).toMatchObject({ ok: true, value: { state: to } })
    expect(await noticesOf(person)).toHaveLength(2)
  })

  it('refuses reports out of order and numbers that nobody has', async () => {
    const { delivery } = await ordered()
    expect(await move(delivery.tracking, 'delivered')).toEqual({ ok: false, error: 'order' })
    await move(delivery.tracking, 'dispatched')
    await move(delivery.tracking, 'returned')
    expect(await move(delivery.tracking, 'delivered')).toEqual({ ok: false, error: 'order' })
    expect(await move(newTracking(), 'dispatched')).toEqual({ ok: false, error: 'unknown' })
    expect(await move('ZD123ZZ', 'dispatched')).toEqual({ ok: false, error: 'unknown' })
  })
})

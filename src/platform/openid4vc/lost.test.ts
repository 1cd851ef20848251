import { beforeEach, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { closeOwn } from '#platform/accounts/close.ts'
import { holdAccount } from '#platform/accounts/hold.ts'
import { loseDevice } from '#platform/accounts/lost-device.ts'
import { suspendOwn } from '#platform/accounts/suspend.ts'
import { transact } from '#platform/database/transact.ts'
import { placeStates } from '#platform/documents/status.ts'
import { aHolder, anAccount, confirmAct } from '#tests/support/accounts.ts'
import { aCarrier } from '#tests/support/carrying.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { carriedOf } from './carried.ts'
import { offerDocument } from './offer.ts'
import { tasks } from './tasks.ts'

const test = await testPlatform()
const { platform, db, clock } = test

let person: PersonNumber
let holder: Awaited<ReturnType<typeof aHolder>>
let carrier: Awaited<ReturnType<typeof aCarrier>>
beforeEach(async () => {
  person = await aPerson(db)
  await anAccount(platform, person)
  holder = await aHolder(platform, person)
  carrier = await aCarrier(test, holder.by)
})

const carried = async () => {
  const taken = await carrier.take(await carrier.token(), await carrier.prove())
  if (!taken.ok) throw new Error(taken.error.error_description)
  return taken.value.notification
}
/** What the bit of a copy in a wallet of others says. */
async function bitOf(id: string) {
  const row = await db
    .selectFrom('carried_credential')
    .innerJoin('document_status', (join) =>
      join
        .onRef('document_status.list', '=', 'status_list')
        .onRef('document_status.place', '=', 'status_index'),
    )
    .select('document_status.state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.state
}
const stop = (by: 'officer' | 'suspicion') =>
  db
    .updateTable('account')
    .set({ state: 'suspended', suspended_at: clock.now(), suspended_by: by })
    .where('person_id', '=', person)
    .execute()
/** Offered, and on the way: redeemed, but not fetched. */
const underWay = async () => ({ offer: await carrier.offered(), token: await carrier.token() })

describe('what wallets of others carry', () => {
  it('ends with “this wasn’t me”, and what was offered before can be taken no more', async () => {
    const ids = [await carried(), await carried()]
    const { offer, token } = await underWay()
    await suspendOwn(platform, holder.by)
    for (const id of ids) expect(await bitOf(id)).toBe(placeStates.invalid)
    expect(await carriedOf(platform, holder.by, carrier.licence.id)).toEqual([])
    // Also once the account is back.
    await db
      .updateTable('account')
      .set({ state: 'activated', suspended_at: null, suspended_by: null })
      .where('person_id', '=', person)
      .execute()
    expect(await carrier.redeem(offer)).toMatchObject({ ok: false, error: { error: 'invalid_grant' } })
    expect(await carrier.take(token, await carrier.prove())).toMatchObject({
      ok: false,
      error: { error: 'invalid_token' },
    })
  })

  it('ends with the account, and is written down as an act of its holder', async () => {
    const id = await carried()
    await confirmAct(test, holder, 'close-account')
    expect(await closeOwn(platform, holder.by)).toMatchObject({ ok: true })
    expect(await bitOf(id)).toBe(placeStates.invalid)
    const written = await db
      .selectFrom('audit_event')
      .select(['about', 'actor_person'])
      .where('person_id', '=', person)
      .where('action', '=', 'document.carry-end')
      .execute()
    expect(written).toEqual([{ about: id, actor_person: person }])
  })

  it('stays when one device is lost; what is on offer does not', async () => {
    const id = await carried()
    const { offer, token } = await underWay()
    const seen = { agent: null, first_seen: clock.now(), last_seen: clock.now() }
    await db
      .insertInto('known_device')
      .values({ person_id: person, device: 'lost-one', ...seen })
      .execute()
    expect(await loseDevice(platform, 'lost-one', holder.by)).toMatchObject({ ok: true })
    expect(await bitOf(id)).toBe(placeStates.valid)
    expect(await carrier.redeem(offer)).toMatchObject({ ok: false })
    expect(await carrier.take(token, await carrier.prove())).toMatchObject({ ok: false })
  })

  it('is not added to while the account is stopped, whoever stopped it, and ends by itself', async () => {
    const id = await carried()
    const { offer, token } = await underWay()
    await stop('officer')
    expect(await carrier.redeem(offer)).toMatchObject({ ok: false, error: { error: 'invalid_grant' } })
    expect(await carrier.take(token, await carrier.prove())).toMatchObject({
      ok: false,
      error: { error: 'credential_request_denied' },
    })
    const other = await aHolder(platform, await aPerson(db))
    await anAccount(platform, other.by.person)
    carrier = await aCarrier(test, other.by)
    const theirs = await carried()
    await tasks['openid4vc.follow']?.(platform, {}, { last: false })
    expect([await bitOf(id), await bitOf(theirs)]).toEqual([placeStates.invalid, placeStates.valid])
  })

  it('is not added to within a day of a new way in', async () => {
    await transact(db, (tx) => holdAccount(tx, person, clock.now()))
    expect(await offerDocument(platform, holder.by, carrier.licence.id)).toMatchObject({
      ok: false,
      error: { code: 'held-back' },
    })
  })
})

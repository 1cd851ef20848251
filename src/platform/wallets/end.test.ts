import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { closeOwn } from '#platform/accounts/close.ts'
import { loseDevice } from '#platform/accounts/lost-device.ts'
import { suspendOwn } from '#platform/accounts/suspend.ts'
import { aHolder, anAccount, confirmAct } from '#tests/support/accounts.ts'
import { aPerson } from '#tests/support/people.ts'
import { aPhone, aWallet, confirmWallet, walletWorld } from '#tests/support/wallet.ts'
import { walletDevicesOf } from './device.ts'
import { endWallet } from './end-from-afar.ts'
import { tasks } from './tasks.ts'

const { world, codeOf, checked } = await walletWorld()
const { platform, db, clock } = world

let person: PersonNumber
let holder: Awaited<ReturnType<typeof aHolder>>
beforeEach(async () => {
  person = await aPerson(db)
  await anAccount(platform, person)
  holder = await aHolder(platform, person)
})

describe('the end of a phone', () => {
  it('is its holder’s to bring about from afar, and nobody else’s', async () => {
    const phone = await aWallet(world, holder)
    const shown = await codeOf(phone)
    const other = await aHolder(platform, await aPerson(db))
    expect(await endWallet(platform, other.by, phone.device.id)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
    expect(await endWallet(platform, holder.by, phone.device.id)).toMatchObject({ ok: true })
    expect(await checked(phone, shown)).toBe('copy-ended')
    expect(await phone.carry(world)).toMatchObject({ ok: false, error: { code: 'wallet-ended' } })
    expect(await endWallet(platform, holder.by, phone.device.id)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  it('comes when the phone leaves by itself, once', async () => {
    const phone = await aWallet(world, holder)
    expect(await phone.leave(world)).toMatchObject({ ok: true })
    expect(await phone.leave(world)).toMatchObject({ ok: true })
    expect(await walletDevicesOf(db, person)).toMatchObject([{ ended: { because: 'device' } }])
  })

  it('comes with “this wasn’t me”, with the end of the account, and with the browser that is lost', async () => {
    const phone = await aWallet(world, holder)
    const shown = await codeOf(phone)
    await suspendOwn(platform, holder.by)
    expect(await checked(phone, shown)).toBe('copy-ended')
    expect(await phone.carry(world)).toMatchObject({ ok: false, error: { code: 'wallet-ended' } })

    const leaver = await aPerson(db)
    await anAccount(platform, leaver)
    const their = await aHolder(platform, leaver)
    const second = await aWallet(world, their)
    const theirs = await codeOf(second)
    clock.advance({ minutes: 2 })
    await confirmAct(world, their, 'close-account')
    await closeOwn(platform, their.by)
    expect(await checked(second, theirs)).toBe('copy-ended')

    const loser = await aPerson(db)
    await anAccount(platform, loser)
    const known = await aHolder(platform, loser)
    await confirmWallet(world, known)
    const third = aPhone()
    await third.enrol(world, known.by, { browser: 'hash-of-a-browser' })
    const seen = { agent: null, first_seen: clock.now(), last_seen: clock.now() }
    await db
      .insertInto('known_device')
      .values({ person_id: loser, device: 'hash-of-a-browser', ...seen })
      .execute()
    await loseDevice(platform, 'hash-of-a-browser', known.by)
    expect(await third.carry(world)).toMatchObject({ ok: false, error: { code: 'wallet-ended' } })
  })

  it('comes when its holder has died or an officer has stopped the account, also without being asked', async () => {
    const phone = await aWallet(world, holder)
    const shown = await codeOf(phone)
    await db
      .updateTable('account')
      .set({ state: 'suspended', suspended_at: clock.now(), suspended_by: 'officer' })
      .where('person_id', '=', person)
      .execute()
    await tasks['wallets.follow']?.(platform, {}, { last: false })
    expect(await checked(phone, shown)).toBe('copy-ended')

    const second = await aPerson(db)
    await anAccount(platform, second)
    const their = await aWallet(world, await aHolder(platform, second))
    await db
      .updateTable('person')
      .set({ alive: false, died_on: day('2026-11-23') })
      .where('person_id', '=', second)
      .execute()
    expect(await their.carry(world)).toMatchObject({ ok: false, error: { code: 'wallet-ended' } })
    expect(await walletDevicesOf(db, second)).toMatchObject([{ ended: { because: 'account' } }])
  })
})

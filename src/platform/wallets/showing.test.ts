import { beforeEach, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { codeAddress } from '#platform/documents/credential/qr.ts'
import { aHolder, anAccount } from '#tests/support/accounts.ts'
import { aPerson } from '#tests/support/people.ts'
import { aPhone, aWallet, walletWorld } from '#tests/support/wallet.ts'
import { checksOf, noteCheck } from './showing.ts'

const { world, card, codeOf } = await walletWorld()
const { platform, db, clock } = world

let person: PersonNumber
let holder: Awaited<ReturnType<typeof aHolder>>
beforeEach(async () => {
  person = await aPerson(db)
  await anAccount(platform, person)
  holder = await aHolder(platform, person)
})

describe('that a document was checked', () => {
  const address = (code: Uint8Array) => codeAddress(platform.config.origin, code)

  it('is told to its holder when they wished so, once a code, and to nobody else', async () => {
    const phone = await aWallet(world, holder)
    const [whole, narrow] = [await codeOf(phone), await codeOf(phone, 'over-18')]
    await noteCheck(platform, { live: address(phone.show(whole, clock.now())) })
    expect(await checksOf(db, person)).toEqual([])
    const code = address(phone.show(narrow, clock.now(), { tell: true }))
    await Promise.all([noteCheck(platform, { live: code }), noteCheck(platform, { live: code })])
    expect(await checksOf(db, person)).toMatchObject([
      { view: 'over-18', title: card.title, saidBy: undefined },
    ])
    clock.advance({ seconds: 21 })
    await noteCheck(platform, {
      live: address(phone.show(whole, clock.now(), { tell: true })),
      saidBy: ' Hotel ',
    })
    expect(await checksOf(db, person)).toMatchObject([{ view: '', saidBy: 'Hotel' }, { view: 'over-18' }])
  })

  it('is not told of what is stale, not ours, or taken back', async () => {
    const phone = await aWallet(world, holder)
    const whole = await codeOf(phone)
    const old = address(phone.show(whole, clock.now(), { tell: true }))
    clock.advance({ minutes: 2 })
    for (const live of [old, 'HELLO', address(aPhone().show(whole, clock.now(), { tell: true }))])
      await noteCheck(platform, { live })
    await phone.leave(world)
    await noteCheck(platform, { live: address(phone.show(whole, clock.now(), { tell: true })) })
    expect(await checksOf(db, person)).toEqual([])
  })
})

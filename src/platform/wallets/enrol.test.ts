import { beforeEach, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { holdAccount } from '#platform/accounts/hold.ts'
import { transact } from '#platform/database/transact.ts'
import { aHolder, anAccount } from '#tests/support/accounts.ts'
import { aPerson } from '#tests/support/people.ts'
import { race } from '#tests/support/race.ts'
import { inboxOf } from '#tests/support/service.ts'
import { aPhone, aWallet, confirmWallet, walletWorld } from '#tests/support/wallet.ts'
import { carry } from './carry.ts'
import { walletDevicesOf } from './device.ts'
import { challengeNewPhone, enrolWallet } from './enrol.ts'

const { world, codeOf, checked } = await walletWorld()
const { platform, db, pool, clock, sent } = world
const texts = () => sent.sms.map(({ text }) => text)

let person: PersonNumber
let holder: Awaited<ReturnType<typeof aHolder>>
beforeEach(async () => {
  person = await aPerson(db)
  await anAccount(platform, person)
  holder = await aHolder(platform, person)
})

describe('becoming the phone that carries somebody’s documents', () => {
  it('takes a step-up, and tells its holder on every way with a link that stops the account', async () => {
    const phone = aPhone()
    expect(await phone.enrol(world, holder.by)).toMatchObject({ ok: false, error: { code: 'confirm-first' } })
    expect(await walletDevicesOf(db, person)).toEqual([])
    await confirmWallet(world, holder)
    expect(await phone.enrol(world, holder.by)).toMatchObject({
      ok: true,
      value: { name: 'Chrome · Android' },
    })
    await world.runJobs()
    expect(texts().at(-1)).toMatch(/نُزّلت وثائقك على Chrome · Android.*not-me/)
    expect((await inboxOf(world, person)).join()).toContain('downloaded to Chrome · Android')
  })

  it('takes a proof of the key, over a challenge of this session, once', async () => {
    await confirmWallet(world, holder)
    const [phone, thief] = [aPhone(), aPhone()]
    const somebody = await aPerson(db)
    await anAccount(platform, somebody)
    const other = await aHolder(platform, somebody)
    await confirmWallet(world, other)
    const rest = { replaces: undefined, name: 'x', browser: undefined }
    const challengeOf = async (by: typeof holder.by) => {
      const asked = await challengeNewPhone(platform, by)
      return asked.ok ? asked.value.challenge : asked.error.code
    }
    const challenge = await challengeOf(holder.by)
    const { signature } = thief.proofOf('enrol', challenge)
    const unproven = { ok: false, error: { code: 'wallet-unproven' } }
    expect(
      await enrolWallet(platform, holder.by, { ...rest, key: phone.key, challenge, signature }),
    ).toMatchObject(unproven)
    const right = phone.proofOf('enrol', challenge)
    // Used up by the wrong answer.
    expect(await enrolWallet(platform, holder.by, { ...rest, ...right, key: phone.key })).toMatchObject(
      unproven,
    )
    const strange = phone.proofOf('enrol', await challengeOf(other.by))
    expect(await enrolWallet(platform, holder.by, { ...rest, ...strange, key: phone.key })).toMatchObject(
      unproven,
    )
    const late = phone.proofOf('enrol', await challengeOf(holder.by))
    clock.advance({ seconds: 61 })
    expect(await enrolWallet(platform, holder.by, { ...rest, ...late, key: phone.key })).toMatchObject(
      unproven,
    )
  })

  it('takes one of several proofs over a challenge at once', async () => {
    await confirmWallet(world, holder)
    const phone = aPhone()
    const asked = await challengeNewPhone(platform, holder.by)
    if (!asked.ok) throw new Error(asked.error.code)
    const it = { ...phone.proofOf('enrol', asked.value.challenge), key: phone.key }
    const rest = { replaces: undefined, name: 'x', browser: undefined }
    const enrolled = await race(pool, 'wallet_challenge', 3, () =>
      enrolWallet(platform, holder.by, { ...rest, ...it }),
    )
    const unproven = 'wallet-unproven'
    expect(enrolled.map((one) => one.ok || one.error.code).sort()).toEqual([true, unproven, unproven])

    const proof = await phone.prove(world, 'carry')
    const carried = await race(pool, 'wallet_challenge', 3, () => carry(platform, proof))
    expect(carried.map((one) => one.ok || one.error.code).sort()).toEqual([true, unproven, unproven])
  })

  it('waits 24 hours after a new way in', async () => {
    await confirmWallet(world, holder)
    await transact(db, (tx) => holdAccount(tx, person, clock.now()))
    expect(await aPhone().enrol(world, holder.by)).toMatchObject({ ok: false, error: { code: 'held-back' } })
  })

  it('moves the documents: the phone before stops at once, and forgets them when it next asks', async () => {
    const first = await aWallet(world, holder)
    const shown = await codeOf(first)
    expect(await checked(first, shown)).toBe('valid')
    clock.advance({ minutes: 2 })
    await confirmWallet(world, holder)
    const unseen = await aPhone().enrol(world, holder.by)
    expect(unseen).toMatchObject({ ok: false, error: { code: 'wallet-moved' } })
    const second = await aPhone()
    expect(
      await second.enrol(world, holder.by, { replaces: first.device.id, name: 'Safari · iPhone' }),
    ).toMatchObject({
      ok: true,
    })
    expect(await checked(first, shown)).toBe('copy-ended')
    expect(await first.carry(world)).toMatchObject({ ok: false, error: { code: 'wallet-ended' } })
    expect(await second.carry(world)).toMatchObject({ ok: true, value: { cards: [{ codes: [{}, {}, {}] }] } })
    await world.runJobs()
    expect(texts().at(-1)).toMatch(/نُزّلت وثائقك على Safari · iPhone، وتوقفت على Chrome · Android/)
  })

  it('is for one of two phones that ask at the same moment', async () => {
    const sessions = [holder, await aHolder(platform, person)]
    for (const one of sessions) {
      clock.advance({ minutes: 2 })
      await confirmWallet(world, one)
    }
    const asked = await Promise.all(sessions.map(({ by }) => aPhone().enrol(world, by)))
    expect(asked.map((one) => one.ok || one.error.code).sort()).toEqual([true, 'wallet-moved'].sort())
    expect((await walletDevicesOf(db, person)).filter((one) => !one.ended)).toHaveLength(1)
  })
})

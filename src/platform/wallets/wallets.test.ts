import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { closeOwn } from '#platform/accounts/close.ts'
import { holdAccount } from '#platform/accounts/hold.ts'
import { loseDevice } from '#platform/accounts/lost-device.ts'
import { suspendOwn } from '#platform/accounts/suspend.ts'
import { endViewing, giveViewing, possibleViewers } from '#platform/authority/give-viewing.ts'
import { transact } from '#platform/database/transact.ts'
import { codeAddress } from '#platform/documents/credential/qr.ts'
import { open } from '#platform/documents/cwt.ts'
import { verifyCode } from '#platform/documents/verify.ts'
import { aHolder, anAccount, confirmAct } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'
import { inboxOf } from '#tests/support/service.ts'
import { aPhone, aWallet, confirmWallet, type SpecimenCard, specimenCard } from '#tests/support/wallet.ts'
import { carry } from './carry.ts'
import { walletDevicesOf } from './device.ts'
import { endWallet } from './end-from-afar.ts'
import { challengeNewPhone, enrolWallet } from './enrol.ts'
import { leave } from './leave.ts'
import { checksOf, noteCheck } from './showing.ts'
import { tasks } from './tasks.ts'

const says: SpecimenCard = { held: ['self'], validUntil: day('2031-01-01'), profession: 'Teacher' }
const card = specimenCard(says)
const product = await testPlatform()
const { catalogue } = product.platform
const world = {
  ...product,
  platform: {
    ...product.platform,
    catalogue: {
      ...catalogue,
      documents: [card],
      document: (name: string) => (name === card.name ? card : undefined),
    },
  },
}
const { platform, db, clock, sent } = world

let person: PersonNumber
let holder: Awaited<ReturnType<typeof aHolder>>
beforeEach(async () => {
  Object.assign(says, {
    held: ['self'],
    validUntil: day('2031-01-01'),
    profession: 'Teacher',
    suspended: undefined,
    heldBesides: undefined,
  })
  person = await aPerson(db)
  await anAccount(platform, person)
  holder = await aHolder(platform, person)
})

const codeOf = async (phone: Awaited<ReturnType<typeof aWallet>>, view = '') => {
  const load = await phone.carry(world)
  const code = load.ok && load.value.cards[0]?.codes.find((one) => one.view === view)
  if (!code) throw new Error(`nothing to show as "${view}"`)
  return code.credential
}
/** How a document that a phone shows now stands for whoever checks it. */
const checked = async (phone: Awaited<ReturnType<typeof aWallet>>, credential: Uint8Array) => {
  const address = codeAddress(platform.config.origin, phone.show(credential, clock.now()))
  return (await verifyCode(platform, address, { at: clock.now(), reader: 'somebody' })).state
}
const texts = () => sent.sms.map(({ text }) => text)

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

describe('what a phone carries', () => {
  it('is what the registry holds, whole and in each narrower showing, signed for its key and for thirty days', async () => {
    const phone = await aWallet(world, holder)
    const load = await phone.carry(world)
    if (!load.ok) throw new Error(load.error.code)
    const [one] = load.value.cards
    expect(one).toMatchObject({ ground: 'self', document: { number: person, state: 'valid' } })
    const ends = new Date(clock.now().getTime() + 30 * 86_400_000)
    expect(one?.codes.map((code) => [code.view, code.face, code.ends])).toEqual([
      ['', true, ends],
      ['', false, ends],
      ['over-18', false, ends],
    ])
    const claimsIn = async (credential: Uint8Array | undefined) => {
      const code = phone.show(credential ?? new Uint8Array(), clock.now())
      const opened = await open(code, platform.issuers.trusted(), clock.now())
      return opened.ok ? opened.value.claims : opened.error
    }
    expect(await claimsIn(one?.codes[0]?.credential)).toMatchObject({ number: person, birth: '1991-03-14' })
    const narrow = await claimsIn(one?.codes[2]?.credential)
    expect(narrow).toMatchObject({
      view: 'over-18',
      extra: { over18: 'yes' },
      number: undefined,
      name: undefined,
    })
    expect(JSON.stringify(narrow)).not.toContain('1991')
  })

  it('is renewed under the same places, and follows the registry', async () => {
    const phone = await aWallet(world, holder)
    const before = await phone.carry(world)
    clock.advance({ days: 20 })
    const after = await phone.carry(world)
    const places = await db.selectFrom('wallet_copy').select('id').where('person_id', '=', person).execute()
    expect(places).toHaveLength(2)
    expect(before.ok && after.ok && after.value.cards[0]?.document.id).toBe(
      before.ok && before.value.cards[0]?.document.id,
    )
    const old = await codeOf(phone)
    says.profession = 'Engineer'
    const changed = await phone.carry(world)
    expect(changed).toMatchObject({
      ok: true,
      value: { cards: [{ document: { content: { facts: [{ value: { value: 'Engineer' } }] } } }] },
    })
    expect(await checked(phone, old)).toBe('superseded')
    says.held = []
    await db
      .updateTable('issued_document')
      .set({ valid_until: day('2026-01-02') })
      .where('person_id', '=', person)
      .execute()
    expect(await phone.carry(world)).toMatchObject({ ok: true, value: { cards: [] } })
    const out = await db
      .selectFrom('wallet_copy')
      .select('id')
      .where('person_id', '=', person)
      .where('ended_at', 'is', null)
      .execute()
    expect(out).toEqual([])
  })

  it('is not shown while the document is suspended, and is good again under the same place after that', async () => {
    const phone = await aWallet(world, holder)
    const shown = await codeOf(phone)
    says.suspended = { ar: 'بلاغ', en: 'A report' }
    const load = await phone.carry(world)
    expect(load).toMatchObject({
      ok: true,
      value: { cards: [{ document: { state: 'suspended' }, codes: [] }] },
    })
    expect(await checked(phone, shown)).toBe('suspended')
    says.suspended = undefined
    expect(await codeOf(phone)).toBeDefined()
    clock.advance({ seconds: 20 })
    expect(await checked(phone, shown)).toBe('valid')
  })

  it('ends with the document when that comes first', async () => {
    says.validUntil = day('2026-12-24')
    const load = await (await aWallet(world, holder)).carry(world)
    const ends = load.ok && load.value.cards[0]?.codes[0]?.ends
    expect(ends && ends <= new Date('2026-12-24T21:00:00Z')).toBe(true)
  })

  it('takes a proof that was not used before, of the same purpose, by a known key', async () => {
    const phone = await aWallet(world, holder)
    const proof = await phone.prove(world, 'carry')
    expect(await carry(platform, proof)).toMatchObject({ ok: true })
    const unproven = { ok: false, error: { code: 'wallet-unproven' } }
    expect(await carry(platform, proof)).toMatchObject(unproven)
    expect(await leave(platform, await phone.prove(world, 'carry'))).toMatchObject(unproven)
    expect(await aPhone().carry(world)).toMatchObject(unproven)
  })

  it('is also the cards of the minor children whose documents one sees to, to the day they are adults', async () => {
    const family = await aFamily(db, { children: [day('2008-12-20'), day('2018-05-01')] })
    await anAccount(platform, family.father)
    await anAccount(platform, family.mother)
    const his = await aWallet(world, await aHolder(platform, family.father))
    const load = await his.carry(world)
    if (!load.ok) throw new Error(load.error.code)
    // The elder is 18 in Hijri years already.
    expect(load.value.cards.map(({ ground, document }) => [ground, document.person])).toEqual([
      ['self', family.father],
      ['guardian', family.children[1]],
    ])
    // A paper about the child that also stands in the father's own hand is there once, as the child's.
    says.heldBesides = (of) => (of === family.father ? family.children.slice(1) : [])
    const again = await his.carry(world)
    expect(again.ok && again.value.cards.map(({ ground }) => ground)).toEqual(['self', 'guardian'])
    const mother = await aHolder(platform, family.mother)
    const hers = await (await aWallet(world, mother)).carry(world)
    expect(hers.ok && hers.value.cards.map(({ ground }) => ground)).toEqual(['self'])
    const seen = await db
      .selectFrom('audit_event')
      .select(['action', 'ground'])
      .where('person_id', '=', family.children[1] ?? ('' as PersonNumber))
      .execute()
    expect(seen).toContainEqual({ action: 'document.load', ground: 'guardian' })
  })
})

describe('the card of another adult', () => {
  it('is only looked at, by their consent alone, and gone with it', async () => {
    const family = await aFamily(db)
    for (const one of [family.father, family.mother]) await anAccount(platform, one)
    const [father, mother] = await Promise.all([
      aHolder(platform, family.father),
      aHolder(platform, family.mother),
    ])
    const phone = await aWallet(world, father)
    const owners = async () => {
      const load = await phone.carry(world)
      return (
        load.ok &&
        load.value.cards.map(({ document, ground, codes }) => [document.person, ground, codes.length])
      )
    }
    expect(await owners()).toEqual([[family.father, 'self', 3]])
    const [viewer] = await possibleViewers(platform, family.mother)
    const ask = { kin: viewer?.kinId ?? '', what: 'documents', months: 1 } as const
    const given = await giveViewing(platform, mother.by, ask)
    if (!given.ok) throw new Error(given.error.code)
    expect(await owners()).toEqual([
      [family.father, 'self', 3],
      [family.mother, 'consent', 0],
    ])
    await phone.carry(world)
    const log = await db
      .selectFrom('audit_event')
      .select(['action', 'ground'])
      .where('person_id', '=', family.mother)
      .where('action', '=', 'document.load')
      .execute()
    expect(log).toEqual([{ action: 'document.load', ground: 'consent' }])
    await endViewing(platform, mother.by, given.value)
    expect(await owners()).toEqual([[family.father, 'self', 3]])
  })
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

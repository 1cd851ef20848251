import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { endViewing, giveViewing, possibleViewers } from '#platform/authority/give-viewing.ts'
import { open } from '#platform/documents/cwt.ts'
import { aHolder, anAccount } from '#tests/support/accounts.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'
import { aPhone, aWallet, walletWorld } from '#tests/support/wallet.ts'
import { carry } from './carry.ts'
import { leave } from './leave.ts'

const { world, says, codeOf, checked } = await walletWorld()
const { platform, db, clock } = world

let person: PersonNumber
let holder: Awaited<ReturnType<typeof aHolder>>
beforeEach(async () => {
  says.reset()
  person = await aPerson(db)
  await anAccount(platform, person)
  holder = await aHolder(platform, person)
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

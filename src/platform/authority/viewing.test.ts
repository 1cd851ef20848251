import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, addMonths, day, dayOf, startOfDay } from '#kernel/day.ts'
import { birthdayAt } from '#kernel/hijri.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { transact } from '#platform/database/transact.ts'
import { kinOf } from '#platform/people/family.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { aDeed } from '#tests/support/custody.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'
import { asPerson, inboxOf } from '#tests/support/service.ts'
import { endViewing, giveViewing, possibleViewers } from './give-viewing.ts'
import type { PersonPrincipal } from './principal.ts'
import { mayView, noteView, viewedBy, viewingsGiven, viewingsHeld } from './viewing.ts'

const test = await testPlatform()
const { platform, db, clock } = test
const small = day('2018-05-01')
let father: PersonNumber
let mother: PersonNumber
let grown: PersonNumber
let sibling: PersonNumber
let child: PersonNumber

beforeEach(async () => {
  clock.set('2026-11-23T08:00:00Z')
  const family = await aFamily(db, { children: [day('1999-01-01'), day('2001-01-01'), small] })
  father = family.father
  mother = family.mother
  const [one = father, two = father, three = father] = family.children
  grown = one
  sibling = two
  child = three
  for (const person of [mother, grown]) await anAccount(platform, person)
})

const kinIdOf = async (of: PersonNumber, kin: PersonNumber) =>
  (await kinOf(db, of)).find((one) => one.id === kin)?.kinId ?? 'nobody'
const give = async (giver: PersonNumber, viewer: PersonNumber, months: 1 | 3 | 6 | 12 = 3) =>
  giveViewing(platform, asPerson(giver), { kin: await kinIdOf(giver, viewer), what: 'documents', months })
async function given(giver: PersonNumber, viewer: PersonNumber): Promise<string> {
  const done = await give(giver, viewer)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  return done.value
}
const sees = async (viewer: PersonNumber, owner: PersonNumber) =>
  (await mayView(db, clock, viewer, owner, 'documents'))?.ground
const died = (person: PersonNumber) =>
  db
    .updateTable('person')
    .set({ alive: false, died_on: day('2026-11-01') })
    .where('person_id', '=', person)
    .execute()

describe('seeing an adult’s documents', () => {
  it('is nobody’s by family alone: not a parent’s, a spouse’s, a child’s or a sibling’s', async () => {
    for (const [viewer, owner] of [
      [father, grown],
      [mother, grown],
      [father, mother],
      [mother, father],
      [grown, father],
      [sibling, grown],
    ] as const)
      expect(await sees(viewer, owner)).toBeUndefined()
    expect(await sees(grown, grown)).toBe('self')
  })

  it('is by a consent that both are told of, for that relative, in that direction, to its last day', async () => {
    await given(grown, mother)
    expect(await sees(mother, grown)).toBe('consent')
    for (const [viewer, owner] of [
      [grown, mother],
      [father, grown],
      [mother, sibling],
    ] as const)
      expect(await sees(viewer, owner)).toBeUndefined()
    expect((await inboxOf(test, grown)).join()).toContain('can see your documents until 23 February 2027')
    expect((await inboxOf(test, mother)).join()).toContain('lets you see their documents until')
    const last = addMonths(dayOf(clock.now()), 3)
    clock.set(new Date(startOfDay(addDays(last, 1)).getTime() - 1000).toISOString())
    expect(await sees(mother, grown)).toBe('consent')
    clock.set(startOfDay(addDays(last, 1)).toISOString())
    expect(await sees(mother, grown)).toBeUndefined()
    expect((await viewingsGiven(test, grown))[0]?.state).toBe('lapsed')
    expect((await give(grown, mother)).ok).toBe(true)
  })

  it('ends at once by either side, and twice is once', async () => {
    for (const who of ['giver', 'viewer'] as const) {
      const id = await given(grown, sibling)
      expect(await sees(sibling, grown)).toBe('consent')
      const by = asPerson(who === 'giver' ? grown : sibling)
      expect((await endViewing(platform, by, id)).ok).toBe(true)
      expect(await sees(sibling, grown)).toBeUndefined()
      expect((await endViewing(platform, by, id)).ok).toBe(true)
      expect((await viewingsHeld(test, sibling))[0]?.state).toBe('ended')
    }
    expect((await inboxOf(test, sibling)).filter((text) => text.includes('no longer sees'))).toHaveLength(2)
    expect((await inboxOf(test, grown)).filter((text) => text.includes('no longer sees'))).toHaveLength(2)
  })

  it('ends by itself with the marriage that made the two a family, and with the giver’s life', async () => {
    await given(mother, father)
    expect(await sees(father, mother)).toBe('consent')
    await db.deleteFrom('relative').where('relation', '=', 'spouse').where('person_id', '=', father).execute()
    await db.deleteFrom('relative').where('relation', '=', 'spouse').where('person_id', '=', mother).execute()
    expect(await sees(father, mother)).toBeUndefined()
    await given(grown, mother)
    await died(grown)
    expect(await sees(mother, grown)).toBeUndefined()
    expect(await viewedBy(test, mother, 'documents')).toEqual([])
  })

  it('ends by itself with the account of who gave it', async () => {
    await given(grown, mother)
    expect((await viewedBy(test, mother, 'documents')).map((one) => one.owner.id)).toEqual([grown])
    await db.updateTable('account').set({ state: 'closed' }).where('person_id', '=', grown).execute()
    expect(await sees(mother, grown)).toBeUndefined()
    expect(await viewedBy(test, mother, 'documents')).toEqual([])
  })

  it('leaves each look in the owner’s access log', async () => {
    await given(grown, mother)
    const right = await mayView(db, clock, mother, grown, 'documents')
    if (!right) throw new Error('no right')
    const at = clock.now()
    await transact(db, (tx) =>
      noteView(tx, { owner: grown, by: asPerson(mother), right, about: 'driving-licence', at }),
    )
    expect(await accessLog(db, grown)).toMatchObject([
      { action: 'document.view', about: 'driving-licence', right: { en: 'with your consent' } },
    ])
  })
})

describe('giving such a consent', () => {
  it('is to a living adult of one’s family', async () => {
    const names = (await possibleViewers(test, grown)).map((one) => one.id)
    expect(new Set(names)).toEqual(new Set([father, mother, sibling]))
    await died(father)
    expect((await give(grown, father)).ok).toBe(false)
    for (const kin of ['nobody', await kinIdOf(grown, child)])
      expect(
        await giveViewing(platform, asPerson(grown), { kin, what: 'documents', months: 1 }),
      ).toMatchObject({ error: { fields: { kin: {} } } })
    const stranger = await aPerson(db)
    expect((await give(stranger, mother)).ok).toBe(false)
  })

  it('is an adult’s own: no minor, no delegate and nobody without an activated account', async () => {
    const ask = { kin: await kinIdOf(child, mother), what: 'documents', months: 1 } as const
    expect(await giveViewing(platform, asPerson(child), ask)).toMatchObject({
      error: { code: 'adults-only' },
    })
    const right = { as: 'person', delegation: 'd', powers: ['everything'] } as const
    const acting: PersonPrincipal = {
      ...asPerson(mother),
      actingFor: { kind: 'person', person: grown, right },
    }
    const wish = { ...ask, kin: await kinIdOf(grown, sibling) }
    expect(await giveViewing(platform, acting, wish)).toMatchObject({ error: { code: 'for-yourself-only' } })
    expect(await giveViewing(platform, asPerson(grown, 'registered'), wish)).toMatchObject({ ok: false })
    expect(await viewingsGiven(test, grown)).toEqual([])
  })

  it('is once for each relative, also when it is asked twice at the same moment', async () => {
    const both = await Promise.all([give(grown, mother), give(grown, mother), give(grown, mother, 12)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ error: { fields: { kin: {} } } })
    expect(await viewingsHeld(test, mother)).toHaveLength(1)
    expect(await inboxOf(test, mother)).toHaveLength(1)
  })

  it('is nobody else’s to end', async () => {
    const id = await given(grown, mother)
    for (const by of [father, sibling, await aPerson(db)])
      expect(await endViewing(platform, asPerson(by), id)).toMatchObject({ error: { status: 404 } })
    expect(await sees(mother, grown)).toBe('consent')
  })
})

describe('seeing a minor’s documents', () => {
  it('is for who acts for them, without a consent, until they are of age', async () => {
    expect(await sees(father, child)).toBe('guardian')
    expect(await sees(mother, child)).toBeUndefined()
    expect(await sees(grown, child)).toBeUndefined()
    await aDeed(test, { child, holder: mother, grants: [] })
    expect(await sees(mother, child)).toBe('custody')
    expect((await viewedBy(test, mother, 'documents')).map((one) => one.owner.id)).toEqual([child])
    clock.set(startOfDay(birthdayAt('hijri', small, 18)).toISOString())
    expect([await sees(father, child), await sees(mother, child)]).toEqual([undefined, undefined])
    expect(await viewedBy(test, father, 'documents')).toEqual([])
  })
})

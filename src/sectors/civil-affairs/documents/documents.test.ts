import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addYears, type Day, day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { relativesOf } from '#platform/people/family.ts'
import { aBirth, aFamilyRecord, aNationalId } from '#tests/support/civil-affairs.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { answersOf, drawn, followed, heldBy, tryDraw } from '#tests/support/documents.ts'
import { aChild, aFamily, aPerson } from '#tests/support/people.ts'

let test: TestPlatform
let today: Day
beforeAll(async () => {
  test = await testPlatform()
  today = dayOf(test.clock.now())
})

const tie = async (of: PersonNumber, to: PersonNumber) =>
  (await relativesOf(test.db, of)).find((one) => one.id === to)?.relativeId ?? 'none'
const texts = (document: Awaited<ReturnType<typeof drawn>>) =>
  document.content.facts.map(({ label, value }) => [
    label.en,
    value.kind === 'text' ? value.text.en : 'value' in value ? value.value : undefined,
  ])

describe('the national ID', () => {
  let citizen: PersonNumber
  beforeEach(async () => {
    citizen = await aPerson(test.db, { born: day('2008-12-20') })
  })

  it('is held by who has a card, under their own number, with face, birth and version', async () => {
    expect(await heldBy(test, citizen)).toEqual([])
    await aNationalId(test, citizen)
    expect(await heldBy(test, citizen)).toEqual(['national-id'])
    const card = await drawn(test, 'national-id', citizen)
    expect(card).toMatchObject({ number: citizen, validUntil: addYears(today, 4), state: 'valid' })
    expect(card.content).toMatchObject({ birth: '2008-12-20', qr: { ver: '3' }, portrait: { sex: 'male' } })
    expect(texts(card)).toContainEqual(['Version', 3])
  })

  it('answers “over 18?” and “over 21?” in Hijri years, with the face and without the birth date', async () => {
    await aNationalId(test, citizen)
    const card = await drawn(test, 'national-id', citizen)
    // Eighteen Hijri years after 20 December 2008 are full on 11 June 2026, half a year before the Gregorian ones.
    expect(answersOf(test, card, day('2026-05-01'))).toEqual({
      'over-18': { over18: 'n' },
      'over-21': { over21: 'n' },
    })
    expect(answersOf(test, card, today)).toMatchObject({
      'over-18': { over18: 'y' },
      'over-21': { over21: 'n' },
    })
    const views = test.platform.catalogue.document('national-id')?.views ?? []
    expect(views.map((one) => one.shows)).toEqual([['face'], ['face']])
  })

  it('is replaced when a new version is out, and taken back when the card is cancelled', async () => {
    const id = await aNationalId(test, citizen)
    await drawn(test, 'national-id', citizen)
    const end = () =>
      test.db
        .updateTable('civil_paper')
        .set({ state: 'cancelled', ended_on: today })
        .where('person_id', '=', citizen)
        .where('id', '=', id)
        .execute()
    await end()
    await aNationalId(test, citizen, { version: 4 })
    expect(await followed(test, citizen)).toEqual(['valid', 'superseded'])
    await test.db
      .updateTable('civil_paper')
      .set({ state: 'cancelled', ended_on: today })
      .where('person_id', '=', citizen)
      .execute()
    expect((await followed(test, citizen)).toSorted()).toEqual(['revoked', 'superseded'])
  })

  it('of a minor is with the guardian, and with nobody else of the family', async () => {
    const family = await aFamily(test.db)
    const teenager = await aChild(test.db, family, { born: day('2010-12-01') })
    await aNationalId(test, teenager)
    expect(await heldBy(test, family.father)).toEqual(['national-id'])
    const card = await drawn(test, 'national-id', family.father, await tie(family.father, teenager))
    expect(card.number).toBe(teenager)
    expect(
      await tryDraw(test, 'national-id', family.mother, await tie(family.mother, teenager)),
    ).toBeUndefined()
    expect(await tryDraw(test, 'national-id', citizen, await tie(family.father, teenager))).toBeUndefined()
  })

  it('of a child who grows up is no longer with the parent', async () => {
    const family = await aFamily(test.db)
    const teenager = await aChild(test.db, family, { born: day('2009-06-20') })
    await aNationalId(test, teenager)
    await drawn(test, 'national-id', family.father, await tie(family.father, teenager))
    test.clock.set('2026-12-20T08:00:00Z')
    expect(await followed(test, family.father)).toEqual(['revoked'])
    expect((await drawn(test, 'national-id', teenager)).number).toBe(teenager)
    test.clock.set('2026-11-23T08:00:00Z')
  })
})

describe('the family record', () => {
  it('is in both parents’ hands, with a child’s birth date and no grown-up’s', async () => {
    const family = await aFamily(test.db, { children: [day('2004-02-01'), day('2019-02-01')] })
    const ids = await aFamilyRecord(test, { head: family.mother, spouse: family.father })
    expect(await heldBy(test, family.father)).toEqual(['family-record'])
    const hers = await drawn(test, 'family-record', family.mother, ids.get(family.mother))
    const his = await drawn(test, 'family-record', family.father, ids.get(family.father))
    expect(hers.number).toBe(his.number)
    expect(texts(hers)).toEqual([
      ['Its holder', 'Head of the family'],
      ['Husband', 'Salem Majid Omar Alrayhani'],
      ['Son', 'Salem Majid Omar Alrayhani'],
      ['Son, 1 February 2019', 'Salem Majid Omar Alrayhani'],
      ['Version', 1],
    ])
    expect(his.content.qr).toEqual({ head: 'n', members: '4' })
    expect(await tryDraw(test, 'family-record', family.father, ids.get(family.mother))).toBeUndefined()
  })

  it('is replaced when a child is born, and taken back when it is closed', async () => {
    const family = await aFamily(test.db)
    const ids = await aFamilyRecord(test, { head: family.father, spouse: family.mother })
    await drawn(test, 'family-record', family.father, ids.get(family.father))
    await aChild(test.db, family, { born: day('2026-11-01') })
    expect(await followed(test, family.father)).toEqual(['valid', 'superseded'])
    await test.db
      .updateTable('family_record')
      .set({ closed_on: today })
      .where('person_id', '=', family.father)
      .execute()
    expect((await followed(test, family.father)).toSorted()).toEqual(['revoked', 'superseded'])
  })
})

describe('the birth certificate', () => {
  it('is held by oneself, and by the guardian of a child', async () => {
    const family = await aFamily(test.db, { kind: 'resident' })
    const child = await aChild(test.db, family, { kind: 'resident', born: day('2024-05-05') })
    const number = await aBirth(test, child, { on: day('2024-05-05'), ...family })
    const paper = await drawn(test, 'birth-certificate', family.father, await tie(family.father, child))
    expect(paper).toMatchObject({ number, validUntil: undefined })
    expect(texts(paper)).toEqual(
      expect.arrayContaining([
        ['Time of birth', '06:20'],
        ['Father', 'Majid Omar Alrayhani'],
        ['Hospital', 'A hospital'],
      ]),
    )
    const grown = await aPerson(test.db)
    await aBirth(test, grown, { on: day('1991-03-14') })
    expect(await heldBy(test, grown)).toEqual(['birth-certificate'])
  })

  it('is nobody’s whose birth the Kingdom did not register', async () => {
    expect(await tryDraw(test, 'birth-certificate', await aPerson(test.db))).toBeUndefined()
  })
})

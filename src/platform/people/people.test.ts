import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { birthdayAt } from '#kernel/hijri.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aChild, aFamily, aPassport, aPerson } from '#tests/support/people.ts'
import { addressesOf } from './address.ts'
import { areFamily, childrenOf, parentsOf } from './family.ts'
import { findPerson, personByPassport } from './person.ts'
import { minorChild, self } from './subjects.ts'

const { db, clock } = await testPlatform()

describe('a person', () => {
  it('is found by number, with the four parts of the name in both languages', async () => {
    const number = await aPerson(db, { kind: 'resident', nationality: 'IND' })
    expect(await findPerson(db, number)).toMatchObject({
      id: number,
      kind: 'resident',
      name: { ar: 'سالم ماجد عمر الريحاني', en: 'Salem Majid Omar Alrayhani' },
      nationality: 'IND',
      alive: true,
      idExpiry: '2030-06-30',
    })
    expect(await addressesOf(db, number)).toMatchObject([{ main: true, city: { ar: 'الرياض' } }])
  })

  it('is found by passport only with the country that issued it', async () => {
    const number = await aPerson(db, { kind: 'resident' })
    const passport = await aPassport(db, number, { nationality: 'EGY' })
    expect((await personByPassport(db, { number: passport, nationality: 'EGY' }))?.id).toBe(number)
    expect(await personByPassport(db, { number: passport, nationality: 'SDN' })).toBeUndefined()
  })
})

describe('a family', () => {
  it('is read from either side, the eldest first', async () => {
    const { father, mother, children } = await aFamily(db, {
      children: [day('2019-05-01'), day('2015-05-01')],
    })
    expect((await childrenOf(db, mother)).map((child) => child.id)).toEqual([...children].reverse())
    const [child] = children
    const parents = child ? await parentsOf(db, child) : []
    expect(new Map(parents.map((it) => [it.relation, it.id]))).toEqual(
      new Map([
        ['father', father],
        ['mother', mother],
      ]),
    )
    expect(parents.filter((it) => it.guardian).map((it) => it.id)).toEqual([father])
  })

  it('is parents, children, spouses and siblings, and no one else', async () => {
    const { father, mother, children } = await aFamily(db, {
      children: [day('2019-05-01'), day('2015-05-01')],
    })
    const [one = father, two = father] = children
    for (const [a, b] of [
      [father, one],
      [one, mother],
      [father, mother],
      [one, two],
    ] as const)
      expect(await areFamily(db, a, b)).toBe(true)
    expect(await areFamily(db, father, await aPerson(db))).toBe(false)
  })
})

describe('subjects', () => {
  it('self is the asker, under an id that is not the number', async () => {
    const number = await aPerson(db)
    const subjects = await self.list({ db, clock }, number)
    expect(subjects).toMatchObject([{ id: 'self', person: number }])
    expect(await self.list({ db, clock }, await aPerson(db, { diedOn: day('2025-01-01') }))).toEqual([])
  })

  it('a child is listed for its guardian only', async () => {
    const { father, mother, children } = await aFamily(db, {
      children: [day('2019-05-01')],
      guardian: 'mother',
    })
    expect(await minorChild.list({ db, clock }, father)).toEqual([])
    const listed = await minorChild.list({ db, clock }, mother)
    expect(listed.map((subject) => subject.person)).toEqual(children)
    expect(listed[0]?.id).not.toContain(children[0])
  })

  it('a child is listed until the day before it is 18 Hijri years old, and never when it has died', async () => {
    const born = day('2009-08-01')
    const family = await aFamily(db, { children: [born] })
    await aChild(db, family, { born: day('2020-01-01'), diedOn: day('2022-01-01') })
    const birthday = birthdayAt('hijri', born, 18)
    const listedOn = async (instant: string) => {
      clock.set(instant)
      return (await minorChild.list({ db, clock }, family.father)).length
    }
    // Midnight in Riyadh is 21:00 UTC of the day before.
    const midnight = new Date(`${birthday}T00:00:00+03:00`).getTime()
    expect(await listedOn(new Date(midnight - 1000).toISOString())).toBe(1)
    expect(await listedOn(new Date(midnight).toISOString())).toBe(0)
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, day, startOfDay } from '#kernel/day.ts'
import { birthdayAt } from '#kernel/hijri.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'
import { type Custody, endCustody, enterCustody, linkCustody } from './custody.ts'
import { guardiansOf, rightOver, wardsOf } from './guardianship.ts'
import { everydayMatters, type Matter, matters } from './matter.ts'
import { minorChildIn, ownMinorChild } from './subjects.ts'

const { db, clock } = await testPlatform()
const world = { db, clock }
const born = day('2016-05-01')
const today = day('2026-11-23')
let father: PersonNumber
let mother: PersonNumber
let child: PersonNumber
let serial = 0

beforeEach(async () => {
  clock.set('2026-11-23T08:00:00Z')
  const family = await aFamily(db, { children: [born] })
  father = family.father
  mother = family.mother
  child = family.children[0] ?? father
})

/** A deed that was entered, and linked unless told otherwise; answers its number. */
async function deed(
  it: Partial<Omit<Custody, 'linked' | 'ended'>> & { readonly linked?: boolean } = {},
): Promise<string> {
  const { linked = true, ...given } = it
  const number = `${++serial}`
  await transact(db, async (tx) => {
    await enterCustody(tx, {
      child,
      number,
      holder: mother,
      grants: ['passport', 'travel', 'residence'],
      withdraws: [],
      forbidsTravel: false,
      from: today,
      until: undefined,
      ...given,
    })
    if (linked) await linkCustody(tx, { child, number, at: clock.now() })
  })
  return number
}

const of = async (parent: PersonNumber): Promise<readonly Matter[]> =>
  (await wardsOf(world, parent)).flatMap((ward) => ward.rights.map((right) => right.matter))
const died = (person: PersonNumber) =>
  db
    .updateTable('person')
    .set({ alive: false, died_on: day('2025-01-01') })
    .where('person_id', '=', person)
    .execute()

describe('who acts for a child without an order', () => {
  it('is the guardian, in everything, to the last day before 18 Hijri years', async () => {
    const last = addDays(birthdayAt('hijri', born, 18), -1)
    expect(await of(father)).toEqual(matters)
    expect(await of(mother)).toEqual([])
    expect(await guardiansOf(world, child)).toMatchObject([
      { parent: father, rights: matters.map((matter) => ({ matter, ground: 'guardian', until: last })) },
    ])
  })

  it('is the other parent when the guardian has died, and nobody for a child that has died', async () => {
    await died(father)
    expect(await of(mother)).toEqual(matters)
    expect(await of(father)).toEqual([])
    await died(child)
    expect(await of(mother)).toEqual([])
    expect(await ownMinorChild.list(world, mother)).toEqual([])
  })

  it('is nobody from the very day on which the child is of age', async () => {
    const birthday = startOfDay(birthdayAt('hijri', born, 18)).getTime()
    clock.set(new Date(birthday - 1000).toISOString())
    expect((await minorChildIn('travel').list(world, father)).length).toBe(1)
    expect((await guardiansOf(world, child)).length).toBe(1)
    clock.set(new Date(birthday).toISOString())
    expect(await minorChildIn('travel').list(world, father)).toEqual([])
    expect(await ownMinorChild.list(world, mother)).toEqual([])
    expect(await guardiansOf(world, child)).toEqual([])
  })

  it('is never a stranger', async () => {
    const stranger = await aPerson(db)
    expect(await rightOver(world, { parent: stranger, child, matter: 'any' })).toBeUndefined()
    expect(await wardsOf(world, stranger)).toEqual([])
  })
})

describe('a custody deed', () => {
  it('gives the parent with custody what it grants and everyday matters, and leaves the guardian theirs', async () => {
    await deed({ grants: ['passport'] })
    expect(await of(mother)).toEqual(['passport', ...everydayMatters])
    expect(await of(father)).toEqual(matters)
    expect(await minorChildIn('travel').list(world, mother)).toEqual([])
    expect(await minorChildIn('passport').list(world, mother)).toMatchObject([
      { person: child, ground: 'custody' },
    ])
  })

  it('takes from the other parent what it says, and nothing else', async () => {
    await deed({ grants: ['passport', 'travel'], withdraws: ['passport', 'travel'] })
    expect(await of(father)).toEqual(['residence', ...everydayMatters])
    expect(await of(mother)).toEqual(['passport', 'travel', ...everydayMatters])
  })

  it('gives and takes nothing before it is linked; a prohibition of travel holds at once', async () => {
    const until = day('2027-01-31')
    await deed({ grants: ['passport'], withdraws: ['passport'], forbidsTravel: true, until, linked: false })
    expect(await of(mother)).toEqual([])
    expect(await of(father)).toEqual(matters.filter((one) => one !== 'travel'))
    expect((await wardsOf(world, mother))[0]?.travelForbiddenUntil).toBe(until)
    clock.set(startOfDay(addDays(until, 1)).toISOString())
    expect(await of(father)).toEqual(matters)
  })

  it('holds from its first day to its last, by itself', async () => {
    const from = day('2026-12-01')
    const until = day('2026-12-31')
    await deed({ grants: ['travel'], withdraws: ['travel'], from, until })
    const onDay = async (on: typeof from) => {
      clock.set(startOfDay(on).toISOString())
      return [(await of(mother)).includes('travel'), (await of(father)).includes('travel')]
    }
    expect(await onDay(addDays(from, -1))).toEqual([false, true])
    expect(await onDay(from)).toEqual([true, false])
    expect((await rightOver(world, { parent: mother, child, matter: 'travel' }))?.until).toBe(until)
    expect(await onDay(until)).toEqual([true, false])
    expect(await onDay(addDays(until, 1))).toEqual([false, true])
  })

  it('holds no longer than childhood, whatever it says', async () => {
    await deed({ until: day('2040-01-01') })
    const right = await rightOver(world, { parent: mother, child, matter: 'passport' })
    expect(right?.until).toBe(addDays(birthdayAt('hijri', born, 18), -1))
  })

  it('ends at once when the court ends it, or when the parent with custody dies', async () => {
    const number = await deed({ withdraws: ['passport'] })
    const end = () => transact(db, (tx) => endCustody(tx, { child, number, at: clock.now() }))
    expect(await end()).toBe(true)
    expect(await end()).toBe(false)
    expect(await of(mother)).toEqual([])
    expect(await of(father)).toEqual(matters)
    await deed({ withdraws: ['passport'] })
    await died(mother)
    expect(await of(father)).toEqual(matters)
  })

  it('gives way to a later one', async () => {
    await deed({ withdraws: ['passport', 'travel', 'residence'], from: day('2026-01-01') })
    await deed({ holder: father, withdraws: [], from: day('2026-06-01') })
    expect(await of(mother)).toEqual([])
    expect(await of(father)).toEqual(matters)
  })

  it('is linked by one of two who do it at the same moment', async () => {
    const number = await deed({ linked: false })
    const link = () => transact(db, (tx) => linkCustody(tx, { child, number, at: clock.now() }))
    expect((await Promise.all([link(), link()])).sort()).toEqual([false, true])
    const late = await deed({ linked: false })
    const both = await Promise.all([
      transact(db, (tx) => linkCustody(tx, { child, number: late, at: clock.now() })),
      transact(db, (tx) => endCustody(tx, { child, number: late, at: clock.now() })),
    ])
    expect(both[1]).toBe(true)
    expect(await rightOver(world, { parent: mother, child, matter: 'passport' })).toMatchObject({
      ground: 'custody',
    })
    await transact(db, (tx) => endCustody(tx, { child, number, at: clock.now() }))
    expect(await of(mother)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { dayOf } from '#kernel/day.ts'
import { ageIn } from '#kernel/hijri.ts'
import { ownAbroad } from '#platform/accounts/abroad.ts'
import { custodiesOf } from '#platform/people/custody.ts'
import { workersOf } from '#platform/people/establishment.ts'
import { childrenOf, spousesOf } from '#platform/people/family.ts'
import { personByPassport } from '#platform/people/person.ts'
import { minorChild } from '#platform/people/subjects.ts'
import { testPlatform } from '#tests/support/database.ts'
import { blockSize, makeBlock } from './block.ts'
import { castNumber, makeCast } from './cast.ts'
import { largestFamily } from './family.ts'
import { namesOf } from './names/abroad.ts'
import { populate } from './populate.ts'
import { readyPersons } from './ready.ts'

const { platform, db, clock } = await testPlatform()
const today = dayOf(clock.now())

describe('a block', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(makeBlock('a', 7, today)).toEqual(makeBlock('a', 7, today))
    expect(makeBlock('a', 7, today)).not.toEqual(makeBlock('b', 7, today))
  })

  it('holds a hundred persons of the reserved ranges, whose numbers no other block has', () => {
    const persons = [0, 1, 2, 99_999, 160_000].flatMap((block) => makeBlock('a', block, today).persons)
    expect(persons).toHaveLength(5 * blockSize)
    for (const person of persons) {
      expect(person.id).toMatch(/^[123]9/)
      expect(person.mobile ?? '+96652').toMatch(/^\+96652/)
      expect(person.passport?.number ?? 'Z00000000').toMatch(/^Z\d{8}$/)
    }
    const unique = (pick: (person: (typeof persons)[number]) => unknown) => {
      const values = persons.map(pick).filter((value) => value !== null && value !== undefined)
      expect(new Set(values).size).toBe(values.length)
    }
    unique((person) => person.id)
    unique((person) => person.serial)
    unique((person) => person.mobile)
    unique((person) => person.passport?.number)
  })

  it('has names enough for the largest family of any country', () => {
    for (const { male, female } of Object.values(namesOf))
      for (const list of [male, female])
        expect(new Set(list.map((name) => name.en)).size).toBeGreaterThan(largestFamily)
  })

  it('is made of plausible families', () => {
    const persons = Array.from({ length: 20 }, (_, block) => makeBlock('a', block, today).persons).flat()
    const byId = new Map(persons.map((person) => [person.id, person]))
    const children = persons.filter((person) => person.father)
    expect(children.length).toBeGreaterThan(400)
    for (const child of children) {
      const mother = child.mother && byId.get(child.mother)
      const father = child.father && byId.get(child.father)
      expect(mother && ageIn('gregorian', mother.born, child.born)).toBeGreaterThanOrEqual(19)
      expect(child.parts.family).toEqual(father ? father.parts.family : undefined)
      expect([child.father, child.mother]).toContain(child.guardian)
    }
    for (const age of [0, 5, 7, 12, 17, 25])
      expect(children.some((child) => ageIn('gregorian', child.born, today) === age)).toBe(true)
  })
})

describe('a country', () => {
  it('fills the registers, grows from where it stopped, and is not filled twice', async () => {
    expect(await populate(platform, { persons: 300 })).toBe(300)
    expect(await populate(platform, { persons: 300 })).toBe(0)
    expect(await populate(platform, { persons: 500 })).toBe(200)
    const { count } = await db
      .selectFrom('person')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(500 + Object.keys(makeCast('a', today)).length)
    const made = makeBlock('diwan', 4, today).persons.find((person) => person.passport)
    const found =
      made?.passport && (await personByPassport(db, { ...made.passport, nationality: made.nationality }))
    expect(found).toMatchObject({ id: made?.id, parts: made?.parts, born: made?.born })
  })

  it('refuses to mix two countries', async () => {
    await expect(populate(platform, { persons: 1000, seed: 'another' })).rejects.toThrow('another country')
  })

  it('has a cast: a parent of a child of seven and one of five, both minors', async () => {
    const parent = castNumber('parent')
    const ages = (await childrenOf(db, parent)).map((child) => ageIn('gregorian', child.born, today))
    expect(ages).toEqual([7, 5])
    expect(await minorChild.list({ db, clock }, parent)).toHaveLength(2)
  })

  it('has a citizen family in it: a daughter with a national ID and a son too young for one', async () => {
    const children = await childrenOf(db, castNumber('wife'))
    expect(children.map(({ id, idExpiry }) => [id, idExpiry !== undefined])).toEqual([
      [castNumber('daughter16'), true],
      [castNumber('son1'), false],
    ])
    expect((await spousesOf(db, castNumber('husband'))).map(({ id }) => id)).toEqual([castNumber('wife')])
  })

  it('has a cast: parents who parted, a deed that the mother may link, and a worker in a home', async () => {
    const [father, mother, child] = (['custodyFather', 'custodyMother', 'custodyChild'] as const).map(
      castNumber,
    )
    if (!father || !mother || !child) throw new Error('the cast is not whole')
    expect((await minorChild.list({ db, clock }, father)).map((one) => one.person)).toEqual([child])
    expect(await minorChild.list({ db, clock }, mother)).toEqual([])
    expect(await custodiesOf(db, [child])).toMatchObject([{ holder: mother, linked: false, ended: false }])
    expect(await workersOf(db, castNumber('seller'))).toEqual([castNumber('unenrolled')])
  })

  it('has accounts to sign in with, officers on the roster, and newcomers without either', async () => {
    const persons = await readyPersons(platform)
    const accounts = await db.selectFrom('account').select(['person_id', 'username', 'state']).execute()
    const waiting = accounts.filter((account) => account.state !== 'activated')
    expect(waiting).toMatchObject([{ person_id: castNumber('student'), state: 'registered' }])
    expect(await ownAbroad(db, castNumber('student'))).toMatchObject({ way: 'video' })
    expect(new Set(accounts.map((account) => account.username))).toEqual(
      new Set(persons.flatMap((person) => person.account?.username ?? [])),
    )
    const newcomers = persons.filter((person) => person.door === 'registration')
    expect(newcomers.map((person) => person.number)).toEqual([
      castNumber('newcomer'),
      castNumber('secondNewcomer'),
      castNumber('gulfVisitor'),
    ])
    expect(newcomers.every((person) => person.mobile)).toBe(true)
    const officers = await db.selectFrom('officer').select('person_id').execute()
    expect(new Set(officers.map((officer) => officer.person_id))).toEqual(
      new Set(persons.filter((person) => person.door === 'office').map((person) => person.number)),
    )
  })
})

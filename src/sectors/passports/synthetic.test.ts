import { beforeAll, describe, expect, it } from 'vitest'
import { type Day, dayOf, daysBetween } from '#kernel/day.ts'
import { findPerson } from '#platform/people/person.ts'
import { castNumber } from '#population/cast.ts'
import { populate } from '#population/populate.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { crossingsOf, isAbroad } from './registry/crossings.ts'
import { isGood, passportsOf } from './registry/passports.ts'
import { residencyOf, residencyStatus } from './registry/residency.ts'
import { travelPermitsOf } from './registry/travel-permits.ts'
import { visaByNumber, visaStatus, visasOf } from './registry/visas.ts'

const tables = ['residency_permit', 'passport_booklet', 'visa', 'travel_permit', 'border_crossing'] as const

let test: TestPlatform
let today: Day

beforeAll(async () => {
  test = await testPlatform()
  today = dayOf(test.clock.now())
  await populate(test.platform, { persons: 500 })
})

const all = (table: (typeof tables)[number]) =>
  test.db.selectFrom(table).selectAll().orderBy('person_id').execute()

describe('the synthetic passports', () => {
  it('are the same again, and in a larger country', async () => {
    const other = await testPlatform()
    await populate(other.platform, { persons: 200 })
    const { persons } = await other.db
      .selectFrom('person')
      .select(({ fn }) => fn.agg<string[]>('array_agg', ['person_id']).as('persons'))
      .executeTakeFirstOrThrow()
    for (const table of tables) {
      const here = (await all(table)).filter((row) => persons.includes(row.person_id))
      const there = await other.db.selectFrom(table).selectAll().orderBy('person_id').execute()
      // A crossing's own id is drawn by the database.
      const plain = (rows: readonly object[]) =>
        rows.map((row) => JSON.stringify({ ...row, id: undefined })).sort()
      expect(there.length).toBeGreaterThan(3)
      expect(plain(here)).toEqual(plain(there))
    }
  })

  it('give every resident a permit that ends when the base register says, on some account', async () => {
    const residents = await test.db
      .selectFrom('person')
      .select(['person_id', 'id_expiry'])
      .where('kind', '=', 'resident')
      .execute()
    const kinds = new Set<string>()
    for (const { person_id, id_expiry } of residents) {
      const permit = await residencyOf(test.db, person_id)
      expect(permit?.expiresOn).toBe(id_expiry)
      if (permit) kinds.add(permit.kind)
    }
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['dependant', 'household', 'worker']))
  })

  it('never have two journeys at a time, and say who is abroad', async () => {
    const travellers = await test.db.selectFrom('border_crossing').select('person_id').distinct().execute()
    let abroad = 0
    for (const { person_id } of travellers) {
      const crossings = await crossingsOf(test.db, person_id, { limit: 50 })
      crossings.forEach((one, at) => {
        const before = crossings[at + 1]
        if (before) expect(before.direction).not.toBe(one.direction)
        expect(one.at.getTime()).toBeLessThan(test.clock.now().getTime())
      })
      if (await isAbroad(test.db, person_id)) abroad += 1
    }
    expect(abroad).toBeGreaterThan(0)
    expect(abroad).toBeLessThan(travellers.length / 5)
  })

  it('have visas that are found by their numbers', async () => {
    for (const { number, person_id } of (await all('visa')).slice(0, 20) as {
      number: string
      person_id: string
    }[])
      expect((await visaByNumber(test.db, number))?.holder).toBe(person_id)
  })
})

describe('the cast', () => {
  const permit = async (name: Parameters<typeof castNumber>[0]) => {
    const found = await residencyOf(test.db, castNumber(name))
    if (!found) throw new Error(`no permit of ${name}`)
    return found
  }

  it('has a family on the father’s account, and a household’s worker whose permit soon runs out', async () => {
    expect(await permit('parent')).toMatchObject({ kind: 'worker', occupation: { en: 'Engineer' } })
    for (const name of ['mother', 'child7', 'child5'] as const)
      expect(await permit(name)).toMatchObject({ kind: 'dependant', sponsor: castNumber('parent') })
    const worker = await permit('unenrolled')
    expect(worker).toMatchObject({ kind: 'household', sponsor: castNumber('seller') })
    expect(residencyStatus(worker, today)).toBe('valid')
    expect(daysBetween(today, worker.expiresOn)).toBe(25)
  })

  it('has a father about to travel, a visitor who stays, and a child who may travel', async () => {
    const [visa] = await visasOf(test.db, castNumber('parent'))
    expect(visa && visaStatus(visa, today)).toBe('issued')
    const [stay] = await visasOf(test.db, castNumber('visitor'))
    expect(stay && visaStatus(stay, today)).toBe('used')
    expect(stay?.endsOn).toBe((await findPerson(test.db, castNumber('visitor')))?.idExpiry)
    const [passport] = await passportsOf(test.db, castNumber('child12'))
    expect(passport && isGood(passport, today)).toBe(true)
    expect(await travelPermitsOf(test.db, castNumber('child12'))).toMatchObject([
      { state: 'active', trips: 'multiple', issuedBy: castNumber('driver') },
    ])
    expect((await crossingsOf(test.db, castNumber('driver'), { limit: 9 })).length).toBeGreaterThan(1)
  })
})

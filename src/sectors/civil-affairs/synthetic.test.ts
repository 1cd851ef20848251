import { beforeAll, describe, expect, it } from 'vitest'
import { castNumber } from '#population/cast.ts'
import { populate } from '#population/populate.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { birthOf } from './registry/births.ts'
import { familyRecordsOf, membersOf } from './registry/families.ts'
import { papersOf } from './registry/papers.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await testPlatform()
  await populate(test.platform, { persons: 1000 })
}, 60_000)

describe('a synthetic country', () => {
  it('has a national ID for every living citizen whose ID has an end, and for nobody else', async () => {
    const { rows } = await test.platform.pool.query(`
      select count(*) filter (where p.kind = 'citizen' and p.alive and p.id_expiry is not null) as due,
        count(*) filter (where c.expires_on = p.id_expiry and p.alive) as held,
        count(*) filter (where c.id is not null and p.kind <> 'citizen') as strangers
      from person p left join civil_paper c on c.person_id = p.person_id and c.kind = 'national-id'`)
    const [{ due, held, strangers }] = rows
    expect([due === held, strangers]).toEqual([true, 0])
    expect(Number(due)).toBeGreaterThan(300)
  })

  it('has records that both spouses hold under one number, a few led by the wife', async () => {
    const { rows } = await test.platform.pool.query(`
      select a.number = b.number as same, a.head <> b.head as one_leads, pa.sex
      from family_record a join family_record b on b.person_id = a.spouse_id and b.spouse_id = a.person_id
      join person pa on pa.person_id = a.person_id where a.head and a.closed_on is null and b.closed_on is null`)
    expect(rows.length).toBeGreaterThan(50)
    expect(rows.every((row) => row.same && row.one_leads)).toBe(true)
    expect(rows.some((row) => row.sex === 'female')).toBe(true)
  })

  it('has lost papers, each with its report and in the list that others ask', async () => {
    const { rows } = await test.platform.pool.query(`
      select p.number, r.late, l.version from civil_paper p
      left join lost_report r on r.person_id = p.person_id and r.paper_id = p.id
      left join lost_paper l on l.kind = p.kind and l.number = p.number and l.version = p.version
      where p.state = 'lost'`)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => row.late !== null && row.version !== null)).toBe(true)
  })

  it('gives the cast a family record in two hands, IDs, and a birth certificate for the youngest', async () => {
    const [husband, wife, son] = [castNumber('husband'), castNumber('wife'), castNumber('son1')]
    const [record] = await familyRecordsOf(test.db, wife)
    expect((await familyRecordsOf(test.db, husband))[0]?.number).toBe(record?.number)
    expect(record && (await membersOf(test.db, record)).map((one) => one.id)).toEqual([
      husband,
      castNumber('daughter16'),
      son,
    ])
    expect((await papersOf(test.db, son)).map((one) => one.kind)).toEqual(['birth-certificate'])
    expect((await papersOf(test.db, wife)).map((one) => [one.kind, one.state])).toContainEqual([
      'national-id',
      'valid',
    ])
    expect((await birthOf(test.db, son))?.father.en).toBe('Bandar Majed Saud Alkhuzama')
  })
})

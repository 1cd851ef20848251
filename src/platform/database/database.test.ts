import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#tests/support/database.ts'
import { isId, newId } from './ids.ts'
import { migrate, statementsOf } from './migrate.ts'
import { transact } from './transact.ts'

const { db, pool } = await testDatabase()
await pool.query('create table counter (name text primary key, n int not null)')

describe('connect', () => {
  it('reads bigint as a number, date as a day, timestamptz as an instant', async () => {
    const { rows } = await pool.query(
      `select 5::int8 as n, '2026-11-23'::date as d, array[1::int8, 2] as ns, array['2026-11-23'::date] as ds,
              '2026-11-23T08:00:00Z'::timestamptz as t`,
    )
    expect(rows[0]).toEqual({
      n: 5,
      d: '2026-11-23',
      ns: [1, 2],
      ds: ['2026-11-23'],
      t: new Date('2026-11-23T08:00:00Z'),
    })
  })
})

describe('transact', () => {
  it('runs again what a deadlock broke, and both commit', async () => {
    await pool.query(`insert into counter values ('a', 0), ('b', 0)`)
    const both = (first: string, second: string) =>
      transact(db, async (tx) => {
        await sql`update counter set n = n + 1 where name = ${first}`.execute(tx)
        await new Promise((resolve) => setTimeout(resolve, 100))
        await sql`update counter set n = n + 1 where name = ${second}`.execute(tx)
      })
    await Promise.all([both('a', 'b'), both('b', 'a')])
    expect((await pool.query('select n from counter order by name')).rows).toEqual([{ n: 2 }, { n: 2 }])
  })

  it('runs once and leaves nothing when the work itself throws', async () => {
    let runs = 0
    const work = transact(db, async (tx) => {
      runs += 1
      await sql`insert into counter values ('c', 1)`.execute(tx)
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(runs).toBe(1)
    expect((await pool.query(`select 1 from counter where name = 'c'`)).rowCount).toBe(0)
  })
})

describe('migrate', () => {
  const good = { name: 'x/001-good.sql', hash: '1', statements: ['create table good (id int)'] }
  const broken = {
    name: 'x/002-broken.sql',
    hash: '2',
    statements: ['create table half (id int)', 'create table half (id int)'],
  }

  it('runs each once, also from two processes, and a broken one not by half', async () => {
    const ran = await Promise.all([migrate(pool, [good]), migrate(pool, [good])])
    expect(ran.flat()).toEqual(['x/001-good.sql'])
    await expect(migrate(pool, [good, broken])).rejects.toThrow('x/002-broken.sql failed')
    expect((await pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
  })

  it('refuses a migration that was changed after it ran', async () => {
    await expect(migrate(pool, [{ ...good, hash: 'other' }])).rejects.toThrow('was changed after it ran')
  })

  it('cuts a file into statements at the ends of lines only', () => {
    expect(
      statementsOf(
        `-- why; because\ncreate table a (\n  b text -- x; y\n);\n\ninsert into a values ('1;2');\n`,
      ),
    ).toEqual(['create table a (\n  b text -- x; y\n)', `insert into a values ('1;2')`])
  })
})

describe('ids', () => {
  it('are version 7, and sort by time', () => {
    const early = newId(new Date('2026-01-01Z'))
    expect(early < newId(new Date('2026-01-02Z'))).toBe(true)
    const at = new Date('2026-01-03Z')
    const inOrder = Array.from({ length: 100 }, () => newId(at))
    expect([...inOrder].sort()).toEqual(inOrder)
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(isId(early)).toBe(true)
    expect(isId(`${early}'`)).toBe(false)
  })
})

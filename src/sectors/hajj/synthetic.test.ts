import { expect, it } from 'vitest'
import { dayOf } from '#kernel/day.ts'
import { castNumber } from '#population/cast.ts'
import { populate } from '#population/populate.ts'
import { testPlatform } from '#tests/support/database.ts'
import { permitsOf } from './registry/permits.ts'
import { seasonOn } from './season.ts'

it('a synthetic country has pilgrims of this season and of seasons gone, each permit under its number', async () => {
  const test = await testPlatform()
  await populate(test.platform, { persons: 1000 })
  const today = dayOf(test.clock.now())
  const season = seasonOn(today).year
  const { rows } = await test.platform.pool.query(
    `select p.season, p.state, n.person_id is not null as indexed from hajj_permit p
      left join hajj_permit_number n on n.number = p.number and n.person_id = p.person_id`,
  )
  expect(rows.every((row) => row.indexed)).toBe(true)
  expect(rows.filter((row) => row.season === season).every((row) => row.state === 'issued')).toBe(true)
  expect(rows.filter((row) => row.season < season && row.state === 'performed').length).toBeGreaterThan(20)
  expect((await permitsOf(test.db, castNumber('husband')))[0]).toMatchObject({ season, state: 'issued' })
})

import { expect, it } from 'vitest'
import { addDays, dayOf } from '#kernel/day.ts'
import { castNumber } from '#population/cast.ts'
import { populate } from '#population/populate.ts'
import { testPlatform } from '#tests/support/database.ts'
import { insuredUntil, policyOn } from './registry/policies.ts'

it('a synthetic country insures nearly all its residents; one of the cast has a policy that ends soon', async () => {
  const test = await testPlatform()
  await populate(test.platform, { persons: 500 })
  const today = dayOf(test.clock.now())
  const { rows } = await test.platform.pool.query(
    `select avg((h.ends_on >= $1)::int::float) as share from person p
      left join health_policy h on h.person_id = p.person_id where p.kind = 'resident' and p.alive`,
    [today],
  )
  expect(rows[0].share).toBeGreaterThan(0.85)
  expect(rows[0].share).toBeLessThan(1)
  const worker = castNumber('unenrolled')
  expect(await insuredUntil(test.db, worker)).toBe(addDays(today, 18))
  expect(await policyOn(test.db, worker, addDays(today, 18))).toMatchObject({ until: addDays(today, 18) })
  expect(await policyOn(test.db, worker, addDays(today, 19))).toBeUndefined()
})

import { beforeAll, expect, it } from 'vitest'
import { delegationsGiven } from '#platform/authority/delegation.ts'
import { workspacesOf } from '#platform/authority/workspace.ts'
import { castNumber } from '#population/cast.ts'
import { castEstablishmentNumber, establishmentNumberAt } from '#population/numbers.ts'
import { populate } from '#population/populate.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { accountOf } from './registry/account.ts'
import { linesOf } from './registry/lines.ts'
import { subscriptionsOf } from './registry/subscriptions.ts'

let test: TestPlatform

beforeAll(async () => {
  test = await testPlatform()
  await populate(test.platform, { persons: 300 })
}, 60_000)

it('fills every table, with a number for each line', async () => {
  for (const table of [
    'telecom_operator',
    'telecom_account',
    'telecom_bill',
    'telecom_subscription',
    'telecom_line',
    'telecom_line_number',
    'telecom_line_user',
    'telecom_authenticator',
    'telecom_redemption',
  ] as const)
    expect((await test.db.selectFrom(table).selectAll().execute()).length, table).toBeGreaterThan(0)
  const lines = await test.db.selectFrom('telecom_line').select('number').execute()
  expect(new Set(lines.map((one) => one.number)).size).toBe(lines.length)
})

it('gives the cast an establishment with everything to try', async () => {
  const account = await accountOf(test.db, castEstablishmentNumber)
  expect(account?.due).toHaveLength(2)
  expect((await subscriptionsOf(test.db, castEstablishmentNumber)).map((one) => one.state)).toContain(
    'inactive',
  )
  const lines = await linesOf(test.db, castEstablishmentNumber)
  expect(lines.some((one) => one.user === castNumber('accountant'))).toBe(true)
  expect(lines.filter((one) => !one.user)).toHaveLength(2)
  const given = await delegationsGiven(test.platform, castEstablishmentNumber)
  expect(given.map((one) => [one.kind, one.state]).sort()).toEqual([
    ['manager', 'active'],
    ['my-business', 'active'],
    ['sim-authentication', 'active'],
  ])
  for (const who of ['merchant', 'manager', 'accountant', 'lineDelegate'] as const)
    expect(await workspacesOf(test.platform, castNumber(who)), who).toHaveLength(1)
})

it('leaves the establishment of the seller to be registered, with one small bill', async () => {
  expect(await workspacesOf(test.platform, castNumber('seller'))).toEqual([])
  expect((await accountOf(test.db, establishmentNumberAt(0)))?.due).toMatchObject([{ amount: 23_000 }])
})

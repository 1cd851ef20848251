import { describe, expect, it } from 'vitest'
import { openDemoAccounts } from '#platform/accounts/demo.ts'
import { testPassword } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { fill } from './fill.ts'

const { platform, db } = await testPlatform({ catalogue: noCatalogue })
const production = { ...platform, config: { ...platform.config, mode: 'production' as const } }
const counted = async (table: 'person' | 'account' | 'officer') =>
  (await db.selectFrom(table).selectAll().execute()).length

describe('in production', () => {
  it('no synthetic person is put into the database, and nothing of a filling stays', async () => {
    await expect(fill(production, 40)).rejects.toThrow('no place in production')
    expect([await counted('person'), await counted('officer')]).toEqual([0, 0])
    expect(await db.selectFrom('installation').select('key').where('key', 'like', 'fill%').execute()).toEqual(
      [],
    )
  })

  it('no account stands ready', async () => {
    const none = { accounts: [], password: testPassword }
    await expect(openDemoAccounts(production, none)).rejects.toThrow('for demonstrations only')
    expect(await counted('account')).toBe(0)
  })

  it('an empty database that is asked to stay empty does', async () => {
    expect(await fill(production, 0)).toBe(false)
    expect(await counted('person')).toBe(0)
  })
})

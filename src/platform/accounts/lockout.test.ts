import { describe, expect, it } from 'vitest'
import { testDatabase } from '#tests/support/database.ts'
import { clearTries, countTry } from './lockout.ts'

const { db } = await testDatabase()
const noon = new Date('2026-11-23T09:00:00Z')
const after = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)

describe('lockout', () => {
  it('lets no more than five of many guesses at once through', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => countTry(db, ['at-once'], noon)))
    expect(tries.filter(({ allowed }) => allowed)).toHaveLength(5)
    expect(await countTry(db, ['at-once'], noon)).toEqual({ allowed: false, retryAfter: 30 })
  })

  it('begins anew after a success, and after a day without a failure', async () => {
    for (let i = 0; i < 5; i += 1) await countTry(db, ['cleared'], noon)
    await clearTries(db, ['cleared'])
    expect(await countTry(db, ['cleared'], noon)).toEqual({ allowed: true })
    for (let i = 0; i < 4; i += 1) await countTry(db, ['old'], noon)
    for (let i = 0; i < 4; i += 1) expect(await countTry(db, ['old'], after(25))).toEqual({ allowed: true })
  })
})

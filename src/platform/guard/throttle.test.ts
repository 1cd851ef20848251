import { describe, expect, it } from 'vitest'
import { testDatabase } from '#tests/support/database.ts'
import { take, takeAll } from './throttle.ts'

const { db } = await testDatabase()
const noon = new Date('2026-11-23T09:00:00Z')
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

describe('throttle', () => {
  it('allows exactly its limit, even to calls at once', async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, () => take(db, { key: 'at-once', limit: 5, per: 60 }, noon)),
    )
    expect(tries.filter((each) => each.ok)).toHaveLength(5)
  })

  it('says when to come back, and lets in then', async () => {
    const throttle = { key: 'later', limit: 1, per: 60 }
    await take(db, throttle, noon)
    expect(await take(db, throttle, later(45))).toEqual({ ok: false, error: { retryAfter: 15 } })
    expect(await take(db, throttle, later(60))).toEqual({ ok: true, value: undefined })
  })

  it('keeps keys apart', async () => {
    await take(db, { key: 'one', limit: 1, per: 60 }, noon)
    expect((await take(db, { key: 'other', limit: 1, per: 60 }, noon)).ok).toBe(true)
  })

  it('takes from several at once, and refuses for the first that is used up', async () => {
    const both = [
      { key: 'b', limit: 1, per: 60 },
      { key: 'a', limit: 2, per: 3600 },
    ]
    expect((await takeAll(db, [], noon)).ok).toBe(true)
    expect((await takeAll(db, both, noon)).ok).toBe(true)
    expect(await takeAll(db, both, noon)).toMatchObject({ error: { status: 429, retryAfter: 60 } })
    expect(await takeAll(db, both, later(60))).toMatchObject({ error: { retryAfter: 3540 } })
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        takeAll(
          db,
          (n % 2 ? both : both.toReversed()).map((one) => ({ ...one, limit: 9 })),
          later(4000),
        ),
      ),
    )
    expect(tries.filter((each) => each.ok)).toHaveLength(9)
  })
})

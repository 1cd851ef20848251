import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { inboxOf } from '#tests/support/service.ts'
import { aLicence } from '#tests/support/traffic.ts'

let test: TestPlatform
let holder: PersonNumber

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T06:00:00Z')
  holder = await aPerson(test.db)
})

async function day(days = 0) {
  test.clock.advance({ days })
  await enqueue(test.db, { task: 'traffic.remind-of-expiry', payload: {} })
  await test.runJobs()
  return inboxOf(test, holder)
}

describe('reminders of an expiry', () => {
  it('come 180, 30 and 7 days ahead, each once', async () => {
    await aLicence(test, holder, { expires: 181 })
    expect(await day()).toHaveLength(0)
    expect(await day(1)).toHaveLength(1)
    expect(await day()).toHaveLength(1)
    expect(await day(150)).toHaveLength(2)
    expect(await day(23)).toHaveLength(3)
    expect(await day(7)).toHaveLength(3)
  })

  it('are made up for after two days on which nothing ran', async () => {
    await aLicence(test, holder, { expires: 30 })
    expect(await day(2)).toHaveLength(1)
  })

  it('name the day in both calendars', async () => {
    await aLicence(test, holder, { expires: 7 })
    expect((await day())[0]).toMatch(/30 November 2026 \(.* AH\)/)
  })
})

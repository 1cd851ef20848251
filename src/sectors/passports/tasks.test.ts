import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aResidency } from '#tests/support/passports.ts'
import { aPassport, aPerson } from '#tests/support/people.ts'
import { inboxOf } from '#tests/support/service.ts'

let test: TestPlatform
let holder: PersonNumber
let sponsor: PersonNumber

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T06:00:00Z')
  holder = await aPerson(test.db, { kind: 'resident' })
  sponsor = await aPerson(test.db)
})

async function day(days = 0) {
  test.clock.advance({ days })
  await enqueue(test.db, { task: 'passports.remind-of-expiry', payload: {} })
  await test.runJobs()
  return [await inboxOf(test, holder), await inboxOf(test, sponsor)].map((all) => all.length)
}

describe('reminders of a residency’s end', () => {
  it('go to the holder and to whose duty it is, 90, 30 and 7 days ahead, each once', async () => {
    await aResidency(test, holder, { expires: 91, kind: 'household', sponsor_id: sponsor })
    expect(await day()).toEqual([0, 0])
    expect(await day(1)).toEqual([1, 1])
    expect(await day()).toEqual([1, 1])
    expect(await day(60)).toEqual([2, 2])
    expect(await day(23)).toEqual([3, 3])
    expect(await day(7)).toEqual([3, 3])
    expect((await inboxOf(test, sponsor))[0]).toContain('it is for you to renew it')
  })

  it('are made up for after two days on which nothing ran, and name the day in both calendars', async () => {
    await aResidency(test, holder, { expires: 30 })
    expect(await day(2)).toEqual([1, 0])
    expect((await inboxOf(test, holder))[0]).toMatch(/23 December 2026 \(.* AH\)/)
  })

  it('leave out a permit that was cancelled', async () => {
    await aResidency(test, holder, {
      expires: 30,
      state: 'cancelled',
      reason_ar: 'سبب',
      reason_en: 'A reason',
    })
    expect(await day()).toEqual([0, 0])
  })
})

describe('the home page', () => {
  const prompts = (person: PersonNumber) =>
    test.platform.catalogue.prompts
      .find((one) => one.name === 'residency-and-passport-expiring')
      ?.list({ db: test.db, clock: test.clock, today: dayOf(test.clock.now()) }, person)

  it('brings forward a residency within 90 days of its end and a passport within 180', async () => {
    await aResidency(test, holder, { expires: 91 })
    expect(await prompts(holder)).toEqual([])
    test.clock.advance({ days: 1 })
    expect(await prompts(holder)).toMatchObject([
      { title: { en: 'Resident ID' }, next: { service: 'view-digital-resident-id' } },
    ])
    // Good until the last day of 2026.
    await aPassport(test.db, holder, { issuedOn: '2022-01-01' as never })
    expect(await prompts(holder)).toMatchObject([{}, { title: { en: 'Passport' } }])
  })

  it('says when it has run out', async () => {
    await aResidency(test, holder, { expires: -3 })
    expect((await prompts(holder))?.[0]?.detail.en).toContain('It has run out')
  })
})

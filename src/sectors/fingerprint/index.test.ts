import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { evaluateRules } from '#platform/rules/evaluate.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { fingerprintEnrolled } from './index.ts'
import { enrol } from './registry.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await testPlatform()
})

async function verdict(applicant: PersonNumber) {
  const [only] = await evaluateRules(
    [fingerprintEnrolled],
    {
      db: test.db,
      clock: test.clock,
      today: day('2026-11-23'),
      applicant,
      actor: applicant,
      subject: undefined,
      answers: undefined,
      party: () => undefined,
    },
    { viewerRole: 'applicant' },
  )
  return only
}

describe('the gate for other sectors', () => {
  it('lets an enrolled person pass', async () => {
    const person = await aPerson(test.db)
    await enrol(test.db, { person, place: { ar: 'م', en: 'O' }, on: day('2020-02-02'), at: test.clock.now() })
    expect(await verdict(person)).toMatchObject({ outcome: 'met' })
  })
  it('refuses another with a code for programs and a way to book for people', async () => {
    expect(await verdict(await aPerson(test.db))).toMatchObject({
      outcome: 'unmet',
      code: 'FINGERPRINT_NOT_ENROLLED',
      reason: { ar: expect.stringContaining('بصمة محدثة') },
      remedy: { service: 'enrol-fingerprint' },
    })
  })
  it('stands before no service of health, education or birth', () => {
    const spared = test.platform.catalogue.definitions.filter(
      (one) => ['health', 'education'].includes(one.sector) || one.slug.includes('birth'),
    )
    const gated = test.platform.catalogue.definitions.filter(
      (one) => one.kind === 'service' && one.rules.some((rule) => rule.name === fingerprintEnrolled.name),
    )
    expect(gated.filter((one) => spared.includes(one))).toEqual([])
  })
})

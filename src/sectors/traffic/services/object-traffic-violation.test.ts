import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { asPerson, inboxOf, send, trySend, unmetAtOpening } from '#tests/support/service.ts'
import { aViolation } from '#tests/support/traffic.ts'
import { countUnpaid, countUnpaidOnVehicle, violationByNumber } from '../registry/violations.ts'

const service = 'object-traffic-violation'
const answers = {
  ground: 'not-my-vehicle',
  explanation: 'My car was at the workshop on that day.',
  evidence: { file: 'f1', name: 'receipt.jpg', type: 'image/jpeg', bytes: 1200 },
}
let test: TestPlatform
let driver: PersonNumber

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  driver = await aPerson(test.db)
})

async function objected(kind: 'speeding-20' | 'red-light' = 'speeding-20') {
  const number = await aViolation(test, driver, { kind, sequenceNumber: `S${driver}` })
  const sent = await send(test, { service, by: driver, answers })
  return { number, sent }
}
const violation = (number: string) => violationByNumber(test.db, driver, number)

/** What the decision on paper says. */
async function decisionOf(person: PersonNumber): Promise<string | undefined> {
  const [paper] = await documentsOf(test.db, person)
  const fact = paper?.content.facts.find((one) => one.key === 'decision')
  return fact?.value.kind === 'text' ? fact.value.text.en : undefined
}

describe('an objection', () => {
  it('freezes the fine until the decision', async () => {
    const { number } = await objected()
    expect((await violation(number))?.state).toBe('objected')
    expect(await countUnpaid(test.db, driver)).toBe(0)
    expect(await countUnpaidOnVehicle(test.db, `S${driver}`)).toBe(0)
  })

  it('drops the fine when it is upheld, with the reasons', async () => {
    const { number, sent } = await objected()
    await sent.decide({ approve: true, reason: 'The plate in the picture is another one' })
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await violation(number)).toMatchObject({
      state: 'dropped',
      decision: 'The plate in the picture is another one',
    })
    expect((await inboxOf(test, driver)).join()).toContain(`violation ${number} is dropped`)
    expect(await decisionOf(driver)).toBe('Upheld: the violation is dropped')
  })

  it('brings the fine back when it is refused, with the reasons and a new window to pay', async () => {
    const { number, sent } = await objected()
    test.clock.advance({ days: 10 })
    await sent.decide({ approve: false, code: 'EVIDENCE_HOLDS', reason: '' })
    expect((await sent.state()).status).toBe('rejected')
    expect(await violation(number)).toMatchObject({ state: 'unpaid', payBy: '2026-12-20' })
    expect(await countUnpaidOnVehicle(test.db, `S${driver}`)).toBe(1)
    expect((await inboxOf(test, driver)).join()).toContain('The record of the camera holds')
    expect(await decisionOf(driver)).toBe('Refused')
    const again = await unmetAtOpening(test, { service, by: driver })
    expect(Object.keys(again)).toEqual(['not-decided-yet'])
  })

  it('brings the fine back when it is withdrawn', async () => {
    const { number, sent } = await objected()
    await sent.cancel()
    expect(await violation(number)).toMatchObject({ state: 'unpaid', decision: undefined })
  })

  it('is one at a time', async () => {
    const { number } = await objected()
    const subject = (await violation(number))?.id ?? ''
    const again = await trySend(test, { service, by: driver, subject, answers })
    expect(again).toMatchObject({ ok: false, error: { code: 'conditions-unmet' } })
  })
})

describe('an objection is refused', () => {
  it('after 30 days, with the way to the court', async () => {
    await aViolation(test, driver)
    test.clock.advance({ days: 31 })
    const { 'in-time-to-object': verdict } = await unmetAtOpening(test, { service, by: driver })
    expect(verdict?.reason?.en).toContain('traffic court')
    expect((await trySend(test, { service, by: driver, answers })).ok).toBe(false)
  })

  it('to a violation that was paid', async () => {
    const number = await aViolation(test, driver)
    const paid = await send(test, {
      service: 'pay-violations',
      by: driver,
      answers: { violations: [number] },
    })
    await paid.pay()
    const subject = (await violation(number))?.id ?? ''
    expect(Object.keys(await unmetAtOpening(test, { service, by: driver, subject }))).toEqual([
      'not-paid-yet',
    ])
  })

  it('by anybody else, and nothing is written', async () => {
    const number = await aViolation(test, driver)
    const subject = (await violation(number))?.id ?? ''
    const started = await startDraft(test.platform, asPerson(await aPerson(test.db)), {
      service,
      subject,
      key: 'k',
    })
    expect(started).toMatchObject({ ok: false, error: { status: 403 } })
    expect((await violation(number))?.state).toBe('unpaid')
  })

  it('when a payment came first, without a trace', async () => {
    const number = await aViolation(test, driver)
    const paying = await send(test, {
      service: 'pay-violations',
      by: driver,
      answers: { violations: [number] },
    })
    await send(test, { service, by: driver, answers })
    await paying.pay()
    expect((await paying.state()).status).toBe('rejected')
    expect(test.payments.refunds).toHaveLength(1)
    expect((await violation(number))?.state).toBe('objected')
  })
})

import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { findBill } from '#platform/payments/bill.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { asPerson, inboxOf, send, smsTo, trySend, unmetAtOpening, unmetOf } from '#tests/support/service.ts'
import { aViolation } from '#tests/support/traffic.ts'
import { countUnpaidOnVehicle, violationsOf } from '../registry/violations.ts'

const service = 'pay-violations'
let test: TestPlatform
let driver: PersonNumber

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  driver = await aPerson(test.db)
})

const states = async () =>
  Object.fromEntries((await violationsOf(test.db, driver)).map((one) => [one.number, one.state]))

async function linesOf(sent: Awaited<ReturnType<typeof send>>) {
  const bill = (await sent.state()).bills.payment
  return bill && (await findBill(test.db, driver, bill.id))?.lines
}

describe('paying violations', () => {
  it('pays those chosen and leaves the others, with the reduction where it is due', async () => {
    const first = await aViolation(test, driver, { sequenceNumber: 'S1' })
    test.clock.advance({ minutes: 1 })
    const grave = await aViolation(test, driver, { kind: 'red-light' })
    const third = await aViolation(test, driver, { kind: 'seat-belt' })
    const sent = await send(test, { service, by: driver, answers: { violations: [first, grave] } })
    expect((await linesOf(sent))?.map(({ kind, amount, record }) => ({ kind, amount, record }))).toEqual([
      { kind: 'fine', amount: sar(3000), record: grave },
      { kind: 'fine', amount: sar(225), record: first },
    ])
    await sent.pay()
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await states()).toEqual({ [first]: 'paid', [grave]: 'paid', [third]: 'unpaid' })
    expect(await countUnpaidOnVehicle(test.db, 'S1')).toBe(0)
    expect((await inboxOf(test, driver)).join()).toContain('Your violations are paid')
    expect(smsTo(test, driver).join()).toContain('سُددت مخالفاتك')
  })

  it('takes the whole fine once the payment window is over', async () => {
    const number = await aViolation(test, driver)
    test.clock.advance({ days: 20 })
    const sent = await send(test, { service, by: driver, answers: { violations: [number] } })
    expect((await linesOf(sent))?.map((line) => line.amount)).toEqual([sar(300)])
  })

  it('says that there is nothing to pay', async () => {
    const { 'something-to-pay': verdict } = await unmetAtOpening(test, { service, by: driver })
    expect(verdict?.reason?.en).toBe('You have no unpaid violation.')
    const refused = await trySend(test, { service, by: driver, answers: { violations: ['1'] } })
    expect(refused).toMatchObject({ ok: false, error: { code: 'answers-invalid' } })
  })

  it('refuses a violation of somebody else', async () => {
    await aViolation(test, driver)
    const theirs = await aViolation(test, await aPerson(test.db))
    const refused = await trySend(test, { service, by: driver, answers: { violations: [theirs] } })
    expect(refused).toMatchObject({
      ok: false,
      error: { status: 422, fields: { violations: expect.anything() } },
    })
  })

  it('lets one of two payments for the same violation stand, and returns the other', async () => {
    const number = await aViolation(test, driver)
    const answers = { violations: [number] }
    const [one, two] = [
      await send(test, { service, by: driver, answers }),
      await send(test, { service, by: driver, answers }),
    ]
    await Promise.all([one.pay(), two.pay()])
    // What one of the two left to the other's jobs.
    await test.runJobs()
    const ended = await Promise.all([one.state(), two.state()])
    expect(ended.map((state) => state.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await states()).toEqual({ [number]: 'paid' })
    expect(test.payments.refunds.at(-1)).toMatchObject({ amount: sar(225) })
  })

  it('is one request when it is sent twice', async () => {
    const number = await aViolation(test, driver)
    const wish = { service, by: driver, answers: { violations: [number] }, key: 'twice' }
    const first = await send(test, wish)
    const again = await trySend(test, wish)
    expect(again).toMatchObject({ ok: false, error: { code: 'already-sent' } })
    expect((await first.events()).filter((type) => type === 'submitted')).toHaveLength(1)
  })

  it('is closed to an account that is not activated, and writes nothing', async () => {
    const started = await startDraft(test.platform, asPerson(driver, 'registered'), {
      service,
      subject: 'unpaid',
      key: 'k',
    })
    expect(started).toMatchObject({ ok: false, error: { status: 403 } })
    expect(unmetOf(started)).toEqual({})
    const rows = await test.db.selectFrom('request').select('id').where('person_id', '=', driver).execute()
    expect(rows).toEqual([])
  })
})

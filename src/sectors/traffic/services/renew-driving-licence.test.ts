import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { deliveriesOf } from '#platform/deliveries/delivery.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { findBill } from '#platform/payments/bill.ts'
import { addressesOf } from '#platform/people/address.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { asPerson, inboxOf, send, smsTo, trySend, unmetAtOpening, unmetOf } from '#tests/support/service.ts'
import { aLicence, aViolation } from '#tests/support/traffic.ts'
import { licencesOf } from '../registry/licences.ts'
import { renewedUntil, yearsLate } from './renew-driving-licence.ts'

const service = 'renew-driving-licence'
let test: TestPlatform
let driver: PersonNumber

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  driver = await aPerson(test.db)
})

const address = async () => (await addressesOf(test.db, driver))[0]?.id
const renewal = async (years = '5') => ({ service, by: driver, answers: { years, address: await address() } })
const expiry = async () => (await licencesOf(test.db, driver))[0]?.expiresOn

describe('renewing a driving licence', () => {
  it('moves the expiry, issues the licence, sends the card and tells in both calendars', async () => {
    await aLicence(test, driver)
    const sent = await send(test, await renewal())
    const bill = (await sent.state()).bills.payment
    expect(bill && (await findBill(test.db, driver, bill.id))?.lines).toMatchObject([
      { kind: 'government-fee', amount: sar(200) },
    ])
    expect(await expiry()).toBe('2026-12-14')
    await sent.pay()
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await expiry()).toBe('2031-12-14')
    expect(await documentsOf(test.db, driver)).toMatchObject([
      { document: 'driving-licence', validUntil: '2031-12-14', state: 'valid' },
    ])
    expect(await deliveriesOf(test.db, driver)).toMatchObject([{ state: 'ordered' }])
    expect((await inboxOf(test, driver)).join()).toMatch(/until 14 December 2031 \(\d+ .* AH\)/)
    expect(smsTo(test, driver).join()).toContain('2031')
  })

  it('charges 100 for each year begun once 60 days have passed', async () => {
    await aLicence(test, driver, { expires: -400 })
    const sent = await send(test, await renewal('2'))
    const bill = (await sent.state()).bills.payment
    expect(bill?.total).toBe(sar(80 + 200))
    await sent.pay()
    expect(await expiry()).toBe('2028-11-23')
  })

  it.each([
    ['2026-11-23', 0],
    ['2026-09-24', 0],
    ['2026-09-23', 1],
    ['2025-11-23', 1],
    ['2025-11-22', 2],
  ])('expired on %s is %i years late', (expired, years) => {
    expect(yearsLate(day(expired), day('2026-11-23'))).toBe(years)
  })

  it('counts from the expiry of a valid licence, from today for an expired one', () => {
    expect(renewedUntil(day('2026-12-01'), 2, day('2026-11-23'))).toBe('2028-12-01')
    expect(renewedUntil(day('2026-01-01'), 2, day('2026-11-23'))).toBe('2028-11-23')
  })
})

describe('a licence that cannot be renewed', () => {
  const reasons = async () => {
    const unmet = await unmetAtOpening(test, { service, by: driver })
    return Object.fromEntries(Object.entries(unmet).map(([name, verdict]) => [name, verdict.reason?.en]))
  }

  it('is too early', async () => {
    await aLicence(test, driver, { expires: 400 })
    expect(await reasons()).toEqual({
      'licence-renewable': expect.stringContaining('You can renew it from 1 July 2027'),
    })
  })

  it('is not private', async () => {
    await aLicence(test, driver, { licenceClass: 'public' })
    expect(await reasons()).toEqual({ 'private-licence': expect.stringContaining('Traffic office') })
  })

  it('lacks a valid medical exam', async () => {
    await aLicence(test, driver, { medical: -1 })
    expect(await reasons()).toEqual({ 'medical-exam-valid': expect.stringContaining('22 November 2026') })
  })

  it('has unpaid violations, and says where to pay them', async () => {
    await aLicence(test, driver)
    await aViolation(test, driver)
    const { 'no-unpaid-violations': verdict } = await unmetAtOpening(test, { service, by: driver })
    expect(verdict).toMatchObject({ remedy: { service: 'pay-violations' } })
    const refused = await trySend(test, await renewal())
    expect(Object.keys(unmetOf(refused))).toEqual(['no-unpaid-violations'])
    expect(await expiry()).toBe('2026-12-14')
  })

  it('belongs to somebody whose services are suspended, and names who did that', async () => {
    await aLicence(test, driver)
    await test.db
      .insertInto('traffic_suspension')
      .values({
        person_id: driver,
        authority_ar: 'المحكمة',
        authority_en: 'The court',
        since: day('2026-01-05'),
        ended_on: null,
      })
      .execute()
    expect(await reasons()).toEqual({
      'no-suspension': expect.stringContaining('The court since 5 January 2026'),
    })
  })

  it('belongs to a resident without a valid iqama', async () => {
    driver = await aPerson(test.db, { kind: 'resident', idExpiry: day('2026-11-22') })
    await aLicence(test, driver)
    expect(await reasons()).toEqual({ 'iqama-valid': expect.stringContaining('22 November 2026') })
  })

  it('belongs to somebody without a photo, without an address, or who has died', async () => {
    await aLicence(test, driver)
    await test.db.updateTable('person').set({ photo_seed: '' }).where('person_id', '=', driver).execute()
    await test.db.deleteFrom('national_address').where('person_id', '=', driver).execute()
    await test.db
      .updateTable('person')
      .set({ alive: false, died_on: day('2026-01-01') })
      .where('person_id', '=', driver)
      .execute()
    expect(Object.keys(await reasons())).toEqual(['holder-alive', 'photo-on-file', 'address-registered'])
  })
})

describe('the authority over a licence', () => {
  it('is its holder’s alone, and nothing is written for another', async () => {
    const licence = await aLicence(test, driver)
    const stranger = await aPerson(test.db)
    const asked = { service, subject: licence, key: 'k' }
    for (const principal of [
      asPerson(stranger),
      asPerson(driver, 'registered'),
      { kind: 'anonymous' } as const,
    ]) {
      const started = await startDraft(test.platform, principal, asked)
      expect(started.ok).toBe(false)
      expect(!started.ok && started.error.status).toBe(principal.kind === 'anonymous' ? 401 : 403)
    }
    expect(
      await test.db.selectFrom('request').select('id').where('subject_id', '=', licence).execute(),
    ).toEqual([])
  })

  it('sends one request however often it is sent', async () => {
    await aLicence(test, driver)
    const wish = { ...(await renewal()), key: 'same' }
    const first = await send(test, wish)
    expect(await trySend(test, wish)).toMatchObject({ ok: false, error: { code: 'already-sent' } })
    expect(await trySend(test, { ...wish, key: 'other' })).toMatchObject({
      ok: false,
      error: { code: 'already-open' },
    })
    await first.cancel()
    expect((await first.state()).status).toBe('cancelled')
    expect((await trySend(test, { ...wish, key: 'third' })).ok).toBe(true)
  })
})

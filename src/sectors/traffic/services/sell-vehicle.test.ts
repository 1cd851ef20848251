import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, day, dayOf } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { holdAccount } from '#platform/accounts/hold.ts'
import { transact } from '#platform/database/transact.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import type { IntegrationAnswer } from '#platform/integrations/port.ts'
import { findBill } from '#platform/payments/bill.ts'
import { ledgerBalances } from '#platform/payments/ledger.ts'
import { answerApproval, cancelRequest } from '#platform/requests/act.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { viewParticipation } from '#platform/requests/read.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import {
  asPerson,
  inboxOf,
  type Sent,
  send,
  smsTo,
  trySend,
  unmetAtOpening,
  unmetOf,
} from '#tests/support/service.ts'
import { aVehicle, aViolation } from '#tests/support/traffic.ts'
import { vehicleByPlate, vehicleBySequence, vehiclesOf } from '../registry/vehicles.ts'

const service = 'sell-vehicle'
const born = day('1991-03-14')
let test: TestPlatform
let seller: PersonNumber
let buyer: PersonNumber
let car: string
let bankSays: IntegrationAnswer

beforeAll(async () => {
  test = await testPlatform({ integrations: { bank: { ask: async () => bankSays } } })
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  bankSays = { kind: 'done' }
  seller = await aPerson(test.db)
  buyer = await aBuyer()
  car = await aVehicle(test, seller)
})

async function aBuyer(kind: 'citizen' | 'resident' = 'citizen'): Promise<PersonNumber> {
  const person = await aPerson(test.db, { kind })
  await anAccount(test.platform, person)
  return person
}

const answers = (over: Record<string, unknown> = {}) => ({
  buyer,
  buyerBorn: born,
  price: '20,000.00',
  payoutTo: 'SA2799000000000000000001',
  region: '02',
  ...over,
})
const sale = (over: Record<string, unknown> = {}) =>
  send(test, { service, by: seller, subject: car, answers: answers(over) })
const trySale = (over: Record<string, unknown> = {}, subject = car) =>
  trySend(test, { service, by: seller, subject, answers: answers(over) })
const today = () => dayOf(test.clock.now())
const carsOf = async (person: PersonNumber) =>
  (await vehiclesOf(test.db, person, today())).map((one) => one.id)

async function paid(): Promise<Sent> {
  const sent = await sale()
  await sent.approve(buyer)
  await sent.pay()
  return sent
}

async function expectMoneyBack(sent: Sent, status: string) {
  const bill = (await sent.state()).bills.payment
  expect(await sent.state()).toMatchObject({ status, bills: { payment: { state: 'refunding' } } })
  expect(test.payments.refunds.at(-1)).toMatchObject({ amount: sar(20_380) })
  expect(bill && (await findBill(test.db, buyer, bill.id))?.state).not.toBe('paid')
  expect(await carsOf(seller)).toEqual([car])
  expect(await carsOf(buyer)).toEqual([])
  expect((await ledgerBalances(test.db)).mistakes).toEqual([])
}

describe('a sale', () => {
  it('moves ownership and plate, pays the seller, issues the papers and tells both', async () => {
    const [before] = await vehiclesOf(test.db, seller, today())
    if (!before) throw new Error('no car')
    const payouts = test.payments.payouts.length
    const sent = await sale()
    expect((await sent.state()).step).toBe('acceptance')
    await sent.approve(buyer)
    const bill = (await sent.state()).bills.payment
    expect(
      (bill && (await findBill(test.db, buyer, bill.id)))?.lines.map(({ kind, amount }) => [kind, amount]),
    ).toEqual([
      ['escrow', sar(20_000)],
      ['government-fee', sar(150)],
      ['platform-fee', sar(230)],
    ])
    await sent.pay()
    expect((await sent.state()).step).toBe('handover')
    expect(await carsOf(seller)).toEqual([car])
    expect(test.payments.payouts).toHaveLength(payouts)
    await sent.approve(buyer)
    expect((await sent.state()).status).toBe('fulfilled')

    const [after] = await vehiclesOf(test.db, buyer, today())
    expect(await carsOf(seller)).toEqual([])
    expect(after).toMatchObject({
      id: car,
      plate: before.plate,
      region: '02',
      since: today(),
      insurance: undefined,
    })
    expect((await vehicleByPlate(test.db, before, today()))?.owner).toBe(buyer)
    expect((await vehicleBySequence(test.db, before.sequenceNumber, today()))?.owner).toBe(buyer)
    expect(test.payments.payouts.at(-1)).toMatchObject({
      amount: sar(20_000),
      iban: 'SA2799000000000000000001',
    })
    const papers = async (person: PersonNumber) =>
      (await documentsOf(test.db, person)).map((one) => one.document).sort()
    expect(await papers(buyer)).toEqual(['sale-certificate', 'vehicle-registration'])
    expect(await papers(seller)).toEqual(['sale-certificate'])
    expect((await inboxOf(test, seller)).join()).toContain('SAR 20,000.00 is on its way to your account')
    expect((await inboxOf(test, buyer)).join()).toContain('is yours now, with its plate')
    expect(smsTo(test, seller).join()).toContain('وانتقلت ملكيتها')
    expect((await ledgerBalances(test.db)).mistakes).toEqual([])
  })

  it('shows the buyer the vehicle and the price, and not the seller’s account', async () => {
    const sent = await sale()
    const seen = await viewParticipation(test.platform, asPerson(buyer), sent.reference)
    if (!seen.ok) throw new Error(seen.error.code)
    expect(seen.value.row.label.en).toContain('Toyota Camry 2021, plate')
    expect(seen.value.row.shows.map((one) => one.key)).toEqual(['price', 'region'])
  })

  it('ends at once when the bank says that the account is another’s', async () => {
    bankSays = {
      kind: 'refused',
      code: 'NOT_OWNER',
      because: { ar: 'الحساب لغيرك.', en: 'The account is not yours.' },
    }
    const sent = await sale()
    expect(await sent.state()).toMatchObject({
      status: 'rejected',
      because: { en: 'The account is not yours.' },
    })
    expect((await inboxOf(test, buyer)).length).toBe(0)
  })
})

describe('a sale that does not happen', () => {
  it('is refused by the buyer before paying', async () => {
    const sent = await sale()
    await sent.refuse(buyer, 'I found another one')
    expect((await sent.state()).status).toBe('rejected')
    expect(await carsOf(seller)).toEqual([car])
    expect((await inboxOf(test, seller)).join()).toContain('I found another one')
  })

  it('lapses when the buyer does not answer within 7 days', async () => {
    const sent = await sale()
    const { dueAt } = await sent.state()
    expect(dueAt).toBe('2026-11-30T08:00:00.000Z')
    await sent.lapse()
    expect((await sent.state()).status).toBe('expired')
    expect((await trySale()).ok).toBe(true)
  })

  it('lapses when the buyer does not pay within 7 days', async () => {
    const sent = await sale()
    await sent.approve(buyer)
    await sent.lapse()
    expect((await sent.state()).status).toBe('expired')
    const bill = (await sent.state()).bills.payment
    expect(bill && (await findBill(test.db, buyer, bill.id))?.state).toBe('cancelled')
  })

  it('returns the money when the handover is not confirmed within 7 days', async () => {
    const sent = await paid()
    await sent.lapse()
    await expectMoneyBack(sent, 'expired')
    expect((await inboxOf(test, buyer)).join()).toContain('We are returning SAR 20,380.00')
  })

  it('returns the money when the buyer has not received the vehicle', async () => {
    const sent = await paid()
    await sent.refuse(buyer)
    await expectMoneyBack(sent, 'rejected')
  })

  it('returns the money when the seller takes it back after the payment', async () => {
    const sent = await paid()
    await sent.cancel()
    await expectMoneyBack(sent, 'cancelled')
  })

  it('returns the money when the world changed before the handover', async () => {
    const sent = await paid()
    await test.db.updateTable('vehicle').set({ state: 'wanted' }).where('person_id', '=', seller).execute()
    await sent.approve(buyer)
    await expectMoneyBack(sent, 'rejected')
  })

  it('is not taken back once the buyer has the vehicle', async () => {
    const sent = await paid()
    await sent.approve(buyer)
    const late = await cancelRequest(test.platform, asPerson(seller), sent.reference)
    expect(late).toMatchObject({ ok: false, error: { code: 'already-over' } })
  })
})

describe('two sales of one vehicle', () => {
  it('are not open at the same time', async () => {
    await sale()
    const second = await aBuyer()
    expect(await trySale({ buyer: second })).toMatchObject({ ok: false, error: { code: 'already-open' } })
    expect(await inboxOf(test, second)).toEqual([])
  })

  it('do not both begin when they are sent at once', async () => {
    const second = await aBuyer()
    const both = await Promise.all([trySale(), trySale({ buyer: second })])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
  })

  it('leave a resident at two private vehicles when two are bought at once', async () => {
    buyer = await aBuyer('resident')
    await aVehicle(test, buyer)
    const others = await aPerson(test.db)
    const otherCar = await aVehicle(test, others)
    const first = await paid()
    const second = await send(test, { service, by: others, subject: otherCar, answers: answers() })
    await second.approve(buyer)
    await second.pay()
    await Promise.all(
      [first, second].map((one) =>
        answerApproval(test.platform, asPerson(buyer), {
          reference: one.reference,
          step: 'handover',
          accept: true,
        }),
      ),
    )
    await test.runJobs()
    expect(await carsOf(buyer)).toHaveLength(2)
    const ended = await Promise.all([first.state(), second.state()])
    expect(ended.map((state) => state.status).sort()).not.toEqual(['fulfilled', 'fulfilled'])
  })
})

describe('a vehicle that cannot be sold', () => {
  const yesterday = () => addDays(today(), -1)
  const reason = async (rule: string) => {
    const unmet = await unmetAtOpening(test, { service, by: seller, subject: car })
    expect(Object.keys(unmet)).toEqual([rule])
    return unmet[rule]?.reason?.en
  }

  it.each([
    ['sellable-type', { plate_type: 'taxi' }, 'The plate type is Taxi'],
    ['vehicle-running', { state: 'held' }, 'The vehicle is on record as: Impounded'],
    ['registration-valid', { registered_until: day('2026-11-22') }, 'ended on 22 November 2026'],
    ['inspection-valid', { inspected_until: day('2026-11-22') }, 'ended on 22 November 2026'],
    ['insured', { insured: null }, 'no valid insurance'],
  ] as const)('because of %s', async (rule, facts, says) => {
    car = await aVehicle(test, seller, facts)
    expect(await reason(rule)).toContain(says)
    expect(Object.keys(unmetOf(await trySale()))).toEqual([rule])
  })

  it('because of violations on it, while those of the seller alone do not matter', async () => {
    await aViolation(test, seller)
    expect(await unmetAtOpening(test, { service, by: seller, subject: car })).toEqual({})
    const [vehicle] = await vehiclesOf(test.db, seller, yesterday())
    await aViolation(test, seller, { sequenceNumber: vehicle?.sequenceNumber ?? '' })
    expect(await reason('no-violations-on-vehicle')).toContain('unpaid violations on the vehicle')
  })
})

describe('a seller whose account was entered in a new way', () => {
  it('waits 24 hours before selling', async () => {
    await anAccount(test.platform, seller)
    await transact(test.db, (tx) => holdAccount(tx, seller, test.clock.now()))
    const held = await unmetAtOpening(test, { service, by: seller, subject: car })
    expect(Object.keys(held)).toEqual(['account-not-held-back'])
    expect(held['account-not-held-back']?.reason?.en).toContain('24 November 2026')
    test.clock.advance({ days: 1 })
    expect(await unmetAtOpening(test, { service, by: seller, subject: car })).toEqual({})
  })
})

describe('a buyer who cannot buy', () => {
  /** The seller learns only that something is missing; the buyer's own facts stay the buyer's. */
  const hidden = async (over: Record<string, unknown> = {}) => {
    const refused = await trySale(over)
    expect(unmetOf(refused)).toMatchObject({ buyer: { outcome: 'hidden', facts: [] } })
    expect(Object.keys(unmetOf(refused))).toEqual(['buyer'])
  }

  it('has unpaid violations', async () => {
    await aViolation(test, buyer)
    await hidden()
  })

  it('has no activated account', async () => {
    buyer = await aPerson(test.db)
    await hidden()
    await anAccount(test.platform, buyer, { state: 'registered' })
    await hidden()
  })

  it('is a resident who owns two, or wants one of nine seats', async () => {
    buyer = await aBuyer('resident')
    const wide = await aVehicle(test, seller, { seats: 9 })
    expect(Object.keys(unmetOf(await trySale({}, wide)))).toEqual(['buyer'])
    await aVehicle(test, buyer)
    await aVehicle(test, buyer)
    await hidden()
  })

  it('is told their own reasons when they want to agree', async () => {
    const sent = await sale()
    await aViolation(test, buyer)
    const said = await answerApproval(test.platform, asPerson(buyer), {
      reference: sent.reference,
      step: 'acceptance',
      accept: true,
    })
    expect(unmetOf(said)['buyer-no-unpaid-violations']).toMatchObject({
      reason: { en: expect.stringContaining('unpaid violations') },
      remedy: { service: 'pay-violations' },
    })
  })

  it('is unknown, dead or born on another day: one and the same answer', async () => {
    const dead = await aPerson(test.db, { diedOn: day('2025-01-01') })
    const said = []
    for (const over of [{ buyer: '1999999996' }, { buyer: dead }, { buyerBorn: '1991-03-15' }]) {
      const refused = await trySale(over)
      expect(refused).toMatchObject({ ok: false, error: { code: 'answers-invalid' } })
      said.push(!refused.ok && refused.error.fields?.buyer?.en)
    }
    expect(new Set(said).size).toBe(1)
  })

  it('is the seller', async () => {
    expect(await trySale({ buyer: seller })).toMatchObject({
      ok: false,
      error: { fields: { buyer: expect.anything() } },
    })
  })
})

describe('the form and the authority', () => {
  it.each([
    ['price', '499.99'],
    ['price', '1000000.01'],
    ['payoutTo', 'SA2899000000000000000001'],
    ['region', '13'],
  ])('refuses a wrong %s at its field', async (field, value) => {
    expect(await trySale({ [field]: value })).toMatchObject({
      ok: false,
      error: { fields: { [field]: expect.anything() } },
    })
  })

  it('lets nobody else sell the vehicle, and writes nothing', async () => {
    for (const principal of [asPerson(buyer), asPerson(seller, 'registered')]) {
      const started = await startDraft(test.platform, principal, { service, subject: car, key: 'k' })
      expect(started).toMatchObject({ ok: false, error: { status: 403 } })
    }
    expect(await test.db.selectFrom('request').select('id').where('subject_id', '=', car).execute()).toEqual(
      [],
    )
  })

  it('lets nobody but the buyer answer', async () => {
    const sent = await sale()
    for (const person of [seller, await aBuyer()]) {
      const said = await answerApproval(test.platform, asPerson(person), {
        reference: sent.reference,
        step: 'acceptance',
        accept: true,
      })
      expect(said.ok).toBe(false)
    }
    expect((await sent.state()).step).toBe('acceptance')
  })

  it('is one request when it is sent twice', async () => {
    const wish = { service, by: seller, subject: car, answers: answers(), key: 'same' }
    const sent = await send(test, wish)
    expect(await trySend(test, wish)).toMatchObject({ ok: false, error: { code: 'already-sent' } })
    expect((await sent.events()).filter((type) => type === 'submitted')).toHaveLength(1)
    expect((await inboxOf(test, buyer)).length).toBe(1)
  })
})

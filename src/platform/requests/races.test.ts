import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Day, day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { openSlots } from '#platform/appointments/open-slots.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import type { IntegrationAnswer } from '#platform/integrations/port.ts'
import { ledgerBalances } from '#platform/payments/ledger.ts'
import { openPayment } from '#platform/payments/open-payment.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { payBill, providerSays } from '#tests/support/pay.ts'
import { aPerson } from '#tests/support/people.ts'
import { answerApproval, cancelRequest } from './act.ts'
import { bookAppointment } from './appointment.ts'
import { saveAnswers, startDraft } from './draft.ts'
import { confirmAttendance, decide } from './office.ts'
import { outsideAnswered } from './outside.ts'
import { timelineOf } from './read.ts'
import { submit } from './submit.ts'
import { tasks } from './tasks.ts'

let test: TestPlatform
let owner: PersonNumber
let keeper: PersonNumber
let lantern: string
let reference: string
let bankSays: IntegrationAnswer
let serial = 0

beforeAll(async () => {
  test = await testPlatform({
    catalogue: await discover(new URL('../fixtures', import.meta.url).pathname),
    integrations: { bank: { ask: async () => bankSays } },
  })
  await createLanterns(test.db)
  await enterOffices(test.db, offices)
})

beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  bankSays = { kind: 'done' }
  owner = await aPerson(test.db)
  keeper = await aPerson(test.db)
  lantern = `R${++serial}`
  await test.db
    .insertInto('lantern')
    .values({ person_id: owner, id: lantern, lit: true, held: false, valid_until: day('2027-01-01') })
    .execute()
})

const as = (person: PersonNumber): Principal => ({
  kind: 'person',
  person,
  account: 'activated',
  session: 's',
})
const warden = async (): Promise<Principal> => ({
  kind: 'officer',
  person: await aPerson(test.db),
  officer: 'warden-1',
  units: ['lantern-wardens'],
  session: 's',
})

function must<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

async function drafted(key = lantern): Promise<string> {
  const start = { service: 'hand-over-lantern', subject: lantern, key }
  const made = must(await startDraft(test.platform, as(owner), start))
  const raw = {
    keeper,
    years: '2',
    price: '100.00',
    payoutTo: 'SA2799000000000000000001',
    corner: `${lantern}-east`,
  }
  const ask = { reference: made.reference, fields: Object.keys(raw), raw }
  must(await saveAnswers(test.platform, as(owner), ask))
  return made.reference
}

/** A request that waits at a step of the specimen; a payment is opened and unpaid. */
async function at(step: 'bank' | 'acceptance' | 'payment' | 'visit' | 'verdict'): Promise<void> {
  reference = await drafted()
  if (step === 'bank') bankSays = { kind: 'accepted' }
  must(await submit(test.platform, as(owner), reference))
  await test.runJobs()
  if (step === 'bank' || step === 'acceptance') return
  must(await answerApproval(test.platform, as(keeper), { reference, step: 'acceptance', accept: true }))
  if (step === 'payment') return void (await opened())
  await payBill(test, keeper, (await billOf()).id)
  if (step === 'visit') return
  must(
    await confirmAttendance(test.platform, await warden(), await caseKey(), { office: { ar: 'م', en: 'O' } }),
  )
}

const row = () =>
  test.db
    .selectFrom('request')
    .select(['person_id', 'id', 'status', 'step', 'state'])
    .where('person_id', '=', owner)
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow()

async function billOf() {
  const bill = (await row()).state.bills.payment
  if (!bill) throw new Error('no bill')
  return bill
}

async function opened() {
  const url = await openPayment(test.platform, keeper, (await billOf()).id, {
    language: 'ar',
    returnTo: 'http://l/',
  })
  if (!url.ok) throw new Error(url.error.en)
  return test.payments.at(url.value.url)
}

async function caseKey() {
  return test.db
    .selectFrom('office_case')
    .select(['unit', 'id'])
    .where('reference', '=', reference)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
}

/** The job of a step's deadline, as the worker runs it. */
async function lapse(step: string): Promise<void> {
  const { id } = await row()
  await tasks['requests.deadline']?.(test.platform, { person: owner, request: id, step }, { last: false })
}

async function billSettled(): Promise<void> {
  const { id } = await row()
  const payload = { person: owner, request: id, step: 'payment' }
  await tasks['requests.bill-settled']?.(test.platform, payload, { last: false })
}

/** What is the same at the end of any race: one ending at most, books that agree, nothing held for what is over. */
async function settled() {
  await test.runJobs()
  const { state, id, status } = await row()
  const events = (await timelineOf(test.platform, await row())).map(({ event }) => event.type)
  const ends = events.filter((type) => ['fulfilled', 'rejected', 'cancelled', 'expired'].includes(type))
  expect(ends).toHaveLength(status === 'in-progress' ? 0 : 1)
  expect(state.seq).toBe(events.length)
  expect((await ledgerBalances(test.db)).mistakes).toEqual([])
  const bills = await test.db.selectFrom('bill').selectAll().where('about_request', '=', id).execute()
  expect(bills.length).toBeLessThanOrEqual(1)
  const payments = await test.db.selectFrom('payment').selectAll().where('person_id', '=', keeper).execute()
  const refunds = test.payments.refunds.filter((one) => payments.some((paid) => paid.id === one.refund))
  expect(refunds.length).toBeLessThanOrEqual(1)
  const payouts = await test.db.selectFrom('payout').selectAll().where('payer_id', '=', keeper).execute()
  const holders = await test.db.selectFrom('lantern').selectAll().where('id', '=', lantern).execute()
  expect(holders).toHaveLength(1)
  const open = await test.db.selectFrom('open_subject').selectAll().where('request_id', '=', id).execute()
  expect(open).toHaveLength(status === 'in-progress' ? 1 : 0)
  const waiting = await test.db
    .selectFrom('office_case')
    .selectAll()
    .where('reference', '=', reference)
    .where('state', '=', 'open')
    .execute()
  if (status !== 'in-progress') expect(waiting).toEqual([])
  const booked = await test.db
    .selectFrom('booking')
    .selectAll()
    .where('person_id', '=', owner)
    .where('state', '=', 'booked')
    .execute()
  if (status !== 'in-progress') expect(booked).toEqual([])
  if (status !== 'in-progress' && status !== 'fulfilled') expect(holders[0]).toMatchObject({ held: false })
  return {
    state,
    status,
    events,
    ends,
    bill: bills[0],
    payments,
    refunds,
    payouts,
    holder: holders[0]?.person_id,
  }
}

const wait = (days: number) =>
  test.clock.set(new Date(test.clock.now().getTime() + days * 86_400_000 + 1000).toISOString())

const eight = <T>(make: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: 8 }, (_, n) => make(n)))

describe('at the same moment', () => {
  it('eight sendings are one', async () => {
    reference = await drafted()
    const sent = await eight(() => submit(test.platform, as(owner), reference))
    expect(sent.every((one) => one.ok)).toBe(true)
    const { events } = await settled()
    expect(events.filter((type) => type === 'submitted')).toHaveLength(1)
  })

  it('of eight drafts about one lantern one is sent', async () => {
    const all = await eight((n) => drafted(`${lantern}-${n}`))
    const sent = await Promise.all(all.map((one) => submit(test.platform, as(owner), one)))
    expect(sent.filter((one) => one.ok)).toHaveLength(1)
    for (const one of sent) if (!one.ok) expect(one.error.code).toMatch(/already-open|conditions-unmet/)
  })

  it('eight drafts of one key are one', async () => {
    const all = await eight(() => drafted('one'))
    expect(new Set(all).size).toBe(1)
  })

  it('the counterparty says yes four times and no four times, and one of them is heard', async () => {
    await at('acceptance')
    const said = await eight((n) =>
      answerApproval(test.platform, as(keeper), { reference, step: 'acceptance', accept: n % 2 === 0 }),
    )
    const { status, bill } = await settled()
    const yes = said.filter((one, n) => one.ok && n % 2 === 0).length
    const no = said.filter((one, n) => one.ok && n % 2 === 1).length
    expect([yes, no].sort()).toEqual([0, 4])
    expect(status).toBe(yes ? 'in-progress' : 'rejected')
    expect(bill?.state).toBe(yes ? 'due' : undefined)
  })

  it('the counterparty agrees, the applicant cancels and the time runs out', async () => {
    await at('acceptance')
    wait(7)
    await eight(async (n) => {
      if (n % 3 === 0) return void (await cancelRequest(test.platform, as(owner), reference))
      if (n % 3 === 1) return lapse('acceptance')
      return void (await answerApproval(test.platform, as(keeper), {
        reference,
        step: 'acceptance',
        accept: true,
      }))
    })
    const { status, bill } = await settled()
    expect(['cancelled', 'expired']).toContain(status)
    if (bill) expect(bill.state).toBe('cancelled')
  })

  it('the bank answers done, refused and done again while the applicant cancels', async () => {
    await at('bank')
    const { id } = await row()
    const key = { person: owner, request: id, step: 'bank' }
    const because = { ar: 'لا', en: 'No' }
    await eight(async (n) => {
      if (n % 3 === 0) return void (await cancelRequest(test.platform, as(owner), reference))
      return void (await outsideAnswered(
        test.platform,
        key,
        n % 3 === 1 ? { kind: 'done' } : { kind: 'refused', because },
      ))
    })
    const { events } = await settled()
    expect(events.filter((type) => type.endsWith('-outside')).length).toBeLessThanOrEqual(2)
    expect(events.filter((type) => type === 'done-outside').length).toBeLessThanOrEqual(1)
  })

  it('the payer pays, told twice, while the applicant cancels: the money moves the request or goes back', async () => {
    await at('payment')
    const ask = await opened()
    const event = { id: randomUUID(), type: 'payment.settled', payment: ask.payment, amount: ask.amount }
    await eight(async (n) => {
      if (n % 4 === 0) return void (await cancelRequest(test.platform, as(owner), reference))
      if (n % 4 === 1) return billSettled().catch(() => undefined)
      return providerSays(test, event)
    })
    const { status, bill, refunds, payments } = await settled()
    expect(status).toBe('cancelled')
    expect(payments).toMatchObject([{ state: 'refunding' }])
    expect(['cancelled', 'refunding']).toContain(bill?.state)
    expect(refunds).toHaveLength(1)
  })

  it('eight officers decide for and against while the applicant cancels', async () => {
    await at('verdict')
    const officer = await warden()
    const key = await caseKey()
    await eight(async (n) => {
      if (n === 7) return void (await cancelRequest(test.platform, as(owner), reference))
      return void (await decide(test.platform, officer, key, {
        approve: n % 2 === 0,
        code: 'CRACKED',
        reason: '',
      }))
    })
    const { status, events, refunds, payouts, holder } = await settled()
    expect(events.filter((type) => type === 'decided').length).toBeLessThanOrEqual(1)
    expect(payouts).toHaveLength(status === 'fulfilled' ? 1 : 0)
    expect(refunds).toHaveLength(status === 'fulfilled' ? 0 : 1)
    expect(holder).toBe(status === 'fulfilled' ? keeper : owner)
  })

  it('eight bookings are one place, and none is left when the request is cancelled meanwhile', async () => {
    await at('visit')
    const free = await openSlots(test.db, test.clock, { purpose: 'fingerprint', from: '2026-11-24' as Day })
    await eight(async (n): Promise<unknown> => {
      const slot = free[n % 3]
      if (!slot) throw new Error('no slot')
      return n === 5
        ? cancelRequest(test.platform, as(owner), reference)
        : bookAppointment(test.platform, as(owner), { reference, ...slot })
    })
    const { status } = await settled()
    expect(status).toBe('cancelled')
    const taken = await test.db.selectFrom('slot').select('taken').execute()
    expect(taken.reduce((sum, one) => sum + one.taken, 0)).toBe(0)
  })
})

describe('paid in time is owed', () => {
  it('a deadline that comes before the job of the payment does not close the request', async () => {
    await at('payment')
    const ask = await opened()
    await providerSays(test, { type: 'payment.settled', payment: ask.payment, amount: ask.amount })
    wait(2)
    await lapse('payment')
    const { status, state, refunds } = await settled()
    expect({ status, step: state.step }).toEqual({ status: 'in-progress', step: 'visit' })
    expect(refunds).toEqual([])
  })

  it('eight times the payment and the deadline at once: the request goes on, or the money goes back', async () => {
    await at('payment')
    const ask = await opened()
    wait(2)
    await eight(async (n) => {
      if (n % 2) return lapse('payment')
      return providerSays(test, { type: 'payment.settled', payment: ask.payment, amount: ask.amount })
    })
    const { status, refunds, bill } = await settled()
    expect(status === 'in-progress' ? bill?.state === 'paid' : status === 'expired').toBe(true)
    expect(refunds).toHaveLength(status === 'in-progress' ? 0 : 1)
  })
})

describe('an appointment after the deadline of its step', () => {
  it('is waited for, and the request expires once its day has passed unkept', async () => {
    await at('visit')
    const [slot] = await openSlots(test.db, test.clock, { purpose: 'fingerprint', from: '2027-01-10' as Day })
    if (!slot) throw new Error('no slot')
    must(await bookAppointment(test.platform, as(owner), { reference, ...slot }))
    wait(30)
    await test.runJobs()
    expect(await row()).toMatchObject({ status: 'in-progress', step: 'visit' })
    test.clock.set(`${slot.day}T07:00:00Z`)
    await test.runJobs()
    expect(await row()).toMatchObject({ status: 'in-progress', step: 'visit' })
    wait(3)
    const { status, refunds } = await settled()
    expect(status).toBe('expired')
    expect(refunds).toHaveLength(1)
  })
})

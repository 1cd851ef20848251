import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { openSlots } from '#platform/appointments/open-slots.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import type { IntegrationAnswer } from '#platform/integrations/port.ts'
import { inbox } from '#platform/notices/inbox.ts'
import { findBill } from '#platform/payments/bill.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { payBill } from '#tests/support/pay.ts'
import { aPerson } from '#tests/support/people.ts'
import { answerApproval, cancelRequest } from './act.ts'
import { bookAppointment } from './appointment.ts'
import { fold, unborn } from './case-file.ts'
import { saveAnswers, startDraft } from './draft.ts'
import { confirmAttendance, decide, queue } from './office.ts'
import { openService } from './open.ts'
import { timelineOf, viewOfficeCase, viewParticipation, viewRequest } from './read.ts'
import { submit } from './submit.ts'

let test: TestPlatform
let owner: PersonNumber
let keeper: PersonNumber
let bankSays: IntegrationAnswer
let serial = 0
let lantern: string

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
  lantern = `L${++serial}`
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

const answers = () => ({
  keeper,
  years: '2',
  price: '100.00',
  payoutTo: 'SA2799000000000000000001',
  corner: `${lantern}-east`,
})

async function draft(key = `key-${lantern}`) {
  const made = await startDraft(test.platform, as(owner), {
    service: 'hand-over-lantern',
    subject: lantern,
    key,
  })
  if (!made.ok) throw new Error(made.error.code)
  return made.value.reference
}

async function sent(raw: Record<string, unknown> = answers()) {
  const reference = await draft()
  const saved = await saveAnswers(test.platform, as(owner), { reference, fields: Object.keys(raw), raw })
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  const done = await submit(test.platform, as(owner), reference)
  if (!done.ok) throw new Error(JSON.stringify(done.error))
  await test.runJobs()
  return reference
}

async function state(reference: string) {
  const seen = await viewRequest(test.platform, as(owner), reference)
  if (!seen.ok) throw new Error(seen.error.code)
  return seen.value.row.state
}

async function accepted() {
  const reference = await sent()
  const said = await answerApproval(test.platform, as(keeper), {
    reference,
    step: 'acceptance',
    accept: true,
  })
  expect(said.ok).toBe(true)
  return reference
}

async function paid() {
  const reference = await accepted()
  const bill = (await state(reference)).bills.payment
  if (!bill) throw new Error('no bill')
  await payBill(test, keeper, bill.id)
  return reference
}

async function inReview() {
  const reference = await paid()
  const [slot] = await openSlots(test.db, test.clock, { purpose: 'fingerprint', from: day('2026-11-24') })
  if (!slot) throw new Error('no slot')
  const booked = await bookAppointment(test.platform, as(owner), { reference, ...slot })
  expect(booked.ok).toBe(true)
  const [visit] = await cases(reference)
  const came = await confirmAttendance(test.platform, await warden(), visit, { office: { ar: 'م', en: 'O' } })
  expect(came.ok).toBe(true)
  return reference
}

async function cases(reference: string) {
  const listed = await queue(test.platform, await warden(), { unit: 'lantern-wardens', limit: 500 })
  if (!listed.ok) throw new Error(listed.error.code)
  const mine = listed.value.filter((one) => one.reference === reference)
  if (!mine[0]) throw new Error('not in the queue')
  return [mine[0], ...mine.slice(1)] as const
}

const lanternsOf = async (person: PersonNumber) =>
  (await test.db.selectFrom('lantern').selectAll().where('person_id', '=', person).execute()).map(
    (row) => row.id,
  )

describe('before anything is filled', () => {
  it('shows the conditions with facts, and the only subject by itself', async () => {
    const service = test.platform.catalogue.service('hand-over-lantern')
    if (!service) throw new Error('missing')
    const opening = await openService(test.platform, as(owner), service)
    expect(opening).toMatchObject({
      ok: true,
      value: { subject: { id: lantern }, verdicts: [{ rule: 'lantern-valid', outcome: 'met' }] },
    })
    await test.db
      .updateTable('lantern')
      .set({ valid_until: day('2026-01-01') })
      .where('person_id', '=', owner)
      .execute()
    const after = await openService(test.platform, as(owner), service)
    expect(after.ok && after.value.verdicts[0]).toMatchObject({
      outcome: 'unmet',
      reason: { en: expect.stringContaining('1 January 2026') },
      remedy: { service: 'hand-over-lantern' },
    })
  })

  it('gives a stranger nothing, and writes nothing', async () => {
    const stranger = await aPerson(test.db)
    const tried = await startDraft(test.platform, as(stranger), {
      service: 'hand-over-lantern',
      subject: lantern,
      key: 'x',
    })
    expect(tried).toMatchObject({ ok: false, error: { status: 403 } })
    const registered: Principal = { kind: 'person', person: owner, account: 'registered', session: 's' }
    expect(
      await startDraft(test.platform, registered, {
        service: 'hand-over-lantern',
        subject: lantern,
        key: 'x',
      }),
    ).toMatchObject({ ok: false, error: { code: 'activation-required' } })
    const rows = await test.db
      .selectFrom('request')
      .select('id')
      .where('person_id', 'in', [stranger, owner])
      .execute()
    expect(rows).toEqual([])
  })
})

describe('a draft', () => {
  it('is one for one key, also when two clicks race', async () => {
    const both = await Promise.all([draft('same'), draft('same')])
    expect(new Set(both).size).toBe(1)
  })

  it('keeps answers page by page, and tells what is wrong by field', async () => {
    const reference = await draft()
    const wrong = await saveAnswers(test.platform, as(owner), {
      reference,
      fields: ['years', 'price', 'payoutTo'],
      raw: { years: '9', price: '5', payoutTo: 'SA00' },
    })
    expect(wrong.ok || Object.keys(wrong.error.fields ?? {})).toEqual(['years', 'price', 'payoutTo'])
    const right = await saveAnswers(test.platform, as(owner), {
      reference,
      fields: ['keeper'],
      raw: { keeper },
    })
    expect(right).toMatchObject({ ok: true, value: { answers: { keeper } } })
    const early = await submit(test.platform, as(owner), reference)
    expect(early.ok || Object.keys(early.error.fields ?? {})).toEqual([
      'years',
      'price',
      'payoutTo',
      'corner',
    ])
  })

  it('takes no file of somebody else', async () => {
    const reference = await draft()
    const forged = await saveAnswers(test.platform, as(owner), {
      reference,
      fields: ['picture'],
      raw: {
        picture: {
          file: '01990000-0000-7000-8000-000000000000',
          name: 'x.png',
          type: 'image/png',
          bytes: 10,
        },
      },
    })
    expect(forged).toMatchObject({ ok: true, value: { answers: {} } })
  })

  it('checks across fields at the end', async () => {
    const reference = await draft()
    const raw = { ...answers(), price: '15' }
    await saveAnswers(test.platform, as(owner), { reference, fields: Object.keys(raw), raw })
    expect(await submit(test.platform, as(owner), reference)).toMatchObject({
      ok: false,
      error: { fields: { price: {} } },
    })
  })
})

describe('the whole way', () => {
  it('goes through every kind of step to the registry, the document, the payout and the messages', async () => {
    const reference = await inReview()
    const [open] = await cases(reference)
    const seen = await viewOfficeCase(test.platform, await warden(), open)
    expect(seen.ok && seen.value.verdicts.map((one) => one.outcome)).toEqual(['met', 'met'])
    expect(await decide(test.platform, await warden(), open, { approve: true, reason: '' })).toMatchObject({
      ok: true,
      value: { status: 'fulfilled' },
    })
    await test.runJobs()
    expect(await lanternsOf(owner)).toEqual([])
    expect(await lanternsOf(keeper)).toEqual([lantern])
    expect((await documentsOf(test.db, keeper)).map((one) => one.document)).toEqual(['lantern-licence'])
    expect(test.payments.payouts.at(-1)).toMatchObject({ amount: 10_000, iban: 'SA2799000000000000000001' })
    const told = await inbox(test.db, keeper, { limit: 10 })
    expect(told[0]?.body.en).toContain('changed hands for')
    const bill = (await state(reference)).bills.payment
    const kept = bill && (await findBill(test.db, keeper, bill.id))
    expect(kept?.lines.map((line) => line.amount)).toEqual([8_000, 11_500, 10_000])
  })

  it('replays to the state that was stored', async () => {
    const reference = await inReview()
    const seen = await viewRequest(test.platform, as(owner), reference)
    if (!seen.ok) throw new Error('unseen')
    const replayed = (await timelineOf(test.platform, seen.value.row)).reduce(
      (at, { event }) => fold(at, event),
      unborn,
    )
    expect(JSON.parse(JSON.stringify(replayed))).toEqual(seen.value.row.state)
  })

  it('sends once, however often it is sent', async () => {
    const reference = await sent()
    const again = await submit(test.platform, as(owner), reference)
    expect(again).toMatchObject({ ok: true, value: { reference } })
    const events = await test.db
      .selectFrom('request_event')
      .select('type')
      .where('person_id', '=', owner)
      .where('type', '=', 'submitted')
      .execute()
    expect(events).toHaveLength(1)
  })
})

describe('other endings', () => {
  it('holds a subject for one open request, and lets it go at the end', async () => {
    const first = await sent()
    const second = await draft('another')
    await saveAnswers(test.platform, as(owner), {
      reference: second,
      fields: Object.keys(answers()),
      raw: answers(),
    })
    expect(await submit(test.platform, as(owner), second)).toMatchObject({
      ok: false,
      error: { code: 'already-open' },
    })
    await cancelRequest(test.platform, as(owner), first)
    expect(await submit(test.platform, as(owner), second)).toMatchObject({ ok: true })
  })

  it('tells the applicant nothing about why the other party does not qualify, and the party everything', async () => {
    for (const id of ['a', 'b'])
      await test.db
        .insertInto('lantern')
        .values({
          person_id: keeper,
          id: `${lantern}${id}`,
          lit: true,
          held: false,
          valid_until: day('2027-01-01'),
        })
        .execute()
    const reference = await draft()
    await saveAnswers(test.platform, as(owner), { reference, fields: Object.keys(answers()), raw: answers() })
    const refused = await submit(test.platform, as(owner), reference)
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'conditions-unmet', verdicts: [{ outcome: 'hidden', facts: [] }] },
    })
  })

  it('ends when the bank refuses, with its reason', async () => {
    bankSays = { kind: 'refused', code: 'X', because: { ar: 'ليس لك', en: 'Not your account' } }
    expect(await state(await sent())).toMatchObject({
      status: 'rejected',
      because: { en: 'Not your account' },
    })
    expect(
      await test.db.selectFrom('lantern').select('held').where('person_id', '=', owner).executeTakeFirst(),
    ).toEqual({ held: false })
  })

  it('ends when the counterparty refuses; a later yes is too late', async () => {
    const reference = await sent()
    const no = await answerApproval(test.platform, as(keeper), {
      reference,
      step: 'acceptance',
      accept: false,
      reason: 'no room',
    })
    expect(no).toMatchObject({ ok: true, value: { status: 'rejected' } })
    expect(
      await answerApproval(test.platform, as(keeper), { reference, step: 'acceptance', accept: true }),
    ).toMatchObject({ ok: false, error: { status: 409 } })
  })

  it('lets only the counterparty answer', async () => {
    const reference = await sent()
    for (const other of [owner, await aPerson(test.db)])
      expect(
        await answerApproval(test.platform, as(other), { reference, step: 'acceptance', accept: true }),
      ).toMatchObject({ ok: false, error: { status: 404 } })
    expect((await state(reference)).step).toBe('acceptance')
  })

  it('expires after seven days without an answer', async () => {
    const reference = await sent()
    test.clock.advance({ days: 6, hours: 23 })
    await test.runJobs()
    expect((await state(reference)).status).toBe('in-progress')
    test.clock.advance({ hours: 2 })
    await test.runJobs()
    expect((await state(reference)).status).toBe('expired')
  })

  it('gives the money back when the applicant cancels after payment', async () => {
    const reference = await paid()
    const before = test.payments.refunds.length
    expect(await cancelRequest(test.platform, as(owner), reference)).toMatchObject({
      ok: true,
      value: { status: 'cancelled' },
    })
    await test.runJobs()
    expect(test.payments.refunds.slice(before)).toMatchObject([{ amount: 29_500 }])
    expect(await cancelRequest(test.platform, as(owner), reference)).toMatchObject({ ok: true })
    await test.runJobs()
    expect(test.payments.refunds).toHaveLength(before + 1)
  })

  it('rejects and gives the money back when a condition no longer holds at the end', async () => {
    const reference = await inReview()
    const before = test.payments.refunds.length
    await test.db
      .updateTable('lantern')
      .set({ valid_until: day('2026-01-01') })
      .where('person_id', '=', owner)
      .execute()
    const [open] = await cases(reference)
    expect(await decide(test.platform, await warden(), open, { approve: true, reason: '' })).toMatchObject({
      ok: true,
      value: { status: 'rejected', verdicts: [{ rule: 'lantern-valid' }] },
    })
    await test.runJobs()
    expect(test.payments.refunds).toHaveLength(before + 1)
  })

  it('undoes what an effect wrote when it finds the world changed', async () => {
    const reference = await inReview()
    await test.db.updateTable('lantern').set({ held: false }).where('person_id', '=', owner).execute()
    const [open] = await cases(reference)
    const ended = await decide(test.platform, await warden(), open, { approve: true, reason: '' })
    expect(ended).toMatchObject({
      ok: true,
      value: { status: 'rejected', because: { en: 'The lantern is no longer held.' } },
    })
    expect(await lanternsOf(owner)).toEqual([lantern])
  })

  it('lets an officer refuse only with a reason, and never a case of their own or their unit’s stranger', async () => {
    const reference = await inReview()
    const [open] = await cases(reference)
    expect(await decide(test.platform, await warden(), open, { approve: false, reason: '' })).toMatchObject({
      ok: false,
      error: { status: 422 },
    })
    const outsider: Principal = {
      kind: 'officer',
      person: await aPerson(test.db),
      officer: 'o',
      units: ['other'],
      session: 's',
    }
    expect(await decide(test.platform, outsider, open, { approve: true, reason: '' })).toMatchObject({
      ok: false,
      error: { status: 403 },
    })
    const self: Principal = {
      kind: 'officer',
      person: owner,
      officer: 'o',
      units: ['lantern-wardens'],
      session: 's',
    }
    expect(await decide(test.platform, self, open, { approve: true, reason: '' })).toMatchObject({
      ok: false,
      error: { code: 'own-case' },
    })
    expect(
      await decide(test.platform, await warden(), open, { approve: false, code: 'CRACKED', reason: '' }),
    ).toMatchObject({ ok: true, value: { status: 'rejected', because: { en: 'The lantern is cracked.' } } })
  })

  it('raises a late review to a supervisor and tells the applicant, without closing it', async () => {
    const reference = await inReview()
    test.clock.advance({ days: 3 })
    await test.runJobs()
    expect(await state(reference)).toMatchObject({ status: 'in-progress', overdue: true, step: 'verdict' })
    expect((await inbox(test.db, owner, { limit: 1 }))[0]?.title.en).toBe('We are late')
  })

  it('shows the other party only what the service says', async () => {
    const reference = await sent()
    const seen = await viewParticipation(test.platform, as(keeper), reference)
    expect(seen.ok && seen.value.row.shows.map((one) => one.key)).toEqual(['price', 'years'])
    expect(await viewRequest(test.platform, as(keeper), reference)).toMatchObject({
      ok: false,
      error: { status: 404 },
    })
  })

  it('drops a draft that nobody sends', async () => {
    const reference = await draft()
    test.clock.advance({ days: 31 })
    await test.runJobs()
    expect((await state(reference)).status).toBe('expired')
  })
})

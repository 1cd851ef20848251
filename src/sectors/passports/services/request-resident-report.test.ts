import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { halalas } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { verifyByNumber } from '#platform/documents/verify.ts'
import { findBill, receiptOf } from '#platform/payments/bill.ts'
import { enterEmployment } from '#platform/people/write.ts'
import { startDraft } from '#platform/requests/draft.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aResidency } from '#tests/support/passports.ts'
import { aFamily, aPassport, aPerson } from '#tests/support/people.ts'
import { answerOf, asPerson, inboxOf, send, subjectsFor, trySend } from '#tests/support/service.ts'
import { decideResidency } from '../registry/residency.ts'

const service = 'request-resident-report'
let test: TestPlatform
let resident: PersonNumber

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  resident = await aPerson(test.db, { kind: 'resident' })
  await aResidency(test, resident)
})

const order = (by: PersonNumber, subject?: string) =>
  send(test, { service, by, answers: {}, ...(subject ? { subject } : {}) })
const reportOf = async (person: PersonNumber) => {
  const [report] = await documentsOf(test.db, person)
  if (!report) throw new Error('no report')
  return report
}
const subjectsOf = async (person: PersonNumber) => await subjectsFor(test, service, person)

async function aWorker(employer: PersonNumber): Promise<PersonNumber> {
  const worker = await aPerson(test.db, { kind: 'resident', sex: 'female', nationality: 'PHL' })
  await aResidency(test, worker, { kind: 'household', sponsor_id: employer })
  await enterEmployment(test.db, {
    worker,
    employer,
    occupation: { ar: 'عاملة منزلية', en: 'Domestic worker' },
    since: day('2025-01-01'),
  })
  return worker
}

describe('a resident report', () => {
  it('is a paper with a number and a code that anyone can check, once it is paid', async () => {
    await aPassport(test.db, resident)
    const sent = await order(resident)
    const bill = (await sent.state()).bills.payment
    expect(await documentsOf(test.db, resident)).toEqual([])
    await sent.pay()
    const paid = bill && (await findBill(test.db, resident, bill.id))
    expect(paid && receiptOf(paid)).toMatchObject({
      total: halalas(2875),
      platformNet: halalas(2500),
      vat: halalas(375),
    })
    expect((await sent.state()).status).toBe('fulfilled')
    const report = await reportOf(resident)
    expect(report.number).toMatch(/^RR-/)
    expect(report.content.facts.map((one) => one.key)).toEqual(
      expect.arrayContaining(['number', 'occupation', 'status', 'passport', 'born']),
    )
    expect(await verifyByNumber(test.db, report.number, report.code, test.clock.now())).toMatchObject({
      state: 'valid',
    })
    expect(await verifyByNumber(test.db, report.number, 'AAAAAA', test.clock.now())).toEqual({
      state: 'not-found',
    })
    expect((await inboxOf(test, resident)).join()).toContain('is among your documents')
  })

  it('on a worker says the little that an employer must know, and the worker is told', async () => {
    const employer = await aPerson(test.db)
    const worker = await aWorker(employer)
    const sent = await order(employer)
    await sent.pay()
    const report = await reportOf(employer)
    expect(report.content.facts.map((one) => one.key)).toEqual([
      'number',
      'occupation',
      'status',
      'issued',
      'expires',
    ])
    expect((await inboxOf(test, worker)).join()).toContain('Done: Resident report')
  })

  it('on a child is for who sees to its documents, and the other parent is told', async () => {
    const { father, mother, children } = await aFamily(test.db, {
      kind: 'resident',
      children: [day('2018-04-04')],
    })
    const [child] = children
    if (!child) throw new Error('no child')
    await aResidency(test, child, { kind: 'dependant', sponsor_id: father })
    const [subject] = await subjectsOf(father)
    const sent = await order(father, subject?.id)
    await sent.pay()
    expect((await reportOf(father)).content.facts.map((one) => one.key)).toContain('born')
    expect((await inboxOf(test, mother)).join()).toContain('Done: Resident report')
  })

  it('is as it was ordered, whatever the register says later; a second order is a second paper', async () => {
    const sent = await order(resident)
    await sent.pay()
    const first = await reportOf(resident)
    const reason = { ar: 'سبب', en: 'A reason' }
    await transact(test.db, (tx) =>
      decideResidency(tx, resident, { state: 'suspended', reason, at: test.clock.now() }),
    )
    expect(await reportOf(resident)).toMatchObject({ id: first.id, state: 'valid' })
    const again = await order(resident)
    await again.pay()
    const [second, before] = await documentsOf(test.db, resident)
    expect(before).toMatchObject({ id: first.id, state: 'superseded' })
    expect(JSON.stringify(second?.content.facts)).toContain('Suspended')
    expect(JSON.stringify(before?.content.facts)).not.toContain('Suspended')
  })

  it('is not drawn of a spouse, a grown child, a stranger, or who no longer works there', async () => {
    const { father, mother } = await aFamily(test.db, { kind: 'resident' })
    await aResidency(test, mother, { kind: 'dependant', sponsor_id: father })
    expect(await subjectsOf(father)).toEqual([])
    const employer = await aPerson(test.db)
    const worker = await aWorker(employer)
    const [subject] = await subjectsOf(employer)
    await test.db
      .updateTable('worker')
      .set({ until: day('2026-01-01') })
      .where('person_id', '=', worker)
      .execute()
    expect(await subjectsOf(employer)).toEqual([])
    for (const by of [resident, employer]) {
      const refused = await startDraft(test.platform, asPerson(by), {
        service,
        subject: subject?.id ?? '',
        key: `stranger-${by}`,
      })
      expect(refused).toMatchObject({ ok: false, error: { status: 403 } })
    }
    expect(await documentsOf(test.db, employer)).toEqual([])
  })

  it('is one request when it is sent twice', async () => {
    const wish = { service, by: resident, answers: {}, key: 'twice' }
    await send(test, wish)
    expect(await trySend(test, wish)).toMatchObject({ ok: false, error: { code: 'already-sent' } })
    const bills = await test.db.selectFrom('bill').select('id').where('person_id', '=', resident).execute()
    expect(bills).toHaveLength(1)
  })
})

describe('the report on the screen', () => {
  it('shows the same, and tells a worker who looked', async () => {
    const employer = await aPerson(test.db)
    const worker = await aWorker(employer)
    const [facts] = await answerOf(test, asPerson(employer), 'query-resident-report')
    if (facts?.kind !== 'facts') throw new Error('no facts')
    expect(facts.facts.map((one) => one.key)).toEqual(['number', 'occupation', 'status', 'issued', 'expires'])
    expect((await inboxOf(test, worker)).join()).toContain('looked at your work')
    const [own] = await answerOf(test, asPerson(resident), 'query-resident-report')
    expect(own?.kind === 'facts' && own.facts.length).toBeGreaterThan(5)
  })
})

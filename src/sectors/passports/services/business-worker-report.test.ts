import { beforeAll, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { halalas } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { PersonPrincipal } from '#platform/authority/principal.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { enterEmployment } from '#platform/people/write.ts'
import { aDelegate, aFirm, asOwner, type Firm } from '#tests/support/business.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aResidency } from '#tests/support/passports.ts'
import { aPerson } from '#tests/support/people.ts'
import { draft, inboxOf, send, subjectsFor } from '#tests/support/service.ts'

const service = 'business-worker-report'
let test: TestPlatform
let firm: Firm
let worker: PersonNumber
let owner: PersonPrincipal

const aWorker = async (employer: Firm['id'], kind: 'resident' | 'citizen' = 'resident') => {
  const person = await aPerson(test.db, { kind })
  if (kind === 'resident') await aResidency(test, person, { kind: 'worker', sponsor_id: employer })
  await enterEmployment(test.db, {
    worker: person,
    employer,
    occupation: { ar: 'خباز', en: 'Baker' },
    since: day('2025-01-01'),
  })
  return person
}

beforeAll(async () => {
  test = await testPlatform()
  test.clock.set('2026-11-23T08:00:00Z')
  firm = await aFirm(test)
  owner = await asOwner(test, firm)
  worker = await aWorker(firm.id)
})

it('says of a worker the little that the establishment must know, to its owner, and the worker is told', async () => {
  const [subject, another] = await subjectsFor(test, service, firm.id)
  expect(another).toBeUndefined()
  expect(subject?.id).not.toContain(worker)
  const sent = await send(test, { service, by: owner, answers: {} })
  expect((await sent.state()).bills.payment).toMatchObject({ total: halalas(2875), payer: firm.id })
  await sent.pay()
  expect((await sent.state()).status).toBe('fulfilled')
  const [report] = await documentsOf(test.db, firm.owner)
  expect(report?.number).toMatch(/^RR-/)
  expect(report?.content.facts.map((one) => one.key)).toEqual([
    'number',
    'occupation',
    'status',
    'issued',
    'expires',
  ])
  expect((await inboxOf(test, worker)).join()).toContain('Worker report')
})

it('is not there of a citizen, of who has left, or of another establishment’s worker', async () => {
  await aWorker(firm.id, 'citizen')
  const gone = await aWorker(firm.id)
  await test.db
    .updateTable('worker')
    .set({ until: day('2026-01-01') })
    .where('person_id', '=', gone)
    .execute()
  const other = await aFirm(test)
  await aWorker(other.id)
  expect((await subjectsFor(test, service, firm.id)).map((one) => one.person)).toEqual([worker])
  const [theirs] = await subjectsFor(test, service, other.id)
  const refused = await draft(test, { service, by: owner, subject: theirs?.id ?? '' })
  expect(refused).toMatchObject({ ok: false, error: { status: 403 } })
})

it('is for the owner alone, in the workspace', async () => {
  const [subject] = await subjectsFor(test, service, firm.id)
  const wish = { service, subject: subject?.id ?? '' }
  const delegate = await aDelegate(test, firm)
  for (const by of [firm.owner, await delegate.principal()]) {
    const refused = await draft(test, { ...wish, by })
    expect(refused, JSON.stringify(by)).toMatchObject({ ok: false, error: { status: 403 } })
  }
})

import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import { endDelegation } from '#platform/authority/delegate.ts'
import { logOfHolder } from '#platform/authority/delegation-log.ts'
import { aHolder } from '#tests/support/accounts.ts'
import { aDelegate, aFirm, anAccountHolder, type Firm } from '#tests/support/business.ts'
import { confirmByProgram } from '#tests/support/confirm-program.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aProgram, programServer } from '#tests/support/program.ts'
import { asPerson, inboxOf, smsTo } from '#tests/support/service.ts'
import { aTelecomAccount } from '#tests/support/telecom.ts'

let test: TestPlatform
let app: FastifyInstance
let firm: Firm
let bills: readonly string[]

beforeAll(async () => {
  test = await testPlatform()
  app = await programServer(test.platform)
  firm = await aFirm(test)
  bills = await aTelecomAccount(test, firm)
}, 90_000)

const programOf = async (person: Firm['owner']) =>
  aProgram(app, '/api/v1/openapi.json', (await aHolder(test.platform, person)).token)

it('works in a workspace from the turn to it until the turn back, and by its right at every call', async () => {
  const delegate = await aDelegate(test, firm, { powers: ['bills.read', 'bills.pay'] })
  const program = await programOf(delegate.person)
  const listed = (await program.call('list-workspaces')).body
  expect(listed.workspaces).toMatchObject([
    {
      id: delegate.id,
      name: { en: 'Oasis Bakery' },
      actingFor: { right: 'my-business', powers: ['bills.read', 'bills.pay'] },
    },
  ])
  const before = await program.call('establishment-bills', { body: {} })
  expect(before).toMatchObject({ status: 403, body: { code: 'workspace-required' } })

  expect((await program.call('enter-workspace', { path: { id: delegate.id } })).status).toBe(204)
  expect((await inboxOf(test, firm.owner)).join()).toContain('came into the workspace')
  expect((await program.call('who-am-i')).body.actingFor).toMatchObject({ establishment: firm.id })
  expect((await program.call('establishment-bills', { body: {} })).status).toBe(200)

  const opening = (await program.call('open-pay-establishment-bill')).body
  expect(opening).toMatchObject({ mayUse: true, options: { bills: [{}, {}] } })
  const sent = await program.call('pay-establishment-bill', {
    key: 'key-of-this-call',
    body: { subject: opening.subject, answers: { bills: bills.slice(0, 1) } },
  })
  expect(sent.status).toBe(201)
  const paid = await program.follow(sent.body.actions, 'pay-bill')
  expect(paid.body.url).toContain('https://biller.test/pay/')
  expect((await program.call('list-requests')).body.requests).toMatchObject([
    { reference: sent.body.reference },
  ])
  expect((await logOfHolder(test.db, firm.id, { limit: 10 })).map((one) => one.type)).toEqual(
    expect.arrayContaining(['request.pay', 'request.submit', 'request.start', 'acting.start']),
  )

  // What is a person's own stays closed, and so does what the powers do not name.
  expect((await program.call('list-documents')).body.code).toBe('for-yourself-only')
  expect((await program.call('open-change-credit-limit')).body.whyNot.code).toBe('not-in-your-powers')
  expect((await program.call('open-sell-vehicle')).body.whyNot.code).toBe('individual-required')

  await endDelegation(test.platform, asPerson(firm.owner), delegate.id)
  const after = await program.call('establishment-bills', { body: {} })
  expect(after).toMatchObject({ status: 403, body: { code: 'not-in-your-powers' } })
  expect((await program.call('who-am-i')).body.actingFor.right).toBe('over')
  expect((await program.call('list-requests')).status).toBe(403)
  expect((await program.call('leave-workspace')).status).toBe(204)
  expect((await program.call('who-am-i')).body.actingFor).toBeUndefined()
  expect((await program.call('list-requests')).body.requests).toEqual([])
})

it('appoints a delegate after a confirmation that names it, and once', async () => {
  const own = await aFirm(test)
  const owner = await programOf(own.owner)
  await owner.call('enter-workspace', { path: { id: own.id } })
  const opening = (await owner.call('open-appoint-my-business-delegate')).body
  const delegate = await anAccountHolder(test)
  const body = { subject: opening.subject, answers: { delegate, months: '6', role: 'accountant' } }
  const ask = { key: 'appoints-one-of-them', body }
  const refused = await owner.call('appoint-my-business-delegate', ask)
  expect(refused).toMatchObject({
    status: 403,
    body: { code: 'confirm-first', confirm: { act: 'delegation.give' } },
  })
  const confirmed = await confirmByProgram(test, app, owner, {
    person: own.owner,
    what: refused.body.confirm,
  })
  const sent = await confirmed.call('appoint-my-business-delegate', ask)
  expect(sent.status).toBe(201)
  expect(smsTo(test, own.owner).join()).toContain('تعيين مفوَّض أعمال المنشأة: مخبز الواحة')
  expect((await confirmed.call('appoint-my-business-delegate', ask)).body.reference).toBe(sent.body.reference)
  const another = { key: 'appoints-another-one', body }
  const again = await confirmed.call('appoint-my-business-delegate', another)
  expect(again.body.code).toBe('confirm-first')
})

it('lets an owner in by the establishment’s number, and nobody by that of another’s', async () => {
  const owner = await programOf(firm.owner)
  expect((await owner.call('enter-workspace', { path: { id: firm.id } })).status).toBe(204)
  expect((await owner.call('delegation-audit', { body: {} })).status).toBe(200)
  const other = await aFirm(test)
  const stranger = await programOf(other.owner)
  expect(await stranger.call('enter-workspace', { path: { id: firm.id } })).toMatchObject({ status: 404 })
  expect((await stranger.call('who-am-i')).body.actingFor).toBeUndefined()
})

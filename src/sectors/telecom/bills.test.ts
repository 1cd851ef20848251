import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sar } from '#kernel/money.ts'
import { endDelegation } from '#platform/authority/delegate.ts'
import { ledgerBalances } from '#platform/payments/ledger.ts'
import { saveAnswers } from '#platform/requests/draft.ts'
import { submit } from '#platform/requests/submit.ts'
import { aDelegate, aFirm, asOwner, type Firm } from '#tests/support/business.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { answerOf, asPerson, draft, inboxOf, send, trySend, unmetAtOpening } from '#tests/support/service.ts'
import { aTelecomAccount } from '#tests/support/telecom.ts'
import { operators } from './operators.ts'
import { accountOf } from './registry/account.ts'
import { billsOf } from './registry/bills.ts'

let test: TestPlatform
let firm: Firm
let bills: readonly string[]

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  firm = await aFirm(test)
  bills = await aTelecomAccount(test, firm)
})

const delegate = async (...powers: readonly string[]) => aDelegate(test, firm, { powers })
const audit = async () => {
  const [table] = await answerOf(test, await asOwner(test, firm), 'delegation-audit')
  if (table?.kind !== 'table') throw new Error('a table was expected')
  return table.rows.map((row) => [
    row.what?.kind === 'text' ? row.what.text.en : '',
    row.about?.kind === 'code' ? row.about.value : row.about?.kind === 'text' ? row.about.text.en : '',
  ])
}
const refusedFor = (code: string) => ({ ok: false, error: { code } })

describe('the bills of an establishment', () => {
  it('are read with their power, and with no other', async () => {
    const reader = await delegate('bills.read')
    const [due, facts, table] = await answerOf(test, await reader.principal(), 'establishment-bills')
    expect(due).toMatchObject({
      title: { en: 'To pay now: SAR 575.00' },
      next: { service: 'pay-establishment-bill' },
    })
    expect(facts).toMatchObject({ facts: [{ value: { text: { en: 'Nasma Telecom' } } }, {}, {}, {}] })
    expect(table?.kind === 'table' && table.rows).toHaveLength(2)
    const payer = await delegate('bills.pay')
    await expect(answerOf(test, await payer.principal(), 'establishment-bills')).rejects.toThrow(
      'not-in-your-powers',
    )
    expect(await audit()).toContainEqual([
      'Made an inquiry about the establishment',
      'The establishment’s bills',
    ])
  })
})

describe('paying bills', () => {
  const pay = async (by: Awaited<ReturnType<typeof delegate>>, chosen = bills) => ({
    service: 'pay-establishment-bill',
    by: await by.principal(),
    answers: { bills: chosen },
  })

  it('settles them, passes the money on to the operator, and is in the audit', async () => {
    const payer = await delegate('bills.pay')
    const sent = await send(test, await pay(payer))
    const { bills: raised } = await sent.state()
    expect(raised.payment).toMatchObject({ payer: firm.id, total: sar(575) })
    await sent.pay()
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await billsOf(test.db, firm.id, 'due')).toEqual([])
    const [facts] = await answerOf(test, await asOwner(test, firm), 'establishment-bills')
    expect(facts?.kind).toBe('facts')
    expect(test.payments.payouts.at(-1)).toMatchObject({ iban: operators[0].iban, amount: sar(575) })
    expect((await ledgerBalances(test.db)).mistakes).toEqual([])
    expect((await audit()).slice(0, 2)).toEqual([
      ['Sent a request for the establishment', sent.reference],
      ['Started a request for the establishment', sent.reference],
    ])
    for (const person of [firm.owner, payer.person])
      expect((await inboxOf(test, person)).join()).toContain('SAR 575.00 in all')
  })

  it('takes no bill twice: the money of the second goes back', async () => {
    const payer = await delegate('bills.pay')
    const first = await send(test, await pay(payer, bills.slice(0, 1)))
    const second = await send(test, await pay(payer, bills.slice(0, 1)))
    await first.pay()
    await second.pay()
    expect((await first.state()).status).toBe('fulfilled')
    expect(await second.state()).toMatchObject({ status: 'rejected', because: { en: /paid already/ } })
    expect((await second.state()).bills.payment?.state).toBe('refunding')
    expect((await ledgerBalances(test.db)).mistakes).toEqual([])
  })

  it('is one request however often it is sent', async () => {
    const payer = await delegate('bills.pay')
    const sent = await send(test, await pay(payer))
    const before = await sent.events()
    const again = await submit(test.platform, await payer.principal(), sent.reference)
    expect(again).toMatchObject({ ok: true, value: { reference: sent.reference } })
    expect(await sent.events()).toEqual(before)
  })

  it('is not offered when nothing is due, nor without its power', async () => {
    const other = await aFirm(test)
    await aTelecomAccount(test, other, { bills: [] })
    const owner = await asOwner(test, other)
    expect(Object.keys(await unmetAtOpening(test, { service: 'pay-establishment-bill', by: owner }))).toEqual(
      ['telecom-bill-due'],
    )
    const reader = await delegate('bills.read', 'credit.update')
    expect(await trySend(test, await pay(reader))).toMatchObject(refusedFor('not-in-your-powers'))
    expect(await billsOf(test.db, firm.id, 'due')).toHaveLength(2)
  })

  it('and a revocation at the same moment: it is sent before, or not at all', async () => {
    for (let round = 0; round < 5; round += 1) {
      const payer = await delegate('bills.pay')
      const by = await payer.principal()
      const begun = await draft(test, { service: 'pay-establishment-bill', by })
      if (!begun.ok) throw new Error(begun.error.code)
      await saveAnswers(test.platform, by, { reference: begun.value, fields: ['bills'], raw: { bills } })
      const [sent, ended] = await Promise.all([
        submit(test.platform, by, begun.value),
        endDelegation(test.platform, asPerson(firm.owner), payer.id),
      ])
      expect(ended.ok).toBe(true)
      const row = await test.db
        .selectFrom('request')
        .select('status')
        .where('person_id', '=', firm.id)
        .where('reference', '=', begun.value)
        .executeTakeFirstOrThrow()
      if (sent.ok) expect(row.status).toBe('in-progress')
      else {
        expect(sent.error.code).toBe('not-in-your-powers')
        expect(row.status).toBe('draft')
      }
      expect(await submit(test.platform, by, begun.value)).toMatchObject(refusedFor('not-in-your-powers'))
    }
  })
})

describe('the credit limit', () => {
  const limit = async (amount: string, by = delegate('credit.update')) => ({
    service: 'change-credit-limit',
    by: await (await by).principal(),
    answers: { limit: amount },
  })

  it('is changed by its power, within the bounds and above what is owed', async () => {
    const done = await send(test, await limit('8000'))
    expect((await done.state()).status).toBe('fulfilled')
    expect((await accountOf(test.db, firm.id))?.creditLimit).toBe(sar(8000))
    for (const amount of ['8000', '400', '200000', '550'])
      expect(await trySend(test, await limit(amount)), amount).toMatchObject({
        error: { fields: { limit: {} } },
      })
    expect(await trySend(test, await limit('9000', delegate('bills.pay')))).toMatchObject(
      refusedFor('not-in-your-powers'),
    )
  })

  it('waits for bills that are overdue', async () => {
    test.clock.set('2026-12-20T08:00:00Z')
    const by = await (await delegate('credit.update')).principal()
    expect(Object.keys(await unmetAtOpening(test, { service: 'change-credit-limit', by }))).toEqual([
      'telecom-nothing-overdue',
    ])
  })
})

describe('points', () => {
  const redeem = async (reward: string) => ({
    service: 'redeem-points',
    by: await (await delegate('points.redeem')).principal(),
    answers: { reward },
  })
  const left = async () => (await accountOf(test.db, firm.id))?.points

  it('are exchanged once, as far as there are enough', async () => {
    await send(test, await redeem('data-50'))
    expect(await left()).toBe(250)
    expect(await trySend(test, await redeem('minutes-500'))).toMatchObject({
      error: { fields: { reward: { en: expect.stringContaining('too few') } } },
    })
    expect(await left()).toBe(250)
    expect(
      await test.db
        .selectFrom('telecom_redemption')
        .select(['reward', 'points'])
        .where('establishment_id', '=', firm.id)
        .execute(),
    ).toEqual([{ reward: 'data-50', points: 1200 }])
  })
})

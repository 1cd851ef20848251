import { beforeAll, describe, expect, it } from 'vitest'
import { iban } from '#kernel/iban.ts'
import { halalas, sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { sign } from '#platform/integrations/signature.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { freshNumber } from '#tests/support/people.ts'
import {
  type BillLine,
  billsOf,
  cancelBill,
  findBill,
  findBillByNumber,
  raiseBill,
  receiptOf,
} from './bill.ts'
import { ledgerBalances } from './ledger.ts'
import { openPayment } from './open-payment.ts'
import { payOut, retryPayOut } from './payout.ts'
import { handleProviderEvent } from './provider-event.ts'
import { refundBill } from './refund.ts'
import { openTroubles } from './trouble.ts'

const secret = 'a secret that the test and the biller share'
const lines: readonly BillLine[] = [
  { title: { ar: 'رسم نقل الملكية', en: 'Transfer of ownership' }, kind: 'government-fee', amount: sar(150) },
  { title: { ar: 'خدمة المبايعة', en: 'Sale service' }, kind: 'platform-fee', amount: sar(230) },
  { title: { ar: 'ثمن المركبة', en: 'Price of the car' }, kind: 'escrow', amount: sar(20_000) },
]
const title = { ar: 'مبايعة مركبة', en: 'Sale of a vehicle' }
const reason = { ar: 'لم يتم البيع', en: 'The sale did not happen' }
let at: TestPlatform
let events = 0

beforeAll(async () => {
  at = await testPlatform()
})

const hour = 3_600_000
const raise = (payer: PersonNumber, more: Partial<Parameters<typeof raiseBill>[1]> = {}) =>
  transact(at.db, (tx) =>
    raiseBill(tx, {
      payer,
      title,
      lines,
      due: new Date(at.clock.now().getTime() + 24 * hour),
      at: at.clock.now(),
      ...more,
    }),
  )

async function open(payer: PersonNumber, bill: string): Promise<string> {
  const before = at.payments.opened.length
  const opened = await openPayment(at.platform, payer, bill, { language: 'ar', returnTo: 'https://x.test/' })
  expect(opened.ok).toBe(true)
  const asked = at.payments.opened[before]
  if (!asked) throw new Error('nothing was opened')
  return asked.payment
}

function hear(event: Record<string, unknown>, id = `evt-${events++}`) {
  const body = JSON.stringify({ id, reference: `ref-${event.payment ?? event.payout}`, ...event })
  return handleProviderEvent(
    at.platform,
    { provider: 'test', secret },
    body,
    sign(secret, body, at.clock.now()),
  )
}

const settle = (payment: string, amount: number = sar(20_380)) =>
  hear({ type: 'payment.settled', payment, amount })

const stateOf = async (payer: PersonNumber, bill: string) => (await findBill(at.db, payer, bill))?.state
const balanced = async () => expect((await ledgerBalances(at.db)).mistakes).toEqual([])

describe('a bill', () => {
  it('is raised once for a step, and found by its number', async () => {
    const payer = freshNumber()
    const about = { person: freshNumber(), request: '0199a000-0000-7000-8000-000000000001', step: 'fees' }
    const [one, two] = await Promise.all([raise(payer, { about }), raise(payer, { about })])
    expect(two).toEqual(one)
    expect(one.total).toBe(sar(20_380))
    expect(one.number).toMatch(/^\d{12}$/)
    expect(await billsOf(at.db, payer)).toHaveLength(1)
    expect((await findBillByNumber(at.db, one.number))?.about).toEqual(about)
    expect(await findBill(at.db, freshNumber(), one.id)).toBeUndefined()
    await balanced()
  })

  it('shows government fees, the platform’s fee and its VAT apart on the receipt', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const unpaid = await findBill(at.db, payer, id)
    expect(unpaid && receiptOf(unpaid)).toBeUndefined()
    await settle(await open(payer, id))
    const paid = await findBill(at.db, payer, id)
    expect(paid && receiptOf(paid)).toMatchObject({
      government: sar(150),
      platformNet: sar(200),
      vat: sar(30),
      escrow: sar(20_000),
      fines: halalas(0),
      total: sar(20_380),
      refunded: false,
    })
    await balanced()
  })
})

describe('a payment', () => {
  it('is opened once by a double click', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const before = at.payments.opened.length
    const click = () => openPayment(at.platform, payer, id, { language: 'en', returnTo: 'https://x.test/' })
    const clicks = await Promise.all([click(), click(), click()])
    const again = await click()
    expect(new Set([...clicks, again].map((one) => (one.ok ? one.value.url : 'refused'))).size).toBe(1)
    expect(new Set(at.payments.opened.slice(before).map((one) => one.payment)).size).toBe(1)
  })

  it('is refused with the reason when late, paid, withdrawn or somebody else’s', async () => {
    const payer = freshNumber()
    const click = (bill: string, who = payer) =>
      openPayment(at.platform, who, bill, { language: 'en', returnTo: 'https://x.test/' })
    const late = await raise(payer, { due: at.clock.now() })
    const withdrawn = await raise(payer)
    await transact(at.db, (tx) => cancelBill(tx, { payer, bill: withdrawn.id, at: at.clock.now() }))
    const paid = await raise(payer)
    await settle(await open(payer, paid.id))
    for (const [outcome, words] of [
      [await click(late.id), 'time to pay'],
      [await click(withdrawn.id), 'withdrawn'],
      [await click(paid.id), 'is paid'],
      [await click(withdrawn.id, freshNumber()), 'could not find'],
      [await click('nonsense'), 'could not find'],
    ] as const)
      expect(outcome.ok ? '' : outcome.error.en).toContain(words)
  })

  it('says that nothing was taken when the provider does not answer, and works when it does again', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const down = { ...at.platform.payments, name: 'test', open: () => Promise.reject(new Error('down')) }
    const platform = {
      ...at.platform,
      payments: { ...at.platform.payments, ...down } as typeof at.platform.payments,
    }
    const failed = await openPayment(platform, payer, id, { language: 'en', returnTo: 'https://x.test/' })
    expect(failed.ok ? '' : failed.error.en).toContain('Nothing was taken')
    await settle(await open(payer, id))
    expect(await stateOf(payer, id)).toBe('paid')
  })

  it('that failed leaves the bill due, and a new one can be opened', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const first = await open(payer, id)
    await hear({ type: 'payment.failed', payment: first })
    expect(await stateOf(payer, id)).toBe('due')
    const second = await open(payer, id)
    expect(second).not.toBe(first)
    await settle(second)
    expect(await stateOf(payer, id)).toBe('paid')
  })
})

describe('a webhook', () => {
  it('is refused without a right and fresh signature, and changes nothing', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const payment = await open(payer, id)
    const body = JSON.stringify({
      id: 'forged',
      type: 'payment.settled',
      payment,
      amount: sar(20_380),
      reference: 'r',
    })
    const send = (header: string | undefined, text = body) =>
      handleProviderEvent(at.platform, { provider: 'test', secret }, text, header)
    const outcomes = [
      await send(undefined),
      await send(sign('another secret', body, at.clock.now())),
      await send(sign(secret, body, new Date(at.clock.now().getTime() - hour))),
      await send(sign(secret, '{}', at.clock.now()), '{}'),
    ]
    expect(outcomes.map((one) => (one.ok ? 'ok' : `${one.error.status} ${one.error.code}`))).toEqual([
      '401 signature-wrong',
      '401 signature-wrong',
      '401 signature-stale',
      '400 event-unreadable',
    ])
    expect(await stateOf(payer, id)).toBe('due')
  })

  it('starts the job of its bill once, however often it comes', async () => {
    const payer = freshNumber()
    const whenSettled = { task: 'payments.refund', payload: { marker: payer } }
    const { id } = await raise(payer, { whenSettled })
    const payment = await open(payer, id)
    const event = { type: 'payment.settled', payment, amount: sar(20_380) }
    await Promise.all([hear(event, `same-${payer}`), hear(event, `same-${payer}`), hear(event), hear(event)])
    const { rows } = await at.pool.query(
      `select 1 from graphile_worker._private_jobs where payload ->> 'marker' = $1`,
      [payer],
    )
    expect(rows).toHaveLength(1)
    await at.pool.query(`delete from graphile_worker._private_jobs where payload ->> 'marker' = $1`, [payer])
    await balanced()
  })

  it('for a payment that nobody opened is put before an operator', async () => {
    expect(await settle('0199a000-0000-7000-8000-00000000dead', 700)).toMatchObject({ ok: true })
    const troubles = await openTroubles(at.db)
    expect(troubles.some((one) => one.kind === 'unknown-payment' && one.amount === 700)).toBe(true)
  })
})

describe('money that the bill does not want', () => {
  it('goes back when the bill was withdrawn before it came', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const payment = await open(payer, id)
    await transact(at.db, (tx) => cancelBill(tx, { payer, bill: id, at: at.clock.now() }))
    await settle(payment)
    await at.runJobs()
    expect(at.payments.refunds.filter((one) => one.refund === payment)).toMatchObject([
      { amount: sar(20_380) },
    ])
    await hear({ type: 'payment.refunded', payment, amount: sar(20_380) })
    expect(await stateOf(payer, id)).toBe('cancelled')
    await balanced()
  })

  it('goes back when the sum is wrong, an operator sees it, and the bill stays due', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const payment = await open(payer, id)
    await settle(payment, sar(20_000))
    await at.runJobs()
    expect(at.payments.refunds.find((one) => one.refund === payment)?.amount).toBe(sar(20_000))
    expect(await stateOf(payer, id)).toBe('due')
    expect(
      (await openTroubles(at.db)).some((one) => one.payment === payment && one.kind === 'wrong-amount'),
    ).toBe(true)
    await balanced()
    await hear({ type: 'payment.refunded', payment, amount: sar(20_000) })
    await settle(await open(payer, id))
    expect(await stateOf(payer, id)).toBe('paid')
    await balanced()
  })

  it('came and went before we knew: the refund is told first', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const payment = await open(payer, id)
    await hear({ type: 'payment.refunded', payment, amount: sar(20_380) })
    await settle(payment)
    expect(await stateOf(payer, id)).toBe('due')
    await balanced()
  })
})

describe('a refund', () => {
  it('gives back all, once, and tells the payer', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const payment = await open(payer, id)
    await settle(payment)
    const give = () =>
      transact(at.db, (tx) => refundBill(tx, { payer, bill: id, reason, at: at.clock.now() }))
    expect(await give()).toBe('refunding')
    expect(await give()).toBe('closed')
    await at.runJobs()
    expect(at.payments.refunds.filter((one) => one.refund === payment)).toHaveLength(1)
    await balanced()
    const done = { type: 'payment.refunded', payment, amount: sar(20_380) }
    await hear(done)
    await hear(done)
    expect(await stateOf(payer, id)).toBe('refunded')
    await balanced()
  })

  it('of a bill that nobody paid withdraws it', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    expect(
      await transact(at.db, (tx) => refundBill(tx, { payer, bill: id, reason, at: at.clock.now() })),
    ).toBe('cancelled')
    await balanced()
  })

  it('that the provider could not make is tried again, under an operator’s eyes', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    const payment = await open(payer, id)
    await settle(payment)
    await transact(at.db, (tx) => refundBill(tx, { payer, bill: id, reason, at: at.clock.now() }))
    await at.runJobs()
    await hear({ type: 'refund.failed', payment })
    at.clock.advance({ hours: 2 })
    await at.runJobs()
    expect(at.payments.refunds.filter((one) => one.refund === payment)).toHaveLength(2)
    expect(
      (await openTroubles(at.db)).some((one) => one.payment === payment && one.kind === 'refund-failed'),
    ).toBe(true)
  })

  it('withdrawing a bill loses against money that was first', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    await settle(await open(payer, id))
    expect(await transact(at.db, (tx) => cancelBill(tx, { payer, bill: id, at: at.clock.now() }))).toBe(
      'paid',
    )
    expect(await stateOf(payer, id)).toBe('paid')
  })
})

describe('what is held for a seller', () => {
  const account = iban('SA0380000000608010167519')

  it('is paid out once, to an account that the database cannot read', async () => {
    const [payer, seller] = [freshNumber(), freshNumber()]
    const { id } = await raise(payer)
    await settle(await open(payer, id))
    const release = () =>
      transact(at.db, (tx) =>
        payOut(tx, at.platform.vault, { payer, bill: id, to: seller, iban: account, at: at.clock.now() }),
      )
    await release()
    await release()
    const before = at.payments.payouts.length
    await at.runJobs()
    const asked = at.payments.payouts.slice(before)
    expect(asked).toMatchObject([{ iban: account, amount: sar(20_000) }])
    const stored = await at.db.selectFrom('payout').select('iban').where('person_id', '=', seller).execute()
    expect(JSON.stringify(stored)).not.toContain(account)
    await balanced()
    const payout = asked[0]?.payout ?? ''
    await hear({ type: 'payout.settled', payout })
    await hear({ type: 'payout.settled', payout })
    await balanced()
    await expect(
      transact(at.db, (tx) => refundBill(tx, { payer, bill: id, reason, at: at.clock.now() })),
    ).rejects.toThrow('was released')
  })

  it('stays owed when the bank refuses the account, and goes to another', async () => {
    const [payer, seller] = [freshNumber(), freshNumber()]
    const { id } = await raise(payer)
    await settle(await open(payer, id))
    await transact(at.db, (tx) =>
      payOut(tx, at.platform.vault, { payer, bill: id, to: seller, iban: account, at: at.clock.now() }),
    )
    await at.runJobs()
    const payout = at.payments.payouts.at(-1)?.payout ?? ''
    await hear({ type: 'payout.failed', payout })
    await balanced()
    const retry = () =>
      transact(at.db, (tx) => retryPayOut(tx, at.platform.vault, { to: seller, payout, iban: account }))
    expect(await retry()).toBe(true)
    expect(await retry()).toBe(false)
    await at.runJobs()
    expect(at.payments.payouts.filter((one) => one.payout === payout)).toHaveLength(2)
    await hear({ type: 'payout.settled', payout })
    await balanced()
  })

  it('cannot be paid out of a bill that is not paid', async () => {
    const payer = freshNumber()
    const { id } = await raise(payer)
    await expect(
      transact(at.db, (tx) =>
        payOut(tx, at.platform.vault, { payer, bill: id, to: payer, iban: account, at: at.clock.now() }),
      ),
    ).rejects.toThrow('holds nothing')
  })
})

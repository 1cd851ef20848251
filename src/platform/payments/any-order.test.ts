import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sar } from '#kernel/money.ts'
import { transact } from '#platform/database/transact.ts'
import { sign } from '#platform/integrations/signature.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { freshNumber } from '#tests/support/people.ts'
import { cancelBill, findBill, raiseBill } from './bill.ts'
import { ledgerBalances } from './ledger.ts'
import { openPayment } from './open-payment.ts'
import { handleProviderEvent } from './provider-event.ts'
import { refundBill } from './refund.ts'

const secret = 'a secret that the test and the biller share'
const total = sar(100)
const words = { ar: 'رسم', en: 'Fee' }

type Move =
  | 'open'
  | 'pay'
  | 'pay-wrong'
  | 'decline'
  | 'provider-refund'
  | 'cancel'
  | 'refund'
  | 'jobs'
  | 'hear'
  | 'hear-again'

/** The outside world: a biller that has people's money, and events on their way to us. */
interface Outside {
  readonly took: Map<string, number>
  readonly gave: Map<string, number>
  readonly onTheWay: Record<string, unknown>[]
  readonly arrived: Record<string, unknown>[]
}

let at: TestPlatform
let serial = 0
beforeAll(async () => {
  at = await testPlatform()
})

async function play(moves: readonly (readonly [Move, number])[]): Promise<void> {
  const payer = freshNumber()
  const outside: Outside = { took: new Map(), gave: new Map(), onTheWay: [], arrived: [] }
  const due = new Date(at.clock.now().getTime() + 86_400_000)
  const bill = await transact(at.db, (tx) =>
    raiseBill(tx, {
      payer,
      title: words,
      lines: [{ title: words, kind: 'platform-fee', amount: total }],
      due,
      at: at.clock.now(),
      whenSettled: { task: 'test.settled', payload: { marker: payer }, runAt: due },
    }),
  )
  const firstOpened = at.payments.opened.length
  const firstRefund = at.payments.refunds.length
  let refundsSeen = firstRefund

  const emit = (event: Record<string, unknown>) =>
    outside.onTheWay.push({ id: `any-${serial++}`, reference: `ref-${event.payment}`, ...event })
  const hear = (event: Record<string, unknown>) => {
    const body = JSON.stringify(event)
    return handleProviderEvent(
      at.platform,
      { provider: 'test', secret },
      body,
      sign(secret, body, at.clock.now()),
    )
  }
  const giveBack = (payment: string) => {
    const taken = outside.took.get(payment)
    if (taken === undefined || outside.gave.has(payment)) return
    outside.gave.set(payment, taken)
    emit({ type: 'payment.refunded', payment, amount: taken })
  }
  const runJobs = async () => {
    await at.runJobs()
    for (const refund of at.payments.refunds.slice(refundsSeen)) giveBack(refund.refund)
    refundsSeen = at.payments.refunds.length
  }
  const pay = (payment: string | undefined, amount: number) => {
    if (!payment || outside.took.has(payment)) return
    outside.took.set(payment, amount)
    emit({ type: 'payment.settled', payment, amount })
  }

  for (const [move, n] of moves) {
    const ours = at.payments.opened.slice(firstOpened)
    const payment = ours[n % Math.max(1, ours.length)]?.payment
    if (move === 'open')
      await openPayment(at.platform, payer, bill.id, { language: 'ar', returnTo: 'https://x.test/' })
    if (move === 'pay') pay(payment, total)
    if (move === 'pay-wrong') pay(payment, total - 1)
    if (move === 'decline' && payment && !outside.took.has(payment)) emit({ type: 'payment.failed', payment })
    if (move === 'provider-refund' && payment) giveBack(payment)
    if (move === 'cancel')
      await transact(at.db, (tx) => cancelBill(tx, { payer, bill: bill.id, at: at.clock.now() }))
    if (move === 'refund')
      await transact(at.db, (tx) =>
        refundBill(tx, { payer, bill: bill.id, reason: words, at: at.clock.now() }),
      )
    if (move === 'jobs') await runJobs()
    if (move === 'hear') {
      const [event] = outside.onTheWay.splice(n % Math.max(1, outside.onTheWay.length), 1)
      if (event) {
        outside.arrived.push(event)
        await hear(event)
      }
    }
    if (move === 'hear-again') {
      const event = outside.arrived[n % Math.max(1, outside.arrived.length)]
      if (event) await hear(event)
    }
    expect((await ledgerBalances(at.db)).mistakes).toEqual([])
  }
  // In the end all that is on its way arrives, the last first, and our jobs run.
  for (;;) {
    await runJobs()
    const event = outside.onTheWay.pop()
    if (!event) break
    await hear(event)
  }
  const { mistakes } = await ledgerBalances(at.db)
  expect(mistakes).toEqual([])

  const paid = await findBill(at.db, payer, bill.id)
  const kept = [...outside.took.keys()].filter((payment) => !outside.gave.has(payment))
  const { rows: jobs } = await at.pool.query(
    `select 1 from graphile_worker._private_jobs where payload ->> 'marker' = $1`,
    [payer],
  )
  // What the biller still holds is what one paid bill stands for, and its job was started once.
  expect(kept).toHaveLength(paid?.state === 'paid' ? 1 : 0)
  expect(jobs.length).toBeLessThanOrEqual(1)
  if (paid?.state === 'paid') expect(jobs).toHaveLength(1)
}

describe('events in any order, late and repeated', () => {
  it('leave books that balance, and money either for what was delivered or given back', async () => {
    const move = fc.constantFrom<Move>(
      'open',
      'open',
      'pay',
      'pay',
      'pay-wrong',
      'decline',
      'provider-refund',
      'cancel',
      'refund',
      'jobs',
      'hear',
      'hear',
      'hear',
      'hear-again',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(move, fc.nat(9)), { minLength: 3, maxLength: 14 }), (rest) =>
        play([['open', 0], ...rest]),
      ),
      // The books are of all runs: a smaller case after a failure would fail for the earlier one.
      { numRuns: 40, endOnFailure: true },
    )
  }, 60_000)
})

import { describe, expect, it } from 'vitest'
import { sar } from '#kernel/money.ts'
import { transact } from '#platform/database/transact.ts'
import { sign } from '#platform/integrations/signature.ts'
import { billWorld } from '#tests/support/bills.ts'
import { freshNumber } from '#tests/support/people.ts'
import { cancelBill } from './bill.ts'
import { handleProviderEvent } from './provider-event.ts'
import { openTroubles } from './trouble.ts'

const { at, secret, hour, raise, open, hear, settle, stateOf, balanced } = await billWorld()

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

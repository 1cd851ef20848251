import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#kernel/clock.ts'
import { iban } from '#kernel/iban.ts'
import { sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { findBill, raiseBill } from '#platform/payments/bill.ts'
import { ledgerBalances } from '#platform/payments/ledger.ts'
import { openPayment } from '#platform/payments/open-payment.ts'
import { payOut } from '#platform/payments/payout.ts'
import { handleProviderEvent } from '#platform/payments/provider-event.ts'
import { httpPaymentProvider } from '#platform/payments/provider-http.ts'
import { refundBill } from '#platform/payments/refund.ts'
import { biller } from '#sandbox/biller/biller.tsx'
import { type TestPlatform, testPlatform } from './support/database.ts'
import { formsOf } from './support/forms.ts'
import { aPerson } from './support/people.ts'

const secret = 'what the biller and the platform share'
let at: TestPlatform
let portal: FastifyInstance
let world: FastifyInstance
/** How many webhooks the portal fails to take before it takes one. */
let deaf = 0
let heard = 0

beforeAll(async () => {
  portal = Fastify()
  portal.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  )
  portal.post<{ Body: string }>('/partners/v1/payment-events', async (request, reply) => {
    if (deaf > 0) {
      deaf -= 1
      return reply.code(503).send()
    }
    const outcome = await handleProviderEvent(
      at.platform,
      { provider: 'biller', secret },
      request.body,
      String(request.headers['diwan-signature']),
    )
    heard += 1
    return outcome.ok ? reply.code(204).send() : reply.code(outcome.error.status).send(outcome.error)
  })
  const portalApi = await portal.listen({ port: 0, host: '127.0.0.1' })

  world = Fastify()
  await world.register((await import('@fastify/formbody')).default)
  let origin = ''
  const part = biller({ portalApi, origin: () => origin, clock: systemClock }, { secret, firstPause: 10 })
  await world.register(async (scope) => part.register(scope), { prefix: '/biller' })
  world.addHook('onClose', () => part.close?.())
  origin = await world.listen({ port: 0, host: '127.0.0.1' })

  at = await testPlatform({
    clock: systemClock,
    payments: httpPaymentProvider({ name: 'biller', url: `${origin}/biller`, secret, clock: systemClock }),
  })
})
afterAll(async () => {
  await Promise.all([world.close(), portal.close()])
})

const title = { ar: 'رسم', en: 'A fee' }

async function billFor(payer: PersonNumber): Promise<{ bill: string; page: string }> {
  const { id } = await transact(at.db, (tx) =>
    raiseBill(tx, {
      payer,
      title,
      lines: [{ title, kind: 'escrow', amount: sar(100) }],
      due: new Date(Date.now() + 3_600_000),
      at: new Date(),
    }),
  )
  const opened = await openPayment(at.platform, payer, id, {
    language: 'en',
    returnTo: 'http://portal.test/bills',
  })
  if (!opened.ok) throw new Error(opened.error.en)
  return { bill: id, page: opened.value.url }
}

async function press(page: string, how: string): Promise<Response> {
  const [form] = formsOf(await (await fetch(page)).text())
  if (!form) throw new Error('the page has no form')
  return fetch(new URL(form.action, page), {
    method: 'POST',
    body: new URLSearchParams({ ...form.fields, how }),
    redirect: 'manual',
  })
}

const stateOf = async (payer: PersonNumber, bill: string) => (await findBill(at.db, payer, bill))?.state

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await what()); tries++) {
    if (tries > 200) throw new Error('it did not come about')
    await new Promise((done) => setTimeout(done, 10))
  }
}

describe('a person at the biller', () => {
  it('sees the bill, pays it, and comes back to a paid bill', async () => {
    const payer = await aPerson(at.db)
    const { bill, page } = await billFor(payer)
    const html = await (await fetch(page)).text()
    expect(html).toContain('A fee')
    expect(html).toContain('100.00')
    const back = await press(page, 'pay')
    expect(back.headers.get('location')).toBe('http://portal.test/bills')
    expect(await stateOf(payer, bill)).toBe('paid')
    expect(await (await fetch(page)).text()).toContain('was paid here')
  })

  it('does not pay: the bill stays due and can be paid later', async () => {
    const payer = await aPerson(at.db)
    const { bill, page } = await billFor(payer)
    await press(page, 'decline')
    expect(await stateOf(payer, bill)).toBe('due')
    const again = await openPayment(at.platform, payer, bill, {
      language: 'en',
      returnTo: 'http://portal.test/',
    })
    await press(again.ok ? again.value.url : '', 'pay')
    expect(await stateOf(payer, bill)).toBe('paid')
  })

  it('pays although the platform is told twice, or does not listen at first', async () => {
    const payer = await aPerson(at.db)
    const twice = await billFor(payer)
    await press(twice.page, 'twice')
    const deafened = await billFor(payer)
    deaf = 3
    await press(deafened.page, 'pay')
    await until(async () => (await stateOf(payer, deafened.bill)) === 'paid')
    expect(await stateOf(payer, twice.bill)).toBe('paid')
    expect((await ledgerBalances(at.db)).mistakes).toEqual([])
  })

  it('pays too little, and gets it back', async () => {
    const payer = await aPerson(at.db)
    const { bill, page } = await billFor(payer)
    await press(page, 'less')
    expect(await stateOf(payer, bill)).toBe('due')
    const before = heard
    await at.runJobs()
    await until(async () => heard > before)
    expect((await ledgerBalances(at.db)).mistakes).toEqual([])
  })

  it('meets a made-up payment page with words and no form', async () => {
    const { page } = await billFor(await aPerson(at.db))
    const forged = await fetch(page.replace(/seal=.../, 'seal=AAA'))
    expect(forged.status).toBe(404)
    expect(formsOf(await forged.text())).toEqual([])
  })
})

describe('the platform at the biller', () => {
  it('is given a refund and a payout, each told back', async () => {
    const [payer, seller] = [await aPerson(at.db), await aPerson(at.db)]
    const one = await billFor(payer)
    await press(one.page, 'pay')
    await transact(at.db, (tx) => refundBill(tx, { payer, bill: one.bill, reason: title, at: new Date() }))
    const two = await billFor(payer)
    await press(two.page, 'pay')
    const account = iban('SA0380000000608010167519')
    await transact(at.db, (tx) =>
      payOut(tx, at.platform.vault, { payer, bill: two.bill, to: seller, iban: account, at: new Date() }),
    )
    await at.runJobs()
    await until(async () => (await stateOf(payer, one.bill)) === 'refunded')
    const payout = () =>
      at.db.selectFrom('payout').select('state').where('person_id', '=', seller).executeTakeFirstOrThrow()
    await until(async () => (await payout()).state === 'settled')
    expect((await ledgerBalances(at.db)).mistakes).toEqual([])
  })

  it('is turned away without a signature', async () => {
    const { page } = await billFor(await aPerson(at.db))
    const { origin } = new URL(page)
    const forged = await fetch(`${origin}/biller/refunds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'diwan-signature': 't=1,v1=00' },
      body: '{}',
    })
    expect(forged.status).toBe(401)
  })
})

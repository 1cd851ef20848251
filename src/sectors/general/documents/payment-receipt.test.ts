import { beforeAll, expect, it } from 'vitest'
import { sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { verifyByNumber } from '#platform/documents/verify.ts'
import { refundBill } from '#platform/payments/refund.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { drawn, tryDraw } from '#tests/support/documents.ts'
import { aPerson } from '#tests/support/people.ts'
import { send } from '#tests/support/service.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await testPlatform()
})

async function aBill(by: PersonNumber, pay = true) {
  const sent = await send(test, { service: 'official-reports', by, subject: 'family', answers: {} })
  const bill = (await sent.state()).bills.payment
  if (!bill) throw new Error('no bill')
  if (pay) await sent.pay()
  return bill.id
}

it('says what was paid, each fee by its kind and the VAT apart, with a code that anyone can check', async () => {
  const payer = await aPerson(test.db)
  const receipt = await drawn(test, 'payment-receipt', payer, await aBill(payer))
  const sums = receipt.content.facts.flatMap(({ label, value }) =>
    value.kind === 'money' ? [[label.en, value.value]] : [],
  )
  expect(sums).toEqual([
    ['Official report (platform fee before VAT)', sar(25)],
    ['VAT 15%', sar(3.75)],
    ['Total', sar(28.75)],
  ])
  expect(receipt.content.qr).toEqual({ total: '28.75', paid: '2026-11-23' })
  expect(await verifyByNumber(test.db, receipt.number, receipt.code, test.clock.now())).toMatchObject({
    state: 'valid',
  })
})

it('is nobody’s before the bill is paid, nor another person’s', async () => {
  const payer = await aPerson(test.db)
  expect(await tryDraw(test, 'payment-receipt', payer, await aBill(payer, false))).toBeUndefined()
  const paid = await aBill(await aPerson(test.db))
  expect(await tryDraw(test, 'payment-receipt', payer, paid)).toBeUndefined()
})

it('is taken back with the money', async () => {
  const payer = await aPerson(test.db)
  const bill = await aBill(payer)
  const receipt = await drawn(test, 'payment-receipt', payer, bill)
  const reason = { ar: 'خطأ', en: 'A mistake' }
  await transact(test.db, (tx) => refundBill(tx, { payer, bill, reason, at: test.clock.now() }))
  await test.runJobs()
  expect((await documentsOf(test.db, payer)).find((one) => one.id === receipt.id)?.state).toBe('revoked')
  expect(await tryDraw(test, 'payment-receipt', payer, bill)).toBeUndefined()
})

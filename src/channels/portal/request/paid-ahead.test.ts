import { expect, it } from 'vitest'
import { portalChannel } from '#channels/portal/channel.ts'
import { sar } from '#kernel/money.ts'
import { payAtBank } from '#platform/payments/bank-payment.ts'
import { addressesOf } from '#platform/people/address.ts'
import { billAhead } from '#platform/requests/ahead.ts'
import { saveAnswers } from '#platform/requests/draft.ts'
import { testPlatform } from '#tests/support/database.ts'
import { asPerson, draft } from '#tests/support/service.ts'
import { aSignedInVisitor } from '#tests/support/signed-in-visitor.ts'
import { aLicence } from '#tests/support/traffic.ts'
import { aServer } from '#tests/support/visitor.ts'

const test = await testPlatform()
const app = await aServer(test.platform)
await app.register(portalChannel(test.platform))
const bank = { kind: 'partner', client: 'a-bank', scopes: ['bills:write'] } as const
let receipts = 0

/** The page before sending, of a driver who paid for 5 years in a bank and now asks for so many. */
async function checkPage(years: string) {
  const browser = await aSignedInVisitor(app, test)
  const { person } = browser
  await aLicence(test, person)
  const bill = await billAhead(test.platform, { person, code: '25', choice: '5' }, bank)
  if (!bill.ok) throw new Error(bill.error.code)
  const { number, total } = bill.value
  const paid = await payAtBank(test.platform, { number, receipt: `P-${++receipts}`, amount: total }, bank)
  if (!paid.ok) throw new Error(paid.error.code)
  await test.runJobs()
  const drafted = await draft(test, { service: 'renew-driving-licence', by: person })
  if (!drafted.ok) throw new Error(drafted.error.code)
  const reference = drafted.value
  const raw = { years, address: (await addressesOf(test.db, person))[0]?.id }
  await saveAnswers(test.platform, asPerson(person), { reference, fields: Object.keys(raw), raw })
  return {
    number,
    show: async () => (await browser.get(`/requests/${reference}/check?lang=en`)).body,
  }
}

it('what was paid in a bank is said before sending: that it fits, or why it does not', async () => {
  const fits = await (await checkPage('5')).show()
  expect(fits).toContain('You have paid these fees in your bank')

  const other = await (await checkPage('2')).show()
  expect(other).toMatch(/You have paid .*200.* in your bank for: 5 years/)
  expect(other).toContain('This request is for something else')

  const changed = await checkPage('5')
  // As it would stand if the fees had been lower when it was paid.
  await test.db
    .updateTable('bill')
    .set({ total: sar(150) })
    .where('number', '=', changed.number)
    .execute()
  const page = await changed.show()
  expect(page).toMatch(/You have paid .*150.* in your bank/)
  expect(page).toContain('The fees have changed since')
  expect(page).not.toContain('You have paid these fees')
})

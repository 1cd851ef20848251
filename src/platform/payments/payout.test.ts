import { describe, expect, it } from 'vitest'
import { iban } from '#kernel/iban.ts'
import { sar } from '#kernel/money.ts'
import { transact } from '#platform/database/transact.ts'
import { billWorld } from '#tests/support/bills.ts'
import { freshNumber } from '#tests/support/people.ts'
import { payOut, retryPayOut } from './payout.ts'
import { refundBill } from './refund.ts'

const { at, raise, open, hear, settle, balanced } = await billWorld()
const reason = { ar: 'لم يتم البيع', en: 'The sale did not happen' }

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

import { beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { freshNumber } from '#tests/support/people.ts'
import { ledgerBalances, post } from './ledger.ts'

describe('the books', () => {
  let at: TestPlatform
  beforeAll(async () => {
    at = await testPlatform()
  })
  const person = freshNumber()
  const bill = '0199a000-0000-7000-8000-000000000001'
  const book = (posting: string, amounts: Parameters<typeof post>[2]) =>
    at.db.transaction().execute((tx) => post(tx, { person, bill, posting, at: at.clock.now() }, amounts))

  it('refuse what does not balance', async () => {
    await expect(book('uneven', { escrow: -100, 'cash-at-provider': 99 })).rejects.toThrow('does not balance')
    await expect(book('empty', {})).rejects.toThrow('does not balance')
  })

  it('take a posting once', async () => {
    await book('once', { escrow: -100, 'payable-to-seller': 100 })
    await expect(book('once', { escrow: -100, 'payable-to-seller': 100 })).rejects.toThrow('duplicate key')
  })

  it('show where they and the records differ', async () => {
    const { mistakes } = await ledgerBalances(at.db)
    expect(mistakes).toEqual(['payable-to-seller is 100, the records say 0'])
  })
})

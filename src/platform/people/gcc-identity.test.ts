import { describe, expect, it } from 'vitest'
import { luhnDigit } from '#kernel/luhn.ts'
import { transact } from '#platform/database/transact.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { enterGccIdentity, type GccCountry, numberByGccIdentity, parseGccNumber } from './gcc-identity.ts'

const { db } = await testDatabase()
const emirates = `78419901234567${luhnDigit('78419901234567')}`
const right = (country: GccCountry, written: string) => {
  const parsed = parseGccNumber(country, written)
  if (!parsed.ok) throw new Error(parsed.error.en)
  return { country, number: parsed.value }
}

describe('the national ID of a Gulf state', () => {
  it('is read as it stands on the card', () => {
    const dashed = `${emirates.slice(0, 3)}-${emirates.slice(3, 7)}-${emirates.slice(7, 14)}-${emirates.slice(14)}`
    expect(right('ARE', dashed).number).toBe(emirates)
    expect(right('KWT', '٢٨٥٠١٠١٠١٢٣٤').number).toBe('285010101234')
    expect(right('OMN', '1234567').number).toBe('1234567')
    expect(right('OMN', '12345678').number).toBe('12345678')
  })

  it.each([
    ['ARE', emirates.slice(0, 14) + ((Number(emirates[14]) + 1) % 10)],
    ['ARE', emirates.replace('784', '785')],
    ['BHR', '12345678'],
    ['KWT', '28501010123'],
    ['QAT', '2850101012a'],
    ['QAT', ''],
  ] as const)('of %s is not %j, and it is said how it looks', (country, written) => {
    const parsed = parseGccNumber(country, written)
    expect(parsed.ok).toBe(false)
    expect(!parsed.ok && parsed.error.ar).toMatch(/عدد خاناته \d/)
  })

  it('leads to its holder, in its own state alone, and belongs to one', async () => {
    const [a, b] = [await aPerson(db), await aPerson(db)]
    const card = right('QAT', '28501010123')
    await transact(db, (tx) => enterGccIdentity(tx, a, card))
    expect(await numberByGccIdentity(db, card)).toBe(a)
    expect(await numberByGccIdentity(db, { ...card, country: 'KWT' })).toBeUndefined()
    await expect(transact(db, (tx) => enterGccIdentity(tx, b, card))).rejects.toThrow()
  })
})

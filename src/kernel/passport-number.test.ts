import { describe, expect, it } from 'vitest'
import { isSaudiPassport, parsePassportNumber } from './passport-number.ts'

describe('passport number', () => {
  it('reads small letters and Eastern digits, and knows the Saudi form', () => {
    const read = parsePassportNumber('z١٢٣٤٥٦٧٨')
    expect(read).toEqual({ ok: true, value: 'Z12345678' })
    expect(read.ok && isSaudiPassport(read.value)).toBe(true)
    const foreign = parsePassportNumber('AB123456')
    expect(foreign.ok && !isSaudiPassport(foreign.value)).toBe(true)
  })
  it.each(['', 'Z1234', 'ABCDEFGH', 'Z123456789012', 'زي123456'])('refuses “%s”', (input) => {
    expect(parsePassportNumber(input).ok).toBe(false)
  })
})

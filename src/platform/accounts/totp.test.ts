import { describe, expect, it } from 'vitest'
import { base32, otpauth, stepOf, stepOfCode, totpAt } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

describe('codes of an app', () => {
  // RFC 6238, appendix B, SHA-1.
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %i are those of the standard', (second, code) => {
    expect(totpAt(secret, stepOf(new Date(second * 1000)), 8)).toBe(code)
  })

  it('are good half a minute before and after', () => {
    const at = new Date('2026-11-23T08:00:15Z')
    const step = stepOf(at)
    const found = [-2, -1, 0, 1, 2].map((off) => stepOfCode(secret, totpAt(secret, step + off), at))
    expect(found).toEqual([undefined, step - 1, step, step + 1, undefined])
    expect(stepOfCode(secret, '', at)).toBeUndefined()
  })

  // RFC 4648, section 10.
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['foobar', 'MZXW6YTBOI'],
  ])('have a secret that is written %s as %s', (bytes, text) => {
    expect(base32(Buffer.from(bytes))).toBe(text)
  })

  it('are taken up by an address', () => {
    const address = new URL(otpauth(secret, 'salem.r'))
    expect([address.protocol, address.searchParams.get('issuer')]).toEqual(['otpauth:', 'Diwan'])
  })
})

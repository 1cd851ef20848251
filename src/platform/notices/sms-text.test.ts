import { describe, expect, it } from 'vitest'
import { smsParts } from '#platform/notices/sms-text.ts'

describe('a text message', () => {
  it('takes 160 places in GSM 7 bit and 70 in UCS-2', () => {
    expect(smsParts('a'.repeat(160))).toEqual({ coding: 'gsm7', parts: ['a'.repeat(160)] })
    expect(smsParts('ب'.repeat(70))).toEqual({ coding: 'ucs2', parts: ['ب'.repeat(70)] })
  })

  it('is cut into parts of 153 or 67 beyond that', () => {
    expect(smsParts('a'.repeat(161)).parts.map((p) => p.length)).toEqual([153, 8])
    expect(smsParts('ب'.repeat(71)).parts.map((p) => p.length)).toEqual([67, 4])
  })

  it('counts an extended character twice, and cuts none in half', () => {
    expect(smsParts('€'.repeat(80)).parts).toHaveLength(1)
    expect(smsParts('€'.repeat(81)).parts.map((p) => p.length)).toEqual([76, 5])
    const parts = smsParts(`${'ب'.repeat(66)}😀${'ب'.repeat(10)}`).parts
    expect(parts).toEqual(['ب'.repeat(66), `😀${'ب'.repeat(10)}`])
  })

  it('refuses what 255 parts do not hold', () => {
    expect(() => smsParts('a'.repeat(153 * 255 + 1))).toThrow(RangeError)
    expect(smsParts('a'.repeat(153 * 255)).parts).toHaveLength(255)
  })
})

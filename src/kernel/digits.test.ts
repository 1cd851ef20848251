import { describe, expect, it } from 'vitest'
import { compact, toAsciiDigits } from './digits.ts'

describe('digits', () => {
  it('reads Arabic-Indic and Persian digits', () => {
    expect(toAsciiDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ x')).toBe('0123456789 0123456789 x')
  })
  it('drops what copying leaves behind', () => {
    expect(compact('\u200e١٩ 00-000\u00a0009\u202c')).toBe('1900000009')
  })
})

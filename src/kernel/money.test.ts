import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { halalas, parseAmount, plus, sar, splitVat, times } from './money.ts'

describe('money', () => {
  it.each([
    [28.75, 25],
    [51.75, 45],
    [69, 60],
    [103.5, 90],
    [230, 200],
  ])('%d riyals with VAT are %d without', (gross, net) => {
    expect(splitVat(sar(gross))).toEqual({ net: sar(net), vat: sar(gross - net) })
  })
  it('never loses a halala to VAT', () => {
    fc.assert(
      fc.property(fc.nat(), (n) => {
        const { net, vat } = splitVat(halalas(n))
        return net + vat === n && vat >= 0
      }),
    )
  })
  it('adds, multiplies, and refuses fractions of a halala', () => {
    expect(plus(sar(0.1), sar(0.2))).toBe(30)
    expect(times(sar(28.75), 3)).toBe(8625)
    expect(plus()).toBe(0)
    expect(() => sar(0.001)).toThrow()
    expect(() => halalas(0.5)).toThrow()
  })
  it.each([
    ['1250.50', 125_050],
    ['1,250.5', 125_050],
    ['١٬٢٥٠٫٥٠', 125_050],
    [' 500 ', 50_000],
    ['0.07', 7],
  ])('reads %s', (input, sum) => {
    expect(parseAmount(input)).toEqual({ ok: true, value: sum })
  })
  it.each(['', '-5', '1.234', '12,50', '1e5', 'abc', '1234567890123'])('refuses “%s”', (input) => {
    expect(parseAmount(input).ok).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { luhnValid } from './luhn.ts'
import {
  maskPersonNumber,
  parsePersonNumber,
  personKind,
  personNumber,
  withCheckDigit,
} from './person-number.ts'

const numbers = fc
  .tuple(fc.constantFrom('1', '2', '3'), fc.stringMatching(/^\d{8}$/))
  .map(([prefix, rest]) => withCheckDigit(prefix + rest))

describe('person number', () => {
  it.each(['1000000008', '1900000009', '1912345673', '2900000007', '2912345671', '3900000005'])(
    '%s is valid',
    (n) => {
      expect(parsePersonNumber(n)).toEqual({ ok: true, value: n })
    },
  )
  it.each(['1000000000', '1900000000', '1912345670'])('%s has a wrong digit', (n) => {
    expect(parsePersonNumber(n)).toMatchObject({
      ok: false,
      error: { en: 'Check the number: one digit is wrong' },
    })
  })
  it('takes a border number by its prefix and length alone', () => {
    expect(parsePersonNumber('3900000001')).toEqual({ ok: true, value: '3900000001' })
    expect(parsePersonNumber('390000000')).toMatchObject({ ok: false })
  })
  it('reads Eastern digits and spaces', () => {
    expect(parsePersonNumber(' ١٩١٢ ٣٤٥ ٦٧٣ ')).toEqual({ ok: true, value: '1912345673' })
  })
  it('says how many digits there are', () => {
    expect(parsePersonNumber('191234567')).toMatchObject({
      error: { en: expect.stringContaining('you entered 9') },
    })
  })
  it('refuses an establishment, letters and nothing, each in its own words', () => {
    const said = ['7912345670', '19123x5673', '  '].map((input) => parsePersonNumber(input))
    expect(said.every((one) => !one.ok)).toBe(true)
    expect(new Set(said.map((one) => (one.ok ? '' : one.error.ar))).size).toBe(3)
  })
  it('finds every single wrong digit of an ID and an iqama', () => {
    fc.assert(
      fc.property(
        numbers.filter((n) => personKind(n) !== 'visitor'),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (n, place, shift) => {
          const digits = [...n]
          digits[place] = String((Number(digits[place]) + shift) % 10)
          return !parsePersonNumber(digits.join('')).ok
        },
      ),
    )
  })
  it('knows the kind by the prefix', () => {
    expect(['1900000009', '2900000007', '3900000005'].map((n) => personKind(personNumber(n)))).toEqual([
      'citizen',
      'resident',
      'visitor',
    ])
  })
  it('shows the last four digits only', () => {
    expect(maskPersonNumber(personNumber('1912345673'))).toBe('******5673')
  })
  it('checks the published vector of an establishment too', () => {
    expect(luhnValid('7912345670')).toBe(true)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatIban, iban, maskIban, parseIban } from './iban.ts'

describe('IBAN', () => {
  it.each(['SA0380000000608010167519', 'SA2799000000000000000001', 'sa68 9900 0000 0001 2345 6789'])(
    'takes %s',
    (input) => {
      expect(parseIban(input).ok).toBe(true)
    },
  )
  it.each([
    '',
    '0380000000608010167519',
    'SA038000000060801016751',
    'GB82WEST12345698765432',
    'SA03800000006080101675-9x',
  ])('refuses “%s”', (input) => expect(parseIban(input).ok).toBe(false))
  it('finds every single wrong digit', () => {
    const good = 'SA0380000000608010167519'
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 23 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const wrong = good.slice(0, place) + ((Number(good[place]) + shift) % 10) + good.slice(place + 1)
        return !parseIban(wrong).ok
      }),
    )
  })
  it('shows it in groups, or its end only', () => {
    const number = iban('SA0380000000608010167519')
    expect(formatIban(number)).toBe('SA03 8000 0000 6080 1016 7519')
    expect(maskIban(number)).toBe('SA** **** **** **** **** 7519')
  })
})

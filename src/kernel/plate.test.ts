import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPlate, parsePlate, plate, plateKey, plateLetters } from './plate.ts'

const plates = fc.record({
  letters: fc.array(fc.constantFrom(...plateLetters.keys()), { minLength: 1, maxLength: 3 }),
  digits: fc.integer({ min: 1, max: 9999 }).map(String),
})

describe('plate', () => {
  it.each(['أ ب ح 1234', '١٢٣٤ ابح', 'J B A 1234', '1234jba'])('reads %s', (input) => {
    expect(parsePlate(input)).toEqual({ ok: true, value: { letters: ['أ', 'ب', 'ح'], digits: '1234' } })
  })
  it('takes the spellings of a keyboard', () => {
    expect(plate('ه ي ا 7')).toEqual(plate('هـ ى أ 7'))
  })
  it.each(['', '1234', 'أبح', 'أبحد 1234', 'أبح 0123', 'أبح 12345', 'ABF 12', 'ث ب ح 12', 'أ1ب2'])(
    'refuses “%s”',
    (input) => {
      expect(parsePlate(input).ok).toBe(false)
    },
  )
  it('reads what it writes, in both scripts', () => {
    fc.assert(
      fc.property(plates, fc.constantFrom('ar' as const, 'en' as const), (one, locale) => {
        expect(plate(formatPlate(one, locale))).toEqual(one)
      }),
    )
  })
  it('has one key', () => {
    expect(plateKey(plate('JBA 1234'))).toBe('أبح1234')
    expect(formatPlate(plate('أبح1234'), 'en')).toBe('J B A 1234')
  })
})

import { describe, expect, it } from 'vitest'
import { formatAddress, parseNationalAddress, parseShortAddress } from './address.ts'

const parts = {
  building: '٢٩٢٩',
  street: 'شارع  العليا',
  district: 'حي الورود',
  city: 'الرياض',
  postcode: '12215',
  additional: '8118',
}

describe('national address', () => {
  it('is read from its parts and written on a line', () => {
    const read = parseNationalAddress({ ...parts, short: 'rrrd 2929' })
    expect(read).toEqual({
      ok: true,
      value: { ...parts, building: '2929', street: 'شارع العليا', short: 'RRRD2929' },
    })
    expect(read.ok && formatAddress(read.value).ar).toBe(
      '2929 شارع العليا، حي الورود، الرياض \u200e12215-8118',
    )
  })
  it('keeps its order where its words are of the other language', () => {
    const read = parseNationalAddress(parts)
    expect(read.ok && formatAddress(read.value).en).toBe(
      '2929 شارع العليا\u200e, حي الورود\u200e, الرياض\u200e 12215-8118',
    )
    const latin = parseNationalAddress({ ...parts, street: 'Olaya', district: 'Olaya', city: 'Riyadh' })
    expect(latin.ok && formatAddress(latin.value).ar).toBe(
      '2929 Olaya\u200f، Olaya\u200f، Riyadh\u200f \u200e12215-8118',
    )
  })
  it('needs no short address', () => {
    expect(parseNationalAddress({ ...parts, short: '' }).ok).toBe(true)
  })
  it('names the part that is wrong', () => {
    expect(parseNationalAddress({ ...parts, postcode: '1221' })).toMatchObject({
      error: { en: expect.stringContaining('postcode') },
    })
    expect(parseNationalAddress({ ...parts, city: ' ' })).toMatchObject({
      error: { en: expect.stringContaining('city') },
    })
  })
  it('refuses a short address of another building', () => {
    expect(parseNationalAddress({ ...parts, short: 'RRRD2930' })).toMatchObject({
      error: { en: expect.stringContaining('building') },
    })
  })
  it('refuses a short address of another form', () => {
    expect(parseShortAddress('2929RRRD').ok).toBe(false)
  })
})

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
  it('refuses a short address of another form', () => {
    expect(parseShortAddress('2929RRRD').ok).toBe(false)
  })
})

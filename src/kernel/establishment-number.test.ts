import { describe, expect, it } from 'vitest'
import { parseEstablishmentNumber } from './establishment-number.ts'

describe('establishment number', () => {
  it('takes ten digits that begin with 7, whatever the last one is', () => {
    expect(parseEstablishmentNumber('٧٩١٢٣٤٥٦٧٠')).toEqual({ ok: true, value: '7912345670' })
    expect(parseEstablishmentNumber('7000000001').ok).toBe(true)
  })
  it.each(['', '791234567', '1912345673', '79123456x0'])('refuses “%s”', (input) => {
    expect(parseEstablishmentNumber(input).ok).toBe(false)
  })
})

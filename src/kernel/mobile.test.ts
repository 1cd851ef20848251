import { describe, expect, it } from 'vitest'
import { formatMobile, maskMobile, mobile, parseMobile } from './mobile.ts'

describe('mobile', () => {
  it.each(['0521234567', '521234567', '966521234567', '+966 52 123 4567', '00966521234567', '٠٥٢١٢٣٤٥٦٧'])(
    'reads %s',
    (input) => {
      expect(parseMobile(input)).toEqual({ ok: true, value: '+966521234567' })
    },
  )
  it.each(['', '0112345678', '05212345', '05212345678', '+20521234567', 'mobile'])(
    'refuses “%s”',
    (input) => {
      expect(parseMobile(input).ok).toBe(false)
    },
  )
  it('says how many digits there are', () => {
    expect(parseMobile('05212345')).toMatchObject({ error: { en: expect.stringContaining('you entered 8') } })
  })
  it('shows it at home and in part', () => {
    expect(formatMobile(mobile('521234567'))).toBe('0521234567')
    expect(maskMobile(mobile('521234567'))).toBe('05*****567')
  })
})

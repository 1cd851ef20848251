import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import {
  formatDay,
  formatHijri,
  formatInstant,
  formatMoney,
  formatNumber,
  formatWeekday,
  plural,
} from './format.ts'
import { halalas, sar } from './money.ts'

describe('formats', () => {
  const today = day('2026-11-23')
  it('writes days in both calendars and languages', () => {
    expect(formatDay(today, 'ar')).toBe('23 نوفمبر 2026')
    expect(formatDay(today, 'en')).toBe('23 November 2026')
    expect(formatWeekday(today, 'ar')).toBe('الاثنين')
    expect(formatWeekday(today, 'en')).toBe('Monday')
    expect(formatHijri(today, 'ar')).toBe('13 جمادى الآخرة 1448 هـ')
    expect(formatHijri(today, 'en')).toBe('13 Jumada II 1448 AH')
  })
  it('writes instants in Riyadh time', () => {
    expect(formatInstant(new Date('2026-11-22T21:05:00Z'), 'en')).toBe('23 November 2026, 00:05')
    expect(formatInstant(new Date('2026-11-23T11:05:00Z'), 'ar')).toBe('23 نوفمبر 2026، 14:05')
  })
  it('writes money with two decimals and ASCII digits', () => {
    expect(formatMoney(sar(1234.5), 'en')).toBe('SAR 1,234.50')
    expect(formatMoney(sar(1234.5), 'ar')).toBe('1,234.50 ر.س')
    expect(formatMoney(halalas(0), 'en')).toBe('SAR 0.00')
  })
  it('groups numbers', () => {
    expect([formatNumber(1234567, 'ar'), formatNumber(1234567, 'en')]).toEqual(['1,234,567', '1,234,567'])
  })
  it('counts by the grammar of the language', () => {
    const days = {
      zero: 'لا أيام',
      one: 'يوم واحد',
      two: 'يومان',
      few: '{n} أيام',
      many: '{n} يومًا',
      other: '{n} يوم',
    }
    expect([0, 1, 2, 3, 11, 100].map((n) => plural('ar', n, days))).toEqual([
      'لا أيام',
      'يوم واحد',
      'يومان',
      '3 أيام',
      '11 يومًا',
      '100 يوم',
    ])
    expect([1, 2].map((n) => plural('en', n, { one: 'one day', other: '{n} days' }))).toEqual([
      'one day',
      '2 days',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { sar } from '#kernel/money.ts'
import { plate } from '#kernel/plate.ts'
import { showValue } from './show.ts'
import { type Value, v } from './value.ts'

describe('a value in a sentence', () => {
  it.each<[Value, string, string]>([
    [v.text({ ar: 'أحمر', en: 'Red' }), 'أحمر', 'Red'],
    [v.plain('نورة'), 'نورة', 'نورة'],
    [v.code('1912345673'), '1912345673', '1912345673'],
    [v.number(12345), '12,345', '12,345'],
    [v.money(sar(28.75)), '28.75 ر.س', 'SAR 28.75'],
    [v.day(day('2024-04-18')), '18 أبريل 2024 (9 شوال 1445 هـ)', '18 April 2024 (9 Shawwal 1445 AH)'],
    [v.instant(new Date('2026-11-23T21:30:00Z')), '24 نوفمبر 2026، 00:30', '24 November 2026, 00:30'],
    [v.plate(plate('أ ب ح 1234')), 'أ ب ح 1234', 'J B A 1234'],
    [v.yesNo(true), 'نعم', 'Yes'],
    [v.yesNo(false), 'لا', 'No'],
    [v.none, '—', '—'],
  ])('%o', (value, ar, en) => {
    expect([showValue(value, 'ar'), showValue(value, 'en')]).toEqual([ar, en])
  })
})

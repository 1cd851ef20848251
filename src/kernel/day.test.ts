import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  day,
  dayOf,
  daysBetween,
  firstDay,
  parseDay,
  startOfDay,
  weekday,
} from './day.ts'

const anyDay = fc.integer({ min: 0, max: 90_000 }).map((n) => addDays(firstDay, n))

describe('day', () => {
  it('turns at midnight in Riyadh', () => {
    expect(dayOf(new Date('2026-11-22T20:59:59Z'))).toBe('2026-11-22')
    expect(dayOf(new Date('2026-11-22T21:00:00Z'))).toBe('2026-11-23')
    expect(startOfDay(day('2026-11-23')).toISOString()).toBe('2026-11-22T21:00:00.000Z')
  })
  it('reads Eastern digits and refuses days that do not exist', () => {
    expect(parseDay('٢٠٢٦-١١-٢٣')).toEqual({ ok: true, value: '2026-11-23' })
    for (const wrong of [
      '2026-02-29',
      '2026-13-01',
      '2026-1-1',
      '1800-01-01',
      '2400-01-01',
      'today',
      '2026-00-10',
    ]) {
      expect(parseDay(wrong).ok, wrong).toBe(false)
    }
  })
  it('keeps to the end of a shorter month', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28')
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28')
    expect(addMonths(day('2026-11-23'), 14)).toBe('2028-01-23')
  })
  it('knows the day of the week', () => {
    expect(weekday(day('2026-11-22'))).toBe(0)
  })
  it('counts what it adds', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -5000, max: 5000 }),
        (from, n) => daysBetween(from, addDays(from, n)) === n,
      ),
    )
  })
})

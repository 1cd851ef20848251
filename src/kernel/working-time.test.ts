import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import {
  addWorkingDays,
  contactCentreOpen,
  contactCentreOpensAt,
  holidayOn,
  isWorkingDay,
  nextWorkingDay,
  rollForward,
} from './working-time.ts'

const riyadh = (time: string) => new Date(`${time}+03:00`)

describe('working days', () => {
  it('are Sunday to Thursday', () => {
    // 22 November 2026 is a Sunday.
    expect(
      ['22', '23', '24', '25', '26', '27', '28'].map((date) => isWorkingDay(day(`2026-11-${date}`))),
    ).toEqual([true, true, true, true, true, false, false])
  })
  it('leave out the fixed holidays', () => {
    expect(holidayOn(day('2027-02-22'))?.en).toBe('Founding Day')
    expect(holidayOn(day('2026-09-23'))?.en).toBe('National Day')
  })
  it('leave out four days at each Eid', () => {
    // 1 Shawwal 1445 was 10 April 2024, after a Ramadan of 30 days; 9 Dhu al-Hijjah was 15 June.
    const names = (month: string, dates: number[]) =>
      dates.map((date) => holidayOn(day(`2024-${month}-${String(date).padStart(2, '0')}`))?.en)
    expect(names('04', [8, 9, 12, 13])).toEqual([undefined, 'Eid al-Fitr', 'Eid al-Fitr', undefined])
    expect(names('06', [14, 15, 18, 19])).toEqual([undefined, 'Eid al-Adha', 'Eid al-Adha', undefined])
  })
  it('are where a deadline moves to', () => {
    expect(rollForward(day('2026-11-27'))).toBe('2026-11-29')
    expect(rollForward(day('2026-11-26'))).toBe('2026-11-26')
    expect(nextWorkingDay(day('2026-11-26'))).toBe('2026-11-29')
    expect(addWorkingDays(day('2026-11-25'), 2)).toBe('2026-11-29')
  })
})

describe('contact centre', () => {
  it.each([
    ['2026-11-22T07:59', false],
    ['2026-11-22T08:00', true],
    ['2026-11-22T23:59', true],
    ['2026-11-23T00:00', false],
    ['2026-11-27T15:59', false],
    ['2026-11-27T16:00', true],
    ['2026-11-28T23:59', true],
  ])('%s: %s', (time, open) => {
    expect(contactCentreOpen(riyadh(time))).toBe(open)
  })
  it('says when it opens', () => {
    expect(contactCentreOpensAt(riyadh('2026-11-27T09:00'))).toEqual(riyadh('2026-11-27T16:00'))
    expect(contactCentreOpensAt(riyadh('2026-11-23T09:00'))).toEqual(riyadh('2026-11-23T09:00'))
  })
})

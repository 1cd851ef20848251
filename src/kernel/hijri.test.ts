import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, daysBetween, firstDay, lastDay, utcOf } from './day.ts'
import { ageIn, birthdayAt, dayOfHijri, hijriOf } from './hijri.ts'

const births = fc.integer({ min: 0, max: 70_000 }).map((n) => addDays(firstDay, n))
const calendars = fc.constantFrom('gregorian' as const, 'hijri' as const)
const icu = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  dateStyle: 'short',
})

describe('Umm al-Qura', () => {
  it.each([
    ['1882-11-12', 1300, 1, 1],
    ['2024-04-18', 1445, 10, 9],
    ['2023-05-27', 1444, 11, 7],
  ])('%s is %i-%i-%i', (on, year, month, date) => {
    expect(hijriOf(day(on))).toEqual({ year, month, day: date })
    expect(dayOfHijri({ year, month, day: date })).toEqual({ ok: true, value: on })
  })
  it('agrees with ICU, there and back, on every day of its table', () => {
    for (let at = 0; at <= daysBetween(firstDay, lastDay); at++) {
      const on = addDays(firstDay, at)
      const { year, month, day: date } = hijriOf(on)
      if (icu.format(utcOf(on)) !== `${month}/${date}/${year} AH`) expect.fail(`${on} is read wrongly`)
      const back = dayOfHijri({ year, month, day: date })
      if (!back.ok || back.value !== on) expect.fail(`${on} does not come back`)
    }
  })
  it('refuses what is not in the calendar and says the length of the month', () => {
    expect(dayOfHijri({ year: 1448, month: 13, day: 1 }).ok).toBe(false)
    expect(dayOfHijri({ year: 1299, month: 1, day: 1 }).ok).toBe(false)
    expect(dayOfHijri({ year: 1445, month: 9, day: 31 })).toMatchObject({
      error: { en: expect.stringContaining('30 days') },
    })
  })
})

describe('age', () => {
  it('is 21 Hijri years on 17 May 2024 for a birth on 1 January 2004', () => {
    const born = day('2004-01-01')
    expect(ageIn('hijri', born, day('2024-05-16'))).toBe(20)
    expect(ageIn('hijri', born, day('2024-05-17'))).toBe(21)
    expect(ageIn('gregorian', born, day('2024-05-17'))).toBe(20)
    expect(birthdayAt('hijri', born, 21)).toBe('2024-05-17')
    expect(birthdayAt('gregorian', born, 21)).toBe('2025-01-01')
  })
  it('comes on the first of March for a birth on 29 February', () => {
    expect(birthdayAt('gregorian', day('2004-02-29'), 18)).toBe('2022-03-01')
  })
  it('is reached on the birthday and not on the day before', () => {
    fc.assert(
      fc.property(calendars, births, fc.integer({ min: 1, max: 90 }), (calendar, born, age) => {
        const birthday = birthdayAt(calendar, born, age)
        return (
          ageIn(calendar, born, birthday) === age && ageIn(calendar, born, addDays(birthday, -1)) === age - 1
        )
      }),
    )
  })
})

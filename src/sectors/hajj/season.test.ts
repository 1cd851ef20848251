import { expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { hijriOf } from '#kernel/hijri.ts'
import { seasonOf, seasonOn } from './season.ts'

it('is the eighth to the thirteenth of Dhu al-Hijjah', () => {
  const { begins, ends } = seasonOf(1448)
  expect([hijriOf(begins), hijriOf(ends)]).toEqual([
    { year: 1448, month: 12, day: 8 },
    { year: 1448, month: 12, day: 13 },
  ])
})

it('is this year’s until its last day, then the next', () => {
  const { ends } = seasonOf(1448)
  expect(seasonOn(day('2026-11-23')).year).toBe(1448)
  expect(seasonOn(ends).year).toBe(1448)
  expect(seasonOn(seasonOf(1449).begins).year).toBe(1449)
})

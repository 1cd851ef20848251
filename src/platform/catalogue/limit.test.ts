import { expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { limits } from './limit.ts'

const limitOn = limits({
  days: [
    { validFrom: day('2020-01-01'), validTo: day('2025-12-31'), value: 15, source: 'a law' },
    { validFrom: day('2026-01-01'), value: 30, source: 'a decree' },
  ],
})

it('gives the value of the day, and says when there is none', () => {
  expect(limitOn('days', day('2025-12-31'))).toBe(15)
  expect(limitOn('days', day('2026-01-01'))).toBe(30)
  expect(() => limitOn('days', day('2019-12-31'))).toThrow('limit days has no value on 2019-12-31')
})

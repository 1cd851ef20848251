import { describe, expect, it } from 'vitest'
import { measure, minutesOff, timeBy } from './clock.ts'

const server = Date.parse('2026-03-01T09:00:00Z')
const header = new Date(server).toUTCString()

describe('a device’s clock', () => {
  it('is right when it differs by no more than the way and the second', () => {
    const measured = measure(header, server - 300, { now: server + 900, run: 5000 })
    expect(measured?.skew).toBe(0)
    expect(minutesOff(measured)).toBeUndefined()
  })

  it('ten minutes slow, or fast, is named and set right', () => {
    for (const off of [-10, 10]) {
      const now = server + off * 60_000
      const measured = measure(header, now, { now, run: 5000 })
      expect(minutesOff(measured)).toBe(-off)
      const right = timeBy(measured, { now: now + 60_000, run: 65_000 }).getTime()
      expect(Math.abs(right - (server + 60_000))).toBeLessThan(1000)
    }
  })

  it('is believed again once somebody has set it', () => {
    const now = server - 600_000
    const measured = measure(header, now, { now, run: 5000 })
    expect(timeBy(measured, { now: server + 20_000, run: 25_000 }).getTime()).toBe(server + 20_000)
  })

  it('is all there is without a measurement', () => {
    expect(measure(null, 0, { now: 0, run: 0 })).toBeUndefined()
    expect(measure('soon', 0, { now: 0, run: 0 })).toBeUndefined()
    expect(timeBy(undefined, { now: server, run: 1 })).toEqual(new Date(server))
    expect(minutesOff(undefined)).toBeUndefined()
  })
})

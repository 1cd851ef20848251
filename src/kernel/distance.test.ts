import { describe, expect, it } from 'vitest'
import { kilometres } from './distance.ts'

const riyadh = { latitude: 24.7136, longitude: 46.6753 }
const jeddah = { latitude: 21.4858, longitude: 39.1925 }

describe('a distance', () => {
  it('is that of the map', () => {
    expect(kilometres(riyadh, jeddah)).toBeCloseTo(846, -1)
    expect(kilometres(jeddah, riyadh)).toBeCloseTo(kilometres(riyadh, jeddah), 9)
    expect(kilometres(riyadh, riyadh)).toBe(0)
  })
  it('goes round the Earth the short way', () => {
    const west = { latitude: 0, longitude: -179.5 }
    expect(kilometres({ latitude: 0, longitude: 179.5 }, west)).toBeCloseTo(111.2, 0)
  })
})

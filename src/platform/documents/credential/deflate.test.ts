import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deflated, longestInput } from './deflate.ts'

const unpacked = (bytes: Uint8Array) => new Uint8Array(inflateSync(bytes))
const text = (length: number) =>
  new TextEncoder()
    .encode('https://services.example.org/status/1 صدرت هذه الوثيقة '.repeat(length))
    .slice(0, length)

describe('what is packed', () => {
  it('is unpacked by zlib, whatever it is', () => {
    const mixed = fc
      .array(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.tuple(fc.nat(255), fc.nat(600)).map(([byte, times]) => new Uint8Array(times).fill(byte)),
          fc.constantFrom('الاسم', 'driving-licence').map((word) => new TextEncoder().encode(word)),
        ),
        { maxLength: 12 },
      )
      .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])))
    fc.assert(
      fc.property(mixed, (bytes) => {
        expect(unpacked(deflated(bytes))).toEqual(bytes)
      }),
      { numRuns: 300 },
    )
  })

  it.each([0, 1, 2, 3, 4, 257, 258, 259, 260, 517, longestInput])('comes back at the length %i', (length) => {
    for (const bytes of [text(length), new Uint8Array(length), new Uint8Array(length).fill(255)])
      expect(unpacked(deflated(bytes))).toEqual(bytes)
  })

  it('finds what is as far away as can be said', () => {
    const bytes = new Uint8Array(longestInput)
    bytes.set(text(40))
    bytes.set(text(40), longestInput - 40)
    expect(unpacked(deflated(bytes))).toEqual(bytes)
  })

  it('is as small as zlib makes it, or nearly', () => {
    for (const length of [50, 366, 1500]) {
      const bytes = text(length)
      expect(deflated(bytes).length).toBeLessThanOrEqual(deflateSync(bytes, { level: 9 }).length + 6)
    }
  })

  it('is hardly larger than what does not shrink', () => {
    const noise = Uint8Array.from({ length: 1000 }, (_, at) => (at * at * 2_654_435_761) >>> 13)
    const bytes = Uint8Array.from([...text(300), ...noise, ...text(40)])
    expect(deflated(noise).length).toBeLessThan(noise.length + 16)
    expect(deflated(bytes).length).toBeLessThan(deflateSync(bytes, { level: 9 }).length + 8)
    expect(unpacked(deflated(bytes))).toEqual(bytes)
  })

  it('is the same bytes around a picture, wherever that is, and the picture as it is', () => {
    const parts = fc.tuple(
      fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.nat(400).map(text)),
      fc.uint8Array({ maxLength: 700 }),
      fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.nat(400).map(text)),
    )
    fc.assert(
      fc.property(parts, ([before, picture, behind]) => {
        const bytes = Uint8Array.from([...before, ...picture, ...behind])
        const packed = deflated(bytes, [before.length, before.length + picture.length])
        expect(unpacked(packed)).toEqual(bytes)
        expect(Buffer.from(packed).includes(Buffer.from(picture))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is bounded', () => {
    expect(() => deflated(new Uint8Array(longestInput + 1))).toThrow('too long')
  })
})

import { randomBytes } from 'node:crypto'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unpack } from '../cwt.ts'
import { inflateStream, unpackWith } from './inflate.ts'

const message = new Uint8Array(randomBytes(700))
const packed = new Uint8Array(deflateSync(message))
const flaw = async (bytes: Uint8Array, most = 1000) => {
  const out = await inflateStream(bytes, most)
  return out.ok ? undefined : out.error
}

describe('unpacking by the platform’s streams', () => {
  it('gives the bytes back', async () => {
    expect(await inflateStream(packed, 1000)).toEqual({ ok: true, value: message })
    expect(await flaw(packed, 700)).toBeUndefined()
  })

  it('stops at its bound, before a bomb is unpacked', async () => {
    expect(await flaw(packed, 699)).toBe('too-long')
    const bomb = new Uint8Array(deflateSync(new Uint8Array(50_000_000), { level: 9 }))
    const from = performance.now()
    expect(await flaw(bomb)).toBe('too-long')
    expect(performance.now() - from).toBeLessThan(1000)
  })

  it('tells what ends too early from what is not such bytes', async () => {
    expect(await flaw(packed.subarray(0, packed.length - 5))).toBe('truncated')
    expect(await flaw(new Uint8Array())).toBe('truncated')
    const changed = Uint8Array.from(packed)
    changed[300] = (changed[300] ?? 0) ^ 1
    expect(await flaw(changed)).toBe('damaged')
    for (const other of [deflateRawSync(message), gzipSync(message), randomBytes(50)])
      expect(await flaw(new Uint8Array(other))).toBe('damaged')
  })

  it('says of a code what the server says of it, whatever it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), fc.nat(80), async (bytes, cut) => {
        for (const one of [bytes, new Uint8Array(deflateSync(bytes)).subarray(0, cut)]) {
          const [here, there] = [await unpackWith(inflateStream, one), unpack(one)]
          expect(here.ok).toBe(there.ok)
          if (here.ok) expect(here).toEqual(there)
        }
      }),
      { numRuns: 60 },
    )
    expect(await unpackWith(inflateStream, new Uint8Array(5000))).toEqual({ ok: false, error: 'too-long' })
  })
})

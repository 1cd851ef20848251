import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import encodeQR from 'qr'
import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { bareCode, codeAddress, packedIn, qrSvg } from './qr.ts'

const origin = 'https://diwan.example'

describe('what a code holds', () => {
  it('comes back from the address, however it was passed on, and from the bare code', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (packed) => {
        const address = codeAddress(origin, packed)
        const escaped = address.replaceAll('$', '%24').replaceAll('+', '%2b')
        for (const read of [
          address,
          ` ${address}\n`,
          escaped,
          address.replace('/V/', '/verify/'),
          bareCode(packed),
        ])
          expect(packedIn(read)).toEqual({ ok: true, value: packed })
      }),
    )
  })

  it.each([
    '',
    'hello',
    'HTTPS://DIWAN.EXAMPLE/V/',
    'https://diwan.example/else/ABC',
    'A'.repeat(5000),
    '\0\0\0',
  ])('is not in %j', (read) => {
    expect(packedIn(read).ok).toBe(false)
  })

  it('is not in what is longer than any code', () => {
    expect(packedIn('A'.repeat(5000))).toEqual({ ok: false, error: 'too-long' })
  })

  it('is read back by a scanner, in the compact mode', () => {
    const address = codeAddress(origin, randomBytes(350))
    const modules = encodeQR(address, 'raw', { ecc: 'medium', encoding: 'alphanumeric' })
    expect(modules.length).toBeLessThanOrEqual(17 + 4 * 15 + 4)
    expect(decodeQR(picture(modules, 4))).toBe(address)
    expect(darkIn(qrSvg(address))).toBe(modules.flat().filter(Boolean).length)
  })
})

/** How many modules the bars of a drawing cover. */
const darkIn = (svg: string) =>
  [...svg.matchAll(/h(\d+)v/g)].reduce((sum, [, length]) => sum + Number(length), 0)

/** Grey pixels, `scale` to a module. */
function picture(modules: boolean[][], scale: number) {
  const width = modules.length * scale
  const data = new Uint8Array(width * width * 4).fill(255)
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++)
      if (modules[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  return { width, height: width, data }
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base41, base45 } from './base45.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('base45', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
  ])('encodes the vectors of RFC 9285: %s', (text, code) => {
    expect(base45.encode(bytes(text))).toBe(code)
    expect(base45.decode(code)).toEqual(bytes(text))
  })

  it.each(['GGW', '::::', 'A', 'GGWZ:', 'bb8', '::', 'BB8 ', 'BBé'])('refuses %j', (text) => {
    expect(base45.decode(text)).toBeUndefined()
  })
})

describe.each([
  ['base45', base45],
  ['base41', base41],
])('%s', (_, codec) => {
  it('gives back every sequence of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (it) => {
        expect(codec.decode(codec.encode(it))).toEqual(it)
      }),
    )
  })

  it('accepts only what it would have written itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0AZ$*+-:9%/ '), maxLength: 12 }), (text) => {
        const decoded = codec.decode(text)
        if (decoded) expect(codec.encode(decoded)).toBe(text)
      }),
    )
  })
})

it('base41 stands in the path of an address as it is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (it) => {
      const address = `https://diwan.example/V/${base41.encode(it)}`
      expect(new URL(address).href).toBe(address)
    }),
  )
})

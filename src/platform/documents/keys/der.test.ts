import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { expect, it } from 'vitest'
import { der, ecdsaDer, ecdsaPlain } from './der.ts'

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const plainForm = { dsaEncoding: 'ieee-p1363' } as const

it('writes signatures of P-256 as the library reads them, and reads what it writes', () => {
  for (let round = 0; round < 300; round++) {
    const bytes = Buffer.from(`message ${round}`)
    const made = sign('sha256', bytes, privateKey)
    const plain = ecdsaPlain(made)
    expect(verify('sha256', bytes, { key: publicKey, ...plainForm }, plain)).toBe(true)
    expect(Buffer.compare(ecdsaDer(plain), made)).toBe(0)
  }
})

it.each([
  ['nothing but zeros', new Uint8Array(64)],
  ['short numbers', new Uint8Array(64).fill(1, 30, 32).fill(0x7f, 63)],
  ['numbers with their highest bit', new Uint8Array(64).fill(0xff)],
  ['one of each', new Uint8Array(64).fill(0x80, 31, 33)],
])('writes %s as any two integers', (_, plain) => {
  const generic = der.sequence(der.integer(plain.subarray(0, 32)), der.integer(plain.subarray(32)))
  expect(Buffer.compare(ecdsaDer(plain), generic)).toBe(0)
  expect(ecdsaPlain(ecdsaDer(plain))).toEqual(plain)
})

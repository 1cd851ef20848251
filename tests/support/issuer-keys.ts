import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { KeyAlgorithm, TrustedKey } from '#platform/documents/credential/opened.ts'
import { keyIdOf } from '#platform/documents/keys/key-id.ts'
import type { IssuerKeys } from '#platform/documents/keys/port.ts'

/** Issuer keys that live as long as a test. */
export function testKeys(): IssuerKeys {
  const pairs = { EdDSA: pair('EdDSA'), ES256: pair('ES256') }
  const root = pair('EdDSA')
  return {
    current: (alg = 'EdDSA') => ({ keyId: pairs[alg].trusted.keyId, alg }),
    sign: async (keyId, bytes) => {
      const found = Object.values(pairs).find((one) => Buffer.compare(one.trusted.keyId, keyId) === 0)
      if (!found) throw new Error('only a current issuer key signs')
      return found.sign(bytes)
    },
    trusted: () => Object.values(pairs).map((one) => one.trusted),
    version: () => 1,
    root: { ...root.trusted, sign: async (bytes) => root.sign(bytes) },
    succession: () => [],
  }
}

function pair(alg: KeyAlgorithm) {
  const { privateKey } =
    alg === 'EdDSA' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicKey = raw(alg, privateKey)
  const trusted: TrustedKey = { alg, publicKey, keyId: keyIdOf({ publicKey }) }
  const ask = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const
  return {
    trusted,
    sign: (bytes: Uint8Array) => new Uint8Array(sign(alg === 'EdDSA' ? null : 'sha256', bytes, ask)),
  }
}

function raw(alg: KeyAlgorithm, privateKey: KeyObject): Uint8Array {
  const { x = '', y = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const [left, right] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  return new Uint8Array(alg === 'EdDSA' ? left : Buffer.concat([Buffer.from([4]), left, right]))
}

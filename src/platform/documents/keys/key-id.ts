import { createHash } from 'node:crypto'
import type { PublicKey } from '../credential/opened.ts'

const known = new WeakMap<Uint8Array, Uint8Array>()

/** The first eight bytes of the public key's SHA-256: short enough for a code, and nobody has to hand them out. */
export function keyIdOf({ publicKey }: Pick<PublicKey, 'publicKey'>): Uint8Array {
  const kept = known.get(publicKey)
  if (kept) return kept
  const keyId = new Uint8Array(createHash('sha256').update(publicKey).digest()).slice(0, 8)
  known.set(publicKey, keyId)
  return keyId
}

/** As it stands in headers of JSON: base64url. */
export const kidOf = (keyId: Uint8Array): string => Buffer.from(keyId).toString('base64url')

/** A public key as a JSON Web Key (RFC 7517, 8037). */
export function jwkOf({ alg, publicKey }: PublicKey): Record<string, string> {
  const part = (from: number, to: number) => Buffer.from(publicKey.slice(from, to)).toString('base64url')
  return alg === 'EdDSA'
    ? { kty: 'OKP', crv: 'Ed25519', x: part(0, 32) }
    : { kty: 'EC', crv: 'P-256', x: part(1, 33), y: part(33, 65) }
}

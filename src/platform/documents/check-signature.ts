import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { CheckSignature, PublicKey } from './credential/opened.ts'
import { ecdsaDer } from './keys/der.ts'

/** Signatures on the server. A point that is on no curve, as a device may send one, fits nothing. */
export const checkSignature: CheckSignature = async (key, bytes, signature) => {
  const object = keyObject(key)
  if (!object) return false
  return key.alg === 'EdDSA'
    ? verify(null, bytes, object, signature)
    : signature.length === 64 && verify('sha256', bytes, object, ecdsaDer(signature))
}

const keyObjects = new Map<string, KeyObject>()
/** Issuers have a few keys and each phone one: enough for the first, without an end for the second. */
const kept = 256

/** Those of issuers, which are the same objects each time. */
const ofObjects = new WeakMap<PublicKey, KeyObject>()

function keyObject(key: PublicKey): KeyObject | undefined {
  const known = ofObjects.get(key)
  if (known) return known
  const made = parsed(key)
  if (made) ofObjects.set(key, made)
  return made
}

/** Parsing a key costs as much as a signature: the last ones are kept. */
function parsed({ alg, publicKey }: PublicKey): KeyObject | undefined {
  const bytes = Buffer.from(publicKey)
  const name = `${alg}:${bytes.toString('base64url')}`
  const known = keyObjects.get(name)
  if (known) return known
  try {
    const made = createPublicKey({ key: jwkOf(alg, bytes), format: 'jwk' })
    if (keyObjects.size >= kept) keyObjects.clear()
    keyObjects.set(name, made)
    return made
  } catch {
    return undefined
  }
}

const jwkOf = (alg: PublicKey['alg'], bytes: Buffer) =>
  alg === 'EdDSA'
    ? { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }
    : {
        kty: 'EC',
        crv: 'P-256',
        x: bytes.subarray(1, 33).toString('base64url'),
        y: bytes.subarray(33, 65).toString('base64url'),
      }

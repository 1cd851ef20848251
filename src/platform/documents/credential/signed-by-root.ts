import { err, ok, type Result } from '#kernel/result.ts'
import { fromBase64url } from './base64url.ts'
import type { CheckSignature, KeyAlgorithm, PublicKey } from './opened.ts'

/** The key that vouches for the issuers' keys; a reader keeps the one that it saw first, and those that it names. */
export interface TrustRoot extends PublicKey {
  readonly kid: string
}

/** Why what a root signed is not taken. */
export type RootFlaw =
  | 'malformed'
  | 'too-long'
  | 'wrong-type'
  | 'wrong-algorithm'
  /** It names another root than the one that is kept. */
  | 'other-root'
  | 'tampered'

/** A list has a few keys; whatever is longer is none. */
const longest = 100_000

/** The root as it is published (JSON Web Key); nothing for any other kind of key. */
export function trustRootOf(jwk: unknown): TrustRoot | undefined {
  const key = keyIn(jwk, 'EdDSA')
  const kid = member(jwk, 'kid')
  return key && typeof kid === 'string' ? { ...key, kid } : undefined
}

/** The body of a compact JWS of a type that this root signed. Never throws. */
export async function signedByRoot(
  jws: string,
  type: string,
  root: TrustRoot,
  check: CheckSignature,
): Promise<Result<unknown, RootFlaw>> {
  if (jws.length > longest) return err('too-long')
  const parts = jws.trim().split('.')
  const [head = '', body = '', tail = ''] = parts
  const header = json(head)
  const signature = fromBase64url(tail)
  if (parts.length !== 3 || !signature || typeof header !== 'object' || header === null)
    return err('malformed')
  if (member(header, 'typ') !== type) return err('wrong-type')
  if (member(header, 'alg') !== 'EdDSA' || member(header, 'crit') !== undefined) return err('wrong-algorithm')
  if (member(header, 'kid') !== root.kid) return err('other-root')
  if (!(await check(root, new TextEncoder().encode(`${head}.${body}`), signature))) return err('tampered')
  return ok(json(body))
}

/** A JSON Web Key as bytes (RFC 7517, 8037). */
export function keyIn(jwk: unknown, alg: KeyAlgorithm): PublicKey | undefined {
  const [kty, crv] = alg === 'EdDSA' ? ['OKP', 'Ed25519'] : ['EC', 'P-256']
  if (member(jwk, 'kty') !== kty || member(jwk, 'crv') !== crv) return undefined
  const [x, y] = [bytesIn(jwk, 'x'), bytesIn(jwk, 'y')]
  if (x?.length !== 32) return undefined
  if (alg === 'EdDSA') return { alg, publicKey: x }
  return y?.length === 32 ? { alg, publicKey: Uint8Array.from([4, ...x, ...y]) } : undefined
}

export const member = (it: unknown, name: string): unknown =>
  typeof it === 'object' && it !== null && Object.hasOwn(it, name)
    ? // It is an object that has it; what that is, is looked at by the caller.
      (it as Record<string, unknown>)[name]
    : undefined

export function bytesIn(it: unknown, name: string): Uint8Array | undefined {
  const text = member(it, name)
  return typeof text === 'string' ? fromBase64url(text) : undefined
}

function json(part: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64url(part)))
  } catch {
    return undefined
  }
}

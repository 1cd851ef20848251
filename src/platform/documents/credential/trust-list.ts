import { err, ok, type Result } from '#kernel/result.ts'
import { fromBase64url } from './base64url.ts'
import type { CheckSignature, KeyAlgorithm, PublicKey, TrustedKey } from './opened.ts'

/** The key that vouches for the issuers' keys; a reader keeps the one that it saw first. */
export interface TrustRoot extends PublicKey {
  readonly kid: string
}

/** The issuers' keys, as the root signed them. */
export interface TrustList {
  readonly issuer: string
  readonly version: number
  readonly issuedAt: Date
  readonly keys: readonly TrustedKey[]
}

/** Why a list of keys is not taken. */
export type TrustFlaw =
  | 'malformed'
  | 'too-long'
  | 'wrong-type'
  | 'wrong-algorithm'
  /** It names another root than the one that is kept. */
  | 'other-root'
  | 'tampered'
  | 'other-issuer'
  /** Older than the one that is held: a key that was withdrawn since would be good again. */
  | 'version-down'

/** A list has a few keys; whatever is longer is none. */
const longest = 100_000

/** The root as it is published (JSON Web Key); nothing for any other kind of key. */
export function trustRootOf(jwk: unknown): TrustRoot | undefined {
  const key = keyIn(jwk, 'EdDSA')
  const kid = member(jwk, 'kid')
  return key && typeof kid === 'string' ? { ...key, kid } : undefined
}

/**
 * Reads a list of keys (compact JWS) that shall take the place of the one that is held, if any. What is held
 * reads again: the same version is no step back. Never throws.
 */
export async function readTrustList(
  jws: string,
  root: TrustRoot,
  held: Pick<TrustList, 'issuer' | 'version'> | undefined,
  check: CheckSignature,
): Promise<Result<TrustList, TrustFlaw>> {
  if (jws.length > longest) return err('too-long')
  const parts = jws.trim().split('.')
  const [head = '', body = '', tail = ''] = parts
  const header = json(head)
  const signature = fromBase64url(tail)
  if (parts.length !== 3 || !signature || typeof header !== 'object' || header === null)
    return err('malformed')
  if (member(header, 'typ') !== 'trust-list+jwt') return err('wrong-type')
  if (member(header, 'alg') !== 'EdDSA' || member(header, 'crit') !== undefined) return err('wrong-algorithm')
  if (member(header, 'kid') !== root.kid) return err('other-root')
  if (!(await check(root, new TextEncoder().encode(`${head}.${body}`), signature))) return err('tampered')
  const list = listIn(json(body))
  if (!list) return err('malformed')
  if (held && list.issuer !== held.issuer) return err('other-issuer')
  return held && list.version < held.version ? err('version-down') : ok(list)
}

function listIn(body: unknown): TrustList | undefined {
  const [issuer, version, iat, all] = ['iss', 'version', 'iat', 'keys'].map((name) => member(body, name))
  if (typeof issuer !== 'string' || !whole(version) || !whole(iat) || !Array.isArray(all)) return undefined
  const keys = all.map(trustedIn)
  const good = keys.filter((key) => key !== undefined)
  return good.length === keys.length
    ? { issuer, version, issuedAt: new Date(iat * 1000), keys: good }
    : undefined
}

function trustedIn(entry: unknown): TrustedKey | undefined {
  const alg = (['EdDSA', 'ES256'] as const).find((one) => one === member(entry, 'alg'))
  const key = alg && keyIn(member(entry, 'jwk'), alg)
  const keyId = bytesIn(entry, 'kid')
  const [documents, notAfter] = [member(entry, 'documents'), member(entry, 'notAfter')]
  if (!key || keyId?.length !== 8) return undefined
  if (
    documents !== undefined &&
    !(Array.isArray(documents) && documents.every((one) => typeof one === 'string'))
  )
    return undefined
  if (notAfter !== undefined && !(typeof notAfter === 'string' && !Number.isNaN(Date.parse(notAfter))))
    return undefined
  return { ...key, keyId, ...(documents ? { documents } : {}), ...(notAfter ? { notAfter } : {}) }
}

/** A JSON Web Key as bytes (RFC 7517, 8037). */
function keyIn(jwk: unknown, alg: KeyAlgorithm): PublicKey | undefined {
  const [kty, crv] = alg === 'EdDSA' ? ['OKP', 'Ed25519'] : ['EC', 'P-256']
  if (member(jwk, 'kty') !== kty || member(jwk, 'crv') !== crv) return undefined
  const [x, y] = [bytesIn(jwk, 'x'), bytesIn(jwk, 'y')]
  if (x?.length !== 32) return undefined
  if (alg === 'EdDSA') return { alg, publicKey: x }
  return y?.length === 32 ? { alg, publicKey: Uint8Array.from([4, ...x, ...y]) } : undefined
}

const member = (it: unknown, name: string): unknown =>
  typeof it === 'object' && it !== null && Object.hasOwn(it, name)
    ? // It is an object that has it; what that is, is looked at by the caller.
      (it as Record<string, unknown>)[name]
    : undefined

function bytesIn(it: unknown, name: string): Uint8Array | undefined {
  const text = member(it, name)
  return typeof text === 'string' ? fromBase64url(text) : undefined
}

const whole = (it: unknown): it is number => typeof it === 'number' && Number.isSafeInteger(it) && it >= 0

function json(part: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64url(part)))
  } catch {
    return undefined
  }
}

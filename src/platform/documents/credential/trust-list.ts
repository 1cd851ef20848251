import { err, ok, type Result } from '#kernel/result.ts'
import type { CheckSignature, TrustedKey } from './opened.ts'
import { bytesIn, keyIn, member, type RootFlaw, signedByRoot, type TrustRoot } from './signed-by-root.ts'

/** The issuers' keys, as the root signed them. */
export interface TrustList {
  readonly issuer: string
  readonly version: number
  readonly issuedAt: Date
  readonly keys: readonly TrustedKey[]
}

/** Why a list of keys is not taken. */
export type TrustFlaw =
  | RootFlaw
  | 'other-issuer'
  /** Older than the one that is held: a key that was withdrawn since would be good again. */
  | 'version-down'

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
  const signed = await signedByRoot(jws, 'trust-list+jwt', root, check)
  if (!signed.ok) return signed
  const list = listIn(signed.value)
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

const whole = (it: unknown): it is number => typeof it === 'number' && Number.isSafeInteger(it) && it >= 0

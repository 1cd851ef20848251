import { dayOf, startOfDay } from '#kernel/day.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { type CodeClaims, fromMap } from './claims.ts'
import { coseAlgorithm, header, read, readSign1, type Sign1, signedBytes } from './cose.ts'
import type { Flaw } from './flaw.ts'
import { isLive, liveAhead, liveFor, liveParts } from './live.ts'

export type KeyAlgorithm = 'EdDSA' | 'ES256'

/** A key that signatures are checked with: the 32 bytes of Ed25519, or the 65 of an uncompressed P-256 point. */
export interface PublicKey {
  readonly alg: KeyAlgorithm
  readonly publicKey: Uint8Array
}

/** An issuer's key, as the trust list has it. */
export interface TrustedKey extends PublicKey {
  readonly keyId: Uint8Array
  /** ISO instant until which what it signed is trusted. */
  readonly notAfter?: string | undefined
  /** The documents that it signs; all when absent. */
  readonly documents?: readonly string[] | undefined
}

/** Checks one signature: Node’s crypto on the server, WebCrypto in a browser. */
export type CheckSignature = (key: PublicKey, bytes: Uint8Array, signature: Uint8Array) => Promise<boolean>

/** A credential that is genuine. Whether it is in time and not taken back are other questions. */
export interface Opened {
  readonly claims: CodeClaims
  readonly keyId: Uint8Array
  /**
   * Present when a device showed it live: when it signed, and the signature, by which a replay is known. Of the two
   * that P-256 takes for one message it is always the same one, whichever was shown.
   */
  readonly live?: {
    readonly at: Date
    readonly signature: Uint8Array
    /** The holder wishes to hear that this very code was checked. */
    readonly tell: boolean
  }
}

/**
 * Opens an unpacked credential or live code: a trusted issuer signed it, nothing in it was changed and, where
 * it is bound to a device, that device signed it just now. Never throws, whatever it is given.
 */
export async function openCredential(
  bytes: Uint8Array,
  trusted: readonly TrustedKey[],
  at: Date,
  check: CheckSignature,
): Promise<Result<Opened, Flaw>> {
  try {
    const message = readSign1(bytes)
    if (!message) return err('malformed')
    return isLive(message)
      ? await openLive(message, trusted, at, check)
      : await openStatic(message, trusted, at, check)
  } catch (error) {
    return err(error instanceof Error && /duplicate/i.test(error.message) ? 'duplicate-key' : 'malformed')
  }
}

async function openStatic(
  message: Sign1,
  trusted: readonly TrustedKey[],
  at: Date,
  check: CheckSignature,
): Promise<Result<Opened, Flaw>> {
  const opened = await openIssued(message, trusted, at, check)
  return opened.ok && opened.value.claims.device ? err('not-live') : opened
}

async function openLive(
  message: Sign1,
  trusted: readonly TrustedKey[],
  at: Date,
  check: CheckSignature,
): Promise<Result<Opened, Flaw>> {
  const parts = liveParts(message)
  const inner = parts && readSign1(parts.credential)
  if (!parts || !inner || isLive(inner)) return err('malformed')
  const opened = await openIssued(inner, trusted, at, check)
  if (!opened.ok) return opened
  const { device } = opened.value.claims
  if (!device) return err('not-for-a-device')
  const key: PublicKey = { alg: 'ES256', publicKey: device }
  if (!(await check(key, signedBytes(message.guarded, message.payload), message.signature)))
    return err('wrong-device')
  const age = (at.getTime() - parts.at.getTime()) / 1000
  if (age > liveFor) return err('stale')
  if (age < -liveAhead) return err('clock-ahead')
  return ok({
    ...opened.value,
    live: { at: parts.at, signature: lower(message.signature), tell: parts.tell },
  })
}

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** A signature of P-256 (r and s, 32 bytes each) with the smaller of s and n − s, both of which are good. */
function lower(signature: Uint8Array): Uint8Array {
  const s = signature.subarray(32).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  if (s * 2n <= order) return signature
  const other = (order - s).toString(16).padStart(64, '0')
  const bytes = Array.from({ length: 32 }, (_, at) => Number.parseInt(other.slice(at * 2, at * 2 + 2), 16))
  return Uint8Array.from([...signature.subarray(0, 32), ...bytes])
}

async function openIssued(
  message: Sign1,
  trusted: readonly TrustedKey[],
  at: Date,
  check: CheckSignature,
): Promise<Result<Opened, Flaw>> {
  const keyId = message.headers.get(header.kid)
  const key = keyId instanceof Uint8Array && trusted.find((one) => same(one.keyId, keyId))
  if (!key) return err('unknown-key')
  if (message.headers.get(header.alg) !== coseAlgorithm[key.alg]) return err('wrong-algorithm')
  if (key.notAfter !== undefined && at > new Date(key.notAfter)) return err('retired-key')
  if (!(await check(key, signedBytes(message.guarded, message.payload), message.signature)))
    return err('tampered')
  const claims = fromMap(read(message.payload))
  if (!claims) return err('malformed')
  if (key.documents && !key.documents.includes(claims.document)) return err('wrong-key')
  return ok({ claims, keyId: key.keyId })
}

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

/** Whether claims are in time: the document by its days, a phone's copy by its second. */
export function timeOf(
  claims: Pick<CodeClaims, 'validFrom' | 'validUntil' | 'ends'>,
  at: Date,
): 'in-time' | 'too-early' | 'expired' | 'copy-expired' {
  if (at < startOfDay(claims.validFrom)) return 'too-early'
  if (claims.validUntil !== undefined && dayOf(at) > claims.validUntil) return 'expired'
  return claims.ends !== undefined && at >= claims.ends ? 'copy-expired' : 'in-time'
}

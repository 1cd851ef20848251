import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import { decode, encode, Tag } from 'cbor2'
import { dayOf, startOfDay } from '#kernel/day.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { type CodeClaims, fromMap, toMap } from './claims.ts'
import type { IssuerKeys } from './port.ts'

/** Why a code is not one of ours. None of them says anything about the document that it claims to be. */
export type Flaw =
  | 'malformed'
  | 'truncated'
  | 'too-long'
  | 'wrong-algorithm'
  | 'unknown-key'
  | 'retired-key'
  | 'tampered'

// COSE (RFC 9052, 9053): header 1 is the algorithm, 2 lists critical headers, 4 names the key; -8 is EdDSA.
const header = { alg: 1, crit: 2, kid: 4 } as const
const EdDSA = -8
const tags = { cwt: 61, sign1: 18 } as const
/** The longest alphanumeric code of the QR standard (version 40, level L); nothing longer was ever printed. */
export const longestCode = 4296
const longestCredential = 16_384

const strictly = {
  preferMap: true,
  rejectDuplicateKeys: true,
  rejectStreaming: true,
  ignoreGlobalTags: true,
  tags: null,
  maxDepth: 12,
} as const

/** Signs claims as a CWT in COSE_Sign1 with the issuer's current key, and packs it for a code. */
export async function seal(issuers: IssuerKeys, claims: CodeClaims): Promise<Uint8Array> {
  const { keyId } = issuers.current()
  const guarded = encode(
    new Map<number, unknown>([
      [header.alg, EdDSA],
      [header.kid, plain(keyId)],
    ]),
  )
  const payload = encode(toMap(claims))
  const signature = await issuers.sign(keyId, signedBytes(guarded, payload))
  const message = new Tag(tags.cwt, new Tag(tags.sign1, [guarded, new Map(), payload, plain(signature)]))
  return plain(deflateSync(encode(message), { level: 9 }))
}

/**
 * Opens a packed credential: it was signed by a trusted issuer and nothing in it was changed. Whether it is
 * in time (`timeOf`) and not taken back (the status) is another question. Never throws, whatever it is given.
 */
export function open(
  packed: Uint8Array,
  trusted: ReturnType<IssuerKeys['trusted']>,
  at: Date,
): Result<CodeClaims, Flaw> {
  const unpacked = inflate(packed)
  if (!unpacked.ok) return unpacked
  try {
    let message = decode<unknown>(unpacked.value, strictly)
    if (message instanceof Tag && message.tag === tags.cwt) message = message.contents
    if (!(message instanceof Tag) || message.tag !== tags.sign1) return err('malformed')
    const parts: unknown = message.contents
    if (!Array.isArray(parts) || parts.length !== 4) return err('malformed')
    const [guarded, open, payload, signature] = parts.map((part: unknown) => part)
    if (!(guarded instanceof Uint8Array && payload instanceof Uint8Array && signature instanceof Uint8Array))
      return err('malformed')
    const headers = decode<unknown>(guarded, strictly)
    if (!(headers instanceof Map && open instanceof Map) || headers.has(header.crit)) return err('malformed')
    const keyId: unknown = headers.get(header.kid)
    const key = keyId instanceof Uint8Array && trusted.find((one) => Buffer.compare(one.keyId, keyId) === 0)
    if (!key) return err('unknown-key')
    if (headers.get(header.alg) !== EdDSA) return err('wrong-algorithm')
    if (key.notAfter !== undefined && at > new Date(key.notAfter)) return err('retired-key')
    if (!verify(null, signedBytes(guarded, payload), keyObject(key.publicKey), signature))
      return err('tampered')
    const claims = fromMap(decode<unknown>(payload, strictly))
    return claims ? ok(claims) : err('malformed')
  } catch {
    return err('malformed')
  }
}

/** Whether claims are in time. */
export function timeOf(
  claims: Pick<CodeClaims, 'validFrom' | 'validUntil'>,
  at: Date,
): 'in-time' | 'too-early' | 'expired' {
  if (at < startOfDay(claims.validFrom)) return 'too-early'
  return claims.validUntil !== undefined && dayOf(at) > claims.validUntil ? 'expired' : 'in-time'
}

function inflate(packed: Uint8Array): Result<Uint8Array, Flaw> {
  if (packed.length > longestCode) return err('too-long')
  try {
    return ok(plain(inflateSync(packed, { maxOutputLength: longestCredential })))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'Z_BUF_ERROR') return err('truncated')
    return err(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-long' : 'tampered')
  }
}

const signedBytes = (guarded: Uint8Array, payload: Uint8Array) =>
  encode(['Signature1', plain(guarded), new Uint8Array(0), plain(payload)])

/** The encoder writes a Buffer as an object; so never hand it one. */
const plain = (bytes: Uint8Array) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)

const keyObjects = new Map<string, KeyObject>()

/** Parsing a key costs as much as a signature: the few trusted ones are kept. */
function keyObject(publicKey: Uint8Array): KeyObject {
  const x = Buffer.from(publicKey).toString('base64url')
  const known =
    keyObjects.get(x) ?? createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  keyObjects.set(x, known)
  return known
}

import { inflateSync } from 'node:zlib'
import { err, ok, type Result } from '#kernel/result.ts'
import { checkSignature } from './check-signature.ts'
import type { CborValue, Make } from './credential/cbor.ts'
import { type CodeClaims, toMap } from './credential/claims.ts'
import { coseAlgorithm, header, sign1Bytes, signedBytes, write } from './credential/cose.ts'
import { deflated, type Stretch } from './credential/deflate.ts'
import type { Flaw } from './credential/flaw.ts'
import { type KeyAlgorithm, type Opened, openCredential, type TrustedKey } from './credential/opened.ts'
import { longestCode } from './credential/qr.ts'
import type { IssuerKeys } from './keys/port.ts'

const longestCredential = 16_384
/** Room for any of ours at once; making more of it takes longer than unpacking. */
const usual = 2048

/** Of memory that is shared out in small pieces: a piece of its own costs more than what is written into it. */
const shared: Make = (length) => Buffer.allocUnsafe(length)

/** Signs claims as a CWT in COSE_Sign1 with the issuer's current key, and packs it for a code. */
export async function seal(issuers: IssuerKeys, claims: CodeClaims): Promise<Uint8Array> {
  const { keyId, alg } = issuers.current()
  const guarded = guardedOf(keyId, alg)
  const payload = write(toMap(claims), shared)
  const signature = await issuers.sign(keyId, signedBytes(guarded, payload, shared))
  const message = sign1Bytes(guarded, payload, signature, 'cwt', shared)
  return deflated(message, claims.face && placeOf(claims.face, message))
}

/** Where the data of a picture stands in a message that holds it: behind the heads of its file, which do shrink. */
function placeOf(picture: Uint8Array, message: Uint8Array): Stretch | undefined {
  const from = viewOf(message).indexOf(picture)
  if (from < 0) return undefined
  const heads = viewOf(picture).indexOf(mediaData)
  return [from + Math.max(heads, 0), from + picture.length]
}

/** The box of an AVIF file that holds the picture itself (ISO/IEC 14496-12, section 8.1.1). */
const mediaData = Buffer.from('mdat')

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, length)

/** What stands before all that a key signs. */
const guardedHeaders = new WeakMap<Uint8Array, Uint8Array>()

function guardedOf(keyId: Uint8Array, alg: KeyAlgorithm): Uint8Array {
  const known = guardedHeaders.get(keyId)
  if (known) return known
  const made = write(
    new Map<number, CborValue>([
      [header.alg, coseAlgorithm[alg]],
      [header.kid, keyId],
    ]),
  )
  guardedHeaders.set(keyId, made)
  return made
}

/** A message as a code holds it. */
export const pack = (message: Uint8Array): Uint8Array => deflated(message)

/** Opens what a code holds: see `openCredential`. Never throws, whatever it is given. */
export async function open(
  packed: Uint8Array,
  trusted: readonly TrustedKey[],
  at: Date,
): Promise<Result<Opened, Flaw>> {
  const unpacked = unpack(packed)
  return unpacked.ok ? openCredential(unpacked.value, trusted, at, checkSignature) : unpacked
}

/** The message in a code, as long as it is one that a code of ours can hold. */
export function unpack(packed: Uint8Array): Result<Uint8Array, Flaw> {
  if (packed.length > longestCode) return err('too-long')
  try {
    const { buffer, byteOffset, length } = inflateSync(packed, {
      maxOutputLength: longestCredential,
      chunkSize: usual,
    })
    return ok(new Uint8Array(buffer, byteOffset, length))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'Z_BUF_ERROR') return err('truncated')
    return err(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-long' : 'damaged')
  }
}

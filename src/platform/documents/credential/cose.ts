import { type CborValue, decode, encode, type Make, Tagged } from './cbor.ts'

// COSE (RFC 9052, 9053) and CWT (RFC 8392). -8 is EdDSA, -7 ES256.
export const header = { alg: 1, crit: 2, kid: 4, typ: 16 } as const
export const coseAlgorithm = { EdDSA: -8, ES256: -7 } as const
export const tags = { cwt: 61, sign1: 18 } as const

/** Reads CBOR that anyone may have made. @throws CborFlaw on anything but one strict item */
export const read: (bytes: Uint8Array) => CborValue = decode

/** Bytes of one's own, as WebCrypto and responses want them. */
export const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

export const write: (value: CborValue, make?: Make) => Uint8Array<ArrayBuffer> = encode

/** A COSE_Sign1 message, taken apart. */
export interface Sign1 {
  readonly guarded: Uint8Array
  readonly headers: ReadonlyMap<unknown, unknown>
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

const nothing = new Uint8Array(0)

/** What is signed of a COSE_Sign1 (RFC 9052, section 4.4), without external data. */
export const signedBytes = (guarded: Uint8Array, payload: Uint8Array, make?: Make): Uint8Array =>
  write(['Signature1', guarded, nothing, payload], make)

/** The message with its tags, as it is packed. */
export const sign1Bytes = (
  guarded: Uint8Array,
  payload: Uint8Array,
  signature: Uint8Array,
  tagged: 'cwt' | 'sign1',
  make?: Make,
): Uint8Array => {
  const message = new Tagged(tags.sign1, [guarded, new Map(), payload, signature])
  return write(tagged === 'cwt' ? new Tagged(tags.cwt, message) : message, make)
}

/** Nothing when it is CBOR but no such message. @throws when it is not even that */
export function readSign1(bytes: Uint8Array): Sign1 | undefined {
  let message = read(bytes)
  if (message instanceof Tagged && message.tag === tags.cwt) message = message.contents
  if (!(message instanceof Tagged) || message.tag !== tags.sign1) return undefined
  const parts: CborValue = message.contents
  if (!Array.isArray(parts) || parts.length !== 4) return undefined
  const [guarded, open, payload, signature]: readonly CborValue[] = parts
  if (!(guarded instanceof Uint8Array && payload instanceof Uint8Array && signature instanceof Uint8Array))
    return undefined
  const headers = read(guarded)
  if (!(headers instanceof Map && open instanceof Map) || headers.has(header.crit)) return undefined
  return { guarded, headers, payload, signature }
}

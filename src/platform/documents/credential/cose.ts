import { decode, encode, Tag } from 'cbor2'

// COSE (RFC 9052, 9053) and CWT (RFC 8392). -8 is EdDSA, -7 ES256.
export const header = { alg: 1, crit: 2, kid: 4, typ: 16 } as const
export const coseAlgorithm = { EdDSA: -8, ES256: -7 } as const
export const tags = { cwt: 61, sign1: 18 } as const

const strictly = {
  preferMap: true,
  rejectDuplicateKeys: true,
  rejectStreaming: true,
  ignoreGlobalTags: true,
  tags: null,
  maxDepth: 12,
} as const

/** Reads CBOR that anyone may have made. @throws on anything but one strict item */
export const read = (bytes: Uint8Array): unknown => decode<unknown>(bytes, strictly)

/** The encoder writes a Buffer as an object; so never hand it one. */
export const plain = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

export const write = (value: unknown): Uint8Array => plain(encode(value))

/** A COSE_Sign1 message, taken apart. */
export interface Sign1 {
  readonly guarded: Uint8Array
  readonly headers: ReadonlyMap<unknown, unknown>
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

/** What is signed of a COSE_Sign1 (RFC 9052, section 4.4), without external data. */
export const signedBytes = (guarded: Uint8Array, payload: Uint8Array): Uint8Array =>
  write(['Signature1', plain(guarded), new Uint8Array(0), plain(payload)])

/** The message with its tags, as it is packed. */
export const sign1Bytes = (
  guarded: Uint8Array,
  payload: Uint8Array,
  signature: Uint8Array,
  tagged: 'cwt' | 'sign1',
): Uint8Array => {
  const message = new Tag(tags.sign1, [plain(guarded), new Map(), plain(payload), plain(signature)])
  return write(tagged === 'cwt' ? new Tag(tags.cwt, message) : message)
}

/** Nothing when it is CBOR but no such message. @throws when it is not even that */
export function readSign1(bytes: Uint8Array): Sign1 | undefined {
  let message = read(bytes)
  if (message instanceof Tag && message.tag === tags.cwt) message = message.contents
  if (!(message instanceof Tag) || message.tag !== tags.sign1) return undefined
  const parts: unknown = message.contents
  if (!Array.isArray(parts) || parts.length !== 4) return undefined
  const [guarded, open, payload, signature] = parts.map((part: unknown) => part)
  if (!(guarded instanceof Uint8Array && payload instanceof Uint8Array && signature instanceof Uint8Array))
    return undefined
  const headers = read(guarded)
  if (!(headers instanceof Map && open instanceof Map) || headers.has(header.crit)) return undefined
  return { guarded, headers, payload, signature }
}

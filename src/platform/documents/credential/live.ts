import type { CborValue } from './cbor.ts'
import { coseAlgorithm, header, plain, read, type Sign1, sign1Bytes, signedBytes, write } from './cose.ts'

/** How often a phone signs its code anew (register R-PAS-05: sixty seconds at most), in seconds. */
export const liveEvery = 20
/** How long such a code is taken for live: the time to sign, to show and to scan, and a clock a little off. */
export const liveFor = 60
/** How far a code may be ahead of the reader's clock. */
export const liveAhead = 30

// The profile is ours: a COSE_Sign1 by the device's key (ES256), marked by its type, over the second at which it
// was signed (claim 6, `iat`), the issuer's whole credential under a label of the private range, and under another
// one whether the holder wishes to hear that this very code was checked.
const type = 'diwan-live'
const label = { iat: 6, credential: -70001, tell: -70002 } as const

/** What a device signs to show a credential now. */
export interface LiveDraft {
  readonly guarded: Uint8Array
  readonly payload: Uint8Array
  readonly toSign: Uint8Array
}

/** `credential`: the issuer's message, unpacked. `tell`: whoever checks this code online says so to its holder. */
export function liveDraft(credential: Uint8Array, at: Date, { tell = false } = {}): LiveDraft {
  const guarded = write(
    new Map<number, CborValue>([
      [header.alg, coseAlgorithm.ES256],
      [header.typ, type],
    ]),
  )
  const payload = write(
    new Map<number, CborValue>([
      [label.iat, Math.floor(at.getTime() / 1000)],
      [label.credential, plain(credential)],
      ...(tell ? ([[label.tell, true]] as const) : []),
    ]),
  )
  return { guarded, payload, toSign: signedBytes(guarded, payload) }
}

/** `signature`: ES256 in the form of IEEE P1363, as WebCrypto gives it. */
export const liveMessage = ({ guarded, payload }: LiveDraft, signature: Uint8Array): Uint8Array =>
  sign1Bytes(guarded, payload, signature, 'sign1')

/** Whether a message claims to be a live code. */
export const isLive = ({ headers }: Sign1): boolean => headers.get(header.typ) === type

/** What is in one; nothing when it is not made so. @throws as `read` does */
export function liveParts(
  message: Sign1,
): { readonly at: Date; readonly credential: Uint8Array; readonly tell: boolean } | undefined {
  if (message.headers.get(header.alg) !== coseAlgorithm.ES256) return undefined
  const payload = read(message.payload)
  if (!(payload instanceof Map)) return undefined
  const iat: unknown = payload.get(label.iat)
  const credential: unknown = payload.get(label.credential)
  if (typeof iat !== 'number' || !Number.isSafeInteger(iat) || iat < 0 || iat > 8e12) return undefined
  if (!(credential instanceof Uint8Array)) return undefined
  return { at: new Date(iat * 1000), credential, tell: payload.get(label.tell) === true }
}

import { err, ok, type Result } from '#kernel/result.ts'
import { coseAlgorithm, header, read, readSign1, signedBytes } from './cose.ts'
import type { Inflate } from './inflate.ts'
import type { CheckSignature, TrustedKey } from './opened.ts'

/** A list that an issuer signed: what stood of each document at that time (Token Status List, CWT form). */
export interface StatusList {
  readonly uri: string
  readonly issuedAt: Date
  /** After this instant there is probably a newer one. */
  readonly freshUntil: Date
  /** After this instant nothing is to be concluded from it. */
  readonly expiresAt: Date
  readonly bits: 1 | 2 | 4 | 8
  readonly bytes: Uint8Array
}

/** Why a list is not taken. */
export type ListFlaw =
  | 'malformed'
  | 'duplicate-key'
  | 'wrong-type'
  | 'wrong-algorithm'
  | 'unknown-key'
  | 'retired-key'
  /** A key of ours, but one that signs certain documents only. */
  | 'wrong-key'
  | 'tampered'
  /** The list of another address: whoever gave it would show a place of the wrong list. */
  | 'other-list'
  | 'truncated'
  | 'damaged'
  /** It unpacks to more than any list. */
  | 'too-long'
  | 'from-the-future'
  | 'expired'
  /** Older than the one that is held: what was taken back since would be good again. */
  | 'older'

export type Standing = 'good' | 'ended' | 'suspended' | 'other'

/** What a list is read with. */
export interface ListReader {
  readonly trusted: readonly TrustedKey[]
  readonly check: CheckSignature
  readonly inflate: Inflate
}

const type = 'application/statuslist+cwt'
const claim = { sub: 2, exp: 4, iat: 6, list: 65533, ttl: 65534 } as const
/** Four million documents of two bits. */
const largestList = 1 << 20
/** No token of such a list is larger, however badly it packs. */
const largestToken = largestList + 4096
/** How far a server's clock may be ahead, in milliseconds. */
const clockTolerance = 120_000

/** Reads a list that was fetched from `uri`; whether it is still good at some time is another question. Never throws. */
export async function readStatusList(
  token: Uint8Array,
  uri: string,
  { trusted, check, inflate }: ListReader,
  at: Date,
): Promise<Result<StatusList, ListFlaw>> {
  if (token.length > largestToken) return err('too-long')
  try {
    const message = readSign1(token)
    if (!message) return err('malformed')
    if (message.headers.get(header.typ) !== type) return err('wrong-type')
    const keyId = message.headers.get(header.kid)
    const key = keyId instanceof Uint8Array && trusted.find((one) => same(one.keyId, keyId))
    if (!key) return err('unknown-key')
    if (message.headers.get(header.alg) !== coseAlgorithm[key.alg]) return err('wrong-algorithm')
    if (key.documents) return err('wrong-key')
    if (key.notAfter !== undefined && at > new Date(key.notAfter)) return err('retired-key')
    if (!(await check(key, signedBytes(message.guarded, message.payload), message.signature)))
      return err('tampered')
    return await readClaims(read(message.payload), uri, inflate)
  } catch (error) {
    return err(error instanceof Error && /duplicate/i.test(error.message) ? 'duplicate-key' : 'malformed')
  }
}

async function readClaims(
  map: unknown,
  uri: string,
  inflate: Inflate,
): Promise<Result<StatusList, ListFlaw>> {
  if (!(map instanceof Map)) return err('malformed')
  if (map.get(claim.sub) !== uri) return err('other-list')
  const [iat, exp, ttl] = [
    instant(map.get(claim.iat)),
    instant(map.get(claim.exp)),
    instant(map.get(claim.ttl)),
  ]
  const list: unknown = map.get(claim.list)
  if (iat === undefined || exp === undefined || ttl === undefined || !(list instanceof Map))
    return err('malformed')
  const bits = bitsOf(list.get('bits'))
  const packed: unknown = list.get('lst')
  if (bits === undefined || !(packed instanceof Uint8Array)) return err('malformed')
  const bytes = await inflate(packed, largestList)
  if (!bytes.ok) return bytes
  return ok({
    uri,
    issuedAt: new Date(iat * 1000),
    freshUntil: new Date((iat + ttl) * 1000),
    expiresAt: new Date(exp * 1000),
    bits,
    bytes: bytes.value,
  })
}

/** The same for a list that shall take the place of the one that is held, if any. */
export async function takeStatusList(
  token: Uint8Array,
  uri: string,
  held: Pick<StatusList, 'issuedAt'> | undefined,
  reader: ListReader,
  at: Date,
): Promise<Result<StatusList, ListFlaw>> {
  const list = await readStatusList(token, uri, reader, at)
  if (!list.ok) return list
  const { issuedAt, expiresAt } = list.value
  if (issuedAt.getTime() > at.getTime() + clockTolerance) return err('from-the-future')
  if (at >= expiresAt) return err('expired')
  return held && issuedAt < held.issuedAt ? err('older') : list
}

/** What a list says of a place; nothing for one that it does not have. */
export function standingIn(
  { bits, bytes }: Pick<StatusList, 'bits' | 'bytes'>,
  place: number,
): Standing | undefined {
  const inByte = 8 / bits
  const byte = Number.isSafeInteger(place) && place >= 0 ? bytes[Math.floor(place / inByte)] : undefined
  if (byte === undefined) return undefined
  const value = (byte >> ((place % inByte) * bits)) & ((1 << bits) - 1)
  return (['good', 'ended', 'suspended'] as const)[value] ?? 'other'
}

const bitsOf = (it: unknown) => ([1, 2, 4, 8] as const).find((one) => one === it)
const instant = (it: unknown) =>
  typeof it === 'number' && Number.isSafeInteger(it) && it >= 0 && it <= 8e12 / 2 ? it : undefined
const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

import { deflateSync } from 'node:zlib'
import { encode } from 'cbor2'
import type { CborValue } from '#platform/documents/credential/cbor.ts'
import {
  coseAlgorithm,
  header,
  plain,
  sign1Bytes,
  signedBytes,
  write,
} from '#platform/documents/credential/cose.ts'
import type { KeyAlgorithm } from '#platform/documents/credential/opened.ts'
import type { IssuerKeys } from '#platform/documents/keys/port.ts'

/** A status list of a test's own making; every part of it can be another one. */
export interface DraftList {
  readonly uri: string
  readonly issuedAt: Date
  /** Seconds. */
  readonly ttl?: number
  readonly life?: number
  readonly bits?: number
  /** Values by place; the others are 0. */
  readonly values?: Readonly<Record<number, number>>
  readonly places?: number
  /** Instead of the packed values. */
  readonly packed?: Uint8Array
  readonly type?: string
  readonly alg?: number
  readonly signedWith?: KeyAlgorithm
  /** Changes the claims before they are signed. */
  readonly change?: (claims: Map<unknown, unknown>) => void
}

/** Signs one as the issuer does. */
export async function signStatusList(keys: IssuerKeys, draft: DraftList): Promise<Uint8Array> {
  const { uri, issuedAt, ttl = 43_200, life = 604_800, bits = 2, values = {}, places = 1000 } = draft
  const bytes = new Uint8Array(Math.ceil((places * bits) / 8))
  for (const [at, value] of Object.entries(values)) {
    const bit = Number(at) * bits
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (value << (bit & 7))
  }
  const iat = Math.floor(issuedAt.getTime() / 1000)
  const packed = plain(draft.packed ?? deflateSync(bytes, { level: 9 }))
  const claims = new Map<unknown, unknown>([
    [2, uri],
    [6, iat],
    [4, iat + life],
    [65534, ttl],
    [
      65533,
      new Map<string, CborValue>([
        ['bits', bits],
        ['lst', packed],
      ]),
    ],
  ])
  draft.change?.(claims)
  const { keyId, alg } = keys.current(draft.signedWith)
  const guarded = write(
    new Map<number, CborValue>([
      [header.alg, draft.alg ?? coseAlgorithm[alg]],
      [header.kid, plain(keyId)],
      [header.typ, draft.type ?? 'application/statuslist+cwt'],
    ]),
  )
  const payload = plain(encode(claims))
  return sign1Bytes(guarded, payload, await keys.sign(keyId, signedBytes(guarded, payload)), 'sign1')
}

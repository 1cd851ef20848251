import { createHash } from 'node:crypto'
import { constants, deflateSync } from 'node:zlib'
import type { Platform } from '#platform/platform.ts'
import type { CborValue } from './credential/cbor.ts'
import { coseAlgorithm, header, plain, sign1Bytes, signedBytes, write } from './credential/cose.ts'
import type { IssuerKeys } from './keys/port.ts'
import { statusListAddress } from './status.ts'
import { type StatusList, statusList } from './status-list.ts'

/** How long a verifier may rely on a list, and when it should ask again; in seconds. */
const life = { valid: 7 * 86_400, ttl: 12 * 3_600 } as const
/** An unchanged list is signed anew after this long, so that its instant says how fresh it is. Milliseconds. */
const signEvery = 10 * 60_000

const form = {
  jwt: { type: 'statuslist+jwt', mediaType: 'application/statuslist+jwt' },
  cwt: { type: 'application/statuslist+cwt', mediaType: 'application/statuslist+cwt' },
} as const

export type StatusForm = keyof typeof form

export interface StatusToken {
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Changes with the bytes: an entity tag, without its quotes. */
  readonly tag: string
}

interface Kept {
  readonly list: StatusList
  readonly keyId: Uint8Array
  readonly at: number
  readonly token: StatusToken
}

const kept = new WeakMap<Platform['issuers'], Map<string, Kept>>()

/** A list is long runs of the same: looking for those alone is a hundred times as fast, and a tenth larger. */
const pack = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 9, strategy: constants.Z_RLE })

/**
 * A list of status bits as a signed token (Token Status List, JWT and CWT form): whoever checks documents fetches the
 * whole list, so that nobody learns which document was looked at. Nothing when there is no such list.
 */
export async function statusToken(
  platform: Pick<Platform, 'db' | 'clock' | 'issuers' | 'config'>,
  list: number,
  as: StatusForm = 'jwt',
): Promise<StatusToken | undefined> {
  const { issuers, clock, config } = platform
  const now = clock.now()
  const state = await statusList(platform.db, list, now)
  if (!state) return undefined
  // Wallets of others read the JWT, and know ES256 best.
  const key = issuers.current(as === 'jwt' ? 'ES256' : 'EdDSA')
  const tokens = kept.get(issuers) ?? new Map<string, Kept>()
  kept.set(issuers, tokens)
  const name = `${list}:${as}`
  const last = tokens.get(name)
  const age = now.getTime() - (last?.at ?? Number.NEGATIVE_INFINITY)
  const fresh = last?.list.bytes === state.bytes && age >= 0 && age < signEvery
  if (last && fresh && Buffer.compare(last.keyId, key.keyId) === 0) return last.token

  const claims = {
    address: statusListAddress(config.origin, list),
    issued: Math.floor(now.getTime() / 1000),
    packed: pack(state.bytes),
  }
  const bytes =
    as === 'jwt' ? await jwt(issuers, key, config.origin, claims) : await cwt(issuers, key, claims)
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
  const token = { mediaType: form[as].mediaType, bytes, tag }
  tokens.set(name, { list: state, keyId: key.keyId, at: now.getTime(), token })
  return token
}

type Key = ReturnType<IssuerKeys['current']>
interface Claims {
  readonly address: string
  readonly issued: number
  readonly packed: Uint8Array
}

async function jwt(issuers: IssuerKeys, key: Key, issuer: string, it: Claims): Promise<Uint8Array> {
  const head = { typ: form.jwt.type, alg: key.alg, kid: Buffer.from(key.keyId).toString('base64url') }
  const body = {
    iss: issuer,
    sub: it.address,
    iat: it.issued,
    exp: it.issued + life.valid,
    ttl: life.ttl,
    status_list: { bits: 2, lst: Buffer.from(it.packed).toString('base64url') },
  }
  const text = `${encoded(head)}.${encoded(body)}`
  const signature = await issuers.sign(key.keyId, new TextEncoder().encode(text))
  return new TextEncoder().encode(`${text}.${Buffer.from(signature).toString('base64url')}`)
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

// Of the CWT claims: sub, exp, iat (RFC 8392), ttl and status_list (Token Status List, section 5.2).
const claim = { sub: 2, exp: 4, iat: 6, ttl: 65534, statusList: 65533 } as const

async function cwt(issuers: IssuerKeys, key: Key, it: Claims): Promise<Uint8Array> {
  const guarded = write(
    new Map<number, CborValue>([
      [header.alg, coseAlgorithm[key.alg]],
      [header.kid, plain(key.keyId)],
      [header.typ, form.cwt.type],
    ]),
  )
  const payload = write(
    new Map<number, CborValue>([
      [claim.sub, it.address],
      [claim.exp, it.issued + life.valid],
      [claim.iat, it.issued],
      [
        claim.statusList,
        new Map<string, CborValue>([
          ['bits', 2],
          ['lst', plain(it.packed)],
        ]),
      ],
      [claim.ttl, life.ttl],
    ]),
  )
  const signature = await issuers.sign(key.keyId, signedBytes(guarded, payload))
  return sign1Bytes(guarded, payload, signature, 'sign1')
}

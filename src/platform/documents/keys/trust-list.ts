import type { Platform } from '#platform/platform.ts'
import type { PublicKey } from '../credential/opened.ts'
import { jwkOf, keyIdOf, kidOf } from './key-id.ts'
import type { IssuerKeys } from './port.ts'

/** What a verifier needs to trust us: a JSON Web Key Set (RFC 7517, 8037), each key with the day it ends. */
export const publicKeySet = (
  issuers: Pick<IssuerKeys, 'trusted'>,
): { readonly keys: readonly Record<string, string>[] } => ({
  keys: issuers.trusted().map((one) => ({
    ...jwkOf(one),
    use: 'sig',
    alg: one.alg,
    kid: kidOf(one.keyId),
    ...(one.notAfter ? { notAfter: one.notAfter } : {}),
  })),
})

/** The key that vouches for the list: whoever reads it keeps this one from the first day. */
export const trustRoot = ({ root }: Pick<IssuerKeys, 'root'>): Record<string, string> => rootJwk(root)

/** The root, and how to come to it from any that stood before. */
export const publishedRoot = (issuers: Pick<IssuerKeys, 'root' | 'succession'>) => ({
  ...rootJwk(issuers.root),
  succession: issuers.succession(),
})

/** The word of a root for the one that comes after it (compact JWS). */
export const successionOf = (root: Root, next: PublicKey, at: Date): Promise<string> =>
  signedBy(root, 'trust-succession+jwt', { iat: seconds(at), root: rootJwk(next) })

const rootJwk = (root: PublicKey): Record<string, string> => ({
  ...jwkOf(root),
  use: 'sig',
  alg: root.alg,
  kid: kidOf(keyIdOf(root)),
})

/**
 * The issuer keys as a list that the root signed (compact JWS). `version` grows with each change, so that nobody
 * is given an older one; each key says which algorithm it is for, whatever a header claims.
 */
export async function trustList({
  clock,
  issuers,
  config,
}: Pick<Platform, 'clock' | 'issuers' | 'config'>): Promise<string> {
  return signedBy(issuers.root, 'trust-list+jwt', {
    iss: config.origin,
    version: issuers.version(),
    iat: seconds(clock.now()),
    keys: issuers.trusted().map((one) => ({
      kid: kidOf(one.keyId),
      alg: one.alg,
      jwk: jwkOf(one),
      ...(one.documents ? { documents: one.documents } : {}),
      ...(one.notAfter ? { notAfter: one.notAfter } : {}),
    })),
  })
}

type Root = IssuerKeys['root']

async function signedBy(root: Root, typ: string, body: object): Promise<string> {
  const head = { typ, alg: 'EdDSA', kid: kidOf(keyIdOf(root)) }
  const signed = `${encoded(head)}.${encoded(body)}`
  const signature = await root.sign(new TextEncoder().encode(signed))
  return `${signed}.${Buffer.from(signature).toString('base64url')}`
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

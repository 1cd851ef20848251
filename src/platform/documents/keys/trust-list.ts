import type { Platform } from '#platform/platform.ts'
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
export const trustRoot = ({ root }: Pick<IssuerKeys, 'root'>): Record<string, string> => ({
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
  const head = { typ: 'trust-list+jwt', alg: 'EdDSA', kid: kidOf(keyIdOf(issuers.root)) }
  const body = {
    iss: config.origin,
    version: issuers.version(),
    iat: Math.floor(clock.now().getTime() / 1000),
    keys: issuers.trusted().map((one) => ({
      kid: kidOf(one.keyId),
      alg: one.alg,
      jwk: jwkOf(one),
      ...(one.documents ? { documents: one.documents } : {}),
      ...(one.notAfter ? { notAfter: one.notAfter } : {}),
    })),
  }
  const signed = `${encoded(head)}.${encoded(body)}`
  const signature = await issuers.root.sign(new TextEncoder().encode(signed))
  return `${signed}.${Buffer.from(signature).toString('base64url')}`
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

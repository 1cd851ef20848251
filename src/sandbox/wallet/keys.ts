import { createHash, randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'

export interface WalletKey {
  readonly jwk: JWK
  readonly privateKey: CryptoKey
}

export async function newWalletKey(): Promise<WalletKey> {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  return { jwk: await exportJWK(publicKey), privateKey }
}

/** A proof that the caller holds a key (RFC 9449), for one call. */
export const dpopProof = (
  key: WalletKey,
  call: { readonly url: string; readonly token?: string; readonly at: Date },
): Promise<string> =>
  new SignJWT({
    htm: 'POST',
    htu: call.url,
    jti: randomUUID(),
    ...(call.token ? { ath: createHash('sha256').update(call.token).digest('base64url') } : {}),
  })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: key.jwk })
    .setIssuedAt(call.at)
    .sign(key.privateKey)

import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { z } from 'zod'
import { type Purpose, proofText } from './proof-text.ts'

/** The public half of a device's key, as WebCrypto exports it: ECDSA on P-256. */
export const deviceKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[\w-]{43}$/),
  y: z.string().regex(/^[\w-]{43}$/),
})
export type DeviceKey = z.infer<typeof deviceKey>

/** Whether this key signed that; a key that lies on no curve signed nothing. */
export function signedBy(
  key: JsonWebKey,
  about: { readonly purpose: Purpose; readonly kiosk: string; readonly challenge: string },
  signature: string,
): boolean {
  const text = Buffer.from(proofText(about.purpose, about.kiosk, about.challenge))
  try {
    const publicKey = createPublicKey({ key, format: 'jwk' })
    return verify(
      'sha256',
      text,
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
  } catch {
    return false
  }
}

import { createHash, createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { z } from 'zod'

/** The public half of a device's key, as WebCrypto exports it: ECDSA on P-256. */
export const deviceKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[\w-]{43}$/),
  y: z.string().regex(/^[\w-]{43}$/),
})
export type DeviceKey = z.infer<typeof deviceKey>

/** Whether this key signed that (base64url, the two numbers one after another); a key that lies on no curve signed nothing. */
export function signedText(key: JsonWebKey, text: string, signature: string): boolean {
  try {
    const publicKey = createPublicKey({ key, format: 'jwk' })
    return verify(
      'sha256',
      Buffer.from(text),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    )
  } catch {
    return false
  }
}

/** Names a key (RFC 7638): 43 characters. */
export const thumbprintOf = ({ crv, kty, x, y }: DeviceKey): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')

/** The key as an uncompressed point, 65 bytes. */
export const pointOf = ({ x, y }: DeviceKey): Uint8Array =>
  Uint8Array.from([4, ...Buffer.from(x, 'base64url'), ...Buffer.from(y, 'base64url')])

/** The other way. */
export const keyOfPoint = (point: Uint8Array): DeviceKey => ({
  kty: 'EC',
  crv: 'P-256',
  x: Buffer.from(point.subarray(1, 33)).toString('base64url'),
  y: Buffer.from(point.subarray(33, 65)).toString('base64url'),
})

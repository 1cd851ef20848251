import { createHmac, timingSafeEqual } from 'node:crypto'

/** The header that carries it, on what we send and on what we get. */
export const signatureHeader = 'diwan-signature'

/** Seconds that a signature is good for, either way of our clock. */
const tolerance = 300

/**
 * Signs a message: HMAC-SHA256 over the second it is sent in and the body, as `t=1764000000,v1=<hex>`.
 * A message that is sent again is signed again.
 */
export function sign(secret: string, body: string, at: Date): string {
  const t = Math.floor(at.getTime() / 1000)
  return `t=${t},v1=${mac(secret, t, body).toString('hex')}`
}

/** Whether the header signs this very body, now. Constant time in what it compares. */
export function verifySignature(
  secret: string,
  body: string,
  header: string | undefined,
  now: Date,
): 'right' | 'wrong' | 'stale' {
  const parts = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '')
  if (!parts) return 'wrong'
  const [, t = '', given = ''] = parts
  if (!timingSafeEqual(mac(secret, Number(t), body), Buffer.from(given, 'hex'))) return 'wrong'
  return Math.abs(now.getTime() / 1000 - Number(t)) > tolerance ? 'stale' : 'right'
}

const mac = (secret: string, t: number, body: string): Buffer =>
  createHmac('sha256', secret).update(`${t}.${body}`).digest()

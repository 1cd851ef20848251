import { createHmac, timingSafeEqual } from 'node:crypto'

/** RFC 6238 as every app does it: HMAC-SHA-1, 30 seconds, 6 digits. */
const PERIOD_MS = 30_000
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The time step that an instant lies in. */
export const stepOf = (at: Date): number => Math.floor(at.getTime() / PERIOD_MS)

/** The code of a time step (RFC 4226, section 5.3). */
export function totpAt(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = mac.readUInt8(mac.length - 1) & 0x0f
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** The step whose code this is: now, or one before or after, because clocks differ; nothing when none. */
export function stepOfCode(secret: Uint8Array, code: string, at: Date): number | undefined {
  const given = Buffer.from(code)
  const now = stepOf(at)
  return [now - 1, now, now + 1].find((step) => {
    const right = Buffer.from(totpAt(secret, step))
    return given.length === right.length && timingSafeEqual(given, right)
  })
}

/** Bytes in the letters that apps and people read (RFC 4648, without padding). */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

/** The address behind the QR that an app scans. */
export const otpauth = (secret: Uint8Array, account: string): string =>
  `otpauth://totp/${encodeURIComponent(`Diwan:${account}`)}?${new URLSearchParams({ secret: base32(secret), issuer: 'Diwan' })}`

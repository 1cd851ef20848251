import { randomBytes } from 'node:crypto'

/**
 * A UUID version 7 (RFC 9562) of the given instant: sorts by time, so that neighbours in time are
 * neighbours in the index. For ids that must be known before the row is written.
 */
export function newId(at: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  bytes[6] = 0x70 | (bytes.readUInt8(6) & 0x0f)
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A secret that cannot be guessed: 256 random bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Whether a text from outside can be compared with a uuid column. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

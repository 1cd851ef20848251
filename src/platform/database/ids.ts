import { randomBytes } from 'node:crypto'

/**
 * A UUID version 7 (RFC 9562) of the given instant: sorts by time, so that neighbours in time are
 * neighbours in the index. For ids that must be known before the row is written. Ids of one millisecond
 * sort in the order in which this process made them (section 6.2, method 1), up to 4096 of them.
 */
export function newId(at: Date): string {
  const bytes = randomBytes(16)
  const now = at.getTime()
  last = now === last.now ? { now, count: (last.count + 1) & 0xfff } : { now, count: 0 }
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt16BE(0x7000 | last.count, 6)
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

let last = { now: 0, count: 0 }

/** A secret that cannot be guessed: 256 random bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Whether a text from outside can be compared with a uuid column. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

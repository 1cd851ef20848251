/** The few forms of DER (X.690) that certificates and signatures are written in. Values are always definite and minimal. */
type Part = Uint8Array

const tagged = (tag: number, ...parts: readonly Part[]): Part => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  const short = bytes.subarray(bytes.findIndex((byte) => byte !== 0))
  return Buffer.concat([Buffer.from([0x80 | short.length]), short])
}

/** Of a set, elements stand in the order of their bytes. */
const inOrder = (parts: readonly Part[]) => [...parts].sort((a, b) => Buffer.compare(a, b))

function oidBytes(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const base128 = (value: number): number[] => {
    const low = value & 0x7f
    return value < 0x80 ? [low] : [...base128(value >>> 7).map((byte) => byte | 0x80), low]
  }
  return Buffer.from([first * 40 + second, ...rest.flatMap(base128)])
}

/** Unsigned, big-endian: a leading zero keeps it positive, and no other is written. */
function positive(bytes: Uint8Array): Buffer {
  const start = bytes.findIndex((byte) => byte !== 0)
  const short = Buffer.from(start === -1 ? [0] : bytes.subarray(start))
  return (short[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), short]) : short
}

export const der = {
  sequence: (...parts: readonly Part[]): Part => tagged(0x30, ...parts),
  set: (...parts: readonly Part[]): Part => tagged(0x31, ...inOrder(parts)),
  integer: (value: number | Uint8Array): Part =>
    tagged(0x02, positive(typeof value === 'number' ? Buffer.from([value >> 8, value & 0xff]) : value)),
  oid: (dotted: string): Part => tagged(0x06, oidBytes(dotted)),
  octets: (bytes: Uint8Array): Part => tagged(0x04, bytes),
  bits: (bytes: Uint8Array): Part => tagged(0x03, Buffer.from([0]), bytes),
  text: (value: string): Part => tagged(0x0c, Buffer.from(value, 'utf8')),
  yes: (): Part => tagged(0x01, Buffer.from([0xff])),
  /** A year from 2050 is written in four digits, one before in two (RFC 5280, section 4.1.2.5). */
  time: (at: Date): Part => {
    const digits = at.toISOString().replace(/[-:T]|\.\d+/g, '')
    return at.getUTCFullYear() < 2050
      ? tagged(0x17, Buffer.from(digits.slice(2)))
      : tagged(0x18, Buffer.from(digits))
  },
  /** `[n]` explicit, or implicit around parts that are the content already. */
  context: (n: number, ...parts: readonly Part[]): Part => tagged(0xa0 | n, ...parts),
} as const

/**
 * An ECDSA signature, two numbers side by side (IEEE P1363), as certificates and CMS write it. Asked for in this form,
 * Node.js signs and verifies in half the time that it takes for the other one.
 */
export function ecdsaDer(signature: Uint8Array): Uint8Array {
  const [r, s] = [signature.subarray(0, 32), signature.subarray(32, 64)]
  const [rAt, sAt] = [firstOf(r), firstOf(s)]
  const [rPad, sPad] = [padOf(r, rAt), padOf(s, sAt)]
  const [rLong, sLong] = [32 - rAt + rPad, 32 - sAt + sPad]
  const out = new Uint8Array(6 + rLong + sLong)
  out.set([0x30, 4 + rLong + sLong, 0x02, rLong])
  out.set(r.subarray(rAt), 4 + rPad)
  out.set([0x02, sLong], 4 + rLong)
  out.set(s.subarray(sAt), 6 + rLong + sPad)
  return out
}

/** Where the digits of a number begin; a zero keeps its last one. */
function firstOf(number: Uint8Array): number {
  let at = 0
  while (at < 31 && number[at] === 0) at++
  return at
}

const padOf = (number: Uint8Array, at: number): 0 | 1 => ((number[at] ?? 0) & 0x80 ? 1 : 0)

/** The other way, from what a library has made. */
export function ecdsaPlain(signature: Uint8Array): Uint8Array {
  const plain = new Uint8Array(64)
  const first = signature[3] ?? 0
  put(plain, 32, signature.subarray(4, 4 + first))
  put(plain, 64, signature.subarray(6 + first))
  return plain
}

/** Writes a number so that it ends there, without the zero that keeps it positive. */
function put(plain: Uint8Array, end: number, number: Uint8Array): void {
  const digits = number.length > 32 ? number.subarray(number.length - 32) : number
  plain.set(digits, end - digits.length)
}

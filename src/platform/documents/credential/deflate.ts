// zlib (RFC 1950) over deflate (RFC 1951) for the few hundred bytes of a credential. For so few, codes of their own
// would cost more than they save; so it writes the fixed ones, and one stretch that does not shrink (a picture) as it
// is. It is as small as others make it, and needs no start-up, which costs more than a signature.

/** The longest input: no distance back is longer than deflate can say. */
export const longestInput = 32_767

const shortest = 3
const longest = 258
/** How many earlier places with the same three bytes are tried. */
const tries = 16
/** After so many places without a repetition every other one is looked at. */
const patience = 96

/** First length or distance of each code, and how many bits say the rest. */
const lengths = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
]
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const distances = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
]
const distanceBits = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]

const reversed = (code: number, width: number): number => {
  let out = 0
  for (let bit = 0; bit < width; bit++) out = (out << 1) | ((code >> bit) & 1)
  return out
}

/** The fixed code of each literal or length (section 3.2.6), its first bit lowest, and its width. */
const code = new Uint16Array(288)
const width = new Uint8Array(288)
for (let symbol = 0; symbol < 288; symbol++) {
  const [base, first, bits] =
    symbol < 144 ? [0x30, 0, 8] : symbol < 256 ? [0x190, 144, 9] : symbol < 280 ? [0, 256, 7] : [0xc0, 280, 8]
  code[symbol] = reversed(base + symbol - first, bits)
  width[symbol] = bits
}
const distanceCode = Uint8Array.from({ length: 30 }, (_, symbol) => reversed(symbol, 5))

/** Which code a length or a distance falls under. */
const lengthSymbol = new Uint8Array(longest + 1)
for (let length = shortest; length <= longest; length++)
  lengthSymbol[length] = length === longest ? 28 : lengths.findLastIndex((first) => first <= length)
const distanceSymbol = (distance: number): number => {
  let symbol = 29
  while ((distances[symbol] ?? 0) > distance) symbol--
  return symbol
}

/** Kept between calls, which do not overlap: fresh memory is slow memory. */
const head = new Int16Array(2048)
let before = new Int16Array(1024)
let steps = new Uint32Array(1024)
let room = new Uint8Array(1024)

/** From the first of some bytes to behind the last. */
export type Stretch = readonly [from: number, to: number]

/**
 * The bytes, packed. `picture` is where one is among them: it does not shrink, and is not even tried.
 * @throws when there are more than `longestInput`
 */
export function deflated(bytes: Uint8Array, picture?: Stretch): Uint8Array<ArrayBuffer> {
  if (bytes.length > longestInput) throw new RangeError('too long to be packed here')
  if (steps.length < bytes.length) {
    before = new Int16Array(bytes.length)
    steps = new Uint32Array(bytes.length)
  }
  // Nine bits are the longest code of a byte.
  const most = bytes.length + (bytes.length >> 3) + 32
  if (room.length < most) room = new Uint8Array(most)
  head.fill(-1)
  steps.fill(0, 0, bytes.length)
  const [from, to] = picture ? around(bytes, picture) : searched(bytes)
  const out = new Bits(room)
  out.put(0x78, 8)
  out.put(0xda, 8)
  if (from === to) fixed(out, bytes, 0, bytes.length, true)
  else {
    if (from > 0) fixed(out, bytes, 0, from, false)
    stored(out, bytes, from, to, to === bytes.length)
    if (to < bytes.length) fixed(out, bytes, to, bytes.length, true)
  }
  out.align()
  const sum = adler32(bytes)
  for (let shift = 24; shift >= 0; shift -= 8) out.put((sum >>> shift) & 0xff, 8)
  out.align()
  return out.done()
}

/** Finds the steps before and behind a picture, which is written as it is. */
function around(bytes: Uint8Array, picture: Stretch): Stretch {
  findSteps(bytes, 0, picture[0])
  findSteps(bytes, picture[1], bytes.length)
  return picture
}

/** Finds the steps, and what is better written as it is. */
function searched(bytes: Uint8Array): Stretch {
  findSteps(bytes, 0, bytes.length)
  return stretch(bytes)
}

/** Writes into `steps`, at each place where one begins: 0 for a literal, or length × 65536 + distance. */
function findSteps(bytes: Uint8Array, from: number, to: number): void {
  const found = steps
  const last = to - shortest
  let held = 0
  let missed = 0
  for (let at = from; at <= last; ) {
    const step = held === 0 ? note(bytes, at, to) : held
    held = 0
    if (step === 0) {
      // Where nothing has repeated for long, as in a picture, not every place is looked at.
      at += ++missed > patience ? 2 : 1
      continue
    }
    missed = 0
    // A longer one that begins a byte later is worth a literal.
    const next = at < last ? note(bytes, at + 1, to) : 0
    if (next >>> 16 > step >>> 16) {
      held = next
      at++
      continue
    }
    found[at] = step
    const end = at + (step >>> 16)
    for (at += 2; at < end && at <= last; at++) enter(bytes, at)
    at = end
  }
}

const hash = (bytes: Uint8Array, at: number): number =>
  Math.imul((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16), 0x9e3779b1) >>> 21

/** Enters a place, and answers the last one that begins alike. */
function enter(bytes: Uint8Array, at: number): number {
  const slot = hash(bytes, at)
  const place = head[slot] ?? -1
  before[at] = place
  head[slot] = at
  return place
}

/** Enters a place, and answers the longest repetition there that ends by `to`. */
function note(bytes: Uint8Array, at: number, to: number): number {
  let place = enter(bytes, at)
  if (place < 0) return 0
  const most = Math.min(longest, to - at)
  let best = shortest - 1
  let distance = 0
  for (let left = tries; place >= 0 && left > 0; left--) {
    if (bytes[place + best] === bytes[at + best]) {
      let length = 0
      while (length < most && bytes[place + length] === bytes[at + length]) length++
      // Three bytes from far away cost as much as three literals.
      if (length > best && (length > shortest || at - place < 4096)) {
        best = length
        distance = at - place
        if (length === most) break
      }
    }
    place = before[place] ?? -1
  }
  return distance === 0 ? 0 : best * 65536 + distance
}

/** What a stretch written as it is costs besides its bytes: its head, and that of the block behind it. In bits. */
const stretchCosts = 3 + 7 + 32 + 10

/** Where the fixed codes are longer than the bytes themselves, by more than a block of its own costs. */
function stretch(bytes: Uint8Array): Stretch {
  let best = stretchCosts
  let from = 0
  let to = 0
  let sum = 0
  let start = 0
  for (let at = 0; at < bytes.length; ) {
    const step = steps[at] ?? 0
    if (step === 0) sum += (width[bytes[at++] ?? 0] ?? 0) - 8
    else {
      sum += bitsOf(step) - (step >>> 16) * 8
      at += step >>> 16
    }
    if (sum <= 0) {
      sum = 0
      start = at
    } else if (sum > best) {
      best = sum
      from = start
      to = at
    }
  }
  return [from, to]
}

/** How many bits a repetition is written in. */
function bitsOf(step: number): number {
  const length = lengthSymbol[step >>> 16] ?? 0
  const distance = distanceSymbol(step & 0xffff)
  return (width[257 + length] ?? 0) + (lengthBits[length] ?? 0) + 5 + (distanceBits[distance] ?? 0)
}

function fixed(out: Bits, bytes: Uint8Array, from: number, to: number, last: boolean): void {
  out.put(last ? 0b011 : 0b010, 3)
  for (let at = from; at < to; ) {
    const step = steps[at] ?? 0
    if (step === 0) {
      const byte = bytes[at++] ?? 0
      out.put(code[byte] ?? 0, width[byte] ?? 0)
      continue
    }
    const length = step >>> 16
    const symbol = lengthSymbol[length] ?? 0
    out.put(code[257 + symbol] ?? 0, width[257 + symbol] ?? 0)
    out.put(length - (lengths[symbol] ?? 0), lengthBits[symbol] ?? 0)
    const distance = distanceSymbol(step & 0xffff)
    out.put(distanceCode[distance] ?? 0, 5)
    out.put((step & 0xffff) - (distances[distance] ?? 0), distanceBits[distance] ?? 0)
    at += length
  }
  out.put(code[256] ?? 0, width[256] ?? 0)
}

function stored(out: Bits, bytes: Uint8Array, from: number, to: number, last: boolean): void {
  out.put(last ? 1 : 0, 3)
  out.align()
  const length = to - from
  out.put(length, 16)
  out.put(~length & 0xffff, 16)
  out.copy(bytes.subarray(from, to))
}

function adler32(bytes: Uint8Array): number {
  let a = 1
  let b = 0
  for (let at = 0; at < bytes.length; ) {
    // So many can be added before either outgrows 32 bits.
    for (const end = Math.min(at + 3800, bytes.length); at < end; at++) {
      a += bytes[at] ?? 0
      b += a
    }
    a %= 65521
    b %= 65521
  }
  return ((b << 16) | a) >>> 0
}

/** Bits, the first in the lowest place of the first byte. */
class Bits {
  readonly #bytes: Uint8Array<ArrayBuffer>
  #at = 0
  #held = 0
  #bits = 0

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes
  }

  /** At most 16 bits. */
  put(value: number, bits: number): void {
    this.#held |= value << this.#bits
    this.#bits += bits
    if (this.#bits < 16) return
    this.#bytes[this.#at] = this.#held
    this.#bytes[this.#at + 1] = this.#held >>> 8
    this.#at += 2
    this.#held >>>= 16
    this.#bits -= 16
  }

  /** Whole bytes, behind a whole byte. */
  copy(bytes: Uint8Array): void {
    this.#bytes.set(bytes, this.#at)
    this.#at += bytes.length
  }

  /** Up to a whole byte. */
  align(): void {
    for (; this.#bits > 0; this.#bits -= 8) {
      this.#bytes[this.#at++] = this.#held
      this.#held >>>= 8
    }
    this.#held = 0
    this.#bits = 0
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#at)
  }
}

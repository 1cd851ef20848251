// CBOR (RFC 8949) as credentials need it: whole numbers, bytes, text, lists, maps, tags, true, false and null.
// Written deterministically (section 4.2.1): shortest form, keys in the order of their bytes. Read strictly: no
// length that is not the shortest, no open end, no key twice, nothing behind the item.

/** A tagged item. */
export class Tagged {
  constructor(
    readonly tag: number,
    readonly contents: CborValue,
  ) {}
}

export type CborKey = number | string
export type CborValue =
  | number
  | string
  | boolean
  | null
  | Uint8Array
  | readonly CborValue[]
  | ReadonlyMap<CborKey, CborValue>
  | Tagged

/** Why bytes are not one strict item. */
export class CborFlaw extends Error {
  constructor(readonly reason: 'malformed' | 'duplicate-key') {
    super(reason)
  }
}

const major = { natural: 0, negative: 1, bytes: 2, text: 3, list: 4, map: 5, tag: 6, simple: 7 } as const
const simple = { false: 20, true: 21, null: 22 } as const
/** How deep items may lie in one another. */
const deepest = 12

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** New memory for what is written. */
export type Make = (length: number) => Uint8Array<ArrayBuffer>
const ownMemory: Make = (length) => new Uint8Array(length)

/** @throws for a number that is not whole, or has no exact form */
export function encode(value: CborValue, make = ownMemory): Uint8Array<ArrayBuffer> {
  const writer = new Writer()
  writer.item(value)
  return writer.done(make)
}

/** @throws CborFlaw on anything but one strict item */
export function decode(bytes: Uint8Array): CborValue {
  const reader = new Reader(bytes)
  const value = reader.item(0)
  if (reader.at !== bytes.length) throw new CborFlaw('malformed')
  return value
}

/** Where things are written, before they are as long as they are. Kept: fresh memory is slow memory. */
let room = new Uint8Array(2048)
const largestRoom = 65_536

class Writer {
  #bytes = room
  #at = 0

  done(make: Make): Uint8Array<ArrayBuffer> {
    const written = make(this.#at)
    written.set(this.#bytes.subarray(0, this.#at))
    return written
  }

  item(value: CborValue): void {
    if (typeof value === 'number') this.#number(value)
    else if (typeof value === 'string') this.#text(value)
    else if (typeof value === 'boolean') this.#head(major.simple, value ? simple.true : simple.false)
    else if (value === null) this.#head(major.simple, simple.null)
    else if (value instanceof Uint8Array) {
      this.#head(major.bytes, value.length)
      this.#put(value)
    } else if (value instanceof Map) this.#map(value)
    else if (value instanceof Tagged) {
      this.#head(major.tag, value.tag)
      this.item(value.contents)
    } else if (Array.isArray(value)) {
      this.#head(major.list, value.length)
      for (const one of value) this.item(one)
    } else throw new TypeError('not a value that CBOR has a form for here')
  }

  #number(value: number): void {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
    if (value < 0) this.#head(major.negative, -1 - value)
    else this.#head(major.natural, value)
  }

  #text(value: string): void {
    this.#head(major.text, utf8Length(value))
    this.#room(value.length * 3)
    const bytes = this.#bytes
    let at = this.#at
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i)
      if (code < 0x80) bytes[at++] = code
      else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6)
        bytes[at++] = 0x80 | (code & 0x3f)
      } else {
        // Half a pair has no form of its own: it becomes the sign for what is missing.
        const point = isPair(value, i) ? (value.codePointAt(i++) ?? 0) : isHalf(code) ? 0xfffd : code
        if (point > 0xffff) {
          bytes[at++] = 0xf0 | (point >> 18)
          bytes[at++] = 0x80 | ((point >> 12) & 0x3f)
        } else bytes[at++] = 0xe0 | (point >> 12)
        bytes[at++] = 0x80 | ((point >> 6) & 0x3f)
        bytes[at++] = 0x80 | (point & 0x3f)
      }
    }
    this.#at = at
  }

  #map(map: ReadonlyMap<CborKey, CborValue>): void {
    this.#head(major.map, map.size)
    if (isSorted(map)) map.forEach((value, key) => void this.#pair(key, value))
    else for (const [key, value] of [...map].sort(([a], [b]) => keyOrder(a, b))) this.#pair(key, value)
  }

  #pair(key: CborKey, value: CborValue): void {
    this.item(key)
    this.item(value)
  }

  #head(type: number, value: number): void {
    this.#room(9)
    const bytes = this.#bytes
    const lead = type << 5
    if (value < 24) bytes[this.#at++] = lead | value
    else if (value <= 0xff) {
      bytes[this.#at++] = lead | 24
      bytes[this.#at++] = value
    } else if (value <= 0xffff) {
      bytes[this.#at++] = lead | 25
      this.#whole(value, 2)
    } else if (value <= 0xffffffff) {
      bytes[this.#at++] = lead | 26
      this.#whole(value, 4)
    } else {
      bytes[this.#at++] = lead | 27
      this.#whole(Math.floor(value / 0x100000000), 4)
      this.#whole(value % 0x100000000, 4)
    }
  }

  #whole(value: number, width: number): void {
    for (let shift = (width - 1) * 8; shift >= 0; shift -= 8)
      this.#bytes[this.#at++] = (value >>> shift) & 0xff
  }

  #put(bytes: Uint8Array): void {
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.#at)
    this.#at += bytes.length
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + more))
    larger.set(this.#bytes)
    this.#bytes = larger
    if (larger.length <= largestRoom) room = larger
  }
}

const isHalf = (code: number): boolean => (code & 0xf800) === 0xd800
const isPair = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00

function utf8Length(text: string): number {
  let length = text.length
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    length += code < 0x800 ? 1 : 2
    // Two units of a pair are four bytes.
    if (isPair(text, i)) i++
  }
  return length
}

function isSorted(map: ReadonlyMap<CborKey, CborValue>): boolean {
  let last: CborKey | undefined
  for (const key of map.keys()) {
    if (last !== undefined && keyOrder(last, key) > 0) return false
    last = key
  }
  return true
}

/** In the order of their bytes: naturals, negatives, then texts, the shorter first. */
function keyOrder(a: CborKey, b: CborKey): number {
  if (typeof a === 'string') return typeof b === 'string' ? textOrder(a, b) : 1
  if (typeof b === 'string') return -1
  return a < 0 ? (b < 0 ? b - a : 1) : b < 0 ? -1 : a - b
}

function textOrder(a: string, b: string): number {
  const lengths = utf8Length(a) - utf8Length(b)
  if (lengths !== 0) return lengths
  // UTF-8 sorts by code points; half pairs, all written alike, are no keys of ours.
  const [left, right] = [[...a], [...b]]
  const at = left.findIndex((character, i) => character !== right[i])
  return at === -1 ? 0 : (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0)
}

class Reader {
  at = 0
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  item(depth: number): CborValue {
    if (depth > deepest) throw new CborFlaw('malformed')
    const lead = this.#byte()
    const type = lead >> 5
    const value = this.#argument(lead & 31)
    switch (type) {
      case major.natural:
        return value
      case major.negative:
        if (value >= Number.MAX_SAFE_INTEGER) throw new CborFlaw('malformed')
        return -1 - value
      case major.bytes: {
        const from = this.#take(value)
        return this.#bytes.slice(from, from + value)
      }
      case major.text:
        return this.#text(value)
      case major.list:
        return this.#list(value, depth)
      case major.map:
        return this.#map(value, depth)
      case major.tag:
        return new Tagged(value, this.item(depth + 1))
      default:
        if (lead === 0xf4) return false
        if (lead === 0xf5) return true
        if (lead === 0xf6) return null
        throw new CborFlaw('malformed')
    }
  }

  #argument(info: number): number {
    if (info < 24) return info
    if (info > 27) throw new CborFlaw('malformed')
    let value = 0
    for (let width = 1 << (info - 24); width > 0; width--) value = value * 256 + this.#byte()
    const least = [24, 0x100, 0x10000, 0x100000000][info - 24] ?? 0
    if (value < least || !Number.isSafeInteger(value)) throw new CborFlaw('malformed')
    return value
  }

  #text(length: number): string {
    const from = this.#take(length)
    try {
      return strict.decode(this.#bytes.subarray(from, from + length))
    } catch {
      throw new CborFlaw('malformed')
    }
  }

  #list(length: number, depth: number): CborValue[] {
    this.#atLeast(length)
    const list: CborValue[] = []
    for (let i = 0; i < length; i++) list.push(this.item(depth + 1))
    return list
  }

  #map(size: number, depth: number): ReadonlyMap<CborKey, CborValue> {
    this.#atLeast(size * 2)
    const map = new Map<CborKey, CborValue>()
    for (let i = 0; i < size; i++) {
      const key = this.item(depth + 1)
      if (typeof key !== 'number' && typeof key !== 'string') throw new CborFlaw('malformed')
      if (map.has(key)) throw new CborFlaw('duplicate-key')
      map.set(key, this.item(depth + 1))
    }
    return map
  }

  /** Every item has a byte of its own: no length is believed that the bytes cannot hold. */
  #atLeast(items: number): void {
    if (items > this.#bytes.length - this.at) throw new CborFlaw('malformed')
  }

  /** Steps over so many bytes, and says where they begin. */
  #take(length: number): number {
    this.#atLeast(length)
    this.at += length
    return this.at - length
  }

  #byte(): number {
    const byte = this.#bytes[this.at++]
    if (byte === undefined) throw new CborFlaw('malformed')
    return byte
  }
}

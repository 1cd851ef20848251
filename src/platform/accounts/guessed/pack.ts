import { createHash } from 'node:crypto'

/** A list of words as 32 bits of each one’s SHA-1: how many have the same first 16, then the other 16 in order. */
const BUCKETS = 65_536

const hash32 = (word: string): number => createHash('sha1').update(word).digest().readUInt32BE(0)

/** Packs words. A word that is not among them is taken for one about once in 20,000 times, with 200,000 words. */
export function pack(words: Iterable<string>): Buffer {
  const hashes = [...new Set([...words].map(hash32))].sort((a, b) => a - b)
  const packed = Buffer.alloc(BUCKETS + 2 * hashes.length)
  for (const [at, hash] of hashes.entries()) {
    const bucket = hash >>> 16
    const count = packed.readUInt8(bucket)
    if (count === 255) throw new Error('too many words for this shape')
    packed.writeUInt8(count + 1, bucket)
    packed.writeUInt16BE(hash & 0xffff, BUCKETS + 2 * at)
  }
  return packed
}

/** Answers for packed words whether one is among them. */
export function unpack(packed: Buffer): (word: string) => boolean {
  const starts = new Uint32Array(BUCKETS + 1)
  for (let bucket = 0; bucket < BUCKETS; bucket += 1)
    starts[bucket + 1] = (starts[bucket] ?? 0) + packed.readUInt8(bucket)
  return (word) => {
    const hash = hash32(word)
    const bucket = hash >>> 16
    for (let at = starts[bucket] ?? 0; at < (starts[bucket + 1] ?? 0); at += 1)
      if (packed.readUInt16BE(BUCKETS + 2 * at) === (hash & 0xffff)) return true
    return false
  }
}

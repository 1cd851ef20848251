import { Tag, decode as theirDecode, encode as theirEncode } from 'cbor2'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CborFlaw, type CborValue, decode, encode, Tagged } from './cbor.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))
const flawOf = (bytes: Uint8Array) => {
  try {
    decode(bytes)
    return undefined
  } catch (error) {
    return error instanceof CborFlaw ? error.reason : error
  }
}

const { value: anything } = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'depth' },
    fc.maxSafeInteger(),
    fc.integer({ min: -300, max: 300 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 5 }),
    fc.uint8Array({ maxLength: 40 }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(
        fc.tuple(fc.oneof(fc.maxSafeInteger(), fc.string({ unit: 'binary', maxLength: 30 })), tie('value')),
        {
          maxLength: 5,
        },
      )
      .map((pairs) => new Map(pairs)),
    fc.tuple(fc.integer({ min: 100, max: 5000 }), tie('value')).map(([tag, value]) => new Tagged(tag, value)),
  ),
}))

/** As cbor2 has it. */
const theirs = (value: CborValue): unknown => {
  if (value instanceof Tagged) return new Tag(value.tag, theirs(value.contents))
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, theirs(one)]))
  return Array.isArray(value) ? value.map(theirs) : value
}
const ours = (value: unknown): unknown => {
  if (value instanceof Tag) return new Tagged(Number(value.tag), ours(value.contents) as CborValue)
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, ours(one)]))
  if (value instanceof Uint8Array) return Uint8Array.from(value)
  return Array.isArray(value) ? value.map(ours) : value
}
const strictly = {
  preferMap: true,
  rejectDuplicateKeys: true,
  rejectStreaming: true,
  ignoreGlobalTags: true,
  tags: null,
} as const

describe('CBOR', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(anything, (value) => void expect(decode(encode(value))).toEqual(value)))
  })

  it('is written byte for byte as another implementation writes it deterministically', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const expected = theirEncode(theirs(value), { cde: true, ignoreOriginalEncoding: true })
        expect(Buffer.from(encode(value)).toString('hex')).toBe(Buffer.from(expected).toString('hex'))
      }),
    )
  })

  it('is read as another implementation reads it', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const bytes = Uint8Array.from(theirEncode(theirs(value), { cde: true, ignoreOriginalEncoding: true }))
        expect(decode(bytes)).toEqual(ours(theirDecode(bytes, strictly)))
      }),
    )
  })

  it('accepts of any bytes only what it would write itself, but for the order of keys', () => {
    const near = anything.map(encode).chain((bytes) =>
      fc.array(fc.tuple(fc.nat(bytes.length), fc.nat(255)), { maxLength: 3 }).map((changes) => {
        const changed = Uint8Array.from(bytes)
        for (const [at, byte] of changes) if (at < changed.length) changed[at] = byte
        return changed
      }),
    )
    fc.assert(
      fc.property(fc.oneof(near, fc.uint8Array({ maxLength: 60 })), (bytes) => {
        const flaw = flawOf(bytes)
        if (flaw === undefined) expect(encode(decode(bytes)).length).toBe(bytes.length)
        else expect(['malformed', 'duplicate-key']).toContain(flaw)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a reader', () => {
  it.each([
    ['nothing', ''],
    ['more than one item', '0000'],
    ['an item that ends early', '6261'],
    ['a number that is not in its shortest form', '1817'],
    ['a length that is not in its shortest form', '780161'],
    ['a number above what is exact', '1b0020000000000000'],
    ['a number below what is exact', '3b001fffffffffffff'],
    ['an open end', '9f01ff'],
    ['a fraction', 'f93c00'],
    ['undefined', 'f7'],
    ['a simple value that stands for nothing', 'f820'],
    ['text that is no UTF-8', '62c328'],
    ['half a surrogate', '63eda080'],
    ['a key that is a list', 'a18000'],
    ['a list that says it is enormous', '9b001fffffffffffff'],
    ['bytes that say they are enormous', '5affffffff'],
    ['a map that says it is enormous', 'bb001fffffffffffff'],
    ['what lies too deep', '81'.repeat(40)],
    ['tags in tags', 'c1'.repeat(40)],
  ])('refuses %s', (_what, bytes) => expect(flawOf(hex(bytes))).toBe('malformed'))

  it('names a key that is there twice', () => {
    expect(flawOf(hex('a201000100'))).toBe('duplicate-key')
    expect(flawOf(hex('a2616100616101'))).toBe('duplicate-key')
    expect(flawOf(hex('a20100613100'))).toBeUndefined()
  })
})

describe('a writer', () => {
  it('takes no number that would come back as another one', () => {
    for (const value of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => encode(value)).toThrow('not a whole number')
  })

  it('takes the bytes of a Buffer as bytes', () => {
    expect(encode(Buffer.from([1, 2]))).toEqual(hex('420102'))
  })
})

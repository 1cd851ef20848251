import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { Sign1 } from '@auth0/cose'
import { decode, encode, Tag } from 'cbor2'
import fc from 'fast-check'
import { importJWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { CodeClaims } from './credential/claims.ts'
import { timeOf } from './credential/opened.ts'
import { open, seal } from './cwt.ts'
import type { RotatingIssuerKeys } from './keys/port.ts'
import { openIssuerFile } from './keys/ring.ts'
import { publicKeySet } from './keys/trust-list.ts'

const at = new Date('2026-03-01T09:00:00Z')
const claims: CodeClaims = {
  issuer: 'https://diwan.example',
  issuedAt: at,
  validFrom: day('2026-03-01'),
  validUntil: day('2031-02-28'),
  document: 'driving-licence',
  number: 'DL-4471120',
  name: { ar: 'نورة بنت سعد آل مثال', en: 'Noura Saad Al Mithal' },
  birth: day('1990-05-17'),
  extra: { cls: 'B' },
  status: { uri: 'https://diwan.example/status/1', index: 481_516 },
}

let keys: RotatingIssuerKeys
let packed: Uint8Array
const newKeys = async () => openIssuerFile(await mkdtemp(join(tmpdir(), 'cwt-')))
beforeAll(async () => {
  keys = await newKeys()
  packed = await seal(keys, claims)
})

const flawOf = async (bytes: Uint8Array, trusted = keys.trusted(), when = at) => {
  const opened = await open(bytes, trusted, when)
  return opened.ok ? undefined : opened.error
}
const pack = (value: unknown) => new Uint8Array(deflateSync(encode(value)))
/** The four parts of the genuine message. */
const parts = (): [Uint8Array, Map<number, unknown>, Uint8Array, Uint8Array] => {
  const outer = decode<Tag>(new Uint8Array(inflateSync(packed)), { preferMap: true, ignoreGlobalTags: true })
  return (outer.contents as Tag).contents as ReturnType<typeof parts>
}
const message = (contents: unknown) => pack(new Tag(61, new Tag(18, contents)))

describe('a signed credential', () => {
  it('gives its claims back', async () => {
    expect(await open(packed, keys.trusted(), at)).toEqual({
      ok: true,
      value: { claims, keyId: keys.current().keyId },
    })
  })

  it('is small enough for a code that any phone reads', () => {
    expect(packed.length).toBeLessThan(370)
  })

  it('is verified by an implementation that is not ours', async () => {
    const key = publicKeySet(keys).keys[0]
    const sign1 = Sign1.decode(encode(new Tag(18, parts())))
    await expect(sign1.verify(await importJWK({ ...key }, 'EdDSA'))).resolves.toBeUndefined()
    const other = publicKeySet(await newKeys()).keys[0]
    await expect(sign1.verify(await importJWK({ ...other }, 'EdDSA'))).rejects.toThrow()
  })

  it('stays valid when the key is rotated, until that key is retired', async () => {
    const rotated = await newKeys()
    const old = await seal(rotated, claims)
    await rotated.rotate({ trustOldUntil: new Date('2027-01-01T00:00:00Z') })
    expect(await flawOf(old, rotated.trusted())).toBeUndefined()
    expect(await flawOf(old, rotated.trusted(), new Date('2027-01-02T00:00:00Z'))).toBe('retired-key')
  })
})

describe('what is not ours is named', () => {
  it('a changed claim, packed anew', async () => {
    const [guarded, open, payload, signature] = parts()
    const changed = payload.slice()
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    expect(await flawOf(message([guarded, open, changed, signature]))).toBe('tampered')
  })

  it('a changed byte on the way', async () => {
    const changed = packed.slice()
    changed[200] = (changed[200] ?? 0) ^ 0x10
    expect(await flawOf(changed)).toBe('damaged')
  })

  it('half of it', async () => expect(await flawOf(packed.slice(0, 150))).toBe('truncated'))

  it('the key of somebody else', async () =>
    expect(await flawOf(await seal(await newKeys(), claims))).toBe('unknown-key'))

  it('another algorithm, or none, under our key', async () => {
    const [guarded, open, payload, signature] = parts()
    for (const alg of [-7, 0, undefined]) {
      const headers = decode<Map<number, unknown>>(guarded, { preferMap: true })
      if (alg === undefined) headers.delete(1)
      else headers.set(1, alg)
      expect(await flawOf(message([encode(headers), open, payload, signature]))).toBe('wrong-algorithm')
    }
  })

  it('a bomb, and what no code can hold', async () => {
    expect(await flawOf(new Uint8Array(deflateSync(new Uint8Array(2_000_000))))).toBe('too-long')
    expect(await flawOf(randomBytes(5000))).toBe('too-long')
  })

  it('a key twice in the headers', async () => {
    const [, open, payload, signature] = parts()
    const twice = Uint8Array.from([0xa2, 0x01, 0x27, 0x01, 0x27])
    expect(await flawOf(message([twice, open, payload, signature]))).toBe('duplicate-key')
  })

  it('a key twice in what was signed, so that two readers could read two things', async () => {
    const [guarded, open, payload] = parts()
    // One pair more, the number once again, behind the claims.
    const twice = Uint8Array.from([(payload[0] ?? 0) + 1, ...payload.slice(1), 0x01, 0x61, 0x78])
    const { keyId } = keys.current()
    const toSign = encode(['Signature1', guarded, new Uint8Array(0), twice])
    expect(await flawOf(message([guarded, open, twice, await keys.sign(keyId, toSign)]))).toBe(
      'duplicate-key',
    )
  })

  it('a key of ours that does not sign such documents', async () => {
    const only = (documents: readonly string[]) => keys.trusted().map((one) => ({ ...one, documents }))
    expect(await flawOf(packed, only(['visa']))).toBe('wrong-key')
    expect(await flawOf(packed, only(['visa', 'driving-licence']))).toBeUndefined()
  })

  it('a signed map that is no document', async () => {
    const guarded = encode(
      new Map<number, unknown>([
        [1, -8],
        [4, keys.current().keyId],
      ]),
    )
    for (const payload of [encode(new Map([[1, 'https://diwan.example']])), encode('x'), new Uint8Array(0)]) {
      const signature = await keys.sign(
        keys.current().keyId,
        encode(['Signature1', guarded, new Uint8Array(0), payload]),
      )
      expect(await flawOf(message([guarded, new Map(), payload, signature]))).toBe('malformed')
    }
  })
})

describe('the reader never throws', () => {
  it('on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 600 }),
        async (it) => !(await open(it, keys.trusted(), at)).ok,
      ),
    )
  })

  it('on any bytes, packed', async () => {
    const bytes = fc.uint8Array({ maxLength: 600 }).map((it) => new Uint8Array(deflateSync(it)))
    await fc.assert(fc.asyncProperty(bytes, async (it) => !(await open(it, keys.trusted(), at)).ok))
  })

  it('on any message around our key', async () => {
    const value = fc.oneof(fc.anything({ maxDepth: 2 }), fc.uint8Array())
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 5 }), value, async (contents, header) => {
        const guarded = encode(
          new Map<unknown, unknown>([
            [1, -8],
            [4, keys.current().keyId],
            [5, quietly(header)],
          ]),
        )
        return !(await open(message([guarded, ...contents.map(quietly)]), keys.trusted(), at)).ok
      }),
    )
  })

  it('on nesting without end', async () => {
    expect(await flawOf(new Uint8Array(deflateSync(new Uint8Array(16_000).fill(0x81))))).toBe('malformed')
    expect(await flawOf(new Uint8Array(deflateSync(new Uint8Array(16_000).fill(0xd2))))).toBe('malformed')
  })

  it('on a genuine one with any byte changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const changed = packed.slice()
        changed[place] = (changed[place] ?? 0) ^ change
        const opened = await open(changed, keys.trusted(), at)
        // A few bits of the packing say nothing about the content.
        if (opened.ok) expect(opened.value.claims).toEqual(claims)
      }),
    )
  })
})

/** What the encoder cannot write becomes null. */
function quietly(value: unknown): unknown {
  try {
    encode(value)
    return value
  } catch {
    return null
  }
}

describe('its time', () => {
  it.each([
    ['2026-02-28T20:59:59Z', 'too-early'],
    ['2026-02-28T21:00:00Z', 'in-time'],
    ['2031-02-28T20:59:59Z', 'in-time'],
    ['2031-02-28T21:00:00Z', 'expired'],
  ])('at %s, by the clock of Riyadh, is %s', (when, expected) => {
    expect(timeOf(claims, new Date(when))).toBe(expected)
  })
})

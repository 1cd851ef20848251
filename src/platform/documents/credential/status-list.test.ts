import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { testKeys } from '#tests/support/issuer-keys.ts'
import { type DraftList, signStatusList } from '#tests/support/status-list.ts'
import { inflateStream } from './inflate.ts'
import { readStatusList, standingIn, takeStatusList } from './status-list.ts'
import { checkWithSubtle } from './subtle.ts'

const uri = 'https://diwan.example/status/1'
const issuedAt = new Date('2026-03-01T09:00:00Z')
const at = new Date('2026-03-01T10:00:00Z')
const keys = testKeys()
const reader = { trusted: keys.trusted(), check: checkWithSubtle, inflate: inflateStream }
const draft: DraftList = { uri, issuedAt, values: { 0: 1, 5: 2, 6: 3, 999: 1 } }
let token: Uint8Array
beforeAll(async () => {
  token = await signStatusList(keys, draft)
})

const flawOf = async (bytes: Uint8Array, with_: Partial<typeof reader> = {}, when = at) => {
  const list = await takeStatusList(bytes, uri, undefined, { ...reader, ...with_ }, when)
  return list.ok ? undefined : list.error
}
const flawOfDraft = async (change: Partial<DraftList>, when = at) =>
  flawOf(await signStatusList(keys, { ...draft, ...change }), {}, when)

describe('a status list', () => {
  it('says of each place what stands, in two bits with the lowest first', async () => {
    const list = await readStatusList(token, uri, reader, at)
    if (!list.ok) throw new Error(list.error)
    expect(list.value).toMatchObject({
      uri,
      issuedAt,
      freshUntil: new Date('2026-03-01T21:00:00Z'),
      expiresAt: new Date('2026-03-08T09:00:00Z'),
      bits: 2,
    })
    const standing = (place: number) => standingIn(list.value, place)
    expect([0, 1, 4, 5, 6, 998, 999].map(standing)).toEqual([
      'ended',
      'good',
      'good',
      'suspended',
      'other',
      'good',
      'ended',
    ])
    for (const beyond of [1000, 1e9, -1, 0.5, Number.NaN]) expect(standing(beyond)).toBeUndefined()
  })

  it('may have other widths, as the standard has them', async () => {
    for (const bits of [1, 4, 8]) {
      const list = await readStatusList(
        await signStatusList(keys, { ...draft, bits, values: { 9: 1 } }),
        uri,
        reader,
        at,
      )
      if (!list.ok) throw new Error(list.error)
      expect([8, 9, 10].map((place) => standingIn(list.value, place))).toEqual(['good', 'ended', 'good'])
    }
  })

  it('may be signed with ES256', async () => {
    expect(await flawOfDraft({ signedWith: 'ES256' })).toBeUndefined()
  })
})

describe('a list that is not to be taken is named', () => {
  it('older than the one that is held; the same one is no step back', async () => {
    const take = (held: Date) => takeStatusList(token, uri, { issuedAt: held }, reader, at)
    expect(await take(new Date('2026-03-01T09:00:01Z'))).toEqual({ ok: false, error: 'older' })
    expect((await take(issuedAt)).ok).toBe(true)
  })

  it('past its end, or from the future', async () => {
    expect(await flawOf(token, {}, new Date('2026-03-08T08:59:59Z'))).toBeUndefined()
    expect(await flawOf(token, {}, new Date('2026-03-08T09:00:00Z'))).toBe('expired')
    expect(await flawOf(token, {}, new Date('2026-03-01T08:58:00Z'))).toBeUndefined()
    expect(await flawOf(token, {}, new Date('2026-03-01T08:57:59Z'))).toBe('from-the-future')
    // One that is held is read all the same: its end is judged when it is used.
    expect((await readStatusList(token, uri, reader, new Date('2027-01-01T00:00:00Z'))).ok).toBe(true)
  })

  it('of another address', async () => {
    expect(await flawOfDraft({ uri: 'https://diwan.example/status/2' })).toBe('other-list')
  })

  it('signed by a key that we do not have, have no more, or have for something else', async () => {
    expect(await flawOf(token, { trusted: testKeys().trusted() })).toBe('unknown-key')
    expect(await flawOf(token, { trusted: [] })).toBe('unknown-key')
    const changed = (change: object) => ({ trusted: keys.trusted().map((one) => ({ ...one, ...change })) })
    expect(await flawOf(token, changed({ notAfter: '2026-03-01T09:59:59Z' }))).toBe('retired-key')
    expect(await flawOf(token, changed({ documents: ['driving-licence'] }))).toBe('wrong-key')
    const [first, second] = keys.trusted()
    if (!first || !second) throw new Error('keys')
    expect(await flawOf(token, { trusted: [{ ...second, keyId: first.keyId }] })).toBe('wrong-algorithm')
    expect(await flawOfDraft({ alg: -7 })).toBe('wrong-algorithm')
  })

  it('changed, in any byte of it', async () => {
    expect(await flawOf(token)).toBeUndefined()
    for (let place = 0; place < token.length; place += 3) {
      const changed = Uint8Array.from(token)
      changed[place] = (changed[place] ?? 0) ^ 0x10
      expect(await flawOf(changed), `byte ${place}`).toBeDefined()
    }
    const last = Uint8Array.from(token)
    last[token.length - 1] = (last[token.length - 1] ?? 0) ^ 1
    expect(await flawOf(last)).toBe('tampered')
  })

  it('bombed, cut off or damaged inside, though it is signed', async () => {
    const bomb = new Uint8Array(deflateSync(new Uint8Array(20_000_000), { level: 9 }))
    expect(await flawOfDraft({ packed: bomb })).toBe('too-long')
    expect(await flawOf(new Uint8Array(3_000_000))).toBe('too-long')
    const whole = new Uint8Array(deflateSync(randomBytes(900)))
    expect(await flawOfDraft({ packed: whole.subarray(0, 500) })).toBe('truncated')
    expect(await flawOfDraft({ packed: new Uint8Array(40).fill(7) })).toBe('damaged')
  })

  it('of another kind, or without what it must say', async () => {
    expect(await flawOfDraft({ type: 'application/cwt' })).toBe('wrong-type')
    expect(await flawOfDraft({ bits: 3 })).toBe('malformed')
    for (const key of [4, 6, 65533, 65534])
      expect(await flawOfDraft({ change: (claims) => claims.delete(key) })).toBe('malformed')
    expect(await flawOfDraft({ change: (claims) => claims.set(4, 'soon') })).toBe('malformed')
    expect(await flawOfDraft({ change: (claims) => claims.set(6, 1e300) })).toBe('malformed')
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('{}'), token.subarray(0, 50)])
      expect(await flawOf(bytes)).toBe('malformed')
  })

  it('whatever it is, without an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
        expect((await readStatusList(bytes, uri, reader, at)).ok).toBe(false)
      }),
    )
  })
})

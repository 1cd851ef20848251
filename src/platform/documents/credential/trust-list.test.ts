import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compactVerify, importJWK, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '#kernel/clock.ts'
import { readConfig } from '#platform/config.ts'
import { testKeys } from '#tests/support/issuer-keys.ts'
import type { IssuerKeys, RotatingIssuerKeys } from '../keys/port.ts'
import { openIssuerFile } from '../keys/ring.ts'
import { trustList, trustRoot } from '../keys/trust-list.ts'
import { type TrustRoot, trustRootOf } from './signed-by-root.ts'
import { checkWithSubtle } from './subtle.ts'
import { readTrustList } from './trust-list.ts'

const clock = fixedClock('2026-03-01T09:00:00Z')
const config = readConfig({ DIWAN_ORIGIN: 'https://diwan.example' })
const listOf = (issuers: IssuerKeys, origin = config.origin) =>
  trustList({ clock, issuers, config: { ...config, origin } })
let keys: RotatingIssuerKeys
let root: TrustRoot
let jws: string
beforeAll(async () => {
  keys = await openIssuerFile(await mkdtemp(join(tmpdir(), 'trust-')))
  root = rootOf(keys)
  jws = await listOf(keys)
})

function rootOf(of: IssuerKeys): TrustRoot {
  const found = trustRootOf(JSON.parse(JSON.stringify(trustRoot(of))))
  if (!found) throw new Error('no root')
  return found
}
const flawOf = async (text: string, with_: TrustRoot = root, held?: { issuer: string; version: number }) => {
  const list = await readTrustList(text, with_, held, checkWithSubtle)
  return list.ok ? undefined : list.error
}
/** A list that the root signed, though it is not such as it signs. */
async function signed(body: object | string, head: object = {}): Promise<string> {
  const part = (it: object | string) =>
    Buffer.from(typeof it === 'string' ? it : JSON.stringify(it)).toString('base64url')
  const text = `${part({ typ: 'trust-list+jwt', alg: 'EdDSA', kid: root.kid, ...head })}.${part(body)}`
  const signature = await keys.root.sign(new TextEncoder().encode(text))
  return `${text}.${Buffer.from(signature).toString('base64url')}`
}
const body = (): { keys: Record<string, unknown>[] } & Record<string, unknown> =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString())

describe('the list of issuer keys', () => {
  it('gives the keys that the server trusts, as an independent reader finds them', async () => {
    const list = await readTrustList(jws, root, undefined, checkWithSubtle)
    expect(list).toEqual({
      ok: true,
      value: { issuer: 'https://diwan.example', version: 1, issuedAt: clock.now(), keys: keys.trusted() },
    })
    const { payload } = await compactVerify(jws, await importJWK(trustRoot(keys), 'EdDSA'))
    expect(JSON.parse(new TextDecoder().decode(payload)).version).toBe(1)
  })

  it('follows a rotation, and goes no step back', async () => {
    const ring = await openIssuerFile(await mkdtemp(join(tmpdir(), 'trust-')))
    const before = await listOf(ring)
    await ring.rotate({ trustOldUntil: new Date('2027-01-01T00:00:00Z') })
    const after = await readTrustList(await listOf(ring), rootOf(ring), undefined, checkWithSubtle)
    if (!after.ok) throw new Error(after.error)
    expect(after.value).toMatchObject({ version: 2, keys: ring.trusted() })
    expect(await flawOf(before, rootOf(ring), after.value)).toBe('version-down')
    expect(await flawOf(await listOf(ring), rootOf(ring), after.value)).toBeUndefined()
  })

  it('may keep a key to certain documents', async () => {
    const narrowed = { ...body(), keys: body().keys.map((key) => ({ ...key, documents: ['visa'] })) }
    const list = await readTrustList(await signed(narrowed), root, undefined, checkWithSubtle)
    expect(list.ok && list.value.keys[0]?.documents).toEqual(['visa'])
  })
})

describe('a list that is not to be taken is named', () => {
  it('another root’s, whatever it says', async () => {
    const other = testKeys()
    expect(await flawOf(await listOf(other))).toBe('other-root')
    // Its name alone does not make it the root.
    const posing = await new SignJWT(body())
      .setProtectedHeader({ typ: 'trust-list+jwt', alg: 'EdDSA', kid: root.kid })
      .sign(await crypto.subtle.generateKey('Ed25519', false, ['sign']).then((pair) => pair.privateKey))
    expect(await flawOf(posing)).toBe('tampered')
  })

  it('changed after it was signed', async () => {
    const [head = '', , tail = ''] = jws.split('.')
    const changed = Buffer.from(JSON.stringify({ ...body(), version: 9 })).toString('base64url')
    expect(await flawOf(`${head}.${changed}.${tail}`)).toBe('tampered')
    expect(await flawOf(jws.slice(0, -8))).toBe('tampered')
  })

  it('another issuer’s', async () => {
    const held = { issuer: 'https://diwan.example', version: 1 }
    expect(await flawOf(await listOf(keys, 'https://else.example'), root, held)).toBe('other-issuer')
  })

  it('of another kind', async () => {
    expect(await flawOf(await signed(body(), { typ: 'JWT' }))).toBe('wrong-type')
    expect(await flawOf(await signed(body(), { alg: 'none' }))).toBe('wrong-algorithm')
    expect(await flawOf(await signed(body(), { crit: ['x'] }))).toBe('wrong-algorithm')
    expect(await flawOf('A'.repeat(200_000))).toBe('too-long')
  })

  it.each(['', 'a.b', 'a.b.c', '..', '{}', 'ÿ.ÿ.ÿ', 'e30.e30.e30.e30'])(
    'no list at all: %j',
    async (text) => {
      expect(await flawOf(text)).toBe('malformed')
    },
  )

  it('without what it must say', async () => {
    const [first] = body().keys
    for (const change of [
      { version: '1' },
      { version: -1 },
      { iat: undefined },
      { iss: 1 },
      { keys: {} },
      { keys: [{ ...first, alg: 'RS256' }] },
      { keys: [{ ...first, alg: 'ES256' }] },
      { keys: [{ ...first, kid: 'AAAA' }] },
      { keys: [{ ...first, notAfter: 'soon' }] },
      { keys: [{ ...first, documents: 'visa' }] },
      { keys: [{ ...first, jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' } }] },
    ])
      expect(await flawOf(await signed({ ...body(), ...change })), JSON.stringify(change)).toBe('malformed')
    expect(await flawOf(await signed('[]'))).toBe('malformed')
    expect(await flawOf(await signed('not json'))).toBe('malformed')
  })

  it('has no root in any other kind of key', () => {
    for (const jwk of [
      null,
      'x',
      {},
      { kty: 'EC', crv: 'P-256', x: 'AA', kid: 'k' },
      { ...trustRoot(keys), kid: 1 },
    ])
      expect(trustRootOf(jwk)).toBeUndefined()
  })
})

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { testKeys } from '#tests/support/issuer-keys.ts'
import type { RotatingIssuerKeys } from '../keys/port.ts'
import { openIssuerFile } from '../keys/ring.ts'
import { publishedRoot, successionOf, trustRoot } from '../keys/trust-list.ts'
import { type TrustRoot, trustRootOf } from './signed-by-root.ts'
import { checkWithSubtle } from './subtle.ts'
import { followRoot } from './succession.ts'

const at = new Date('2026-11-28T09:00:00Z')
const rootOf = (of: Pick<RotatingIssuerKeys, 'root'>): TrustRoot => {
  const found = trustRootOf(trustRoot(of))
  if (!found) throw new Error('no root')
  return found
}
const follow = (kept: TrustRoot, published: unknown) => followRoot(kept, published, checkWithSubtle)

/** The roots of a ring that was renewed twice, oldest first. */
const roots: TrustRoot[] = []
let ring: RotatingIssuerKeys
let said: readonly string[]
beforeAll(async () => {
  ring = await openIssuerFile(await mkdtemp(join(tmpdir(), 'root-')))
  roots.push(rootOf(ring))
  for (let times = 0; times < 2; times++) {
    await ring.renewRoot({ at })
    roots.push(rootOf(ring))
  }
  said = ring.succession()
})

describe('the root that stands today', () => {
  it('is found from each that stood before, and from itself', async () => {
    expect(new Set(roots.map(({ kid }) => kid)).size).toBe(3)
    for (const kept of roots) expect(await follow(kept, publishedRoot(ring))).toEqual(roots[2])
  })

  it('is found by nobody who kept another', async () => {
    const strange = rootOf(testKeys())
    expect(await follow(strange, publishedRoot(ring))).toEqual(strange)
  })

  it('is not the one that a stranger names, nor one that is named under a wrong kind of word', async () => {
    const [first] = roots
    if (!first) throw new Error('no root')
    const stranger = testKeys()
    const posing = {
      ...stranger.root,
      // Its own signature under the name of the root that is kept.
      publicKey: first.publicKey,
    }
    const forged = await successionOf(posing, testKeys().root, at)
    expect(await follow(first, { succession: [forged] })).toEqual(first)
    const [word = ''] = said
    const [head = '', body = '', tail = ''] = word.split('.')
    const other = Buffer.from(JSON.stringify({ iat: 1, root: trustRoot(stranger) })).toString('base64url')
    expect(await follow(first, { succession: [`${head}.${other}.${tail}`] })).toEqual(first)
    const list = Buffer.from(JSON.stringify({ typ: 'trust-list+jwt', alg: 'EdDSA', kid: first.kid }))
    expect(await follow(first, { succession: [`${list.toString('base64url')}.${body}.${tail}`] })).toEqual(
      first,
    )
  })

  it('is not reached over a gap: what is missing in between is nobody’s word', async () => {
    const [first, , last] = roots
    if (!first) throw new Error('no root')
    expect(await follow(first, { succession: said.slice(1) })).toEqual(first)
    expect(await follow(first, { succession: [...said].reverse() })).toEqual(roots[1])
    expect(await follow(first, { succession: ['', 'x.y.z', ...said] })).toEqual(last)
  })

  it('stays the one that is kept, whatever the answer is', async () => {
    const [first] = roots
    if (!first) throw new Error('no root')
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.array(fc.string()), async (anything, texts) => {
        for (const published of [anything, { succession: anything }, { succession: texts }])
          expect(await follow(first, published)).toEqual(first)
      }),
    )
  })
})

import { createHash } from 'node:crypto'
import fastify from 'fastify'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { newToken } from '#platform/database/ids.ts'
import { newNonce } from '#platform/openid4vc/once.ts'
import { askWallet, standingOf } from '#platform/openid4vc/presentation.ts'
import { openRequestKey } from '#platform/openid4vc/request-key.ts'
import { testPlatform } from '#tests/support/database.ts'
import { openid4vcChannel } from './channel.ts'

const test = await testPlatform()
const { platform, db, clock } = test
const app = fastify()
await app.register(openid4vcChannel(platform))

const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
const open = await exportJWK(publicKey)
const whole = await exportJWK(privateKey)
const edwards = await exportJWK((await generateKeyPair('Ed25519')).publicKey)
const point = 'A'.repeat(43)

/** Keys that somebody may write into a header, none of which a proof can be verified with. */
const strange: Readonly<Record<string, unknown>> = {
  'off its curve': { ...open, x: point, y: point },
  'with short coordinates': { ...open, x: 'AA', y: 'AA' },
  'with empty coordinates': { ...open, x: '', y: '' },
  'with numbers': { ...open, x: 1, y: 2 },
  'without a coordinate': { ...open, y: undefined },
  'of another curve': { ...open, crv: 'P-384' },
  'of no curve': { ...open, crv: 'P-0' },
  'of another kind': edwards,
  'with its secret': whole,
  'with a secret that is none': { ...open, d: 'AA' },
  'with uses that are none': { ...open, key_ops: ['sign', 'sign'] },
  'with uses that are no list': { ...open, key_ops: 1 },
  'that is a secret': { kty: 'oct', k: point },
  'that is a text': 'key',
  absent: undefined,
}

/** What a wallet signs, with whatever stands in its header. */
const signed = (typ: string, claims: Readonly<Record<string, unknown>>, jwk: unknown) =>
  new SignJWT({ ...claims })
    // A stranger's header holds what it likes.
    .setProtectedHeader({ typ, alg: 'ES256', jwk } as never)
    .setIssuedAt(clock.now())
    .sign(privateKey)
const at = (path: string) => `${platform.config.origin}/credentials/${path}`
const jtis = { n: 0 }
const dpop = (path: string, jwk: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  signed('dpop+jwt', { htm: 'POST', htu: at(path), jti: `a-proof-${jtis.n++}`, ...more }, jwk)

async function askToken(proof: string) {
  const answer = await app.inject({
    method: 'POST',
    url: '/credentials/token',
    remoteAddress: `198.51.100.${jtis.n}`,
    headers: { dpop: proof, 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'grant_type=x',
  })
  return [answer.statusCode, answer.json().error]
}
async function askCredential(proof: string) {
  const token = newToken()
  const ath = createHash('sha256').update(token).digest('base64url')
  const answer = await app.inject({
    method: 'POST',
    url: '/credentials/credential',
    remoteAddress: `198.51.100.${jtis.n}`,
    headers: { authorization: `DPoP ${token}`, dpop: await dpop('credential', open, { ath }) },
    payload: { credential_configuration_id: 'driving-licence', proofs: { jwt: [proof] } },
  })
  return [answer.statusCode, answer.json().error]
}

describe('whatever a stranger sends', () => {
  it.each(Object.entries(strange))('a key %s is a proof that does not count', async (_, jwk) => {
    expect(await askToken(await dpop('token', jwk))).toEqual([400, 'invalid_dpop_proof'])
    const claims = { aud: at('').slice(0, -1), nonce: await newNonce(db, clock.now()) }
    const proof = await signed('openid4vci-proof+jwt', claims, jwk)
    expect(await askCredential(proof)).toEqual([400, 'invalid_proof'])
  })

  it('is told from a proof that counts', async () => {
    expect(await askToken(await dpop('token', open))).toEqual([400, 'unsupported_grant_type'])
    const claims = { aud: at('').slice(0, -1), nonce: await newNonce(db, clock.now()) }
    const proof = await signed('openid4vci-proof+jwt', claims, open)
    expect(await askCredential(proof)).toEqual([401, 'invalid_token'])
  })

  it('may hold characters that no database keeps', async () => {
    expect(await askToken(await dpop('token', open, { jti: 'nothing-\u0000' }))).toEqual([
      400,
      'invalid_dpop_proof',
    ])
    const proof = await signed('openid4vci-proof+jwt', { aud: at('').slice(0, -1), nonce: '\u0000' }, open)
    expect(await askCredential(proof)).toEqual([400, 'invalid_nonce'])
    const key = await openRequestKey(platform.config, clock.now())
    const asked = await askWallet(platform, key, 'hospital', {
      document: 'driving-licence',
      claims: ['name'],
      purpose: { ar: 'استئجار سيارة', en: 'Renting a car' },
    })
    if (!asked.ok) throw new Error(asked.error.code)
    const refused = await app.inject({
      method: 'POST',
      url: `/credentials/requests/${asked.value.id}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'error=no%00thing',
    })
    expect(refused.statusCode).toBe(200)
    expect(await standingOf(platform, 'hospital', asked.value.id)).toEqual({
      state: 'refused',
      reason: 'no?thing',
    })
  })
})

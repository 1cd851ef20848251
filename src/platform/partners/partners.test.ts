import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { registerClient, removeClient } from './client.ts'
import { grantToken, partnerOf } from './token.ts'

const audience = 'https://portal.test/partners/oauth/token'
let at: TestPlatform
let keys: Awaited<ReturnType<typeof generateKeyPair>>

beforeAll(async () => {
  at = await testPlatform()
  keys = await generateKeyPair('EdDSA', { extractable: true })
  for (const clientId of ['bank', 'gone'])
    await registerClient(at.db, {
      clientId,
      name: { ar: 'مصرف', en: 'A bank' },
      jwks: { keys: [await exportJWK(keys.publicKey)] },
      scopes: ['activations:write'],
    })
})

const seconds = () => Math.floor(at.clock.now().getTime() / 1000)

const assertion = (claims: Record<string, unknown> = {}, key = keys.privateKey) =>
  new SignJWT({ iss: 'bank', sub: 'bank', aud: audience, exp: seconds() + 60, jti: randomUUID(), ...claims })
    .setProtectedHeader({ alg: 'EdDSA' })
    .sign(key)

const ask = async (form: Record<string, unknown> = {}) =>
  grantToken(
    at.platform,
    {
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion(),
      ...form,
    },
    audience,
  )

describe('an access token', () => {
  it('makes its holder a partner with its scopes, for ten minutes', async () => {
    const granted = await ask()
    if (!granted.ok) throw new Error(granted.error.error_description)
    expect(granted.value).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'activations:write' })
    const who = () => partnerOf(at.platform, granted.value.access_token)
    expect(await who()).toEqual({ kind: 'partner', client: 'bank', scopes: ['activations:write'] })
    expect(JSON.stringify(await at.db.selectFrom('partner_token').selectAll().execute())).not.toContain(
      granted.value.access_token,
    )
    at.clock.advance({ minutes: 10 })
    expect(await who()).toBeUndefined()
    expect(await partnerOf(at.platform, 'made up')).toBeUndefined()
  })

  it('is worth nothing once its client is removed', async () => {
    const granted = await ask({ client_assertion: await assertion({ iss: 'gone', sub: 'gone' }) })
    await removeClient(at.db, 'gone')
    expect(granted.ok && (await partnerOf(at.platform, granted.value.access_token))).toBeUndefined()
    const again = await ask({ client_assertion: await assertion({ iss: 'gone', sub: 'gone' }) })
    expect(again).toMatchObject({ ok: false, error: { error: 'invalid_client' } })
  })
})

describe('a token is refused', () => {
  it('for an assertion that was used before', async () => {
    const once = await assertion()
    expect((await ask({ client_assertion: once })).ok).toBe(true)
    expect(await ask({ client_assertion: once })).toMatchObject({
      error: { error: 'invalid_client', error_description: 'this jti was used before' },
    })
  })

  it('for an assertion that is forged, for somebody else, over, endless or without jti', async () => {
    const stranger = await generateKeyPair('EdDSA')
    for (const wrong of [
      await assertion({}, stranger.privateKey),
      await assertion({ aud: 'https://elsewhere.test' }),
      await assertion({ exp: seconds() - 60 }),
      await assertion({ exp: seconds() + 3600 }),
      await assertion({ jti: undefined }),
      await assertion({ iss: 'nobody', sub: 'nobody' }),
      await assertion({ sub: 'somebody-else' }),
      'not.a.jwt',
    ])
      expect(await ask({ client_assertion: wrong })).toMatchObject({ error: { error: 'invalid_client' } })
  })

  it('for a scope that is not the client’s, and for what is no such request', async () => {
    expect(await ask({ scope: 'violations:write' })).toMatchObject({ error: { error: 'invalid_scope' } })
    expect(await ask({ grant_type: 'password' })).toMatchObject({
      error: { error: 'unsupported_grant_type' },
    })
    expect(await ask({ client_assertion_type: 'x' })).toMatchObject({ error: { error: 'invalid_request' } })
    expect(await ask({ client_assertion: undefined })).toMatchObject({ error: { error: 'invalid_request' } })
  })
})

it('a client is registered with public keys only', async () => {
  const client = { clientId: 'careless', name: { ar: 'س', en: 'x' }, scopes: [] }
  await expect(
    registerClient(at.db, { ...client, jwks: { keys: [await exportJWK(keys.privateKey)] } }),
  ).rejects.toThrow('private')
})

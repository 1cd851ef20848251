import { createHash, randomUUID } from 'node:crypto'
import { base64url, exportJWK, SignJWT } from 'jose'
import * as openid from 'openid-client'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { removeSite } from '#platform/oidc/site.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { aPerson } from '#tests/support/people.ts'
import { aBrowser, aListeningPortal, aSite, signInAt, type TestSite } from '#tests/support/site.ts'

const portal = await aListeningPortal()
let person: PersonNumber
let clinic: TestSite
let browser: Awaited<ReturnType<typeof aBrowser>>

beforeAll(async () => {
  person = await aPerson(portal.db)
  await anAccount(portal.platform, person)
  clinic = await aSite(portal, { clientId: 'clinic' })
  browser = await aBrowser(portal, person)
  await signInAt(clinic, browser)
})

afterEach(() => void vi.useRealTimers())

/** A sign-in up to the code, with nothing exchanged yet. */
async function aCode() {
  const way = await clinic.begin()
  const { url } = await browser.open(way.url)
  return { ...way, landed: url, code: new URL(url).searchParams.get('code') ?? '' }
}

const assertion = (claims: Record<string, unknown> = {}, key = clinic.key.privateKey) => {
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ jti: randomUUID(), ...claims })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer('clinic')
    .setSubject('clinic')
    .setAudience(portal.origin)
    .setIssuedAt(now)
    .setExpirationTime(now + 60)
    .sign(key)
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** A proof of possession written by hand (RFC 9449). */
async function proof(url: string, keys: CryptoKeyPair = clinic.dpop, extra: Record<string, unknown> = {}) {
  const jwk = await exportJWK(keys.publicKey)
  return new SignJWT({
    jti: randomUUID(),
    htm: 'POST',
    htu: url,
    iat: Math.floor(Date.now() / 1000),
    ...extra,
  })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk })
    .sign(keys.privateKey)
}

async function post(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  const answer = await fetch(portal.origin + path, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  })
  // An OAuth answer is a JSON object.
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const token = `${portal.origin}/oidc/token`

async function exchange(
  { code, verifier }: { readonly code: string; readonly verifier: string },
  { form = {}, dpop }: { form?: Record<string, string>; dpop?: string | null } = {},
) {
  const header = dpop === null ? undefined : (dpop ?? (await proof(token)))
  return post(
    '/oidc/token',
    {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: clinic.redirectUri,
      client_assertion_type: assertionType,
      client_assertion: await assertion(),
      ...form,
    },
    header === undefined ? {} : { dpop: header },
  )
}

describe('a request is refused', () => {
  const plain = {
    client_id: 'clinic',
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'a'.repeat(43),
    code_challenge_method: 'S256',
  }
  const push = async (form: Record<string, string>) =>
    post('/oidc/par', { ...form, client_assertion_type: assertionType, client_assertion: await assertion() })

  it('that was not pushed', async () => {
    const query = new URLSearchParams({ ...plain, redirect_uri: clinic.redirectUri })
    const page = await browser.open(`/oidc/authorize?${query}`)
    expect(page.url).not.toContain('code=')
    expect(page.url + page.body).toMatch(/invalid_request/)
  })

  it('without PKCE, or with the plain kind', async () => {
    const { code_challenge: _left, code_challenge_method: _out, ...without } = plain
    for (const form of [without, { ...plain, code_challenge_method: 'plain' }])
      expect(await push({ ...form, redirect_uri: clinic.redirectUri })).toMatchObject({
        status: 400,
        body: { error: 'invalid_request' },
      })
  })

  it('that leads elsewhere, if only by a letter', async () => {
    for (const uri of [
      `${clinic.redirectUri}/`,
      `${clinic.redirectUri}?x=1`,
      'https://elsewhere.test/callback',
    ])
      expect(await push({ ...plain, redirect_uri: uri })).toMatchObject({ status: 400 })
  })

  it('for what the site is not registered for', async () => {
    expect(await push({ ...plain, redirect_uri: clinic.redirectUri, scope: 'openid person' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_scope' },
    })
    expect(
      await push({ ...plain, redirect_uri: clinic.redirectUri, response_type: 'code id_token' }),
    ).toMatchObject({ status: 400 })
  })

  it('of a site that is not who it says, or says it twice', async () => {
    const stranger = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign'])
    // WebCrypto answers a pair for an algorithm of two keys.
    const wrong = await assertion({}, (stranger as CryptoKeyPair).privateKey)
    const ask = (client_assertion: string) =>
      post('/oidc/par', {
        ...plain,
        redirect_uri: clinic.redirectUri,
        client_assertion_type: assertionType,
        client_assertion,
      })
    expect(await ask(wrong)).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
    const once = await assertion()
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(once)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  it('of a site that was removed', async () => {
    const gone = await aSite(portal, { clientId: 'gone' })
    const held = await signInAt(gone, browser)
    await removeSite(portal.db, 'gone')
    await expect(gone.begin()).rejects.toThrow()
    await expect(gone.userInfo(held.accessToken, held.claims.sub)).rejects.toThrow()
  })
})

describe('a code is worth nothing', () => {
  it('without proof of possession', async () => {
    expect(await exchange(await aCode(), { dpop: null })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
  })

  it('with the proof of another key than it was asked for with', async () => {
    const other = await openid.randomDPoPKeyPair('ES256', { extractable: true })
    expect(await exchange(await aCode(), { dpop: await proof(token, other) })).toMatchObject({ status: 400 })
  })

  it.each([
    ['for another address', `${portal.origin}/oidc/userinfo`, 0, 'invalid_dpop_proof'],
    ['of an hour ago', token, 3600, 'use_dpop_nonce'],
  ])('with a proof %s', async (_title, url, age, error) => {
    const wrong = await proof(url, clinic.dpop, { iat: Math.floor(Date.now() / 1000) - age })
    expect(await exchange(await aCode(), { dpop: wrong })).toMatchObject({ status: 400, body: { error } })
  })

  it('with another verifier, another address, or from another site', async () => {
    expect(await exchange({ ...(await aCode()), verifier: 'b'.repeat(43) })).toMatchObject({ status: 400 })
    expect(await exchange(await aCode(), { form: { redirect_uri: `${clinic.home}/other` } })).toMatchObject({
      status: 400,
    })
    const school = await aSite(portal, { clientId: 'school' })
    const { verifier, landed } = await aCode()
    const params = { code: new URL(landed).searchParams.get('code') ?? '', code_verifier: verifier }
    await expect(
      openid.genericGrantRequest(
        school.config,
        'authorization_code',
        { ...params, redirect_uri: clinic.redirectUri },
        { DPoP: openid.getDPoPHandle(school.config, school.dpop) },
      ),
    ).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('after a minute', async () => {
    const made = await aCode()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
    expect(await exchange(made)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  it('the second time, and takes back what the first gave', async () => {
    const made = await aCode()
    const first = await exchange(made)
    expect(first.status).toBe(200)
    expect(await exchange(made)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    await expect(clinic.userInfo(String(first.body.access_token), openid.skipSubjectCheck)).rejects.toThrow()
  })

  it('seven times when eight come at once, and the one token set is taken back', async () => {
    for (let round = 0; round < 3; round += 1) {
      const made = await aCode()
      const answers = await Promise.all(Array.from({ length: 8 }, () => exchange(made)))
      const won = answers.filter(({ status }) => status === 200)
      expect(won).toHaveLength(1)
      expect(answers.filter(({ body }) => body.error === 'invalid_grant')).toHaveLength(7)
      await expect(
        clinic.userInfo(String(won[0]?.body.access_token), openid.skipSubjectCheck),
      ).rejects.toThrow()
    }
  })
})

describe('an access token is worth nothing', () => {
  const ask = (accessToken: string, headers: Record<string, string>) =>
    fetch(`${portal.origin}/oidc/userinfo`, { headers: { authorization: `DPoP ${accessToken}`, ...headers } })
  const proven = (accessToken: string, keys = clinic.dpop) =>
    proof(`${portal.origin}/oidc/userinfo`, keys, {
      htm: 'GET',
      ath: base64url.encode(createHash('sha256').update(accessToken).digest()),
    })

  it('as a bearer token, or with another key', async () => {
    const { accessToken } = await signInAt(clinic, browser)
    expect((await ask(accessToken, { dpop: await proven(accessToken) })).status).toBe(200)
    expect((await ask(accessToken, { authorization: `Bearer ${accessToken}` })).status).toBe(401)
    expect((await ask(accessToken, {})).status).toBeGreaterThanOrEqual(400)
    const other = await openid.randomDPoPKeyPair('ES256', { extractable: true })
    expect((await ask(accessToken, { dpop: await proven(accessToken, other) })).status).toBe(401)
  })

  it('with a proof that was used: of ten at once, one passes', async () => {
    const { accessToken } = await signInAt(clinic, browser)
    const once = await proven(accessToken)
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(accessToken, { dpop: once })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('after ten minutes', async () => {
    const { accessToken, claims } = await signInAt(clinic, browser)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 })
    await expect(clinic.userInfo(accessToken, claims.sub)).rejects.toThrow()
  })

  it('when the account is suspended', async () => {
    const other = await aPerson(portal.db)
    await anAccount(portal.platform, other)
    const { accessToken, claims } = await signInAt(clinic, await aBrowser(portal, other))
    await portal.db
      .updateTable('account')
      .set({ state: 'suspended' })
      .where('person_id', '=', other)
      .execute()
    await expect(clinic.userInfo(accessToken, claims.sub)).rejects.toThrow()
  })
})

describe('whatever is sent', () => {
  const rubbish = ['\0', '%00', '{"a":1}', 'a'.repeat(4_000), '../../etc/passwd', "' or 1=1 --"]
  const paths = [
    '/oidc/authorize',
    '/oidc/par',
    '/oidc/token',
    '/oidc/revoke',
    '/oidc/userinfo',
    '/oidc/sign-out',
  ]

  it.each(paths)('%s refuses it, and does not fall over', async (path) => {
    for (const each of rubbish) {
      const form = {
        client_id: each,
        request_uri: `urn:ietf:params:oauth:request_uri:${each}`,
        code: each,
        token: each,
        grant_type: 'authorization_code',
        client_assertion: each,
        client_assertion_type: assertionType,
        id_token_hint: each,
      }
      const query = `${portal.origin}${path}?${new URLSearchParams({ client_id: each, id_token_hint: each })}`
      const sent = [
        fetch(portal.origin + path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' }),
        fetch(portal.origin + path, { method: 'POST', body: JSON.stringify(form) }),
        fetch(portal.origin + path, {
          method: 'POST',
          body: JSON.stringify(form),
          headers: { 'content-type': 'application/json' },
        }),
        fetch(query, { redirect: 'manual', headers: { authorization: `DPoP ${encodeURIComponent(each)}` } }),
        fetch(query, { headers: { cookie: `diwan-oidc=${encodeURIComponent(each)}` } }),
      ]
      for (const answer of await Promise.all(sent)) {
        await answer.text()
        expect(Math.floor(answer.status / 100), each.slice(0, 9)).toBe(4)
      }
    }
  })

  it('the discovery document names this portal, whatever the headers say', async () => {
    const answer = await fetch(`${portal.origin}/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https' },
    })
    const document = await answer.json()
    expect(document).toMatchObject({
      issuer: portal.origin,
      token_endpoint: token,
      require_pushed_authorization_requests: true,
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code'],
      subject_types_supported: ['pairwise'],
      backchannel_logout_supported: true,
      authorization_response_iss_parameter_supported: true,
    })
    expect(JSON.stringify(document)).not.toContain('evil.test')
  })
})

it('nothing that opens anything, and no person’s number, stands readable in the store', async () => {
  const { code } = await aCode()
  const { accessToken } = await signInAt(clinic, browser)
  const rows = JSON.stringify(await portal.db.selectFrom('oidc_artifact').selectAll().execute())
  expect(rows).not.toContain(code)
  expect(rows).not.toContain(accessToken)
  for (const { value } of browser.jar.values()) expect(rows).not.toContain(value)
  const bodies = await portal.db.selectFrom('oidc_artifact').select('body').execute()
  expect(bodies.length).toBeGreaterThan(0)
  for (const { body } of bodies) expect(body.startsWith('v1.')).toBe(true)
})

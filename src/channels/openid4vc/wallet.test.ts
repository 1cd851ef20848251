import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import fastify, { type FastifyInstance } from 'fastify'
import { SignJWT } from 'jose'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { PersonPrincipal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { suspend } from '#platform/documents/change-state.ts'
import { issue } from '#platform/documents/issue.ts'
import type { IssuedDocument } from '#platform/documents/issued.ts'
import { carriedOf, stopCarrying } from '#platform/openid4vc/carried.ts'
import { offerDocument } from '#platform/openid4vc/offer.ts'
import { askWallet, standingOf } from '#platform/openid4vc/presentation.ts'
import { openRequestKey, type RequestKey } from '#platform/openid4vc/request-key.ts'
import { registerClient } from '#platform/partners/client.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { foreignWallet, type Key, newKey } from '#tests/support/foreign-wallet.ts'
import { aPerson } from '#tests/support/people.ts'
import { race } from '#tests/support/race.ts'
import { asPerson, inboxOf } from '#tests/support/service.ts'
import { aLicence } from '#tests/support/traffic.ts'
import { openid4vcChannel } from './channel.ts'

let test: TestPlatform
let app: FastifyInstance
let key: RequestKey
let driver: PersonNumber
let licence: IssuedDocument

beforeAll(async () => {
  test = await testPlatform()
  app = fastify({ trustProxy: true })
  await app.register(cookie)
  await app.register(formbody)
  await app.register(openid4vcChannel(test.platform))
  await registerClient(test.db, {
    clientId: 'hospital',
    name: { ar: 'مستشفى', en: 'A hospital' },
    scopes: ['wallet-questions'],
    jwks: { keys: [] },
  })
  key = await openRequestKey(test.platform.config, test.clock.now())
})
beforeEach(async () => {
  // The libraries of others look at the clock of the machine.
  test.clock.set(new Date().toISOString())
  await test.db.deleteFrom('throttle').execute()
  driver = await aPerson(test.db)
  await anAccount(test.platform, driver)
  const subjectId = await aLicence(test, driver)
  const definition = test.platform.catalogue.document('driving-licence')
  if (!definition) throw new Error('there is no driving licence')
  licence = await transact(test.db, (tx) =>
    issue(tx, test.platform, { definition, person: driver, subjectId, at: test.clock.now() }),
  )
})

// `asPerson` makes a person.
const person = () => asPerson(driver) as PersonPrincipal
const wallet = () => foreignWallet(app, test.platform.config.origin)
type Wallet = Awaited<ReturnType<typeof wallet>>

async function offered(): Promise<{ readonly link: string; readonly txCode: string }> {
  const before = test.sent.sms.length
  const offer = await offerDocument(test.platform, person(), licence.id)
  if (!offer.ok) throw new Error(offer.error.code)
  await test.runJobs()
  const txCode = /(\d{6})/.exec(test.sent.sms.slice(before).at(-1)?.text ?? '')?.[1] ?? ''
  return { link: offer.value.link, txCode }
}

async function token(of: Wallet, { link, txCode }: { link: string; txCode: string }) {
  const credentialOffer = await of.issuing.resolveCredentialOffer(link)
  const issuerMetadata = await of.issuing.resolveIssuerMetadata(credentialOffer.credential_issuer)
  const dpop = { signer: { method: 'jwk', alg: 'ES256', publicJwk: of.dpop.jwk as never } } as const
  const { accessTokenResponse } = await of.issuing.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode,
    dpop,
  })
  return { issuerMetadata, dpop, accessToken: accessTokenResponse.access_token }
}

async function take(of: Wallet, it: Awaited<ReturnType<typeof token>>): Promise<string> {
  const { issuerMetadata } = it
  const { c_nonce } = await of.issuing.requestNonce({ issuerMetadata })
  const proof = await of.issuing.createCredentialRequestJwtProof({
    issuerMetadata,
    credentialConfigurationId: 'driving-licence',
    nonce: c_nonce,
    signer: { method: 'jwk', alg: 'ES256', publicJwk: of.holder.jwk as never },
  })
  const got = await of.issuing.retrieveCredentials({
    ...it,
    proofs: { jwt: [proof.jwt] },
    credentialConfigurationId: 'driving-licence',
  })
  const [first] = got.credentialResponse.credentials ?? []
  return String(typeof first === 'object' && 'credential' in first ? first.credential : first)
}

const carriedBy = async (of: Wallet) => take(of, await token(of, await offered()))

const question = { document: 'driving-licence', claims: ['name', 'date_of_expiry'] } as const
async function asked(claims: readonly string[] = question.claims) {
  const purpose = { ar: 'استئجار سيارة', en: 'Renting a car' }
  const it = await askWallet(test.platform, key, 'hospital', { ...question, claims, purpose })
  if (!it.ok) throw new Error(it.error.code)
  return it.value
}

/** The wallet reads the question and makes its answer; sent, it answers the status. */
async function answering(
  of: Wallet,
  credential: string,
  it: { readonly id: string; readonly link: string },
  how: {
    readonly names?: readonly string[]
    readonly nonce?: string
    readonly by?: Key
    readonly aud?: string
  } = {},
): Promise<() => Promise<number>> {
  const params = Object.fromEntries(new URL(it.link).searchParams)
  const resolved = await of.presenting.resolveOpenId4vpAuthorizationRequest({
    authorizationRequestPayload: params as never,
  })
  const { nonce = '', client_id = '' } = resolved.authorizationRequestPayload as {
    nonce?: string
    client_id?: string
  }
  const presentation = await of.show(credential, how.names ?? question.claims, {
    nonce: how.nonce ?? nonce,
    aud: how.aud ?? client_id,
    at: test.clock.now(),
    ...(how.by ? { by: how.by } : {}),
  })
  const made = await of.presenting.createOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: resolved.authorizationRequestPayload,
    authorizationResponsePayload: { vp_token: { document: [presentation] } },
  })
  return async () => {
    const { response } = await of.presenting.submitOpenid4vpAuthorizationResponse({
      authorizationRequestPayload: resolved.authorizationRequestPayload as never,
      authorizationResponsePayload: made.authorizationResponsePayload,
    })
    return response.status
  }
}
const answer = async (...it: Parameters<typeof answering>) => (await answering(...it))()
const standing = (id: string) => standingOf(test.platform, 'hospital', id)

describe('a wallet of somebody else', () => {
  it('takes a document that its holder offers, and answers a partner’s question with just what was asked', async () => {
    const mine = await wallet()
    const credential = await carriedBy(mine)
    expect(credential.split('~').length).toBeGreaterThan(4)
    expect((await inboxOf(test, driver)).join()).toContain('put into another wallet')
    const it = await asked()
    expect(await standing(it.id)).toEqual({ state: 'waiting' })
    expect(await answer(mine, credential, it)).toBe(200)
    expect(await standing(it.id)).toEqual({
      state: 'answered',
      claims: { name: licence.content.holder.en, date_of_expiry: licence.validUntil },
    })
    expect(await standingOf(test.platform, 'another-partner', it.id)).toBeUndefined()
  })

  it('takes it once, with the code of the message alone, however many try', async () => {
    const [mine, offer] = [await wallet(), await offered()]
    for (const txCode of ['000000', '']) await expect(token(mine, { ...offer, txCode })).rejects.toThrow()
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => token(mine, offer)))
    const won = tries.filter((one) => one.status === 'fulfilled')
    expect(won).toHaveLength(1)
    const [first] = won
    if (first === undefined) throw new Error('nobody got a token')
    const both = await Promise.allSettled([take(mine, first.value), take(mine, first.value)])
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await carriedOf(test.platform, person(), licence.id)).toHaveLength(1)
  })

  it('is out of tries after three wrong codes, and after ten minutes', async () => {
    const [mine, offer] = [await wallet(), await offered()]
    for (const txCode of ['000001', '000002', '000003'])
      await expect(token(mine, { ...offer, txCode })).rejects.toThrow()
    await expect(token(mine, offer)).rejects.toThrow()
    const late = await offered()
    await test.db.updateTable('credential_offer_code').set({ expires_at: test.clock.now() }).execute()
    await expect(token(mine, late)).rejects.toThrow()
  })

  it('cannot use the token of another: it is bound to a key, and a proof is good once', async () => {
    const [mine, thief] = [await wallet(), await wallet()]
    const it = await token(mine, await offered())
    const theirs = { ...it.dpop, signer: { ...it.dpop.signer, publicJwk: thief.dpop.jwk as never } }
    await expect(take(thief, { ...it, dpop: theirs })).rejects.toThrow()
    const proof = await new SignJWT({
      htm: 'POST',
      htu: `${test.platform.config.origin}/credentials/token`,
      jti: 'once-only-1',
    })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: mine.dpop.jwk })
      .setIssuedAt(test.clock.now())
      .sign(mine.dpop.privateKey)
    const call = () =>
      app.inject({
        method: 'POST',
        url: '/credentials/token',
        headers: { dpop: proof, 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'grant_type=x',
      })
    expect((await call()).json().error).toBe('unsupported_grant_type')
    expect((await call()).json()).toMatchObject({
      error: 'invalid_dpop_proof',
      error_description: 'this proof was used before',
    })
  })

  it('needs a fresh nonce for its proof of possession', async () => {
    const mine = await wallet()
    const it = await token(mine, await offered())
    const { c_nonce } = await mine.issuing.requestNonce(it)
    await test.db.deleteFrom('credential_nonce').execute()
    const { jwt } = await mine.issuing.createCredentialRequestJwtProof({
      ...it,
      credentialConfigurationId: 'driving-licence',
      nonce: c_nonce,
      signer: { method: 'jwk', alg: 'ES256', publicJwk: mine.holder.jwk as never },
    })
    const asking = mine.issuing.retrieveCredentials({
      ...it,
      proofs: { jwt: [jwt] },
      credentialConfigurationId: 'driving-licence',
    })
    await expect(asking).rejects.toThrow()
  })
})

describe('an answer that does not count', () => {
  let mine: Wallet
  let credential: string
  beforeEach(async () => {
    mine = await wallet()
    credential = await carriedBy(mine)
  })

  it('says less than was asked, or is about another question, or another’s', async () => {
    const it = await asked()
    expect(await answer(mine, credential, it, { names: ['name'] })).toBe(400)
    expect(await answer(mine, credential, it, { nonce: 'of-another-question-entirely' })).toBe(400)
    expect(await answer(mine, credential, it, { aud: 'x509_hash:somebody-else' })).toBe(400)
    expect(await answer(mine, credential, it, { by: await newKey() })).toBe(400)
    expect(await standing(it.id)).toEqual({ state: 'waiting' })
    expect(await answer(mine, credential, it)).toBe(200)
    await expect(answer(mine, credential, it)).rejects.toThrow()
  })

  it('comes with others to one question: one of them counts', async () => {
    const it = await asked()
    const send = await answering(mine, credential, it)
    const statuses = await race(test.pool, 'presentation_request', 4, send)
    expect([...statuses].sort()).toEqual([200, 400, 400, 400])
  })

  it('was changed on the way, or comes without the wallet’s proof', async () => {
    const it = await asked()
    const forged = credential.replace(/^([^.]*)\.([^.]*)\.([^~]*)/, (_, head, body, signature: string) =>
      [head, body, signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`].join('.'),
    )
    expect(await answer(mine, forged, it)).toBe(400)
    const bare = await app.inject({
      method: 'POST',
      url: `/credentials/requests/${it.id}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ vp_token: JSON.stringify({ document: [credential] }) }).toString(),
    })
    expect(bare.statusCode).toBe(400)
    expect(await standing(it.id)).toEqual({ state: 'waiting' })
  })

  it('is of a document that is suspended, or of a copy that its holder stopped', async () => {
    const it = await asked()
    await transact(test.db, (tx) =>
      suspend(tx, {
        person: driver,
        id: licence.id,
        reason: { ar: 'اختبار', en: 'Test' },
        by: { kind: 'system', task: 'test' },
        at: test.clock.now(),
      }),
    )
    expect(await answer(mine, credential, it)).toBe(400)
    const [copy] = await carriedOf(test.platform, person(), licence.id)
    expect(await stopCarrying(test.platform, person(), copy?.id ?? '')).toBe(true)
    expect(await stopCarrying(test.platform, person(), copy?.id ?? '')).toBe(false)
    expect(await carriedOf(test.platform, person(), licence.id)).toEqual([])
    expect(await answer(mine, credential, it)).toBe(400)
  })

  it('is a refusal: the partner learns that, and no more', async () => {
    const it = await asked()
    const refused = await app.inject({
      method: 'POST',
      url: `/credentials/requests/${it.id}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `error=access_denied&state=${it.id}`,
    })
    expect(refused.statusCode).toBe(200)
    expect(await standing(it.id)).toEqual({ state: 'refused', reason: 'access_denied' })
  })
})

it('never offers what is not valid or not one’s own, and names its types', async () => {
  const stranger = await aPerson(test.db)
  await anAccount(test.platform, stranger)
  const by = { ...person(), person: stranger }
  expect(await offerDocument(test.platform, by, licence.id)).toMatchObject({
    ok: false,
    error: { status: 404 },
  })
  const type = await app.inject('/credentials/types/driving-licence')
  expect(type.json()).toMatchObject({
    vct: `${test.platform.config.origin}/credentials/types/driving-licence`,
  })
  expect((await app.inject('/credentials/types/unknown')).statusCode).toBe(404)
  expect(dayOf(test.clock.now()) <= (licence.validUntil ?? '')).toBe(true)
})

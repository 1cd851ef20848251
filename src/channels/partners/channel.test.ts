import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok } from '#kernel/result.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { discover } from '#platform/catalogue/discover.ts'
import { operation } from '#platform/catalogue/operation.ts'
import { transact } from '#platform/database/transact.ts'
import { orderDelivery } from '#platform/deliveries/delivery.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { createLanterns } from '#platform/fixtures/lanterns/registry.ts'
import { form } from '#platform/forms/field.ts'
import { personNumber, text, yesNo } from '#platform/forms/fields/index.ts'
import { sign, signatureHeader } from '#platform/integrations/signature.ts'
import { registerClient, type Scope } from '#platform/partners/client.ts'
import { addressesOf } from '#platform/people/address.ts'
import { problems } from '#platform/problem.ts'
import { anAccount, aSession } from '#tests/support/accounts.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { aProgram, programServer, testBiller } from '#tests/support/program.ts'
import { tokenPath } from './channel.ts'

/** Lights a lantern, and refuses afterwards when asked to: what it wrote must then be gone. */
const lightLantern = operation('light-lantern', {
  sector: 'lanterns',
  version: 1,
  path: '/lanterns/lit',
  scope: 'violations:write',
  title: { ar: 'إضاءة فانوس', en: 'Light a lantern' },
  summary: { ar: 'يضيء فانوسًا.', en: 'Lights a lantern.' },
  input: form({
    lantern: text({ label: { ar: 'الفانوس', en: 'Lantern' }, max: 20 }),
    owner: personNumber({ label: { ar: 'صاحبه', en: 'Its owner' } }),
    windy: yesNo({ label: { ar: 'ريح', en: 'Windy' } }),
  }),
  run: async ({ tx, client }, { lantern, owner, windy }) => {
    const row = { person_id: owner, id: lantern, lit: true, held: false, valid_until: day('2030-01-01') }
    await tx.insertInto('lantern').values(row).execute()
    return windy
      ? err(problems.tooLate('blown-out', 'أطفأته الريح.', 'The wind blew it out.'))
      : ok({ lantern, lit: true, by: client })
  },
})

let test: TestPlatform
let app: FastifyInstance

beforeAll(async () => {
  const catalogue = await discover(new URL('../../platform/fixtures', import.meta.url).pathname)
  test = await testPlatform({ catalogue: { ...catalogue, operations: [lightLantern] } })
  await createLanterns(test.db)
  app = await programServer(test.platform)
})

async function aClient(clientId: string, scopes: readonly Scope[]) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true })
  const key = { ...(await exportJWK(publicKey)), alg: 'EdDSA' }
  await registerClient(test.db, {
    clientId,
    name: { ar: clientId, en: clientId },
    jwks: { keys: [key] },
    scopes,
  })
  const assert = (over: { aud?: string; seconds?: number; jti?: string } = {}) => {
    const now = Math.floor(test.clock.now().getTime() / 1000)
    return new SignJWT({ jti: over.jti ?? randomUUID() })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(over.aud ?? test.platform.config.origin + tokenPath)
      .setIssuedAt(now)
      .setExpirationTime(now + (over.seconds ?? 60))
      .sign(privateKey)
  }
  const ask = (assertion: string, more: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: tokenPath,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
        ...more,
      }).toString(),
    })
  const token = async () => (await ask(await assert())).json().access_token as string
  return { assert, ask, token, program: async () => aProgram(app, '/partners/openapi.json', await token()) }
}

describe('a client', () => {
  it('gets a token for an assertion once, in time, for this address', async () => {
    const client = await aClient('once', ['activations:write'])
    const assertion = await client.assert()
    const granted = await client.ask(assertion)
    expect(granted.json()).toMatchObject({ token_type: 'Bearer', scope: 'activations:write' })
    expect(granted.headers['cache-control']).toBe('no-store')
    for (const [wrong, status, error] of [
      [client.ask(assertion), 401, 'invalid_client'],
      [client.ask(await client.assert({ seconds: -120 })), 401, 'invalid_client'],
      [client.ask(await client.assert({ aud: 'https://elsewhere.example' })), 401, 'invalid_client'],
      [client.ask('x.y.z'), 401, 'invalid_client'],
      [client.ask(await client.assert(), { scope: 'violations:write' }), 400, 'invalid_scope'],
      [client.ask(await client.assert(), { grant_type: 'password' }), 400, 'unsupported_grant_type'],
    ] as const) {
      const refused = await wrong
      expect([refused.statusCode, refused.json().error]).toEqual([status, error])
    }
    const twice = await app.inject({
      method: 'POST',
      url: tokenPath,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'grant_type=client_credentials&grant_type=client_credentials',
    })
    expect([twice.statusCode, twice.json().error]).toEqual([400, 'invalid_request'])
  })

  it('does what its scopes say, while its token is good, and a person’s token does nothing here', async () => {
    const client = await aClient('limited', ['violations:write'])
    const token = await client.token()
    const call = (authorization?: string) =>
      app.inject({
        method: 'POST',
        url: '/partners/v1/activations',
        headers: authorization ? { authorization } : {},
      })
    expect((await call(`Bearer ${token}`)).json()).toMatchObject({ status: 403, code: 'scope-missing' })
    expect((await call()).statusCode).toBe(401)
    const { token: session } = await aSession(test.platform, await aPerson(test.db))
    expect((await call(`Bearer ${session}`)).json()).toMatchObject({ status: 401, code: 'token-invalid' })
    test.clock.advance({ minutes: 11 })
    expect((await call(`Bearer ${token}`)).json()).toMatchObject({ status: 401, code: 'token-invalid' })
    const other = await app.inject({ url: '/api/v1/requests', headers: { authorization: `Bearer ${token}` } })
    expect(other.statusCode).toBe(401)
  })
})

describe('a bank', () => {
  const registered = async (): Promise<PersonNumber> => {
    const person = await aPerson(test.db)
    await anAccount(test.platform, person, { state: 'registered' })
    return person
  }

  it('activates an account once for its receipt, and the person sees it', async () => {
    const bank = await (await aClient('bank-a', ['activations:write'])).program()
    const person = await registered()
    const body = { person, mobile: mobileOf(person), channel: 'bank-app', receipt: 'R-1' }
    bank.fits('activate-account-bank', body)
    const done = await bank.call('activate-account-bank', { body })
    expect(done).toMatchObject({ status: 200, body: { outcome: 'activated' } })
    expect(done.body.person).toBe(`******${person.slice(-4)}`)
    expect((await bank.call('activate-account-bank', { body })).body).toEqual(done.body)
    const log = await accessLog(test.db, person)
    expect(log.map((one) => [one.action, one.who.name.en])).toContainEqual(['account.activate', 'bank-a'])
  })

  it('shares no receipts with another bank', async () => {
    const first = await (await aClient('bank-b', ['activations:write'])).program()
    const second = await (await aClient('bank-c', ['activations:write'])).program()
    const [one, two] = [await registered(), await registered()]
    const ask = (person: PersonNumber) => ({
      body: { person, mobile: mobileOf(person), channel: 'atm', receipt: 'same-number' },
    })
    expect((await first.call('activate-account-bank', ask(one))).body.outcome).toBe('activated')
    expect((await second.call('activate-account-bank', ask(two))).body.outcome).toBe('activated')
    expect((await second.call('activate-account-bank', ask(one))).body.outcome).toBe('already-activated')
  })

  it('hears of another mobile, of nobody, and of what is not a number', async () => {
    const bank = await (await aClient('bank-d', ['activations:write'])).program()
    const person = await registered()
    const body = { person, mobile: '+966529999990', channel: 'bank-web', receipt: 'R-2' }
    expect((await bank.call('activate-account-bank', { body })).body).toMatchObject({
      status: 409,
      code: 'mobile-mismatch',
    })
    const nobody = { ...body, person: await aPerson(test.db) }
    expect((await bank.call('activate-account-bank', { body: nobody })).body.code).toBe('not-registered')
    const wrong = await bank.call('activate-account-bank', { body: { ...body, person: '1234567890' } })
    expect(Object.keys(wrong.body.fields)).toEqual(['person'])
  })
})

it('a bank gives its customer’s account the mobile that it holds, with its scope, once for a receipt', async () => {
  const bank = await (await aClient('bank-m', ['mobiles:write'])).program()
  const other = await (await aClient('bank-n', ['activations:write'])).program()
  const person = await aPerson(test.db)
  await anAccount(test.platform, person)
  const body = { person, born: '1991-03-14', mobile: '+966525000099', receipt: 'M-1' }
  bank.fits('bank-update-mobile', body)
  expect((await other.call('bank-update-mobile', { body })).body.code).toBe('scope-missing')
  const wrong = await bank.call('bank-update-mobile', { body: { ...body, born: '1991-03-15' } })
  expect(wrong).toMatchObject({ status: 409, body: { code: 'not-matched' } })
  const done = await bank.call('bank-update-mobile', { body })
  expect(done).toMatchObject({
    status: 200,
    body: { outcome: 'changed', person: `******${person.slice(-4)}` },
  })
  expect((await bank.call('bank-update-mobile', { body })).body).toEqual(done.body)
})

it('an operation of a sector is done for who has its scope, wholly or not at all', async () => {
  const lighter = await (await aClient('lighter', ['violations:write'])).program()
  const owner = await aPerson(test.db)
  const body = { lantern: 'L1', owner, windy: false }
  lighter.fits('light-lantern', body)
  const done = await lighter.call('light-lantern', { body })
  expect(done).toMatchObject({ status: 200, body: { lantern: 'L1', lit: true, by: 'lighter' } })
  const refused = await lighter.call('light-lantern', { body: { ...body, lantern: 'L2', windy: true } })
  expect(refused).toMatchObject({ status: 409, body: { code: 'blown-out' } })
  const wrong = await lighter.call('light-lantern', { body: { lantern: 'L3', owner: '12', colour: 'red' } })
  expect(Object.keys(wrong.body.fields).sort()).toEqual(['colour', 'owner', 'windy'])
  const kept = await test.db.selectFrom('lantern').select('id').where('person_id', '=', owner).execute()
  expect(kept).toEqual([{ id: 'L1' }])
})

it('the documents of the persons whom an operation names follow in the same act', async () => {
  const owner = await aPerson(test.db)
  const row = { person_id: owner, id: 'F1', lit: true, held: false, valid_until: day('2030-01-01') }
  await test.db.insertInto('lantern').values(row).execute()
  const card = test.platform.catalogue.document('keeper-card')
  const before = card && (await drawDocument(test.platform, card, owner, 'self'))
  const program = await (await aClient('lamplighters-2', ['violations:write'])).program()
  const lit = (lantern: string, windy: boolean) =>
    program.call('light-lantern', { body: { lantern, owner, windy } })
  expect((await lit('F2', true)).status).not.toBe(200)
  expect(await documentsOf(test.db, owner)).toMatchObject([{ id: before?.id, state: 'valid' }])
  expect((await lit('F2', false)).status).toBe(200)
  expect((await documentsOf(test.db, owner)).map(({ state, content }) => [state, content.qr])).toEqual([
    ['valid', { kept: '2' }],
    ['superseded', { kept: '1' }],
  ])
})

it('a courier reports a delivery in order, and the person sees who did', async () => {
  const courier = await (await aClient('courier', ['deliveries:write'])).program()
  const person = await aPerson(test.db)
  const [home] = await addressesOf(test.db, person)
  const { tracking } = await transact(test.db, (tx) =>
    orderDelivery(tx, {
      person,
      what: { ar: 'بطاقة', en: 'A card' },
      address: home?.id,
      at: test.clock.now(),
    }),
  )
  const report = (state: string, of = tracking) =>
    courier.call('report-delivery', { path: { tracking: of }, body: { state } })
  expect((await report('delivered')).body).toMatchObject({ status: 409, code: 'delivery-out-of-order' })
  expect((await report('dispatched')).body).toEqual({ tracking, state: 'dispatched' })
  expect((await report('dispatched')).status).toBe(200)
  expect((await report('delivered')).body.state).toBe('delivered')
  expect((await report('delivered', 'ZD000000000ZZ')).status).toBe(404)
  expect((await accessLog(test.db, person)).filter((one) => one.action === 'delivery.move')).toHaveLength(2)
})

describe('a callback', () => {
  const event = (payload: string, header: string) =>
    app.inject({
      method: 'POST',
      url: '/partners/v1/payment-events',
      headers: { 'content-type': 'application/json', [signatureHeader]: header },
      payload,
    })

  it('of the payment provider counts by the signature of its very text', async () => {
    const payload = '{ "id": "e-1",  "type": "payment.failed", "reference": "r", "payment": "unknown" }'
    const right = sign(testBiller.secret, payload, test.clock.now())
    expect((await event(payload, 't=1,v1=00')).json()).toMatchObject({ status: 401, code: 'signature-wrong' })
    expect((await event(payload.replace('r"', 's"'), right)).statusCode).toBe(401)
    const late = sign(testBiller.secret, payload, new Date(test.clock.now().getTime() - 600_000))
    expect((await event(payload, late)).json().code).toBe('signature-stale')
    expect((await event(payload, right)).json()).toEqual({ outcome: 'applied' })
    expect((await event(payload, right)).json()).toEqual({ outcome: 'known' })
    const unreadable = '{"id":'
    expect(
      (await event(unreadable, sign(testBiller.secret, unreadable, test.clock.now()))).json(),
    ).toMatchObject({
      status: 400,
      code: 'event-unreadable',
    })
  })

  it('of an outside system counts by the token of its step', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/partners/v1/integration-answers',
      payload: { token: 'x'.repeat(43), answer: { kind: 'done' } },
    })
    expect(answer.json()).toMatchObject({ status: 404, code: 'callback-unknown' })
  })
})

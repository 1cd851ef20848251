import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify, { type FastifyInstance } from 'fastify'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openid4vcChannel } from '#channels/openid4vc/channel.ts'
import { partnersChannel } from '#channels/partners/channel.ts'
import { systemClock } from '#kernel/clock.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { PersonPrincipal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { issue } from '#platform/documents/issue.ts'
import { offerDocument } from '#platform/openid4vc/offer.ts'
import { registerClient } from '#platform/partners/client.ts'
import type { Platform } from '#platform/platform.ts'
import { partnerApi } from '#sandbox/partner-client.ts'
import { wallet } from '#sandbox/wallet/wallet.tsx'
import { anAccount } from './support/accounts.ts'
import { type TestPlatform, testPlatform } from './support/database.ts'
import { aPerson } from './support/people.ts'
import { asPerson } from './support/service.ts'
import { aLicence } from './support/traffic.ts'

let test: TestPlatform
let platform: Platform
let portal: FastifyInstance
let world: FastifyInstance
let partner: ReturnType<typeof partnerApi>
let driver: PersonNumber
let key: JWK
let cookies = ''

beforeAll(async () => {
  test = await testPlatform()
  portal = Fastify()
  await portal.register(cookie)
  await portal.register(formbody)
  const origin = await free()
  platform = { ...test.platform, clock: systemClock, config: { ...test.platform.config, origin } }
  await portal.register(openid4vcChannel(platform))
  await portal.register(partnersChannel(platform, { biller: undefined }))
  await portal.listen({ port: Number(new URL(origin).port), host: '127.0.0.1' })
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  key = await exportJWK(privateKey)
  const { d: _, ...open } = key
  const name = { ar: 'مستشفى', en: 'A hospital' }
  await registerClient(test.db, {
    clientId: 'desk',
    name,
    scopes: ['wallet-questions'],
    jwks: { keys: [{ ...open, alg: 'EdDSA' }] },
  })
  const surroundings = {
    portal: origin,
    portalApi: origin,
    origin: () => origin,
    clock: systemClock,
    // A JWK of jose and the platform's JsonWebKey describe the same JSON.
    keys: { desk: key as JsonWebKey },
  }
  partner = partnerApi(surroundings, 'desk')
  world = Fastify()
  await world.register(formbody)
  await world.register(async (scope) => wallet(surroundings).register(scope), { prefix: '/wallet' })

  driver = await aPerson(test.db)
  await anAccount(platform, driver)
})
afterAll(async () => {
  await world.close()
  await portal.close()
})

/** An address that nobody listens at yet. */
async function free(): Promise<string> {
  const probe = Fastify()
  const address = await probe.listen({ port: 0, host: '127.0.0.1' })
  await probe.close()
  return address
}

async function visit(url: string, body?: Record<string, string>) {
  const answer = await world.inject({
    method: body ? 'POST' : 'GET',
    url,
    headers: { cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' },
    ...(body ? { payload: new URLSearchParams(body).toString() } : {}),
  })
  const set = answer.cookies[0]
  if (set) cookies = `${set.name}=${set.value}`
  return answer
}

it('takes a document with the code of the message, and answers a partner with what its holder agreed to', async () => {
  const subjectId = await aLicence(test, driver)
  const definition = platform.catalogue.document('driving-licence')
  if (!definition) throw new Error('there is no driving licence')
  const licence = await transact(test.db, (tx) =>
    issue(tx, platform, { definition, person: driver, subjectId, at: platform.clock.now() }),
  )
  const offer = await offerDocument(platform, asPerson(driver) as PersonPrincipal, licence.id)
  if (!offer.ok) throw new Error(offer.error.code)
  await test.runJobs()
  const code = /\d{6}/.exec(test.sent.sms.at(-1)?.text ?? '')?.[0] ?? ''

  expect((await visit('/wallet/take', { offer: offer.value.link, code: '000000' })).statusCode).toBe(400)
  expect((await visit('/wallet/take', { offer: 'nothing', code })).body).toContain('لا نقرأ هذا الرابط')
  const taken = await visit('/wallet/take', { offer: offer.value.link, code })
  expect(taken.statusCode).toBe(303)
  expect((await visit('/wallet')).body).toContain(licence.content.holder.en)

  const asked = await partner.post('/partners/v1/wallet-questions', {
    document: 'driving-licence',
    claims: ['name'],
    purpose: { ar: 'تأجير سيارة', en: 'Renting a car' },
  })
  expect(asked.status).toBe(201)
  const { id, link } = asked.body as { id: string; link: string }
  const page = await visit(`/wallet/question?${new URLSearchParams({ link })}`)
  for (const said of ['مستشفى', 'تأجير سيارة', licence.content.holder.en]) expect(page.body).toContain(said)
  expect(page.body).not.toContain(licence.number)
  expect((await visit('/wallet/question', { link, answer: 'yes' })).statusCode).toBe(200)
  expect((await partner.get(`/partners/v1/wallet-questions/${id}`)).body).toEqual({
    state: 'answered',
    claims: { name: licence.content.holder.en },
  })

  const again = (await partner.post('/partners/v1/wallet-questions', {
    document: 'driving-licence',
    claims: ['birthdate'],
    purpose: { ar: 'سبب', en: 'Because' },
  })) as { body: { id: string; link: string } }
  await visit('/wallet/question', { link: again.body.link, answer: 'no' })
  expect((await partner.get(`/partners/v1/wallet-questions/${again.body.id}`)).body).toMatchObject({
    state: 'refused',
  })
})

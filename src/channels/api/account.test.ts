import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import { discover } from '#platform/catalogue/discover.ts'
import { codeOf } from '#platform/guard/visual-code.ts'
import { anAccount, lastCode, testPassword } from '#tests/support/accounts.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { aProgram, type Program, programServer } from '#tests/support/program.ts'

const document = '/api/v1/openapi.json'
let test: TestPlatform
let app: FastifyInstance
let program: Program

beforeAll(async () => {
  test = await testPlatform({
    catalogue: await discover(new URL('../../platform/fixtures', import.meta.url).pathname),
  })
  app = await programServer(test.platform)
  program = await aProgram(app, document)
})

/** What a person reads in the picture. */
async function seen() {
  const { body } = await program.call('new-visual-code')
  const picture = await program.call('get-visual-code-picture', { path: { id: body.id } })
  expect(picture.body.subarray(1, 4).toString()).toBe('PNG')
  return { id: body.id, code: codeOf(test.platform.vault, body.id) }
}

async function sessionOf(name: string, person: Parameters<typeof lastCode>[1], password = testPassword) {
  const first = await program.call('sign-in', { body: { name, password, visualCode: await seen() } })
  expect(first.status).toBe(200)
  await test.runJobs()
  const code = lastCode(test.sent.sms, person)
  return program.call('open-session', { body: { pending: first.body.pending, code } })
}

it('registers a person step by step, and signs them in and out', async () => {
  const person = await aPerson(test.db)
  const terms = await program.call('read-terms')
  const begun = await program.call('accept-terms', { body: { version: terms.body.version, language: 'en' } })
  const { registration } = begun.body
  const details = {
    registration,
    person,
    born: '1991-03-14',
    mobile: mobileOf(person),
    email: 'someone@example.com',
    visualCode: await seen(),
  }
  program.fits('register-account', details)
  expect((await program.call('register-account', { body: details })).status).toBe(204)
  const sent = await program.call('send-registration-code', { body: { registration } })
  expect(Date.parse(sent.body.expiresAt)).toBeGreaterThan(test.clock.now().getTime())
  await test.runJobs()
  const wrong = await program.call('verify-mobile-otp', { body: { registration, code: '000000' } })
  expect(wrong.status).toBe(422)
  const code = lastCode(test.sent.sms, person)
  expect((await program.call('verify-mobile-otp', { body: { registration, code } })).status).toBe(204)
  const weak = { registration, username: 'salem.rayhani', password: 'password1' }
  expect((await program.call('choose-credentials', { body: weak })).body.fields).toHaveProperty('password')
  const made = await program.call('choose-credentials', { body: { ...weak, password: testPassword } })
  expect(made).toMatchObject({ status: 201, body: { username: 'salem.rayhani' } })

  test.clock.advance({ minutes: 2 })
  const session = await sessionOf('salem.rayhani', person)
  expect(session).toMatchObject({ status: 201, body: { account: 'registered' } })
  const own = await aProgram(app, document, session.body.token)
  expect((await own.call('who-am-i')).body).toMatchObject({ person, account: 'registered' })
  expect((await own.call('list-requests')).body.code).toBe('activation-required')
  expect((await own.call('sign-out')).status).toBe(204)
  expect((await own.call('who-am-i')).status).toBe(401)
})

it('does not tell a wrong password from a name that nobody has', async () => {
  const person = await aPerson(test.db)
  const name = await anAccount(test.platform, person)
  const password = 'something else entirely'
  const known = await program.call('sign-in', { body: { name, password, visualCode: await seen() } })
  const unknown = await program.call('sign-in', {
    body: { name: 'nobody', password, visualCode: await seen() },
  })
  expect(known.status).toBe(unknown.status)
  expect(known.body).toEqual(unknown.body)
})

it('takes a visual code once', async () => {
  const visualCode = await seen()
  const body = { name: 'nobody', password: 'x', visualCode }
  await program.call('sign-in', { body })
  const again = await program.call('sign-in', { body })
  expect(again).toMatchObject({ status: 422, body: { code: 'visual-code-stale' } })
})

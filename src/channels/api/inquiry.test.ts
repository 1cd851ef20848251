import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import { codeOf } from '#platform/guard/visual-code.ts'
import { aSession } from '#tests/support/accounts.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson, freshNumber } from '#tests/support/people.ts'
import { aProgram, type Program, programServer } from '#tests/support/program.ts'

let test: TestPlatform
let app: FastifyInstance
let program: Program
/** A public inquiry about a person, and a question that it takes, as the document describes them. */
const id = 'query-fingerprint-by-national-id'

beforeAll(async () => {
  test = await testPlatform()
  app = await programServer(test.platform)
  program = await aProgram(app, '/api/v1/openapi.json')
})

const code = async () => {
  const { body } = await program.call('new-visual-code')
  return { id: body.id, code: codeOf(test.platform.vault, body.id) }
}

it('a public inquiry takes a visual code that a person has read', async () => {
  const answers = { nationalId: freshNumber() }
  expect((await program.call(id, { body: { answers } })).body.code).toBe('visual-code-required')
  const wrong = { ...(await code()), code: 'x' }
  expect((await program.call(id, { body: { answers, visualCode: wrong } })).body.code).toBe(
    'visual-code-wrong',
  )
  const body = { answers, visualCode: await code() }
  program.fits(id, body)
  const answered = await program.call(id, { body })
  expect(answered.body.blocks[0]).toMatchObject({ kind: 'status', code: 'NO_ID_CARD' })
  expect((await program.call(id, { body })).body.code).toBe('visual-code-stale')
})

it('one who is signed in has shown it already, and is held to sixty in ten minutes', async () => {
  const { token } = await aSession(test.platform, await aPerson(test.db))
  const signedIn = await aProgram(app, '/api/v1/openapi.json', token)
  const body = { answers: { nationalId: freshNumber() } }
  expect((await signedIn.call(id, { body })).status).toBe(200)
  const answers = await Promise.all(Array.from({ length: 60 }, () => signedIn.call(id, { body })))
  expect(answers.filter((one) => one.status === 200)).toHaveLength(59)
  expect(answers.find((one) => one.status === 429)?.headers['retry-after']).toBe('600')
})

it('a wrong number is told at its field, in both languages', async () => {
  const refused = await program.call(id, {
    body: { answers: { nationalId: '1234567890' }, visualCode: await code() },
  })
  expect(refused.status).toBe(422)
  expect(refused.body.fields.nationalId).toEqual({ ar: expect.any(String), en: expect.any(String) })
})

import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { aHolder, anAccount } from '#tests/support/accounts.ts'
import { confirmByProgram } from '#tests/support/confirm-program.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { aProgram, type Program, programServer } from '#tests/support/program.ts'
import { aPhone, specimenCard } from '#tests/support/wallet.ts'

const specimen = specimenCard({ held: ['self'], validUntil: day('2031-01-01'), profession: 'x' })
const test = await testPlatform()
const { catalogue } = test.platform
const find = (name: string) => (name === specimen.name ? specimen : undefined)
const platform = { ...test.platform, catalogue: { ...catalogue, documents: [specimen], document: find } }
let app: FastifyInstance
let person: PersonNumber

beforeAll(async () => {
  app = await programServer(platform)
  person = await aPerson(test.db)
  await anAccount(platform, person)
}, 90_000)

const programOf = async (of: PersonNumber): Promise<Program> =>
  aProgram(app, '/api/v1/openapi.json', (await aHolder(platform, of)).token)

it('makes a phone of a program after a confirmation, gives it the cards by proof, and takes them off again', async () => {
  const asked = await (await programOf(person)).call('challenge-new-wallet-phone')
  expect(asked).toMatchObject({ status: 403, body: { code: 'confirm-first' } })
  const before = await programOf(person)
  const again = await before.call('challenge-new-wallet-phone')
  const program = await confirmByProgram(test, app, before, { person, what: again.body.confirm })

  const phone = aPhone()
  const { challenge } = (await program.call('challenge-new-wallet-phone')).body
  const { signature } = phone.proofOf('enrol', challenge)
  const body = { key: phone.key, challenge, signature, name: 'Program · Android' }
  program.fits('enrol-wallet-phone', body)
  const made = await program.call('enrol-wallet-phone', { body })
  expect(made).toMatchObject({ status: 201, body: { name: 'Program · Android' } })

  const anybody = await aProgram(app, '/api/v1/openapi.json')
  const prove = async (operation: string, purpose: 'carry' | 'leave') => {
    const given = await anybody.call('challenge-wallet-phone', { body: { key: phone.thumbprint } })
    return anybody.call(operation, { body: phone.proofOf(purpose, given.body.challenge) })
  }
  expect(await prove('carry-documents', 'carry')).toMatchObject({
    status: 200,
    body: {
      cards: [{ number: person, ground: 'self', codes: [{ view: '' }, { view: '' }, { view: 'over-18' }] }],
    },
  })
  expect(await prove('carry-documents', 'leave')).toMatchObject({
    status: 403,
    body: { code: 'wallet-unproven' },
  })
  expect((await program.call('list-document-checks')).body).toEqual({ checks: [] })

  const stranger = await aPerson(test.db)
  const other = await programOf(stranger)
  const path = { id: made.body.id }
  expect(await other.call('end-wallet-phone', { path })).toMatchObject({ status: 404 })
  expect(await program.call('end-wallet-phone', { path })).toMatchObject({ status: 204 })
  expect((await program.call('list-wallet-phones')).body.phones).toMatchObject([
    { ended: { because: 'holder' } },
  ])
  expect(await prove('carry-documents', 'carry')).toMatchObject({
    status: 403,
    body: { code: 'wallet-ended' },
  })
})

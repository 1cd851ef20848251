import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { lastDayAsMinor } from '#platform/people/adulthood.ts'
import { kinOf } from '#platform/people/family.ts'
import { aHolder, anAccount } from '#tests/support/accounts.ts'
import { confirmByProgram } from '#tests/support/confirm-program.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aFamily } from '#tests/support/people.ts'
import { aProgram, type Program, programServer } from '#tests/support/program.ts'

const born = day('2016-05-01')
let test: TestPlatform
let app: FastifyInstance
let [mother, grown, child]: PersonNumber[] = []
let [asFather, asMother, asGrown]: Program[] = []

beforeAll(async () => {
  test = await testPlatform()
  app = await programServer(test.platform)
  const family = await aFamily(test.db, { children: [day('1999-01-01'), born] })
  mother = family.mother
  ;[grown, child] = family.children
  asFather = await programOf(family.father)
  asMother = await programOf(family.mother)
  asGrown = await programOf(grown)
}, 90_000)

async function programOf(person: PersonNumber | undefined): Promise<Program> {
  if (!person) throw new Error('nobody')
  await anAccount(test.platform, person)
  return aProgram(app, '/api/v1/openapi.json', (await aHolder(test.platform, person)).token)
}

it('reads what one may do for each child, to which day, and names nobody by number', async () => {
  const family = (await asFather?.call('read-family'))?.body
  expect(family.children).toMatchObject([
    {
      born,
      services: expect.arrayContaining([{ service: 'custody-deed', subject: expect.any(String) }]),
    },
  ])
  expect(family.children[0].rights[0]).toEqual({
    matter: 'passport',
    ground: 'guardian',
    until: lastDayAsMinor(born),
  })
  expect(JSON.stringify(family)).not.toContain(child)
  const seen = await asFather?.call('look-at-documents', { path: { id: family.children[0].id } })
  expect(seen?.body).toEqual({ documents: [] })
})

it('lets a relative look after a confirmation, and ends it', async () => {
  if (!grown || !asGrown || !asMother) throw new Error('nobody')
  const kin = (await kinOf(test.db, grown)).find((one) => one.id === mother)?.kinId ?? ''
  const body = { kin, months: 6 }
  asGrown.fits('give-viewing-consent', body)
  const asked = await asGrown.call('give-viewing-consent', { body })
  expect(asked.body).toMatchObject({ code: 'confirm-first', confirm: { act: 'viewing.give', object: kin } })
  const owner = await confirmByProgram(test, app, asGrown, { person: grown, what: asked.body.confirm })
  const given = await owner.call('give-viewing-consent', { body })
  expect(given.status).toBe(201)
  expect((await owner.call('list-viewing-consents')).body.given).toMatchObject([
    { id: given.body.id, state: 'active', until: '2027-05-23' },
  ])
  const path = { id: given.body.id }
  expect((await asMother.call('read-family')).body.adults).toMatchObject([path])
  expect((await asMother.call('look-at-documents', { path })).status).toBe(200)
  for (const act of ['look-at-documents', 'end-viewing-consent'])
    expect((await asFather?.call(act, { path }))?.status).toBe(404)
  expect((await owner.call('end-viewing-consent', { path })).status).toBe(204)
  expect((await asMother.call('look-at-documents', { path })).status).toBe(404)
})

import { expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { lastDayAsMinor } from '#platform/people/adulthood.ts'
import { kinOf } from '#platform/people/family.ts'
import { aHolder, anAccount } from '#tests/support/accounts.ts'
import { confirmByProgram } from '#tests/support/confirm-program.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aFamily } from '#tests/support/people.ts'
import { aProgram, programServer } from '#tests/support/program.ts'

it('reads the family, lets a relative look after a confirmation, and ends it', async () => {
  const test = await testPlatform()
  const { platform, db } = test
  const app = await programServer(platform)
  const { father, mother, children } = await aFamily(db, {
    children: [day('1999-01-01'), day('2016-05-01')],
  })
  const [grown = father, child = father] = children
  for (const person of [father, mother, grown]) await anAccount(platform, person)
  const programOf = async (person: typeof father) =>
    aProgram(app, '/api/v1/openapi.json', (await aHolder(platform, person)).token)

  const asFather = await programOf(father)
  const { body: family } = await asFather.call('read-family')
  expect(family.children).toMatchObject([
    {
      born: '2016-05-01',
      services: expect.arrayContaining([{ service: 'custody-deed', subject: expect.any(String) }]),
    },
  ])
  expect(family.children[0].rights[0]).toEqual({
    matter: 'passport',
    ground: 'guardian',
    until: lastDayAsMinor(day('2016-05-01')),
  })
  expect(JSON.stringify(family)).not.toContain(child)
  expect((await asFather.call('look-at-documents', { path: { id: family.children[0].id } })).body).toEqual({
    documents: [],
  })

  let owner = await programOf(grown)
  const kin = (await kinOf(db, grown)).find((one) => one.id === mother)?.kinId ?? ''
  const body = { kin, months: 6 }
  owner.fits('give-viewing-consent', body)
  const asked = await owner.call('give-viewing-consent', { body })
  expect(asked.body).toMatchObject({ code: 'confirm-first', confirm: { act: 'viewing.give', object: kin } })
  owner = await confirmByProgram(test, app, owner, { person: grown, what: asked.body.confirm })
  const given = await owner.call('give-viewing-consent', { body })
  expect(given.status).toBe(201)
  expect((await owner.call('list-viewing-consents')).body.given).toMatchObject([
    { id: given.body.id, state: 'active', until: '2027-05-23' },
  ])
  const viewer = await programOf(mother)
  expect((await viewer.call('read-family')).body.adults).toMatchObject([{ id: given.body.id }])
  const path = { id: given.body.id }
  expect((await viewer.call('look-at-documents', { path })).status).toBe(200)
  expect((await asFather.call('look-at-documents', { path })).status).toBe(404)
  expect((await asFather.call('end-viewing-consent', { path })).status).toBe(404)
  expect((await owner.call('end-viewing-consent', { path })).status).toBe(204)
  expect((await viewer.call('look-at-documents', { path })).status).toBe(404)
})

import { beforeEach, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { followRegistry } from '#platform/documents/follow.ts'
import { carriedBy } from '#platform/documents/held.ts'
import { documentsOf } from '#platform/documents/issued.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { inboxOf } from '#tests/support/service.ts'
import { aLicence, aVehicle } from '#tests/support/traffic.ts'

const test = await testPlatform()
let driver: PersonNumber
beforeEach(async () => {
  driver = await aPerson(test.db)
})

const follow = () => transact(test.db, (tx) => followRegistry(tx, test.platform, [driver], test.clock.now()))
const draw = async (name: string, subject: string) => {
  const definition = test.platform.catalogue.document(name)
  return definition && drawDocument(test.platform, definition, driver, subject)
}

it('a licence and a registration are carried by whoever the register says', async () => {
  const licence = await aLicence(test, driver)
  const car = await aVehicle(test, driver)
  expect(
    (await carriedBy(test.platform, driver)).map(({ document, subjectId }) => [document, subjectId]),
  ).toEqual([
    ['driving-licence', licence],
    ['vehicle-registration', car],
  ])
})

it('a licence is suspended with its driver’s services, and good again with them', async () => {
  const licence = await aLicence(test, driver)
  await draw('driving-licence', licence)
  const suspension = { person_id: driver, authority_ar: 'المحكمة', authority_en: 'The court' }
  await test.db
    .insertInto('traffic_suspension')
    .values({ ...suspension, since: day('2026-11-20'), ended_on: null })
    .execute()
  await follow()
  expect(await documentsOf(test.db, driver)).toMatchObject([
    { state: 'suspended', because: { en: 'The court has suspended your traffic services.' } },
  ])
  await test.db
    .updateTable('traffic_suspension')
    .set({ ended_on: day('2026-11-23') })
    .where('person_id', '=', driver)
    .execute()
  await follow()
  expect(await documentsOf(test.db, driver)).toMatchObject([{ state: 'valid' }])
  expect((await inboxOf(test, driver)).join()).toContain('The court has suspended your traffic services.')
})

it('a registration goes with the car', async () => {
  const car = await aVehicle(test, driver)
  await draw('vehicle-registration', car)
  await test.db.deleteFrom('vehicle').where('person_id', '=', driver).execute()
  await follow()
  expect(await documentsOf(test.db, driver)).toMatchObject([{ state: 'revoked' }])
})

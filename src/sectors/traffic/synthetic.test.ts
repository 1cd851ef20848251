import { beforeAll, describe, expect, it } from 'vitest'
import { dayOf, daysBetween } from '#kernel/day.ts'
import { personKind } from '#kernel/person-number.ts'
import { subjectsOf } from '#platform/catalogue/subject.ts'
import { judge } from '#platform/requests/judge.ts'
import { castNumber } from '#population/cast.ts'
import { populate } from '#population/populate.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { licencesOf } from './registry/licences.ts'
import { vehicleByPlate, vehiclesOf } from './registry/vehicles.ts'
import { violationsOf } from './registry/violations.ts'

let test: TestPlatform
const count = async (table: 'driving_licence' | 'vehicle' | 'violation') =>
  (await test.db.selectFrom(table).select('id').execute()).length
const unmetFor = async (slug: string, person: ReturnType<typeof castNumber>) => {
  const service = test.platform.catalogue.service(slug)
  const [subject] = service ? await subjectsOf(service.subject, test.platform, person) : []
  if (!service || !subject) throw new Error('nothing to judge')
  const verdicts = await judge(test.platform, service, {
    moment: 'opening',
    viewer: 'applicant',
    applicant: person,
    actor: person,
    subject,
  })
  return verdicts.filter((one) => one.outcome !== 'met').map((one) => one.rule)
}

beforeAll(async () => {
  test = await testPlatform()
  await populate(test.platform, { persons: 400 })
})

describe('the synthetic traffic', () => {
  it('has licences, vehicles and violations, with index rows that lead back to their owners', async () => {
    expect(await count('driving_licence')).toBeGreaterThan(50)
    expect(await count('violation')).toBeGreaterThan(20)
    const today = dayOf(test.clock.now())
    const owners = await test.db.selectFrom('plate_holder').select('person_id').distinct().execute()
    for (const { person_id } of owners.slice(0, 20))
      for (const vehicle of await vehiclesOf(test.db, person_id, today))
        expect((await vehicleByPlate(test.db, vehicle, today))?.id).toBe(vehicle.id)
  })

  it('gives a resident no more than two private vehicles', async () => {
    const rows = await test.db
      .selectFrom('vehicle')
      .select(({ fn }) => ['person_id', fn.countAll<number>().as('cars')])
      .groupBy('person_id')
      .execute()
    const residents = rows.filter((row) => personKind(row.person_id) === 'resident')
    expect(residents.length).toBeGreaterThan(0)
    expect(Math.max(...residents.map((row) => Number(row.cars)))).toBeLessThanOrEqual(2)
  })

  it('gives the driver a licence that only an unpaid violation keeps from being renewed', async () => {
    const driver = castNumber('driver')
    expect(await unmetFor('renew-driving-licence', driver)).toEqual(['no-unpaid-violations'])
    const [licence] = await licencesOf(test.db, driver)
    expect(licence && daysBetween(dayOf(test.clock.now()), licence.expiresOn)).toBe(21)
    expect(await violationsOf(test.db, driver, 'unpaid')).toHaveLength(1)
  })

  it('gives the seller a car that can be sold', async () => {
    expect(await unmetFor('sell-vehicle', castNumber('seller'))).toEqual([])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '#kernel/day.ts'
import { formatPlate } from '#kernel/plate.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { transact } from '#platform/database/transact.ts'
import { parseForm } from '#platform/forms/parse.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { inboxOf, smsTo } from '#tests/support/service.ts'
import { aVehicle } from '#tests/support/traffic.ts'
import { vehiclesOf } from '../registry/vehicles.ts'
import { countUnpaidOnVehicle, violationsOf } from '../registry/violations.ts'

let test: TestPlatform
let record = 0

beforeAll(async () => {
  test = await testPlatform()
})

/** What a client's call comes to: the form, then the operation in a transaction. */
async function call(raw: Record<string, unknown>) {
  const operation = test.platform.catalogue.operation('record-violation')
  if (!operation) throw new Error('no operation')
  const parsed = parseForm(operation.input, raw, { today: dayOf(test.clock.now()), options: {} })
  if (!parsed.ok) return { ok: false as const, fields: parsed.error }
  const done = await transact(test.db, (tx) =>
    operation.run({ tx, clock: test.clock, client: 'camera' }, parsed.value),
  )
  return done.ok ? done : { ok: false as const, fields: done.error.fields ?? {} }
}

async function aDriver() {
  const owner = await aPerson(test.db)
  await aVehicle(test, owner)
  const [vehicle] = await vehiclesOf(test.db, owner, dayOf(test.clock.now()))
  if (!vehicle) throw new Error('no vehicle')
  return { owner, vehicle, plate: formatPlate(vehicle.plate, 'ar') }
}

const sighting = (over: Record<string, unknown>) => ({
  reference: `r-${++record}`,
  kind: 'speeding',
  speed: 145,
  limit: 120,
  place: 'طريق الملك فهد، الرياض',
  at: '2026-11-23T10:30:00+03:00',
  ...over,
})

describe('a camera’s report', () => {
  it('records the violation against the owner of the plate, with its deadlines, and tells them', async () => {
    const { owner, vehicle, plate } = await aDriver()
    const done = await call(sighting({ plate }))
    expect(done).toMatchObject({
      ok: true,
      value: { known: false, kind: 'speeding-20', amount: 30_000, points: 2 },
    })
    const [found] = await violationsOf(test.db, owner)
    expect(found).toMatchObject({
      state: 'unpaid',
      speed: { driven: 145, allowed: 120 },
      objectBy: '2026-12-23',
      payBy: '2026-12-08',
      sequenceNumber: vehicle.sequenceNumber,
    })
    expect(found?.number).toMatch(/^\d{12}$/)
    expect(await countUnpaidOnVehicle(test.db, vehicle.sequenceNumber)).toBe(1)
    await test.runJobs()
    expect(smsTo(test, owner).join()).toContain(found?.number)
    const log = await accessLog(test.db, owner, { limit: 5 })
    expect(JSON.stringify(log)).toContain('violation.write')
  })

  it('is the same violation when it is reported again, and nobody is told twice', async () => {
    const { owner, plate } = await aDriver()
    const report = sighting({ plate })
    const [first, ...again] = [await call(report), ...(await Promise.all([call(report), call(report)]))]
    if (!first?.ok) throw new Error('not recorded')
    for (const one of again)
      expect(one).toMatchObject({ ok: true, value: { known: true, number: first.value.number } })
    expect(await violationsOf(test.db, owner)).toHaveLength(1)
    expect(await inboxOf(test, owner)).toHaveLength(1)
  })

  it('is one violation when two reports of it race', async () => {
    const { owner, plate } = await aDriver()
    const report = sighting({ plate })
    const both = await Promise.all([call(report), call(report), call(report)])
    expect(new Set(both.map((one) => one.ok && one.value.number)).size).toBe(1)
    expect(await violationsOf(test.db, owner)).toHaveLength(1)
  })

  it('may name the driver instead of a plate', async () => {
    const { owner } = await aDriver()
    expect(await call(sighting({ person: owner, kind: 'red-light', speed: '', limit: '' }))).toMatchObject({
      ok: true,
    })
    expect(await violationsOf(test.db, owner)).toMatchObject([{ grave: true, speed: undefined }])
  })
})

describe('a report that is refused', () => {
  it.each([
    ['a plate that no vehicle bears', { plate: 'ق ق ق 9999' }, 'plate'],
    ['neither plate nor driver', {}, 'plate'],
    ['a driver whom nobody is', { person: '1999999996' }, 'person'],
    ['a speed within the margin', { speed: 129 }, 'speed'],
    ['no speed', { speed: undefined }, 'speed'],
    ['a time to come', { at: '2026-11-24T10:30:00+03:00' }, 'at'],
    ['a time without its offset', { at: '2026-11-23 10:30' }, 'at'],
    ['a kind that the tariff does not know', { kind: 'singing' }, 'kind'],
  ])('%s', async (_, over, field) => {
    const { plate } = await aDriver()
    const given = field === 'speed' || field === 'at' || field === 'kind' ? { plate, ...over } : over
    const refused = await call(sighting(given))
    expect(refused.ok).toBe(false)
    expect(Object.keys(refused.ok ? {} : refused.fields)).toEqual([field])
  })
})

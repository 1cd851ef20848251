import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, type Day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { answersOf, drawn, followed, heldBy, tryDraw } from '#tests/support/documents.ts'
import { aPerson } from '#tests/support/people.ts'
import { inboxOf } from '#tests/support/service.ts'
import { aLicence, aVehicle, aViolation } from '#tests/support/traffic.ts'

let test: TestPlatform
let today: Day
let person: PersonNumber
beforeAll(async () => {
  test = await testPlatform()
  today = dayOf(test.clock.now())
})
beforeEach(async () => {
  person = await aPerson(test.db)
})

describe('the driving licence', () => {
  it('is held without asking, under its own number, and says “may drive” without the birth date', async () => {
    const licence = await aLicence(test, person)
    expect(await heldBy(test, person)).toEqual(['driving-licence'])
    const card = await drawn(test, 'driving-licence', person, licence)
    expect(card).toMatchObject({ validUntil: addDays(today, 21), content: { portrait: { sex: 'male' } } })
    expect(answersOf(test, card, today)).toEqual({
      'may-drive': { cls: 'private' },
      'over-18': { over18: 'y' },
    })
    const [view] = test.platform.catalogue.document('driving-licence')?.views ?? []
    expect(view?.shows).toEqual(['name', 'face'])
  })

  it('shows a restriction to whoever asks whether its holder may drive', async () => {
    const licence = await aLicence(test, person)
    await test.db
      .updateTable('driving_licence')
      .set({ restrictions: '["glasses"]' })
      .where('person_id', '=', person)
      .execute()
    const card = await drawn(test, 'driving-licence', person, licence)
    expect(answersOf(test, card, today)).toMatchObject({ 'may-drive': { cls: 'private', bound: 'glasses' } })
  })

  it('is suspended by an authority, and good again when that is lifted', async () => {
    const licence = await aLicence(test, person)
    await drawn(test, 'driving-licence', person, licence)
    await test.db
      .insertInto('licence_suspension')
      .values({
        person_id: person,
        licence_id: licence,
        authority_ar: 'المحكمة المرورية',
        authority_en: 'the traffic court',
        since: today,
        until: addDays(today, 30),
        lifted_on: null,
      })
      .execute()
    expect(await followed(test, person)).toEqual(['suspended'])
    expect((await drawn(test, 'driving-licence', person, licence)).because?.en).toBe(
      'Suspended by the traffic court until 23 December 2026.',
    )
    await test.db
      .updateTable('licence_suspension')
      .set({ lifted_on: today })
      .where('person_id', '=', person)
      .execute()
    expect(await followed(test, person)).toEqual(['valid'])
  })

  it('is suspended with its driver’s services, who is told', async () => {
    const licence = await aLicence(test, person)
    await drawn(test, 'driving-licence', person, licence)
    await test.db
      .insertInto('traffic_suspension')
      .values({
        person_id: person,
        authority_ar: 'المحكمة',
        authority_en: 'The court',
        since: today,
        ended_on: null,
      })
      .execute()
    expect(await followed(test, person)).toEqual(['suspended'])
    expect((await inboxOf(test, person)).join()).toContain('The court has suspended your traffic services.')
  })

  it('is suspended by the points of a year', async () => {
    const licence = await aLicence(test, person)
    await drawn(test, 'driving-licence', person, licence)
    for (let n = 0; n < 4; n += 1) await aViolation(test, person, { kind: 'red-light' })
    expect(await followed(test, person)).toEqual(['suspended'])
    expect((await drawn(test, 'driving-licence', person, licence)).because?.en).toContain('the limit is 24')
  })
})

describe('the papers of a vehicle', () => {
  it('are held by its owner; the plate is what a checkpoint needs, and no name', async () => {
    const vehicle = await aVehicle(test, person)
    expect(await heldBy(test, person)).toEqual(['vehicle-insurance', 'vehicle-registration'])
    for (const [name, view] of [
      ['vehicle-registration', 'registered'],
      ['vehicle-insurance', 'insured'],
    ] as const) {
      const card = await drawn(test, name, person, vehicle)
      expect(answersOf(test, card, today)).toMatchObject({
        [view]: { plate: expect.stringMatching(/ \d+$/) },
      })
      expect(test.platform.catalogue.document(name)?.views?.[0]?.shows).toEqual([])
      expect(await tryDraw(test, name, await aPerson(test.db), vehicle)).toBeUndefined()
    }
  })

  it('are taken back when it is no longer theirs', async () => {
    const vehicle = await aVehicle(test, person)
    await drawn(test, 'vehicle-registration', person, vehicle)
    await test.db.deleteFrom('vehicle').where('person_id', '=', person).execute()
    expect(await followed(test, person)).toEqual(['revoked'])
  })

  it('are suspended while the vehicle is impounded, and the insurance ends with its policy', async () => {
    const vehicle = await aVehicle(test, person)
    await drawn(test, 'vehicle-registration', person, vehicle)
    const held = (state: 'held' | 'running') =>
      test.db.updateTable('vehicle').set({ state }).where('person_id', '=', person).execute()
    await held('held')
    expect(await followed(test, person)).toEqual(['suspended'])
    await held('running')
    expect(await followed(test, person)).toEqual(['valid'])
    await drawn(test, 'vehicle-insurance', person, vehicle)
    await test.db
      .updateTable('insurance_policy')
      .set({ ended_on: today })
      .where('person_id', '=', person)
      .execute()
    expect((await followed(test, person)).toSorted()).toEqual(['revoked', 'valid'])
  })

  it('of an uninsured vehicle is the registration alone', async () => {
    const vehicle = await aVehicle(test, person, { insured: null })
    expect(await heldBy(test, person)).toEqual(['vehicle-registration'])
    expect(await tryDraw(test, 'vehicle-insurance', person, vehicle)).toBeUndefined()
  })
})

import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { anonymous } from '#platform/authority/principal.ts'
import type { Block } from '#platform/catalogue/block.ts'
import { ask } from '#platform/inquiries/ask.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { answerOf, asPerson } from '#tests/support/service.ts'
import { aLicence, aVehicle, aViolation } from '#tests/support/traffic.ts'

let test: TestPlatform
let person: PersonNumber

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  person = await aPerson(test.db)
})

const mine = (slug: string, subject?: string) =>
  answerOf(test, asPerson(person), slug, subject ? { subject } : {})
const status = (blocks: readonly Block[]) =>
  blocks.flatMap((one) => (one.kind === 'status' ? [one.code] : []))
const facts = (blocks: readonly Block[]) =>
  Object.fromEntries(
    blocks.flatMap((one) => (one.kind === 'facts' ? one.facts : [])).map(({ key, value }) => [key, value]),
  )
const rows = (blocks: readonly Block[]) => blocks.flatMap((one) => (one.kind === 'table' ? one.rows : []))

describe('query-traffic-violations', () => {
  const slug = 'query-traffic-violations'

  it('lists one’s own when signed in, with what can be done about each', async () => {
    const number = await aViolation(test, person)
    await aViolation(test, await aPerson(test.db))
    const blocks = await mine(slug)
    expect(rows(blocks)).toMatchObject([
      { number: { value: number }, due: { value: 22_500 }, objectBy: { value: '2026-12-23' } },
    ])
    const table = blocks.find((one) => one.kind === 'table')
    expect(table?.kind === 'table' && table.next).toMatchObject([{ service: 'object-traffic-violation' }])
  })

  it('tells whoever has both numbers the state and the dates, and no more', async () => {
    const number = await aViolation(test, person)
    const blocks = await answerOf(test, anonymous, slug, {
      raw: { number: `${number.slice(0, 4)} ${number.slice(4)}`, person },
    })
    expect(status(blocks)).toEqual(['UNPAID'])
    expect(Object.keys(facts(blocks))).toEqual(['due', 'payBy', 'objectBy'])
  })

  it('answers a wrong number, another person and an unknown one alike', async () => {
    const number = await aViolation(test, person)
    const stranger = await aPerson(test.db)
    const asked = [
      { number: '123456789012', person },
      { number, person: stranger },
      { number, person: '1999999996' },
    ]
    const said = await Promise.all(asked.map((raw) => answerOf(test, anonymous, slug, { raw })))
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(status(said[0] ?? [])).toEqual(['NOT_FOUND'])
  })

  it('tells an account that is not activated no more than anybody', async () => {
    await aViolation(test, person)
    const inquiry = test.platform.catalogue.inquiry(slug)
    if (!inquiry) throw new Error('no inquiry')
    const asked = await ask(test.platform, asPerson(person, 'registered'), inquiry, { raw: {} })
    expect(asked).toMatchObject({ ok: false, error: { code: 'answers-invalid' } })
  })
})

describe('query-total-violations', () => {
  it('adds up what is unpaid, without and with the reduction', async () => {
    await aViolation(test, person)
    await aViolation(test, person, { kind: 'red-light' })
    const blocks = await mine('query-total-violations')
    expect(status(blocks)).toEqual(['UNPAID'])
    expect(facts(blocks)).toMatchObject({
      unpaid: { value: 2 },
      total: { value: 330_000 },
      due: { value: 322_500 },
    })
  })

  it('says when there is nothing', async () => {
    expect(status(await mine('query-total-violations'))).toEqual(['CLEAR'])
  })

  it('needs a signed-in account', async () => {
    await expect(answerOf(test, anonymous, 'query-total-violations')).rejects.toThrow('sign-in-required')
  })
})

describe('query-driving-licence-info', () => {
  it('shows class, expiry, points and the digital licence', async () => {
    const licence = await aLicence(test, person)
    await aViolation(test, person, { kind: 'mobile-phone' })
    const blocks = await mine('query-driving-licence-info')
    expect(status(blocks)).toEqual(['VALID'])
    expect(facts(blocks)).toMatchObject({
      expiresOn: { value: '2026-12-14' },
      points: { value: 2 },
      pointsLimit: { value: 24 },
    })
    expect(blocks.at(-1)).toMatchObject({ kind: 'document', document: 'driving-licence', subject: licence })
  })

  it('says when it has expired, and shows nobody else’s', async () => {
    const licence = await aLicence(test, person, { expires: -1 })
    expect(status(await mine('query-driving-licence-info'))).toEqual(['EXPIRED'])
    const stranger = asPerson(await aPerson(test.db))
    await expect(
      answerOf(test, stranger, 'query-driving-licence-info', { subject: licence }),
    ).rejects.toThrow('not-authorised')
  })
})

describe('query-licence-renewability', () => {
  it('explains each condition of each licence, and links to the renewal when all are met', async () => {
    await aLicence(test, person)
    const blocks = await mine('query-licence-renewability')
    expect(blocks.map((one) => one.kind)).toEqual(['verdicts', 'note'])
    expect(blocks.at(-1)).toMatchObject({ next: { service: 'renew-driving-licence' } })
  })

  it('explains what is missing, for the licence and the vehicle', async () => {
    await aLicence(test, person)
    await aVehicle(test, person, { insured: null })
    await aViolation(test, person)
    const blocks = await mine('query-licence-renewability')
    const unmet = blocks.map((one) =>
      one.kind === 'verdicts'
        ? one.verdicts.filter((verdict) => verdict.outcome === 'unmet').map((verdict) => verdict.rule)
        : [],
    )
    expect(unmet).toEqual([['no-unpaid-violations'], ['insured', 'no-unpaid-violations']])
  })

  it('says when there is nothing to renew', async () => {
    expect(status(await mine('query-licence-renewability'))).toEqual(['NOTHING_TO_RENEW'])
  })
})

describe('query-vehicle-licences', () => {
  it('lists one’s vehicles with their dates and papers', async () => {
    const vehicle = await aVehicle(test, person)
    const blocks = await mine('query-vehicle-licences')
    expect(rows(blocks)).toMatchObject([
      { registeredUntil: { value: '2027-06-11' }, insuredUntil: { value: '2027-03-03' } },
    ])
    expect(blocks.at(-1)).toMatchObject({ document: 'vehicle-registration', subject: vehicle })
  })
})

describe('query-vehicle-insurance-validity', () => {
  const slug = 'query-vehicle-insurance-validity'
  const sequenceOf = async () =>
    (
      await test.db
        .selectFrom('vehicle')
        .select('sequence_number')
        .where('person_id', '=', person)
        .executeTakeFirstOrThrow()
    ).sequence_number
  const asked = async (sequenceNumber: string) => answerOf(test, anonymous, slug, { raw: { sequenceNumber } })

  it('answers anybody yes or no, and nothing about the owner', async () => {
    await aVehicle(test, person)
    const blocks = await asked(await sequenceOf())
    expect(status(blocks)).toEqual(['INSURED'])
    expect(blocks).toHaveLength(1)
  })

  it('answers an uninsured vehicle and an unknown number alike', async () => {
    await aVehicle(test, person, { insured: null })
    expect(await asked(await sequenceOf())).toEqual(await asked('1234567890'))
  })

  it('lists one’s own vehicles when signed in', async () => {
    await aVehicle(test, person)
    expect(rows(await mine(slug))).toMatchObject([{ until: { value: '2027-03-03' } }])
  })
})

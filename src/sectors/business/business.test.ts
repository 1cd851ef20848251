import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, addMonths, day, dayOf } from '#kernel/day.ts'
import { type EstablishmentNumber, establishmentNumber } from '#kernel/establishment-number.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { allGivenBy, endDelegation, limitDelegation } from '#platform/authority/delegate.ts'
import { actingUnder, delegationsGiven, delegationsHeld } from '#platform/authority/delegation.ts'
import { businessPowers } from '#platform/authority/power.ts'
import { storeUpload } from '#platform/files/file.ts'
import { enterEstablishment } from '#platform/people/write.ts'
import { decide } from '#platform/requests/office.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import {
  answerOf,
  asOfficer,
  asPerson,
  inboxOf,
  send,
  trySend,
  unmetAtOpening,
  unmetOf,
} from '#tests/support/service.ts'

let test: TestPlatform
let owner: PersonNumber
let delegate: PersonNumber
let firm: EstablishmentNumber
let serial = 100

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  owner = await holder()
  delegate = await holder()
  firm = establishmentNumber(`7900000${++serial}`)
  await enterEstablishment(test.db, {
    establishment_id: firm,
    name_ar: 'مخبز الواحة',
    name_en: 'Oasis Bakery',
    commercial_register: `10100${serial}`,
    activity: 'retail',
    region: '01',
    owner_id: owner,
    founded_on: day('2020-01-01'),
  })
})

async function holder(options: Parameters<typeof aPerson>[1] = {}): Promise<PersonNumber> {
  const person = await aPerson(test.db, options)
  await anAccount(test.platform, person)
  return person
}

const registerIt = () =>
  send(test, { service: 'register-establishment', by: owner, answers: { owner: 'yes' } })
const business = 'appoint-my-business-delegate'
const wish = (answers: Readonly<Record<string, unknown>>, service = business) => ({
  service,
  by: owner,
  answers: { delegate, months: '6', ...answers },
})
const given = () => delegationsGiven(test.platform, firm)

describe('registering an establishment', () => {
  it('is at once for the owner on record, and once', async () => {
    const done = await registerIt()
    expect((await done.state()).status).toBe('fulfilled')
    expect((await inboxOf(test, owner)).join()).toContain(`unified number ${firm}`)
    const unmet = await unmetAtOpening(test, { service: 'register-establishment', by: owner })
    expect(Object.keys(unmet)).toEqual(['establishment-not-registered'])
  })

  it('is for nobody else', async () => {
    const other = {
      service: 'register-establishment',
      by: delegate,
      subject: firm,
      answers: { owner: 'yes' },
    }
    expect(await trySend(test, other)).toMatchObject({ ok: false, error: { code: 'not-authorised' } })
  })
})

describe('appointing a delegate of an establishment', () => {
  it('needs the establishment to be registered', async () => {
    const refused = await trySend(test, wish({ role: 'accountant' }))
    expect(Object.keys(unmetOf(refused))).toEqual(['establishment-registered'])
  })

  it('holds from the delegate’s consent, with the powers of the role written out, and is logged', async () => {
    await registerIt()
    const sent = await send(test, wish({ role: 'accountant' }))
    expect(await given()).toEqual([])
    await sent.approve(delegate)
    expect((await sent.state()).status).toBe('fulfilled')
    expect(await given()).toMatchObject([
      {
        kind: 'my-business',
        delegate,
        powers: ['bills.read', 'bills.pay', 'points.redeem'],
        state: 'active',
        until: addMonths(dayOf(test.clock.now()), 6),
      },
    ])
    const [table] = await answerOf(test, asPerson(owner), 'delegation-audit')
    expect(table?.kind === 'table' && table.rows).toHaveLength(2)
    await expect(answerOf(test, asPerson(delegate), 'delegation-audit', { subject: firm })).rejects.toThrow(
      'not-authorised',
    )
  })

  it('writes "everything" out as the list of the day, and takes powers one by one', async () => {
    await registerIt()
    const none = await trySend(test, wish({ role: 'chosen' }))
    expect(none).toMatchObject({ ok: false, error: { fields: { powers: {} } } })
    await (await send(test, wish({ role: 'manager' }))).approve(delegate)
    expect((await given())[0]?.powers).toEqual(businessPowers.map((one) => one.name))
    const second = await holder()
    const chosen = { delegate: second, role: 'chosen', powers: ['bills.read', 'message.send'] }
    await (await send(test, wish(chosen))).approve(second)
    expect((await given())[0]?.powers).toEqual(['bills.read', 'message.send'])
  })

  it('writes nothing when the delegate refuses, does not answer, or is a minor', async () => {
    await registerIt()
    await (await send(test, wish({ role: 'services' }))).refuse(delegate)
    const silent = await send(test, wish({ role: 'services' }))
    await silent.lapse()
    expect((await silent.state()).status).toBe('expired')
    const minor = await holder({ born: addDays(dayOf(test.clock.now()), -16 * 354) })
    const young = await send(test, wish({ role: 'services', delegate: minor }))
    await young.approve(minor)
    expect((await young.state()).status).toBe('rejected')
    expect(await given()).toEqual([])
  })

  it('is cut by the owner and ended by either side, and lets nobody act as the owner', async () => {
    await registerIt()
    await (await send(test, wish({ role: 'accountant' }))).approve(delegate)
    const [one] = await given()
    const id = one?.id ?? ''
    expect(await allGivenBy(test.platform, owner)).toEqual(await given())
    expect(await actingUnder(test.platform, delegate, id)).toBeUndefined()
    const byDelegate = { id, powers: ['bills.read'] }
    expect(await limitDelegation(test.platform, asPerson(delegate), byDelegate)).toMatchObject({ ok: false })
    expect(await limitDelegation(test.platform, asPerson(owner), byDelegate)).toMatchObject({ ok: true })
    expect((await delegationsHeld(test.platform, delegate))[0]?.powers).toEqual(['bills.read'])
    expect(await endDelegation(test.platform, asPerson(await holder()), id)).toMatchObject({ ok: false })
    expect(await endDelegation(test.platform, asPerson(delegate), id)).toMatchObject({ ok: true })
    expect((await given())[0]?.state).toBe('revoked')
    expect((await inboxOf(test, owner)).join()).toContain('was ended at once')
  })
})

describe('appointing a signatory', () => {
  it('takes an approved letter and two officers, each alone', async () => {
    await registerIt()
    const service = 'appoint-authorised-signatory'
    const create = { width: 40, height: 40, channels: 3, background: '#fff' } as const
    const bytes = await sharp({ create }).png().toBuffer()
    const letter = await storeUpload(test.platform, { owner, name: 'letter.png', bytes })
    if (!letter.ok) throw new Error(letter.error.en)
    expect(await trySend(test, wish({}, service))).toMatchObject({ ok: false })
    const sent = await send(test, wish({ letter: { file: letter.value.id } }, service))
    await sent.approve(delegate)
    await sent.decide({ approve: true })
    await expect(sent.decide({ approve: true })).rejects.toThrow('four-eyes')
    expect(await given()).toEqual([])
    const open = await test.db
      .selectFrom('office_case')
      .select(['unit', 'id'])
      .where('reference', '=', sent.reference)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow()
    const first = await asOfficer(test, 'business-services')
    if (first.kind !== 'officer') throw new Error('an officer was expected')
    const second = { ...first, officer: 'another-officer' }
    expect(await decide(test.platform, second, open, { approve: true, reason: 'In order.' })).toMatchObject({
      ok: true,
    })
    await test.runJobs()
    expect(await given()).toMatchObject([{ kind: 'signatory', powers: ['operator.represent'] }])
  })
})

describe('appointing a SIM-authentication delegate', () => {
  it('asks for enrolled fingerprints and gives one power, none over bills', async () => {
    await registerIt()
    const service = 'appoint-sim-authentication-delegate'
    const refused = await trySend(test, wish({}, service))
    expect(refused).toMatchObject({ ok: false, error: { code: 'conditions-unmet' } })
    await enrol(delegate)
    await (await send(test, wish({}, service))).approve(delegate)
    expect(await given()).toMatchObject([{ kind: 'sim-authentication', powers: ['lines.authenticate'] }])
  })
})

const enrol = (person: PersonNumber) =>
  test.db
    .insertInto('biometric_status')
    .values({
      person_id: person,
      status: 'UPDATED',
      place_ar: 'الرياض',
      place_en: 'Riyadh',
      enrolled_on: day('2025-01-01'),
      template_id: '1'.repeat(32),
      changed_at: test.clock.now(),
    })
    .execute()

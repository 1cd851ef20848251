import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, addMonths, day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { holdAccount } from '#platform/accounts/hold.ts'
import { allGivenBy, endDelegation, limitDelegation } from '#platform/authority/delegate.ts'
import { delegationsGiven, delegationsHeld } from '#platform/authority/delegation.ts'
import type { PersonPrincipal } from '#platform/authority/principal.ts'
import { workspacesOf } from '#platform/authority/workspace.ts'
import { businessPowers } from '#platform/catalogue/power.ts'
import { transact } from '#platform/database/transact.ts'
import { storeUpload } from '#platform/files/file.ts'
import { answerApproval } from '#platform/requests/act.ts'
import { decide } from '#platform/requests/office.ts'
import { viewParticipation } from '#platform/requests/read.ts'
import { aDelegate, aFirm, anAccountHolder, asOwner, type Firm } from '#tests/support/business.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import {
  answerOf,
  asOfficer,
  asPerson,
  inboxOf,
  send,
  trySend,
  unmetAtOpening,
} from '#tests/support/service.ts'

let test: TestPlatform
let firm: Firm
let owner: PersonPrincipal
let delegate: PersonNumber

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  test.clock.set('2026-11-23T08:00:00Z')
  firm = await aFirm(test)
  owner = await asOwner(test, firm)
  delegate = await anAccountHolder(test)
})

const business = 'appoint-my-business-delegate'
const wish = (answers: Readonly<Record<string, unknown>>, service = business) => ({
  service,
  by: owner,
  answers: { delegate, months: '6', ...answers },
})
const given = () => delegationsGiven(test.platform, firm.id)
/** The powers that a delegate reads before they consent. */
const powersAsked = async (reference: string, to = delegate) => {
  const seen = await viewParticipation(test.platform, asPerson(to), reference)
  const value = seen.ok && seen.value.row.shows.find((one) => one.key === 'powers')?.value
  return value && value.kind === 'list' && value.texts.map(({ en }) => en)
}
const auditOf = async () => {
  const [table] = await answerOf(test, owner, 'delegation-audit')
  if (table?.kind !== 'table') throw new Error('a table was expected')
  return table.rows.map(({ what, about }) => {
    if (what?.kind !== 'text') throw new Error('a text was expected')
    return about?.kind === 'text' ? `${what.text.en}: ${about.text.en}` : what.text.en
  })
}

describe('registering an establishment', () => {
  it('is at once for the owner on record, opens its workspace, and once', async () => {
    const fresh = await aFirm(test, { registered: false })
    expect(await workspacesOf(test.platform, fresh.owner)).toEqual([])
    const register = { service: 'register-establishment', by: fresh.owner, answers: { owner: 'yes' } }
    const done = await send(test, register)
    expect((await done.state()).status).toBe('fulfilled')
    expect((await inboxOf(test, fresh.owner)).join()).toContain(`unified number ${fresh.id}`)
    expect(await workspacesOf(test.platform, fresh.owner)).toMatchObject([
      { id: fresh.id, actingFor: { establishment: fresh.id, right: { as: 'owner' } } },
    ])
    const unmet = await unmetAtOpening(test, { service: 'register-establishment', by: fresh.owner })
    expect(Object.keys(unmet)).toEqual(['establishment-not-registered'])
  })

  it('is for nobody else', async () => {
    const other = {
      service: 'register-establishment',
      by: delegate,
      subject: firm.id,
      answers: { owner: 'yes' },
    }
    expect(await trySend(test, other)).toMatchObject({ ok: false, error: { code: 'not-authorised' } })
  })
})

describe('appointing a delegate of an establishment', () => {
  it('is done in its workspace, by its owner alone', async () => {
    const outside = await trySend(test, { ...wish({ role: 'accountant' }), by: firm.owner })
    expect(outside).toMatchObject({ ok: false, error: { code: 'workspace-required' } })
    const manager = await aDelegate(test, firm, { kind: 'manager' })
    for (const service of [
      business,
      'appoint-business-manager',
      'appoint-authorised-signatory',
      'appoint-sim-authentication-delegate',
    ])
      expect(await trySend(test, { ...wish({}, service), by: await manager.principal() })).toMatchObject({
        ok: false,
        error: { code: 'not-in-your-powers' },
      })
    expect(await given()).toHaveLength(1)
  })

  it('waits for a day after a new way into the owner’s account, whatever is appointed', async () => {
    await transact(test.db, (tx) => holdAccount(tx, firm.owner, test.clock.now()))
    for (const service of [
      business,
      'appoint-business-manager',
      'appoint-authorised-signatory',
      'appoint-sim-authentication-delegate',
    ])
      expect(Object.keys(await unmetAtOpening(test, { service, by: owner }))).toContain(
        'account-not-held-back',
      )
    test.clock.advance({ days: 1 })
    expect(await unmetAtOpening(test, { service: business, by: owner })).toEqual({})
  })

  it('takes no powers beside those of a role: what is reviewed is what is given', async () => {
    const refused = await trySend(test, wish({ role: 'accountant', powers: ['credit.update'] }))
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'answers-invalid', fields: { powers: { en: expect.stringContaining('not added') } } },
    })
    const none = await trySend(test, wish({ role: 'chosen' }))
    expect(none).toMatchObject({ ok: false, error: { fields: { powers: expect.anything() } } })
    expect(await given()).toEqual([])
  })

  it('holds from the delegate’s consent, with the powers of the role written out, and is logged', async () => {
    const sent = await send(test, wish({ role: 'accountant' }))
    expect(await given()).toEqual([])
    expect(await powersAsked(sent.reference)).toEqual([
      'Review all bills',
      'Pay bills',
      'Redeem points for rewards',
    ])
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
    expect(await auditOf()).toEqual([
      'Accepted it: My Business delegate',
      'Offered it: My Business delegate: Review all bills, Pay bills, Redeem points for rewards',
    ])
    const [workspace] = await workspacesOf(test.platform, delegate)
    expect(workspace?.actingFor).toMatchObject({ establishment: firm.id, right: { as: 'my-business' } })
  })

  it('writes "everything" out as the list of the day, and takes powers one by one', async () => {
    const none = await trySend(test, wish({ role: 'chosen' }))
    expect(none).toMatchObject({ ok: false, error: { fields: { powers: {} } } })
    await (await send(test, wish({ role: 'manager' }))).approve(delegate)
    expect((await given())[0]?.powers).toEqual(businessPowers.map((one) => one.name))
    const second = await anAccountHolder(test)
    const chosen = { delegate: second, role: 'chosen', powers: ['bills.read', 'message.send'] }
    const asked = await send(test, wish(chosen))
    expect(await powersAsked(asked.reference, second)).toEqual([
      'Review all bills',
      'Send electronic telegrams',
    ])
    await asked.approve(second)
    expect((await given())[0]?.powers).toEqual(['bills.read', 'message.send'])
  })

  it('writes nothing when the delegate refuses, does not answer, or is a minor', async () => {
    await (await send(test, wish({ role: 'services' }))).refuse(delegate)
    const silent = await send(test, wish({ role: 'services' }))
    await silent.lapse()
    expect((await silent.state()).status).toBe('expired')
    const minor = await anAccountHolder(test, { born: addDays(dayOf(test.clock.now()), -16 * 354) })
    const young = await send(test, wish({ role: 'services', delegate: minor }))
    await young.approve(minor)
    expect((await young.state()).status).toBe('rejected')
    expect(await given()).toEqual([])
  })

  it('makes one of two requests for the same delegate whose consents come at once', async () => {
    const sent = [
      await send(test, wish({ role: 'services' })),
      await send(test, wish({ role: 'accountant' })),
    ]
    await Promise.all(
      sent.map((one) =>
        answerApproval(test.platform, asPerson(delegate), {
          reference: one.reference,
          step: 'acceptance',
          accept: true,
        }),
      ),
    )
    const ends = await Promise.all(sent.map(async (one) => (await one.state()).status))
    expect(ends.sort()).toEqual(['fulfilled', 'rejected'])
    expect(await given()).toHaveLength(1)
  })

  it('is cut by the owner and ended by either side, also from the workspace', async () => {
    await (await send(test, wish({ role: 'accountant' }))).approve(delegate)
    const [one] = await given()
    const id = one?.id ?? ''
    expect(await allGivenBy(test.platform, firm.owner)).toEqual(await given())
    const fewer = { id, powers: ['bills.read'] }
    expect(await limitDelegation(test.platform, asPerson(delegate), fewer)).toMatchObject({ ok: false })
    expect(await limitDelegation(test.platform, owner, fewer)).toMatchObject({ ok: true })
    expect((await delegationsHeld(test.platform, delegate))[0]?.powers).toEqual(['bills.read'])
    const stranger = asPerson(await anAccountHolder(test))
    expect(await endDelegation(test.platform, stranger, id)).toMatchObject({ ok: false })
    expect(await endDelegation(test.platform, asPerson(delegate), id)).toMatchObject({ ok: true })
    expect((await given())[0]?.state).toBe('revoked')
    expect((await inboxOf(test, firm.owner)).join()).toContain('was ended at once')
    expect(await workspacesOf(test.platform, delegate)).toEqual([])
  })
})

describe('appointing a manager', () => {
  const manager = (answers: Readonly<Record<string, unknown>> = {}) => ({
    service: 'appoint-business-manager',
    by: owner,
    answers: { delegate, from: '2026-12-01', until: '2027-06-30', role: 'finance', ...answers },
  })

  it('gives the powers of the role from the first day to the last, once the manager agrees', async () => {
    const sent = await send(test, manager())
    expect((await inboxOf(test, delegate)).join()).toContain('Oasis Bakery asks for your answer')
    expect(await powersAsked(sent.reference)).toHaveLength(4)
    await sent.approve(delegate)
    expect(await given()).toMatchObject([
      {
        kind: 'manager',
        state: 'upcoming',
        powers: ['bills.read', 'bills.pay', 'credit.update', 'points.redeem'],
        begins: day('2026-12-01'),
        until: day('2027-06-30'),
      },
    ])
    expect(await workspacesOf(test.platform, delegate)).toEqual([])
    test.clock.set('2026-12-01T06:00:00Z')
    expect(await workspacesOf(test.platform, delegate)).toMatchObject([
      { actingFor: { right: { as: 'manager' } } },
    ])
    test.clock.set('2027-07-01T06:00:00Z')
    expect(await workspacesOf(test.platform, delegate)).toEqual([])
  })

  it('takes dates in order, of a year at most, and at least one power', async () => {
    const wrong = async (answers: Readonly<Record<string, unknown>>) => {
      const refused = await trySend(test, manager(answers))
      return refused.ok ? [] : Object.keys(refused.error.fields ?? {})
    }
    expect(await wrong({ until: '2026-11-30' })).toEqual(['until'])
    expect(await wrong({ until: '2027-12-02' })).toEqual(['until'])
    expect(await wrong({ from: '2026-11-22' })).toEqual(['from'])
    expect(await wrong({ role: 'chosen' })).toEqual(['powers'])
    expect(await wrong({ delegate: firm.owner })).toEqual(['delegate'])
  })

  it('is nothing any more when its last day has passed before the consent', async () => {
    const sent = await send(test, manager({ from: '2026-11-23', until: '2026-11-25' }))
    test.clock.set('2026-11-27T08:00:00Z')
    await sent.approve(delegate)
    expect((await sent.state()).status).toBe('rejected')
    expect(await given()).toEqual([])
  })
})

describe('appointing a signatory', () => {
  it('takes an approved letter and two officers, each alone', async () => {
    const service = 'appoint-authorised-signatory'
    const create = { width: 40, height: 40, channels: 3, background: '#fff' } as const
    const bytes = await sharp({ create }).png().toBuffer()
    const letter = await storeUpload(test.platform, { owner: firm.id, name: 'letter.png', bytes })
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

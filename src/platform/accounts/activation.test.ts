import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { anAccount, anOfficerSession, aSession } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aChild, aFamily, aPassport, aPerson, freshNumber, mobileOf } from '#tests/support/people.ts'
import { activateByBank } from './activate-by-bank.ts'
import { activateByOfficer, type OfficerActivation } from './activate-by-officer.ts'
import { printActivationForm } from './activation-form.ts'
import { reviewActivation } from './activation-review.ts'
import { appointOfficer } from './officer.ts'
import { secondLooks } from './second-look.ts'
import { sessionOf } from './session.ts'

const { platform, db, clock, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })
const unit = 'activation-desk'
const bank: Extract<Principal, { kind: 'partner' }> = {
  kind: 'partner',
  client: 'test-bank',
  scopes: ['accounts.activate'],
}
const officer = await anOfficerSession(platform, await aPerson(db), [unit])

async function aRegistered(person?: PersonNumber): Promise<PersonNumber> {
  const number = person ?? (await aPerson(db))
  await anAccount(platform, number, { state: 'registered' })
  return number
}

const byOfficer = (person: PersonNumber, changes: Partial<OfficerActivation> = {}) =>
  activateByOfficer(
    platform,
    {
      of: { person },
      document: { kind: 'identity-card', number: person },
      biometric: 'fingerprint',
      unit,
      ...changes,
    },
    officer.principal,
  )
const outcomeOf = (outcome: Awaited<ReturnType<typeof byOfficer>>) =>
  outcome.ok ? 'done' : outcome.error.code

async function aForm(person: PersonNumber): Promise<string> {
  const { principal } = await aSession(platform, person, { account: 'registered' })
  if (principal.kind !== 'person') throw new Error('not a person')
  const form = await printActivationForm(platform, principal)
  if (!form.ok) throw new Error(form.error.code)
  return form.value.token
}
const stateOf = async (person: PersonNumber) =>
  (await db.selectFrom('account').select('state').where('person_id', '=', person).executeTakeFirst())?.state

describe('activation by an officer', () => {
  it('takes the printed form once, and opens what is already open', async () => {
    const person = await aRegistered()
    const { token } = await aSession(platform, person, { account: 'registered' })
    const form = await aForm(person)
    expect(
      outcomeOf(await byOfficer(person, { of: { form: form.toLowerCase().replaceAll('-', ' ') } })),
    ).toBe('done')
    expect(await stateOf(person)).toBe('activated')
    expect((await sessionOf(platform, token))?.account).toBe('activated')
    expect(outcomeOf(await byOfficer(person, { of: { form } }))).toBe('form-not-good')
    await runJobs()
    expect(sent.sms.findLast(({ to }) => to === mobileOf(person))?.text).toMatch(/فُعّل حسابك/)
  })

  it('knows only the last form printed, for thirty days', async () => {
    const person = await aRegistered()
    const first = await aForm(person)
    const second = await aForm(person)
    expect(outcomeOf(await byOfficer(person, { of: { form: first } }))).toBe('form-not-good')
    clock.advance({ days: 30 })
    expect(outcomeOf(await byOfficer(person, { of: { form: second } }))).toBe('form-not-good')
    expect(await stateOf(person)).toBe('registered')
  })

  it('is reviewed by nobody of the family, and an id that is none is not there', async () => {
    const { father, mother } = await aFamily(db)
    await aRegistered(father)
    expect(outcomeOf(await byOfficer(father))).toBe('done')
    const wife = await anOfficerSession(platform, mother, [unit])
    const [waiting] = (await secondLooks(db, 'activation', [unit])).filter((one) => one.person_id === father)
    if (!waiting) throw new Error('nothing to review')
    expect(await reviewActivation(platform, waiting, { inOrder: true }, wife.principal)).toMatchObject({
      error: { code: 'own-or-family' },
    })
    expect(
      await reviewActivation(platform, { unit, id: 'x' }, { inOrder: true }, wife.principal),
    ).toMatchObject({
      error: { status: 404 },
    })
  })

  it('ends with the unit: an open session follows the roster', async () => {
    const person = await aPerson(db)
    const { token, principal } = await anOfficerSession(platform, person, [unit, 'passports'])
    await appointOfficer(db, { officer: principal.officer, person, units: ['passports'] })
    expect((await sessionOf(platform, token))?.units).toEqual(['passports'])
  })

  it('lets one of two activations at once win', async () => {
    const person = await aRegistered()
    const form = await aForm(person)
    const outcomes = await Promise.all([
      byOfficer(person, { of: { form } }),
      byOfficer(person, { of: { form } }),
    ])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const rows = await db
      .selectFrom('activation')
      .select('id')
      .where('person_id', '=', person)
      .where('officer', 'is not', null)
      .execute()
    expect(rows).toHaveLength(1)
  })

  it('compares the document with the register', async () => {
    const person = await aRegistered()
    const passport = await aPassport(db, person)
    const other = await byOfficer(person, { document: { kind: 'identity-card', number: freshNumber() } })
    expect(other).toMatchObject({ error: { fields: { document: { en: /not the one/ } } } })
    const expired = await aRegistered(await aPerson(db, { idExpiry: day('2026-01-01') }))
    expect(await byOfficer(expired)).toMatchObject({ error: { fields: { document: { en: /expired/ } } } })
    expect(outcomeOf(await byOfficer(person, { document: { kind: 'passport', number: passport } }))).toBe(
      'done',
    )
  })

  it('is not for oneself, family, or a unit that is not theirs', async () => {
    const me = officer.principal.person
    await aRegistered(me)
    expect(outcomeOf(await byOfficer(me))).toBe('own-or-family')
    const family = await aFamily(db)
    const child = await aChild(db, { father: me, mother: family.mother })
    await aRegistered(child)
    expect(outcomeOf(await byOfficer(child))).toBe('own-or-family')
    const person = await aRegistered()
    expect(outcomeOf(await byOfficer(person, { unit: 'elsewhere' }))).toBe('not-authorised')
    expect([await stateOf(me), await stateOf(child), await stateOf(person)]).toEqual(
      Array.from({ length: 3 }, () => 'registered'),
    )
  })

  it('waits in the log for a second officer, who is not the first', async () => {
    const person = await aRegistered()
    await byOfficer(person)
    const waiting = (await secondLooks(db, 'activation', [unit])).find((each) => each.person_id === person)
    if (!waiting) throw new Error('it does not wait')
    const second = await anOfficerSession(platform, await aPerson(db), [unit])
    expect((await reviewActivation(platform, waiting, { inOrder: true }, officer.principal)).ok).toBe(false)
    expect((await reviewActivation(platform, waiting, { inOrder: true }, second.principal)).ok).toBe(true)
    expect((await secondLooks(db, 'activation', [unit])).some((each) => each.person_id === person)).toBe(
      false,
    )
    const row = await db
      .selectFrom('activation')
      .select('reviewed_by')
      .where('id', '=', waiting.id)
      .executeTakeFirst()
    expect(row?.reviewed_by).toBe(second.principal.officer)
  })
})

describe('activation by a bank', () => {
  const ask = (person: PersonNumber, receipt: string, line = mobileOf(person)) =>
    activateByBank(platform, { person, mobile: line, channel: 'bank-app', receipt }, bank)

  it('activates at once, and answers a repeated request the same', async () => {
    const person = await aPerson(db)
    await aRegistered(person)
    const first = await ask(person, 'B-1')
    expect(first).toMatchObject({ outcome: 'activated', person: `******${person.slice(-4)}` })
    clock.advance({ minutes: 5 })
    expect(await ask(person, 'B-1')).toEqual(first)
    expect(await ask(person, 'B-2')).toMatchObject({ outcome: 'already-activated' })
    await runJobs()
    expect(sent.sms.filter(({ to }) => to === mobileOf(person))).toHaveLength(1)
  })

  it('tells a wrong mobile apart, changes nothing and tells the person', async () => {
    const person = await aRegistered()
    expect(await ask(person, 'B-3', mobile('0520000009'))).toEqual({ outcome: 'mobile-mismatch' })
    expect(await stateOf(person)).toBe('registered')
    await runJobs()
    expect(sent.sms.findLast(({ to }) => to === mobileOf(person))?.text).toMatch(/المصرف/)
    expect(await ask(person, 'B-4')).toMatchObject({ outcome: 'activated' })
  })

  it('does not know persons without an account, and unknown and dead ones', async () => {
    const suspended = await aPerson(db)
    await anAccount(platform, suspended, { state: 'suspended' })
    const dead = await aPerson(db, { diedOn: day('2020-01-01') })
    for (const person of [await aPerson(db), freshNumber(), dead, suspended])
      expect(await ask(person, 'B-5')).toEqual({ outcome: 'not-registered' })
  })
})

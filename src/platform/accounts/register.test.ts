import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { parseEmail } from '#kernel/email.ts'
import { mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { enterGccIdentity, type GccIdentity, parseGccNumber } from '#platform/people/gcc-identity.ts'
import { anAccount, aVisualAnswer, lastCode } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, freshNumber, mobileOf } from '#tests/support/people.ts'
import { chooseCredentials } from './choose-credentials.ts'
import { sendRegistrationCode, verifyRegistrationCode } from './register-code.ts'
import { giveDetails, type RegistrationDetails } from './register-details.ts'
import { beginRegistration, registrationState } from './registration.ts'
import { terms } from './terms.ts'

const { platform, db, pool, clock, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })
const good = { password: 'quiet harbour forty lanterns', again: 'quiet harbour forty lanterns' }
let host = 0
const gulfCard = (written: string): GccIdentity => {
  const number = parseGccNumber('KWT', written)
  if (!number.ok) throw new Error(number.error.en)
  return { country: 'KWT', number: number.value }
}

async function begin() {
  const begun = await beginRegistration(platform, { version: terms.version, language: 'en' })
  if (!begun.ok) throw new Error(begun.error.code)
  return begun.value.registration
}

async function details(person: PersonNumber, changes: Partial<RegistrationDetails> = {}) {
  const email = parseEmail('somebody@example.com')
  if (!email.ok) throw new Error('not an address')
  host += 1
  return {
    person,
    born: day('1991-03-14'),
    mobile: mobileOf(person),
    email: email.value,
    visual: await aVisualAnswer(platform, { ip: `198.51.100.${host}` }),
    ...changes,
  }
}

/** Up to the sent code; answers the handle. */
async function upToCode(person: PersonNumber, changes: Partial<RegistrationDetails> = {}) {
  const registration = await begin()
  const given = await giveDetails(platform, registration, await details(person, changes))
  const code = await sendRegistrationCode(platform, registration, { ip: `192.0.2.${host}` })
  await runJobs()
  return { registration, given, code }
}

async function upToVerified(person: PersonNumber) {
  const { registration } = await upToCode(person)
  const verified = await verifyRegistrationCode(platform, registration, lastCode(sent.sms, person))
  expect(verified.ok).toBe(true)
  return registration
}

const accountOf = (person: PersonNumber) =>
  db.selectFrom('account').selectAll().where('person_id', '=', person).executeTakeFirst()

describe('registration', () => {
  it('goes from the terms to a registered account and a welcome', async () => {
    const person = await aPerson(db)
    const registration = await upToVerified(person)
    const made = await chooseCredentials(platform, registration, { username: 'Salem.R', ...good })
    expect(made).toEqual({ ok: true, value: { person, username: 'Salem.R' } })
    expect(await accountOf(person)).toMatchObject({
      state: 'registered',
      username: 'Salem.R',
      language: 'en',
    })
    const accepted = await db
      .selectFrom('terms_acceptance')
      .selectAll()
      .where('person_id', '=', person)
      .execute()
    expect(accepted).toMatchObject([{ version: terms.version, operation: 'registration' }])
    await runJobs()
    expect(sent.sms.findLast(({ to }) => to === mobileOf(person))?.text).toMatch(/account is registered/)
    expect(await registrationState(platform, registration)).toBeUndefined()
  })

  it('is reminded of its activation after 3 and 14 days, and no more once it is active', async () => {
    const [idle, active] = [await aPerson(db), await aPerson(db)]
    for (const [n, person] of [idle, active].entries()) {
      const registration = await upToVerified(person)
      const chosen = { username: `Reminded.${n}`, ...good }
      expect((await chooseCredentials(platform, registration, chosen)).ok).toBe(true)
      clock.advance({ minutes: 2 })
    }
    const reminders = async (person: PersonNumber) => {
      await runJobs()
      const texts = sent.sms.filter(({ to }) => to === mobileOf(person)).map(({ text }) => text)
      return texts.filter((text) => text.includes('registered but not active yet')).length
    }
    clock.advance({ days: 2 })
    expect(await reminders(idle)).toBe(0)
    clock.advance({ days: 1 })
    expect(await reminders(idle)).toBe(1)
    expect(await reminders(active)).toBe(1)
    await db.updateTable('account').set({ state: 'activated' }).where('person_id', '=', active).execute()
    clock.advance({ days: 11 })
    expect(await reminders(idle)).toBe(2)
    expect(await reminders(active)).toBe(1)
    clock.advance({ days: 60 })
    expect(await reminders(idle)).toBe(2)
  })

  it('takes a Gulf citizen by the card of their state, and leads to their border number', async () => {
    const person = await aPerson(db, { kind: 'visitor', nationality: 'KWT' })
    const card = gulfCard('285010100017')
    await transact(db, (tx) => enterGccIdentity(tx, person, card))
    const { registration } = await upToCode(person, { person: card })
    expect(await verifyRegistrationCode(platform, registration, lastCode(sent.sms, person))).toMatchObject({
      ok: true,
    })
    const made = await chooseCredentials(platform, registration, { username: 'Kuwait.1', ...good })
    expect(made).toEqual({ ok: true, value: { person, username: 'Kuwait.1' } })
    expect(await accountOf(person)).toMatchObject({ state: 'registered' })
  })

  it('refuses terms that are not the current ones', async () => {
    const begun = await beginRegistration(platform, { version: '2020-01', language: 'ar' })
    expect(begun).toMatchObject({ ok: false, error: { code: 'terms-not-accepted' } })
  })

  it('cannot skip a step', async () => {
    const person = await aPerson(db)
    const registration = await begin()
    const early = await sendRegistrationCode(platform, registration, { ip: '192.0.2.250' })
    expect(early).toMatchObject({ ok: false, error: { code: 'registration-out-of-order' } })
    await giveDetails(platform, registration, await details(person))
    for (const outcome of [
      await verifyRegistrationCode(platform, registration, '123456'),
      await chooseCredentials(platform, registration, { username: 'skipper', ...good }),
    ])
      expect(outcome).toMatchObject({ ok: false, error: { code: 'registration-out-of-order' } })
    expect(await accountOf(person)).toBeUndefined()
  })

  it('answers the same for unknown, dead, registered and mismatched persons, and leaves nothing', async () => {
    const registered = await aPerson(db)
    await anAccount(platform, registered, { state: 'registered' })
    const dead = await aPerson(db, { diedOn: day('2020-01-01') })
    const wrongMobile = await aPerson(db)
    const wrongBirth = await aPerson(db)
    const fine = await aPerson(db)
    const outcomes: unknown[] = []
    for (const [person, changes] of [
      [fine, {}],
      [freshNumber(), {}],
      [dead, {}],
      [registered, {}],
      [wrongMobile, { mobile: mobile('0520000001') }],
      [wrongBirth, { born: day('1991-03-15') }],
      [freshNumber(), { person: gulfCard('285010100025') }],
    ] as const) {
      const { registration, given, code } = await upToCode(person, changes)
      const wrong = await verifyRegistrationCode(platform, registration, '000000')
      const state = await registrationState(platform, registration)
      outcomes.push({ given, code, wrong, stage: state?.stage })
    }
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
    for (const person of [dead, wrongMobile, wrongBirth]) expect(await accountOf(person)).toBeUndefined()
    expect(sent.sms.findLast(({ to }) => to === mobile('0520000001'))?.text).toMatch(/could not register/)
    const warned = await db
      .selectFrom('notice')
      .select('person_id')
      .where('key', 'like', 'registration-refused-%')
      .execute()
    expect(new Set(warned.map((row) => row.person_id))).toEqual(
      new Set([registered, wrongMobile, wrongBirth]),
    )
  })

  it('takes no code where none was given, whatever is typed', async () => {
    const { registration } = await upToCode(freshNumber())
    const stored = await db.selectFrom('one_time_code').select('hash').execute()
    expect(stored.length).toBeGreaterThan(0)
    expect((await verifyRegistrationCode(platform, registration, '')).ok).toBe(false)
    expect(await chooseCredentials(platform, registration, { username: 'nobody', ...good })).toMatchObject({
      ok: false,
      error: { code: 'registration-out-of-order' },
    })
  })

  it('begins again from the details when they are given again', async () => {
    const person = await aPerson(db)
    const registration = await upToVerified(person)
    await giveDetails(platform, registration, await details(await aPerson(db)))
    expect(await chooseCredentials(platform, registration, { username: 'switcher', ...good })).toMatchObject({
      error: { code: 'registration-out-of-order' },
    })
  })

  it('runs out after half an hour', async () => {
    const registration = await begin()
    clock.advance({ minutes: 30 })
    expect(await registrationState(platform, registration)).toBeUndefined()
  })

  it('says which choice is wrong, and goes on from there', async () => {
    await anAccount(platform, await aPerson(db), { username: 'Taken-One' })
    const person = await aPerson(db)
    const registration = await upToVerified(person)
    const taken = await chooseCredentials(platform, registration, { username: 'taken-one', ...good })
    expect(taken).toMatchObject({ ok: false, error: { fields: { username: { en: /already registered/ } } } })
    const both = await chooseCredentials(platform, registration, {
      username: '1x',
      password: 'short',
      again: '',
    })
    expect(both.ok ? [] : Object.keys(both.error.fields ?? {})).toEqual(['username', 'password'])
    const different = await chooseCredentials(platform, registration, {
      username: 'not.taken',
      ...good,
      again: 'x',
    })
    expect(different).toMatchObject({ error: { fields: { again: {} } } })
    expect((await chooseCredentials(platform, registration, { username: 'not.taken', ...good })).ok).toBe(
      true,
    )
  })

  it('makes one account of two registrations of one person at once', async () => {
    const person = await aPerson(db)
    const first = await upToVerified(person)
    clock.advance({ minutes: 2 })
    const second = await upToVerified(person)
    const outcomes = await Promise.all([
      chooseCredentials(platform, first, { username: 'first.of.two', ...good }),
      chooseCredentials(platform, second, { username: 'second.of.two', ...good }),
    ])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const names = await db
      .selectFrom('account_username')
      .selectAll()
      .where('person_id', '=', person)
      .execute()
    expect(names).toHaveLength(1)
  })

  it('does not verify one person with the code of another whose details came in between', async () => {
    const mine = await aPerson(db)
    const theirs = await aPerson(db)
    const registration = await begin()
    await giveDetails(platform, registration, await details(mine))
    const between = await details(theirs, { born: day('1970-01-01'), mobile: mobileOf(mine) })
    const sending = await whileHeld(
      'throttle',
      { key: `code-from:${platform.vault.index('192.0.2.77')}` },
      () => sendRegistrationCode(platform, registration, { ip: '192.0.2.77' }),
    ).then(async ({ release, outcome }) => {
      await giveDetails(platform, registration, between)
      await release()
      return outcome
    })
    expect(sending).toMatchObject({ ok: false, error: { code: 'registration-out-of-order' } })
    await runJobs()
    const verified = await verifyRegistrationCode(platform, registration, lastCode(sent.sms, mine))
    expect(verified).toMatchObject({ ok: false })
    await chooseCredentials(platform, registration, { username: 'in.between', ...good })
    expect(await accountOf(theirs)).toBeUndefined()
  })

  it('makes no account of details that were not verified, changed while the password is being kept', async () => {
    const person = await aPerson(db)
    const registration = await upToVerified(person)
    const other = await details(person, { mobile: mobileOf(freshNumber()) })
    const made = await whileHeld('person', { person_id: person }, () =>
      chooseCredentials(platform, registration, { username: 'held.back', ...good }),
    ).then(async ({ release, outcome }) => {
      await giveDetails(platform, registration, other)
      await release()
      return outcome
    })
    expect(made).toMatchObject({ ok: false })
    expect(await accountOf(person)).toBeUndefined()
  })
})

/** Starts some work while a row that it needs is held by somebody else; it goes on when that is released. */
async function whileHeld<T>(
  table: 'throttle' | 'person',
  row: { readonly key: string } | { readonly person_id: PersonNumber },
  work: () => Promise<T>,
) {
  const client = await pool.connect()
  const [[column, value] = ['', '']] = Object.entries(row)
  await client.query('begin')
  if (table === 'throttle')
    await client.query(`insert into throttle (key, starts_at, ends_at, taken) values ($1, $2, $3, 0)`, [
      value,
      clock.now(),
      new Date(clock.now().getTime() + 86_400_000),
    ])
  else await client.query(`select 1 from ${table} where ${column} = $1 for update`, [value])
  const outcome = work()
  await expect
    .poll(
      async () =>
        (await pool.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`)).rowCount,
    )
    .toBeGreaterThan(0)
  return {
    outcome,
    release: async () => {
      await client.query('commit')
      client.release()
    },
  }
}

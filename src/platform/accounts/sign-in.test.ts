import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import {
  anAccount,
  anOfficerSession,
  aVisualAnswer,
  lastCode,
  testPassword,
} from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, freshNumber, mobileOf } from '#tests/support/people.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { principalOf, sessionOf, signOut } from './session.ts'
import { type SignIn, signIn } from './sign-in.ts'
import { sendSignInCode } from './sign-in-pending.ts'

const { platform, db, clock, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })
let host = 0

async function attempt(name: string, changes: Partial<SignIn> = {}) {
  host += 1
  const visual = await aVisualAnswer(platform, { ip: `203.0.113.${host}` })
  return signIn(platform, { name, password: testPassword, door: 'person', visual, ...changes })
}
async function pendingOf(person: PersonNumber, name: string = person, changes: Partial<SignIn> = {}) {
  const first = await attempt(name, changes)
  if (!first.ok) throw new Error(first.error.code)
  await runJobs()
  return { pending: first.value.pending, code: lastCode(sent.sms, person), mobile: first.value.mobile }
}
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'in' : outcome.error.code

describe('sign-in', () => {
  it('takes the username or the ID, then the code, to a session of that person', async () => {
    const person = await aPerson(db)
    const username = await anAccount(platform, person)
    for (const name of [username, person]) {
      const { pending, code, mobile } = await pendingOf(person, name)
      expect(mobile).toBe(`05*****${mobileOf(person).slice(-3)}`)
      const done = await completeSignIn(platform, { pending, code })
      if (!done.ok) throw new Error(done.error.code)
      const session = await sessionOf(platform, done.value.token)
      expect(principalOf(session)).toMatchObject({ kind: 'person', person, account: 'activated' })
      clock.advance({ minutes: 2 })
    }
  })

  it('answers unknown names, wrong passwords and wrong capitals alike', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person, { username: `Mixed${person}` })
    const outcomes = [
      await attempt(person, { password: 'wrong' }),
      await attempt(`mixed${person}`),
      await attempt('no.such.name'),
      await attempt(freshNumber()),
      await attempt(person, { door: 'officer' }),
    ]
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
    expect(codeOf(outcomes[0] ?? { ok: true })).toBe('sign-in-wrong')
  })

  it('lets nobody in under the name of the dead', async () => {
    const person = await aPerson(db, { diedOn: day('2026-11-01') })
    await anAccount(platform, person)
    expect(codeOf(await attempt(person))).toBe('sign-in-wrong')
  })

  it('opens the officers’ door to no account that is only registered', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    await anOfficerSession(platform, person, ['passports'])
    await db.updateTable('account').set({ state: 'registered' }).where('person_id', '=', person).execute()
    expect(codeOf(await attempt(person, { door: 'officer' }))).toBe('sign-in-wrong')
    expect(codeOf(await attempt(person))).toBe('in')
  })

  it('needs the visual code before anything else', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    const visual = await aVisualAnswer(platform, { ip: '203.0.113.250' })
    const outcome = await attempt(person, { visual: { ...visual, code: '0' } })
    expect(codeOf(outcome)).toBe('visual-code-wrong')
  })

  it.each(['known', 'unknown'])(
    'pauses a %s name after five failures, longer each time, up to an hour',
    async (kind) => {
      const person = kind === 'known' ? await aPerson(db) : freshNumber()
      if (kind === 'known') await anAccount(platform, person)
      const fail = () => attempt(person, { password: 'wrong' })
      for (let i = 0; i < 5; i += 1) expect(codeOf(await fail())).toBe('sign-in-wrong')
      const waits: number[] = []
      for (let i = 0; i < 9; i += 1) {
        const paused = await attempt(person)
        if (paused.ok || paused.error.retryAfter === undefined) throw new Error('not paused')
        waits.push(paused.error.retryAfter)
        clock.advance({ seconds: paused.error.retryAfter })
        expect(codeOf(await fail())).toBe('sign-in-wrong')
      }
      expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600])
    },
  )

  it('does not let other names of the account around the pause, nor tells that they are one', async () => {
    const person = await aPerson(db)
    const username = await anAccount(platform, person)
    for (let i = 0; i < 5; i += 1) await attempt(username, { password: 'wrong' })
    expect(codeOf(await attempt(person))).toBe('sign-in-wrong')
    clock.advance({ seconds: 60 })
    expect(codeOf(await attempt(person))).toBe('in')
  })

  it('forgets the failures after a success', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    for (let i = 0; i < 4; i += 1) await attempt(person, { password: 'wrong' })
    expect(codeOf(await attempt(person))).toBe('in')
    for (let i = 0; i < 4; i += 1)
      expect(codeOf(await attempt(person, { password: 'wrong' }))).toBe('sign-in-wrong')
    expect(codeOf(await attempt(person))).toBe('in')
  })

  it('opens one session for one code, however often it is sent', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    const waiting = await pendingOf(person)
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => completeSignIn(platform, waiting)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const sessions = await db.selectFrom('session').select('id').where('person_id', '=', person).execute()
    expect(sessions).toHaveLength(1)
  })

  it('refuses a wrong code, the code of another sign-in, and one that came too late', async () => {
    const [a, b] = [await aPerson(db), await aPerson(db)]
    await anAccount(platform, a)
    await anAccount(platform, b)
    const [first, second] = [await pendingOf(a), await pendingOf(b)]
    expect(codeOf(await completeSignIn(platform, { pending: first.pending, code: second.code }))).toBe(
      'code-wrong',
    )
    expect(codeOf(await sendSignInCode(platform, first.pending, { ip: '203.0.113.9' }))).toBe(
      'code-just-sent',
    )
    clock.advance({ minutes: 15 })
    expect(codeOf(await completeSignIn(platform, first))).toBe('sign-in-expired')
    expect(await db.selectFrom('session').select('id').where('person_id', 'in', [a, b]).execute()).toEqual([])
  })

  it('lets registered accounts in as such, and keeps suspended ones out', async () => {
    const [registered, suspended] = [await aPerson(db), await aPerson(db)]
    await anAccount(platform, registered, { state: 'registered' })
    await anAccount(platform, suspended, { state: 'suspended' })
    const done = await completeSignIn(platform, await pendingOf(registered))
    expect(done).toMatchObject({ ok: true, value: { session: { account: 'registered' } } })
    expect(codeOf(await attempt(suspended))).toBe('account-suspended')
  })

  it('brings officers in by their door, with their units', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    const { principal } = await anOfficerSession(platform, person, ['traffic-desk'])
    const done = await completeSignIn(platform, await pendingOf(person, person, { door: 'officer' }))
    if (!done.ok) throw new Error(done.error.code)
    expect(principalOf(done.value.session)).toMatchObject({
      kind: 'officer',
      person,
      officer: principal.officer,
      units: ['traffic-desk'],
    })
  })

  it('tells of a device that is new, not of the first nor of a known one', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    const told = async () =>
      (
        await db
          .selectFrom('notice')
          .select('key')
          .where('person_id', '=', person)
          .where('key', 'like', 'new-device-%')
          .execute()
      ).length
    const first = await completeSignIn(platform, await pendingOf(person))
    if (!first.ok) throw new Error(first.error.code)
    clock.advance({ minutes: 2 })
    await completeSignIn(platform, { ...(await pendingOf(person)), device: first.value.device })
    expect(await told()).toBe(0)
    clock.advance({ minutes: 2 })
    await completeSignIn(platform, await pendingOf(person))
    expect(await told()).toBe(1)
  })
})

describe('session', () => {
  async function aFreshSession(replaces?: string) {
    const person = await aPerson(db)
    await anAccount(platform, person)
    const done = await completeSignIn(platform, { ...(await pendingOf(person)), replaces })
    if (!done.ok) throw new Error(done.error.code)
    return done.value.token
  }

  it('ends after 15 idle minutes', async () => {
    const token = await aFreshSession()
    clock.advance({ minutes: 14 })
    expect(await sessionOf(platform, token)).toBeDefined()
    clock.advance({ minutes: 14 })
    expect(await sessionOf(platform, token)).toBeDefined()
    clock.advance({ minutes: 15 })
    expect(await sessionOf(platform, token)).toBeUndefined()
  })

  it('ends after 8 hours, however busy', async () => {
    const token = await aFreshSession()
    for (let i = 0; i < 47; i += 1) {
      clock.advance({ minutes: 10 })
      expect(await sessionOf(platform, token)).toBeDefined()
    }
    clock.advance({ minutes: 10 })
    expect(await sessionOf(platform, token)).toBeUndefined()
  })

  it('is written at most once a minute', async () => {
    const token = await aFreshSession()
    const seen = async () =>
      (
        await db
          .selectFrom('session')
          .select('seen_at')
          .orderBy('started_at', 'desc')
          .limit(1)
          .executeTakeFirst()
      )?.seen_at
    const before = await seen()
    clock.advance({ seconds: 59 })
    await sessionOf(platform, token)
    expect(await seen()).toEqual(before)
    clock.advance({ seconds: 1 })
    await sessionOf(platform, token)
    expect(await seen()).toEqual(clock.now())
  })

  it('is another one after each sign-in, and none after sign-out', async () => {
    const first = await aFreshSession()
    const second = await aFreshSession(first)
    expect(await sessionOf(platform, first)).toBeUndefined()
    await signOut(platform, second)
    expect(await sessionOf(platform, second)).toBeUndefined()
    expect(await sessionOf(platform, 'made-up')).toBeUndefined()
  })
})

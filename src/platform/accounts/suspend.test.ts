import { describe, expect, it } from 'vitest'
import { transact } from '#platform/database/transact.ts'
import {
  aHolder,
  anAccount,
  anOfficerSession,
  aVisualAnswer,
  lastCode,
  testPassword,
} from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { accountStateOf } from './account-state.ts'
import { activateByBank } from './activate-by-bank.ts'
import { activateByOfficer } from './activate-by-officer.ts'
import { alarmOf, withAlarm } from './alarm.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { sessionOf } from './session.ts'
import { signIn } from './sign-in.ts'
import { suspendByLink, suspendOwn } from './suspend.ts'

const { platform, db, clock, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })
const bank = { kind: 'partner', client: 'a-bank', scopes: [] } as const
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code
let host = 0

async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  return person
}
async function attempt(person: Awaited<ReturnType<typeof someone>>) {
  host += 1
  const visual = await aVisualAnswer(platform, { ip: `203.0.113.${host}` })
  return signIn(platform, { name: person, password: testPassword, visual, door: 'person' })
}
async function aLink(person: Awaited<ReturnType<typeof someone>>) {
  const body = await transact(db, (tx) =>
    withAlarm(tx, {
      origin: 'https://diwan.example',
      person,
      body: { ar: 'نص.', en: 'Text.' },
      at: clock.now(),
    }),
  )
  return /not-me\/([\w-]{22})$/.exec(body.en)?.[1] ?? ''
}

describe('stopping an account', () => {
  it('ends every session and takes every way in away at once', async () => {
    const person = await someone()
    const { token, by } = await aHolder(platform, person)
    const elsewhere = await aHolder(platform, person)
    const waiting = await attempt(person)
    if (!waiting.ok) throw new Error(waiting.error.code)
    await runJobs()
    expect(codeOf(await suspendOwn(platform, by))).toBe('done')
    expect(await accountStateOf(db, person)).toBe('suspended')
    for (const each of [token, elsewhere.token]) expect(await sessionOf(platform, each)).toBeUndefined()
    const code = lastCode(sent.sms, person)
    const late = await completeSignIn(platform, { pending: waiting.value.pending, code })
    expect(codeOf(late)).toBe('sign-in-expired')
    expect(codeOf(await attempt(person))).toBe('sign-in-wrong')
    expect(codeOf(await suspendOwn(platform, by))).toBe('account-not-open')
    await runJobs()
    expect(sent.sms.findLast(({ to }) => to === mobileOf(person))?.text).toContain('أُوقف حسابك')
  })

  it('leaves no session behind when a sign-in ends at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const person = await someone()
      const { by } = await aHolder(platform, person)
      const waiting = await attempt(person)
      if (!waiting.ok) throw new Error(waiting.error.code)
      await runJobs()
      const typed = { pending: waiting.value.pending, code: lastCode(sent.sms, person) }
      await Promise.all([completeSignIn(platform, typed), suspendOwn(platform, by)])
      const left = await db.selectFrom('session').select('id').where('person_id', '=', person).execute()
      expect(left).toEqual([])
    }
  })

  it('goes by the link of a message, once, for seven days', async () => {
    const person = await someone()
    const link = await aLink(person)
    expect(await alarmOf(db, link, clock.now())).toBe('account')
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => suspendByLink(platform, link)))
    expect(outcomes.map(codeOf).sort()).toEqual(['done', ...Array(4).fill('link-gone')])
    const late = await aLink(await someone())
    clock.advance({ days: 7 })
    expect(codeOf(await suspendByLink(platform, late))).toBe('link-gone')
    expect(codeOf(await suspendByLink(platform, 'x'.repeat(22)))).toBe('link-gone')
  })

  it('is undone by an officer or a bank, without the old password', async () => {
    const [one, two] = [await someone(), await someone()]
    for (const person of [one, two]) await suspendOwn(platform, (await aHolder(platform, person)).by)
    const { principal } = await anOfficerSession(platform, await aPerson(db), ['desk'])
    const atDesk = await activateByOfficer(
      platform,
      {
        of: { person: one },
        document: { kind: 'identity-card', number: one },
        biometric: 'fingerprint',
        unit: 'desk',
      },
      principal,
    )
    expect(codeOf(atDesk)).toBe('done')
    const atBank = await activateByBank(
      platform,
      { person: two, mobile: mobileOf(two), channel: 'bank-app', receipt: 'R-1' },
      bank,
    )
    expect(atBank.outcome).toBe('activated')
    await runJobs()
    for (const person of [one, two]) {
      expect(await accountStateOf(db, person)).toBe('activated')
      expect(codeOf(await attempt(person))).toBe('sign-in-wrong')
      expect(sent.sms.findLast(({ to }) => to === mobileOf(person))?.text).toContain('كلمة مرور جديدة')
    }
  })

  it('by an authority is not undone so', async () => {
    const person = await someone()
    await db
      .updateTable('account')
      .set({ state: 'suspended', suspended_by: 'officer' })
      .where('person_id', '=', person)
      .execute()
    const outcome = await activateByBank(
      platform,
      { person, mobile: mobileOf(person), channel: 'bank-app', receipt: 'R-2' },
      bank,
    )
    expect(outcome.outcome).toBe('not-registered')
  })
})

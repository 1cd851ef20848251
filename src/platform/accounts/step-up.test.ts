import { describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { aHolder, anAccount, confirmAct, lastCode, testPassword } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { changePassword } from './change-password.ts'
import { changeUsername } from './change-username.ts'
import { verifyPassword } from './password.ts'
import { sessionOf } from './session.ts'
import { confirmCode, confirmPassword, spendStepUp, stepUpStage } from './step-up.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const { platform, db, clock, sent, runJobs } = world
const ip = '203.0.113.9'
const fine = 'seven lamps beside the harbour'

async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  return aHolder(platform, person)
}
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code
const passwordOf = (person: PersonNumber) =>
  db.selectFrom('credential').select('hash').where('person_id', '=', person).executeTakeFirst()

describe('a step-up', () => {
  it('takes the password and a code whose message names the act, and gives the session a new token', async () => {
    const { token, by } = await someone()
    expect(await stepUpStage(db, by, 'change-password', clock.now())).toBe('password')
    await confirmPassword(platform, by, 'change-password', { password: testPassword, ip })
    await runJobs()
    const message = sent.sms.findLast(({ to }) => to === mobileOf(by.person))
    expect(message?.text).toContain('تغيير كلمة المرور')
    const code = lastCode(sent.sms, by.person)
    const done = await confirmCode(platform, by, 'change-password', { code, token })
    if (!done.ok) throw new Error(done.error.code)
    expect(await sessionOf(platform, token)).toBeUndefined()
    expect((await sessionOf(platform, done.value.token))?.id).toBe(by.session)
    expect(await stepUpStage(db, by, 'change-password', clock.now())).toBe('confirmed')
  })

  it('refuses a wrong password, and pauses after five', async () => {
    const { by } = await someone()
    const wrong = () => confirmPassword(platform, by, 'change-password', { password: 'wrong', ip })
    for (let i = 0; i < 5; i += 1) expect(codeOf(await wrong())).toBe('answers-invalid')
    expect(codeOf(await wrong())).toBe('too-many-tries')
    expect(await stepUpStage(db, by, 'change-password', clock.now())).toBe('password')
  })

  it('is for one act, in one session, for five minutes', async () => {
    const holder = await someone()
    const elsewhere = await aHolder(platform, holder.by.person)
    const token = await confirmAct(world, holder, 'change-password')
    const stage = (by = holder.by, act: 'change-password' | 'change-username' = 'change-password') =>
      stepUpStage(db, by, act, clock.now())
    expect(await stage()).toBe('confirmed')
    expect([await stage(elsewhere.by), await stage(holder.by, 'change-username')]).toEqual([
      'password',
      'password',
    ])
    const other = { code: lastCode(sent.sms, holder.by.person), token }
    expect(codeOf(await confirmCode(platform, holder.by, 'change-username', other))).toBe('confirm-first')
    clock.advance({ minutes: 5 })
    expect(await stage()).toBe('password')
    expect(
      codeOf(await transact(db, (tx) => spendStepUp(tx, holder.by, 'change-password', clock.now()))),
    ).toBe('confirm-first')
  })

  it('lets one of many acts at once through', async () => {
    const holder = await someone()
    await confirmAct(world, holder, 'change-password')
    const change = { password: fine, again: fine, endOthers: false }
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => changePassword(platform, holder.by, change)),
    )
    expect(outcomes.map(codeOf).sort()).toEqual([
      'confirm-first',
      'confirm-first',
      'confirm-first',
      'confirm-first',
      'done',
    ])
  })
})

describe('changing the password', () => {
  it('replaces it, tells by every way, and signs the others out when asked', async () => {
    const holder = await someone()
    const elsewhere = await aHolder(platform, holder.by.person)
    const token = await confirmAct(world, holder, 'change-password')
    const change = { password: fine, again: fine, endOthers: true }
    expect(codeOf(await changePassword(platform, holder.by, change))).toBe('done')
    const kept = await passwordOf(holder.by.person)
    expect(await verifyPassword(platform.vault, kept?.hash, fine)).toEqual({ ok: true, value: true })
    expect(await sessionOf(platform, elsewhere.token)).toBeUndefined()
    expect(await sessionOf(platform, token)).toBeDefined()
    await runJobs()
    expect(sent.sms.findLast(({ to }) => to === mobileOf(holder.by.person))?.text).toContain('غُيّرت كلمة مرور')
    expect(sent.mail.at(-1)?.subject).toContain('كلمة مرورك')
  })

  it('keeps the old one when the new one will not do, or nothing was confirmed', async () => {
    const holder = await someone()
    const before = await passwordOf(holder.by.person)
    const attempt = (password: string, again = password) =>
      changePassword(platform, holder.by, { password, again, endOthers: false })
    expect(codeOf(await attempt(fine))).toBe('confirm-first')
    await confirmAct(world, holder, 'change-password')
    expect(codeOf(await attempt('password'))).toBe('answers-invalid')
    expect(codeOf(await attempt(fine, 'another'))).toBe('answers-invalid')
    expect(await passwordOf(holder.by.person)).toEqual(before)
    expect(await stepUpStage(db, holder.by, 'change-password', clock.now())).toBe('confirmed')
  })
})

describe('changing the username', () => {
  it('frees the old name and takes the new one, which nobody else may have', async () => {
    const [a, b] = [await someone(), await someone()]
    await confirmAct(world, a, 'change-username')
    expect(codeOf(await changeUsername(platform, a.by, 'Quiet.Lamp'))).toBe('done')
    await confirmAct(world, b, 'change-username')
    expect(codeOf(await changeUsername(platform, b.by, 'quiet.lamp'))).toBe('answers-invalid')
    expect(codeOf(await changeUsername(platform, b.by, `user${a.by.person}`))).toBe('done')
    const names = await db
      .selectFrom('account_username')
      .select('username')
      .where('person_id', 'in', [a.by.person, b.by.person])
      .execute()
    expect(names.map(({ username }) => username).sort()).toEqual(['quiet.lamp', `user${a.by.person}`].sort())
  })

  it('gives a name that two want at once to one of them', async () => {
    const holders = [await someone(), await someone()]
    for (const holder of holders) await confirmAct(world, holder, 'change-username')
    const outcomes = await Promise.all(
      holders.map((holder) => changeUsername(platform, holder.by, 'wanted.by.both')),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })
})

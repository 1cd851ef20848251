import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import {
  aHolder,
  anAccount,
  aVisualAnswer,
  confirmAct,
  lastCode,
  testPassword,
} from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aFamily, aPassport, aPerson, freshNumber, mobileOf } from '#tests/support/people.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { heldUntil } from './hold.ts'
import { verifyPassword } from './password.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { beginReset, type Fact, finishReset, type ResetDetails, verifyResetCode } from './reset-password.ts'
import { sessionOf } from './session.ts'
import { signIn } from './sign-in.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const { platform, db, clock, sent, runJobs } = world
const fine = { password: 'seven lamps beside the harbour', again: 'seven lamps beside the harbour' }
const rightExpiry: Fact = { kind: 'id-expiry', on: day('2030-06-30') }
let host = 0

async function begin(person: PersonNumber, changes: Partial<ResetDetails> = {}) {
  host += 1
  const visual = await aVisualAnswer(platform, { ip: `203.0.113.${host % 250}` })
  return beginReset(platform, {
    person,
    mobile: mobileOf(person),
    fact: rightExpiry,
    visual,
    language: 'en',
    ...changes,
  })
}
/** A reset whose code was typed. */
async function verified(person: PersonNumber, changes: Partial<ResetDetails> = {}) {
  const begun = await begin(person, changes)
  if (!begun.ok) throw new Error(begun.error.code)
  await runJobs()
  const right = await verifyResetCode(platform, begun.value.reset, lastCode(sent.sms, person))
  if (!right.ok) throw new Error(right.error.code)
  return begun.value.reset
}
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code
async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  return person
}
const isPassword = async (person: PersonNumber, password: string) => {
  const kept = await db
    .selectFrom('credential')
    .select('hash')
    .where('person_id', '=', person)
    .executeTakeFirst()
  return verifyPassword(platform.vault, kept?.hash, password)
}

describe('resetting the password', () => {
  it('takes each of the three facts', async () => {
    const { father, children } = await aFamily(db, { children: [day('2015-05-05')] })
    await anAccount(platform, father)
    const passport = await aPassport(db, father)
    const facts: Fact[] = [
      { kind: 'passport', number: passport },
      { kind: 'dependant', person: children[0] ?? father },
      rightExpiry,
    ]
    for (const fact of facts) {
      await verified(father, { fact })
      clock.advance({ minutes: 2 })
    }
  })

  it('replaces the password, ends every session and sign-in, holds high-risk acts, and tells', async () => {
    const person = await someone()
    const { token } = await aHolder(platform, person)
    const visual = await aVisualAnswer(platform, { ip: '203.0.113.251' })
    const waiting = await signIn(platform, { name: person, password: testPassword, visual, door: 'person' })
    if (!waiting.ok) throw new Error(waiting.error.code)
    await runJobs()
    const oldCode = lastCode(sent.sms, person)
    const reset = await verified(person)
    expect(codeOf(await finishReset(platform, reset, fine))).toBe('done')
    expect(await isPassword(person, fine.password)).toEqual({ ok: true, value: true })
    expect(await sessionOf(platform, token)).toBeUndefined()
    const { pending } = waiting.value
    expect(codeOf(await completeSignIn(platform, { pending, code: oldCode }))).toBe('sign-in-expired')
    expect(await heldUntil(db, person, clock.now())).toEqual(new Date(clock.now().getTime() + 86_400_000))
    await runJobs()
    expect(sent.sms.findLast(({ to }) => to === mobileOf(person))?.text).toContain('أُعيد ضبط')
    expect(sent.mail.at(-1)?.to).toBe(`user${person}@example.com`)
  })

  it('answers the same whatever is wrong, sends no code, and warns the holder', async () => {
    const [person, suspended, dead] = [
      await someone(),
      await someone(),
      await aPerson(db, { diedOn: day('2026-01-01') }),
    ]
    await db.updateTable('account').set({ state: 'suspended' }).where('person_id', '=', suspended).execute()
    const otherPassport = await aPassport(db, suspended)
    const wrong: readonly [PersonNumber, Partial<ResetDetails>][] = [
      [freshNumber(), {}],
      [await aPerson(db), {}],
      [suspended, {}],
      [dead, {}],
      [person, { mobile: mobileOf(suspended) }],
      [person, { fact: { kind: 'id-expiry', on: day('2031-01-01') } }],
      [person, { fact: { kind: 'passport', number: otherPassport } }],
      [person, { fact: { kind: 'dependant', person: suspended } }],
    ]
    for (const [who, changes] of wrong) {
      clock.advance({ minutes: 2 })
      const begun = await begin(who, changes)
      if (!begun.ok) throw new Error(begun.error.code)
      await runJobs()
      const message = sent.sms.findLast(({ to }) => to === (changes.mobile ?? mobileOf(who)))
      expect(message?.text).toContain('we could not reset a password with these details')
      const guess = await verifyResetCode(platform, begun.value.reset, '123456')
      expect(codeOf(guess)).toBe('code-wrong')
      expect(codeOf(await finishReset(platform, begun.value.reset, fine))).toBe('reset-out-of-order')
    }
    expect(await isPassword(person, testPassword)).toEqual({ ok: true, value: true })
    const notices = await db.selectFrom('notice').select('key').where('person_id', '=', person).execute()
    expect(notices.filter(({ key }) => key.startsWith('reset-refused'))).toHaveLength(1)
  })

  it('opens to who lost the mobile by a saved recovery code, once, and to nobody else’s', async () => {
    const [person, other] = [await someone(), await someone()]
    const codesOf = async (who: PersonNumber) => {
      const holder = await aHolder(platform, who)
      await confirmAct(world, holder, 'recovery-codes')
      const made = await makeRecoveryCodes(platform, holder.by)
      clock.advance({ minutes: 2 })
      return made.ok ? made.value : []
    }
    const [[mine = ''], [theirs = '']] = [await codesOf(person), await codesOf(other)]
    const handle = async () => {
      clock.advance({ minutes: 2 })
      const begun = await begin(person)
      if (!begun.ok) throw new Error(begun.error.code)
      return begun.value.reset
    }
    const first = await handle()
    expect(codeOf(await verifyResetCode(platform, first, theirs))).toBe('code-wrong')
    expect(codeOf(await verifyResetCode(platform, first, mine))).toBe('done')
    expect(codeOf(await finishReset(platform, first, fine))).toBe('done')
    await runJobs()
    expect(sent.sms.some(({ to, text }) => to === mobileOf(person) && text.includes('رمز استرداد'))).toBe(
      true,
    )
    const second = await handle()
    expect(codeOf(await verifyResetCode(platform, second, mine))).toBe('code-wrong')
  })

  it('goes through once, of many at once and of two resets side by side', async () => {
    const person = await someone()
    const one = await verified(person)
    clock.advance({ minutes: 2 })
    const two = await verified(person)
    const outcomes = await Promise.all(
      [one, one, one, two, two].map((reset) => finishReset(platform, reset, fine)),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(codeOf(await finishReset(platform, two, fine))).toBe('reset-expired')
  })

  it('keeps the old password when the new one will not do, and ends after a quarter of an hour', async () => {
    const person = await someone()
    const reset = await verified(person)
    const weak = { password: 'password', again: 'password' }
    expect(codeOf(await finishReset(platform, reset, weak))).toBe('answers-invalid')
    clock.advance({ minutes: 15 })
    expect(codeOf(await finishReset(platform, reset, fine))).toBe('reset-expired')
    expect(await isPassword(person, testPassword)).toEqual({ ok: true, value: true })
  })

  it('is tried ten times a day for one number, known or not', async () => {
    for (const person of [await someone(), freshNumber()]) {
      for (let i = 0; i < 10; i += 1) {
        await begin(person, { mobile: mobileOf(freshNumber()) })
      }
      expect(codeOf(await begin(person))).toBe('too-many-tries')
    }
  })
})

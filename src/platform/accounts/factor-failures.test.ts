import { describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
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
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { hasApp, offerApp } from './authenticator-app.ts'
import { keepPassword } from './change-password.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { countFailure, type Factor, isOff, mostFailures } from './factor-failures.ts'
import { hashPassword } from './password.ts'
import { makeRecoveryCodes, recoveryCodesLeft } from './recovery-codes.ts'
import { replaceMobile } from './replace-mobile.ts'
import { signIn } from './sign-in.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const { platform, db, clock, sent, runJobs } = world

async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  return person
}
const tryIn = async (person: PersonNumber, password = testPassword) => {
  // Long after the pause that the failures before have caused.
  clock.advance({ hours: 2 })
  return signIn(platform, { name: person, password, visual: await aVisualAnswer(platform), door: 'person' })
}
const fail = (person: PersonNumber, factor: Factor, times: number) =>
  transact(db, async (tx) => {
    for (let i = 0; i < times; i += 1)
      await countFailure(tx, platform.config, { person, factor }, clock.now())
  })
const lastTo = (person: PersonNumber) => sent.sms.findLast(({ to }) => to === mobileOf(person))?.text ?? ''
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code

describe('a hundred wrong guesses in a row', () => {
  it('turn a password off, however many days they take; its holder is told, and resets it', async () => {
    const person = await someone()
    await fail(person, 'password', mostFailures - 2)
    expect(codeOf(await tryIn(person, 'wrong'))).toBe('sign-in-wrong')
    expect(await isOff(db, person, 'password')).toBe(false)
    expect(codeOf(await tryIn(person, 'wrong'))).toBe('sign-in-wrong')
    expect(await isOff(db, person, 'password')).toBe(true)
    await runJobs()
    expect(lastTo(person)).toContain('لم تعد كلمة مرورك')
    // The right one is answered as a wrong one.
    expect(codeOf(await tryIn(person))).toBe('sign-in-wrong')
    const hash = await hashPassword(platform.vault, testPassword)
    if (!hash.ok) throw new Error(hash.error.code)
    await transact(db, (tx) => keepPassword(tx, person, hash.value, clock.now()))
    expect(codeOf(await tryIn(person))).toBe('done')
  })

  it('are counted in a row: a right password forgets them', async () => {
    const person = await someone()
    await fail(person, 'password', mostFailures - 1)
    expect(codeOf(await tryIn(person))).toBe('done')
    expect(codeOf(await tryIn(person, 'wrong'))).toBe('sign-in-wrong')
    expect(await isOff(db, person, 'password')).toBe(false)
  })

  it('turn codes by message off until the mobile is confirmed anew', async () => {
    const person = await someone()
    await fail(person, 'sms', mostFailures - 1)
    const begun = await tryIn(person)
    if (!begun.ok) throw new Error(begun.error.code)
    await runJobs()
    const right = lastCode(sent.sms, person)
    const wrong = right === '000000' ? '000001' : '000000'
    const { pending } = begun.value
    expect(codeOf(await completeSignIn(platform, { pending, code: wrong }))).toBe('code-wrong')
    expect(codeOf(await completeSignIn(platform, { pending, code: right }))).toBe('sms-codes-off')
    await runJobs()
    expect(lastTo(person)).toContain('أكّد جوالك من جديد')
    await transact(db, (tx) =>
      replaceMobile(platform, tx, {
        person,
        mobile: mobileOf(person),
        by: { kind: 'system', task: 'test' },
        ground: 'kiosk',
      }),
    )
    expect(codeOf(await completeSignIn(platform, { pending, code: right }))).toBe('done')
  })

  it('take an app and recovery codes away, and leave the other ways', async () => {
    const person = await someone()
    const holder = await aHolder(platform, person)
    await confirmAct(world, holder, 'recovery-codes')
    await makeRecoveryCodes(platform, holder.by)
    await offerApp(platform, holder.by)
    await db
      .updateTable('authenticator_app')
      .set({ confirmed_at: clock.now() })
      .where('person_id', '=', person)
      .execute()
    expect(await hasApp(db, person)).toBe(true)
    await fail(person, 'app', mostFailures)
    expect(await hasApp(db, person)).toBe(false)
    expect(await recoveryCodesLeft(db, person)).toBe(10)
    await fail(person, 'recovery', mostFailures)
    expect(await recoveryCodesLeft(db, person)).toBe(0)
    await runJobs()
    expect(lastTo(person)).toContain('أبطلنا رموز الاسترداد')
  })
})

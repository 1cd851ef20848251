import { describe, expect, it } from 'vitest'
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
import { appState, confirmApp, hasApp, offerApp, removeApp } from './authenticator-app.ts'
import { completeSignIn } from './complete-sign-in.ts'
import { heldUntil } from './hold.ts'
import { makeRecoveryCodes, recoveryCodesLeft } from './recovery-codes.ts'
import { signIn } from './sign-in.ts'
import { sendSignInCode } from './sign-in-pending.ts'
import { confirmCode, confirmPassword, stepUpStage } from './step-up.ts'
import { suspendOwn } from './suspend.ts'
import { stepOf, totpAt } from './totp.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const { platform, db, clock, sent, runJobs } = world
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code
let host = 0

async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  return aHolder(platform, person)
}
type Someone = Awaited<ReturnType<typeof someone>>

/** What the app shows at this moment. */
async function appOf({ by }: Someone) {
  const { secret } = await db
    .selectFrom('authenticator_app')
    .select('secret')
    .where('person_id', '=', by.person)
    .executeTakeFirstOrThrow()
  const bytes = Buffer.from(platform.vault.open(secret), 'base64url')
  return () => totpAt(bytes, stepOf(clock.now()))
}
async function withApp() {
  const holder = await someone()
  await confirmAct(world, holder, 'app-code')
  await offerApp(platform, holder.by)
  const app = await appOf(holder)
  const done = await confirmApp(platform, holder.by, app())
  if (!done.ok) throw new Error(done.error.code)
  await runJobs()
  clock.advance({ minutes: 1 })
  return { ...holder, app }
}
async function withCodes() {
  const holder = await someone()
  await confirmAct(world, holder, 'recovery-codes')
  const made = await makeRecoveryCodes(platform, holder.by)
  if (!made.ok) throw new Error(made.error.code)
  clock.advance({ minutes: 2 })
  return { ...holder, codes: made.value }
}
async function pendingOf({ by }: Someone) {
  host += 1
  const visual = await aVisualAnswer(platform, { ip: `203.0.113.${host}` })
  const typed = { name: by.person, password: testPassword, visual, door: 'person' } as const
  const first = await signIn(platform, typed)
  if (!first.ok) throw new Error(first.error.code)
  await runJobs()
  return first.value
}
const messagesTo = ({ by }: Someone) => sent.sms.filter(({ to }) => to === mobileOf(by.person)).length

describe('a code app', () => {
  it('is in use once it has shown a right code, after a confirmation', async () => {
    const holder = await someone()
    await offerApp(platform, holder.by)
    const app = await appOf(holder)
    expect(await appState(platform, holder.by)).toMatchObject({ state: 'offered' })
    expect(codeOf(await confirmApp(platform, holder.by, app()))).toBe('confirm-first')
    await confirmAct(world, holder, 'app-code')
    expect(codeOf(await confirmApp(platform, holder.by, 'wrong'))).toBe('answers-invalid')
    expect(await hasApp(db, holder.by.person)).toBe(false)
    await offerApp(platform, holder.by)
    expect(codeOf(await confirmApp(platform, holder.by, app()))).toBe('done')
    expect(await appState(platform, holder.by)).toMatchObject({ state: 'on' })
  })

  it('takes the place of the message at sign-in, each code once', async () => {
    const holder = await withApp()
    const before = messagesTo(holder)
    const [one, two] = [await pendingOf(holder), await pendingOf(holder)]
    expect([one.code, messagesTo(holder)]).toEqual([undefined, before])
    const code = holder.app()
    const outcomes = await Promise.all(
      [one, one, two, two].map(({ pending }) => completeSignIn(platform, { pending, code })),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const session = await db
      .selectFrom('session')
      .select('methods')
      .where('person_id', '=', holder.by.person)
      .where('id', '<>', holder.by.session)
      .executeTakeFirst()
    expect(session?.methods).toEqual(['password', 'app'])
  })

  it('pauses after five wrong codes; a message can be asked for instead', async () => {
    const holder = await withApp()
    const { pending } = await pendingOf(holder)
    const attempt = (code: string) => completeSignIn(platform, { pending, code })
    for (let i = 0; i < 5; i += 1) expect(codeOf(await attempt('12345'))).toBe('answers-invalid')
    expect(codeOf(await attempt(holder.app()))).toBe('too-many-tries')
    clock.advance({ minutes: 1 })
    expect(codeOf(await sendSignInCode(platform, pending, { ip: '203.0.113.9' }))).toBe('done')
    await runJobs()
    expect(codeOf(await attempt(lastCode(sent.sms, holder.by.person)))).toBe('done')
  })

  it('confirms an act, and its removal brings the messages back', async () => {
    const holder = await withApp()
    const { by, token } = holder
    const before = messagesTo(holder)
    await confirmPassword(platform, by, 'app-code', { password: testPassword, ip: '203.0.113.9' })
    await runJobs()
    expect(messagesTo(holder)).toBe(before)
    expect(codeOf(await confirmCode(platform, by, 'app-code', { code: holder.app(), token }))).toBe('done')
    expect(codeOf(await removeApp(platform, by))).toBe('done')
    expect(codeOf(await removeApp(platform, by))).toBe('confirm-first')
    expect((await pendingOf(holder)).code).toBeDefined()
  })
})

describe('recovery codes', () => {
  it('are ten of 80 bits, kept as fingerprints only, and void those from before', async () => {
    const holder = await withCodes()
    expect(holder.codes).toHaveLength(10)
    for (const code of holder.codes) expect(code).toMatch(/^(?:[A-Z2-7]{4}-){3}[A-Z2-7]{4}$/)
    expect(new Set(holder.codes).size).toBe(10)
    const kept = await db.selectFrom('recovery_code').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(holder.codes[0]?.replaceAll('-', ''))
    expect(codeOf(await makeRecoveryCodes(platform, holder.by))).toBe('confirm-first')
    await confirmAct(world, holder, 'recovery-codes')
    await makeRecoveryCodes(platform, holder.by)
    const { pending } = await pendingOf(holder)
    const old = await completeSignIn(platform, { pending, code: holder.codes[0] ?? '' })
    expect(codeOf(old)).toBe('answers-invalid')
  })

  it('let in once each, however often at once, and their holder hears how many are left', async () => {
    const holder = await withCodes()
    const one = await pendingOf(holder)
    clock.advance({ minutes: 1 })
    const other = await pendingOf(holder)
    const code = holder.codes[3]?.toLowerCase() ?? ''
    const outcomes = await Promise.all(
      [one, other, one, other].map(({ pending }) => completeSignIn(platform, { pending, code })),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(await recoveryCodesLeft(db, holder.by.person)).toBe(9)
    await runJobs()
    const told = sent.sms.findLast(({ to }) => to === mobileOf(holder.by.person))
    expect(told?.text).toContain('بقيت 9 رموز')
    expect(told?.text).toContain('/not-me/')
    // Whoever got in without the usual second factor does nothing of high risk for a day.
    expect(await heldUntil(db, holder.by.person, clock.now())).toBeDefined()
  })

  it('are read however they were copied: digits for letters that look alike, small, in groups', async () => {
    const holder = await withCodes()
    const code = holder.codes.find((one) => /[OIB]/.test(one)) ?? ''
    const { pending } = await pendingOf(holder)
    const copied = code.replaceAll('O', '0').replaceAll('I', '1').replaceAll('B', '8').toLowerCase()
    expect((await completeSignIn(platform, { pending, code: copied })).ok).toBe(true)
  })

  it('are nobody else’s, and go with a stopped account', async () => {
    const [mine, theirs] = [await withCodes(), await withCodes()]
    const { pending } = await pendingOf(mine)
    const foreign = await completeSignIn(platform, { pending, code: theirs.codes[0] ?? '' })
    expect(codeOf(foreign)).toBe('answers-invalid')
    await suspendOwn(platform, mine.by)
    expect(await recoveryCodesLeft(db, mine.by.person)).toBe(0)
  })

  it('confirm an act when the phone is lost', async () => {
    const { by, token, codes } = await withCodes()
    await confirmPassword(platform, by, 'change-mobile', { password: testPassword, ip: '203.0.113.9' })
    const done = await confirmCode(platform, by, 'change-mobile', { code: codes[0] ?? '', token })
    expect(codeOf(done)).toBe('done')
    expect(await stepUpStage(db, by, 'change-mobile', clock.now())).toBe('confirmed')
  })
})

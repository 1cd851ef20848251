import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { parseEmail } from '#kernel/email.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { inbox } from '#platform/notices/inbox.ts'
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
import { accountStateOf } from './account-state.ts'
import { chooseCredentials } from './choose-credentials.ts'
import { closeOwn } from './close.ts'
import { holdAccount } from './hold.ts'
import { sendRegistrationCode, verifyRegistrationCode } from './register-code.ts'
import { giveDetails } from './register-details.ts'
import { beginRegistration } from './registration.ts'
import { sessionOf } from './session.ts'
import { signIn } from './sign-in.ts'
import { terms } from './terms.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const { platform, db, clock, sent, runJobs } = world
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code
let host = 0

async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  return { person, ...(await aHolder(platform, person)) }
}
async function attempt(person: PersonNumber) {
  host += 1
  const visual = await aVisualAnswer(platform, { ip: `203.0.113.${host}` })
  return signIn(platform, { name: person, password: testPassword, visual, door: 'person' })
}
const die = (person: PersonNumber) =>
  db
    .updateTable('person')
    .set({ alive: false, died_on: day('2026-11-23') })
    .where('person_id', '=', person)
    .execute()

describe('closing an account', () => {
  it('takes every way in and of being reached away, keeps the audit, and says goodbye', async () => {
    const holder = await someone()
    const { person, by } = holder
    expect(codeOf(await closeOwn(platform, by))).toBe('confirm-first')
    const token = await confirmAct(world, holder, 'close-account')
    expect(codeOf(await closeOwn(platform, by))).toBe('done')
    expect(await accountStateOf(db, person)).toBe('closed')
    expect(await sessionOf(platform, token)).toBeUndefined()
    expect(codeOf(await attempt(person))).toBe('sign-in-wrong')
    const kept = await db
      .selectFrom('account')
      .selectAll()
      .where('person_id', '=', person)
      .executeTakeFirstOrThrow()
    expect([kept.username, platform.vault.open(kept.mobile), platform.vault.open(kept.email)]).toEqual([
      '',
      '',
      '',
    ])
    await runJobs()
    expect(sent.sms.findLast(({ to }) => to === mobileOf(person))?.text).toContain('أُغلق حسابك')
    expect(sent.mail.at(-1)?.to).toBe(`user${person}@example.com`)
    const [last] = await inbox(db, person, { limit: 1 })
    expect(last?.body.ar).toContain('أُغلق حسابك')
    const audit = await db
      .selectFrom('audit_event')
      .select('action')
      .where('person_id', '=', person)
      .execute()
    expect(audit.map(({ action }) => action)).toContain('account.close')
  })

  it('waits while high-risk acts are held back', async () => {
    const holder = await someone()
    await transact(db, (tx) => holdAccount(tx, holder.person, clock.now()))
    await confirmAct(world, holder, 'close-account')
    expect(codeOf(await closeOwn(platform, holder.by))).toBe('held-back')
    expect(await accountStateOf(db, holder.person)).toBe('activated')
  })

  it('goes through once of many at once', async () => {
    const holder = await someone()
    await confirmAct(world, holder, 'close-account')
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => closeOwn(platform, holder.by)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
  })

  it('leaves room for a new one, which has to be activated again', async () => {
    const holder = await someone()
    const { person } = holder
    await confirmAct(world, holder, 'close-account')
    await closeOwn(platform, holder.by)
    clock.advance({ minutes: 2 })
    const begun = await beginRegistration(platform, { version: terms.version, language: 'en' })
    const email = parseEmail('again@example.com')
    if (!begun.ok || !email.ok) throw new Error('not begun')
    const { registration } = begun.value
    const visual = await aVisualAnswer(platform, { ip: '203.0.113.250' })
    await giveDetails(platform, registration, {
      person,
      born: day('1991-03-14'),
      mobile: mobileOf(person),
      email: email.value,
      visual,
    })
    await sendRegistrationCode(platform, registration, { ip: '203.0.113.250' })
    await runJobs()
    await verifyRegistrationCode(platform, registration, lastCode(sent.sms, person))
    const password = 'seven lamps beside the harbour'
    const chosen = { username: `user${person}`, password, again: password }
    expect(codeOf(await chooseCredentials(platform, registration, chosen))).toBe('done')
    expect(await accountStateOf(db, person)).toBe('registered')
    await runJobs()
    expect(sent.mail.at(-1)?.to).toBe('again@example.com')
  })
})

describe('the account of somebody who died', () => {
  it('ends by itself, at the session within a minute', async () => {
    const { person, token } = await someone()
    await die(person)
    clock.advance({ minutes: 1 })
    expect(await sessionOf(platform, token)).toBeUndefined()
    await runJobs()
    expect(await accountStateOf(db, person)).toBe('closed')
  })

  it('ends by itself when somebody signs in to it, who is told nothing', async () => {
    const { person } = await someone()
    await die(person)
    expect(codeOf(await attempt(person))).toBe('sign-in-wrong')
    await runJobs()
    expect(await accountStateOf(db, person)).toBe('closed')
  })
})

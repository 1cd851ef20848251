import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { parseEmail } from '#kernel/email.ts'
import { mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { anonymous, type Principal } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import {
  anAccount,
  anOfficerSession,
  aSession,
  aVisualAnswer,
  testPassword,
} from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aFamily, aPerson, mobileOf } from '#tests/support/people.ts'
import type { AccountState } from './account-tables.ts'
import { activateByBank } from './activate-by-bank.ts'
import { activateByOfficer } from './activate-by-officer.ts'
import { reviewActivation } from './activation-review.ts'
import { withAlarm } from './alarm.ts'
import { giveDetails } from './register-details.ts'
import { beginRegistration } from './registration.ts'
import { secondLooks } from './second-look.ts'
import { sessionOf } from './session.ts'
import { signIn } from './sign-in.ts'
import { suspendByLink } from './suspend.ts'
import { suspect } from './suspicion.ts'
import { decideSuspicion, type Outcome } from './suspicion-decide.ts'
import { readSuspicion, suspicionsOpen } from './suspicion-queue.ts'
import { reportAtDesk } from './suspicion-report.ts'
import './suspicion-tables.ts'
import { terms } from './terms.ts'

const { platform, db, clock, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })
const reason = 'قورنت الصورة بالسجل فلم تطابق'
type Officer = Extract<Principal, { kind: 'officer' }>

const anOfficer = async (person?: PersonNumber): Promise<Officer> =>
  (await anOfficerSession(platform, person ?? (await aPerson(db)), ['activation'])).principal
const [first, second, third] = [await anOfficer(), await anOfficer(), await anOfficer()]

async function someone(state: AccountState = 'registered') {
  const person = await aPerson(db)
  await anAccount(platform, person, { state })
  return person
}
const accountOf = (person: PersonNumber) =>
  db
    .selectFrom('account')
    .select(['state', 'suspended_by', 'closed_because'])
    .where('person_id', '=', person)
    .executeTakeFirst()
const caseOf = async (person: PersonNumber, by = first) =>
  (await suspicionsOpen(db, by)).find((line) => line.person === person)
const caseId = async (person: PersonNumber) => (await caseOf(person))?.id ?? 'none'
const decide = async (person: PersonNumber, outcome: Outcome, by: Officer, why = reason) => {
  const done = await decideSuspicion(platform, { id: await caseId(person), outcome, reason: why }, by)
  return done.ok ? done.value : done.error.code
}
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code
const lastTo = async (person: PersonNumber) => {
  await runJobs()
  return sent.sms.findLast(({ to }) => to === mobileOf(person))?.text ?? ''
}
const welcome = (person: PersonNumber) =>
  transact(db, async (tx) =>
    withAlarm(tx, {
      origin: platform.config.origin,
      person,
      body: { ar: 'سُجّل حسابك', en: 'Registered' },
      at: clock.now(),
      about: 'identity',
    }),
  )

let host = 0
/** A registration with a line that is not this person's. */
async function contradict(person: PersonNumber) {
  const begun = await beginRegistration(platform, { version: terms.version, language: 'ar' })
  const email = parseEmail('other@example.com')
  if (!begun.ok || !email.ok) throw new Error('could not begin')
  host += 1
  return giveDetails(platform, begun.value.registration, {
    person,
    born: day('1991-03-14'),
    mobile: mobile('+966529999999'),
    email: email.value,
    visual: await aVisualAnswer(platform, { ip: `198.51.100.${host}` }),
  })
}

describe('suspected impersonation', () => {
  it('follows from details that contradict the register three times in a day; its holder is told first', async () => {
    const person = await aPerson(db)
    expect(codeOf(await contradict(person))).toBe('done')
    expect(await lastTo(person)).toContain('/not-me/')
    expect(codeOf(await contradict(person))).toBe('done')
    expect(await caseOf(person)).toBeUndefined()
    // The answer to whoever registers stays the same.
    expect(codeOf(await contradict(person))).toBe('done')
    expect(await caseOf(person)).toMatchObject({ kind: 'registration', own: false })
    expect(await lastTo(person)).toContain('محاولة لاستعمال هويتك')
    expect(await accountOf(person)).toBeUndefined()
    await contradict(person)
    const view = await readSuspicion(platform, await caseId(person), first)
    if (!view.ok) throw new Error(view.error.code)
    expect(view.value.facts.filter(({ key }) => key === 'mobileGiven')).toHaveLength(2)
    expect(JSON.stringify(view.value.facts)).not.toContain('9999999')
    expect(view.value.account).toBe('none')
  })

  it('is what a holder says by the link of a message: everything stops, and nothing is lost', async () => {
    const person = await someone('activated')
    const { token } = await aSession(platform, person)
    const body = await welcome(person)
    const link = /\/not-me\/([\w-]+)/.exec(body.ar)?.[1] ?? ''
    expect(codeOf(await suspendByLink(platform, link))).toBe('done')
    expect(codeOf(await suspendByLink(platform, link))).toBe('link-gone')
    expect(await accountOf(person)).toMatchObject({ state: 'suspended', suspended_by: 'suspicion' })
    expect(await sessionOf(platform, token)).toBeUndefined()
    expect(await lastTo(person)).toContain('أوقفنا الحساب')
    const bank = { kind: 'partner', client: 'bank', scopes: [] } as const
    const vouched = { person, mobile: mobileOf(person), channel: 'atm', receipt: 'R1' } as const
    expect((await activateByBank(platform, vouched, bank)).outcome).toBe('not-registered')
    expect(await decide(person, 'cleared', first)).toBe('proposed')
    expect(await decide(person, 'cleared', second)).toBe('cleared')
    expect(await accountOf(person)).toMatchObject({ state: 'activated', suspended_by: null })
    const visual = await aVisualAnswer(platform)
    const again = await signIn(platform, { name: person, password: testPassword, visual, door: 'person' })
    expect(codeOf(again)).toBe('done')
    expect(sent.sms.filter(({ to, text }) => to === mobileOf(person) && text.includes(reason))).toHaveLength(
      0,
    )
    expect(await lastTo(person)).toMatch(/\d{6}/)
    expect(sent.sms.some(({ to, text }) => to === mobileOf(person) && text.includes(reason))).toBe(true)
  })

  it('is what an officer sees at the desk: nothing is activated, and another one decides', async () => {
    const person = await someone()
    const report = { of: { person }, what: 'document', note: 'صورة الهوية لشخص آخر' } as const
    expect(codeOf(await reportAtDesk(platform, { ...report, note: 'no' }, first))).toBe('answers-invalid')
    expect(await caseOf(person)).toBeUndefined()
    expect(codeOf(await reportAtDesk(platform, report, first))).toBe('done')
    expect(await accountOf(person)).toMatchObject({ state: 'suspended', suspended_by: 'suspicion' })
    const document = { kind: 'identity-card', number: person } as const
    const tried = { of: { person }, document, biometric: 'face', unit: 'activation' } as const
    expect(codeOf(await activateByOfficer(platform, tried, second))).toBe('not-registered')
    expect(await decide(person, 'blocked', first)).toBe('second-officer')
    expect(await decide(person, 'blocked', second)).toBe('blocked')
    expect(await accountOf(person)).toMatchObject({ state: 'closed', closed_because: 'impersonation' })
    await runJobs()
    expect(await lastTo(person)).toContain(reason)
    expect(await caseOf(person)).toBeUndefined()
  })

  it('of an active account that somebody failed to get leaves it to its holder', async () => {
    const person = await someone('activated')
    const { token } = await aSession(platform, person)
    const report = { of: { person }, what: 'fingerprint', note: 'البصمة لم تطابق ثلاث مرات' } as const
    expect(codeOf(await reportAtDesk(platform, report, first))).toBe('done')
    expect(await accountOf(person)).toMatchObject({ state: 'activated' })
    expect(await sessionOf(platform, token)).toBeDefined()
    expect(await decide(person, 'blocked', second)).toBe('blocked')
    expect(await accountOf(person)).toMatchObject({ state: 'activated', closed_because: null })
  })
})

describe('the decision', () => {
  const opened = async (person: PersonNumber) =>
    transact(db, (tx) =>
      suspect(tx, platform, {
        person,
        kind: 'fingerprint',
        facts: [],
        by: { kind: 'system', task: 'kiosk' },
        at: clock.now(),
      }),
    )

  it('takes two officers, and starts over when the second one disagrees', async () => {
    const person = await someone()
    await opened(person)
    expect(await decide(person, 'blocked', first, 'short')).toBe('answers-invalid')
    expect(await decide(person, 'blocked', first)).toBe('proposed')
    expect(await decide(person, 'blocked', first)).toBe('second-officer')
    expect(await accountOf(person)).toMatchObject({ state: 'suspended' })
    expect(await decide(person, 'cleared', second)).toBe('returned')
    expect(await caseOf(person)).toMatchObject({ proposed: false })
    expect(await decide(person, 'cleared', third)).toBe('proposed')
    expect(await decide(person, 'cleared', first)).toBe('cleared')
    expect(await accountOf(person)).toMatchObject({ state: 'registered', suspended_by: null })
    const done = await decideSuspicion(platform, { id: 'none', outcome: 'cleared', reason }, first)
    expect(codeOf(done)).toBe('not-found')
  })

  it('is nobody’s own, nor their family’s, nor that of another unit', async () => {
    const { father, mother } = await aFamily(db)
    await anAccount(platform, mother, { state: 'registered' })
    await opened(mother)
    const husband = await anOfficer(father)
    const other = (await anOfficerSession(platform, await aPerson(db), ['licensing'])).principal
    const id = await caseId(mother)
    for (const by of [husband, other]) {
      expect(codeOf(await decideSuspicion(platform, { id, outcome: 'cleared', reason }, by))).toMatch(
        /own-or-family|not-authorised/,
      )
      expect((await readSuspicion(platform, id, by)).ok).toBe(false)
    }
    const own = await anOfficer(mother)
    expect(codeOf(await decideSuspicion(platform, { id, outcome: 'cleared', reason }, own))).toBe(
      'own-or-family',
    )
    expect(await suspicionsOpen(db, other)).toEqual([])
    expect(await accountOf(mother)).toMatchObject({ state: 'suspended' })
  })

  it('is opened by a second officer who disputes an activation; neither of the two decides on it', async () => {
    for (const outcome of ['cleared', 'blocked'] as const) {
      const person = await someone()
      const done = await activateByOfficer(
        platform,
        {
          of: { person },
          document: { kind: 'identity-card', number: person },
          biometric: 'face',
          unit: 'activation',
        },
        first,
      )
      expect(codeOf(done)).toBe('done')
      const { token } = await aSession(platform, person)
      const look = (await secondLooks(db, 'activation', ['activation'])).find(
        (one) => one.person_id === person,
      )
      if (!look) throw new Error('nothing to look at')
      const both = await Promise.all([
        reviewActivation(platform, look, { inOrder: false, note: reason }, second),
        reviewActivation(platform, look, { inOrder: false, note: reason }, third),
      ])
      expect(both.map(codeOf).toSorted()).toEqual(['done', 'not-found'])
      const [disputed, other] = both[0]?.ok ? [second, third] : [third, second]
      expect(await accountOf(person)).toMatchObject({ state: 'suspended', suspended_by: 'suspicion' })
      expect(await sessionOf(platform, token)).toBeUndefined()
      for (const by of [first, disputed]) expect(await decide(person, outcome, by)).toBe('second-officer')
      expect(await caseOf(person, first)).toMatchObject({ kind: 'second-look', own: true })
      expect(await decide(person, outcome, other)).toBe(outcome)
      expect(await accountOf(person)).toMatchObject(
        outcome === 'cleared' ? { state: 'activated' } : { state: 'closed' },
      )
    }
  })

  it('keeps the officer whose act is disputed from a case that was open before', async () => {
    const person = await someone('activated')
    const at = clock.now()
    const more = { person, by: anonymous, at, facts: [] } as const
    await transact(db, (tx) => suspect(tx, platform, { ...more, kind: 'holder-denies' }))
    const dispute = { kind: 'second-look', about: first.officer } as const
    await transact(db, (tx) => suspect(tx, platform, { ...more, ...dispute, by: second }))
    expect(await decide(person, 'cleared', first)).toBe('second-officer')
    expect((await caseOf(person, first))?.own).toBe(true)
    expect(await decide(person, 'cleared', third)).toBe('proposed')
  })

  it('is one for a person, however many saw something at once', async () => {
    const person = await someone()
    await Promise.all(Array.from({ length: 4 }, () => opened(person)))
    const rows = await db.selectFrom('suspicion').select('id').where('person_id', '=', person).execute()
    expect(rows).toHaveLength(1)
    const outcomes = await Promise.all([decide(person, 'cleared', first), decide(person, 'blocked', second)])
    expect(outcomes.toSorted()).toEqual(['proposed', 'returned'])
  })
})

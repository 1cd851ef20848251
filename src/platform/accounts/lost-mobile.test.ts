import { describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { MatchOutcome } from '#platform/fingerprints/port.ts'
import { anAccount, anOfficerSession } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aFamily, aPassport, aPerson, mobileOf } from '#tests/support/people.ts'
import { beginDeskMobile, confirmDeskMobile, type LostMobile } from './desk-mobile.ts'
import { decideDeskMobile, readDeskMobile } from './desk-mobile-review.ts'
import { isOff } from './factor-failures.ts'
import { heldUntil } from './hold.ts'
import { mobileByBank } from './mobile-by-bank.ts'
import { secondLooks } from './second-look.ts'

const finger = { lies: 'match' as MatchOutcome, enrolled: true }
const test = await testPlatform({
  catalogue: noCatalogue,
  fingerprints: {
    templateOf: async () => (finger.enrolled ? 'a template' : undefined),
    matcher: { match: async () => finger.lies },
  },
})
const { platform, db, clock, sent, runJobs } = test
const unit = 'activation'
type Officer = Extract<Principal, { kind: 'officer' }>
const anOfficer = async (person?: PersonNumber, units = [unit]): Promise<Officer> =>
  (await anOfficerSession(platform, person ?? (await aPerson(db)), units)).principal
const [first, second] = [await anOfficer(), await anOfficer()]
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code

let line = 5_000_000
const freshLine = () => mobile(`+96652${line++}`)

async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  return person
}
const mobileNow = async (person: PersonNumber) => {
  const row = await db
    .selectFrom('account')
    .select('mobile')
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  return platform.vault.open(row.mobile)
}
const begin = (person: PersonNumber, changes: Partial<LostMobile> = {}, by = first) =>
  beginDeskMobile(
    platform,
    {
      person,
      document: { kind: 'identity-card', number: person },
      capture: 'sealed',
      mobile: freshLine(),
      unit,
      ip: '203.0.113.9',
      ...changes,
    },
    by,
  )
const textsTo = (to: string) => sent.sms.filter((message) => message.to === to).map(({ text }) => text)

/** Up to the second officer; answers the new line and the id. */
async function asked(person: PersonNumber) {
  const to = freshLine()
  const begun = await begin(person, { mobile: to })
  if (!begun.ok) throw new Error(begun.error.code)
  await runJobs()
  const code = /\d{6}/.exec(textsTo(to).at(-1) ?? '')?.[0] ?? ''
  const { id } = begun.value
  const confirmed = await confirmDeskMobile(platform, { person, id, code }, first)
  expect(codeOf(confirmed)).toBe('done')
  return { to, id, code }
}

describe('a lost mobile, at the desk', () => {
  it('takes document, finger, the code of the new line and a second officer; old, new and mail hear of it', async () => {
    const person = await someone()
    const { to, id } = await asked(person)
    expect(await mobileNow(person)).toBe(mobileOf(person))
    await runJobs()
    expect(textsTo(mobileOf(person)).at(-1)).toContain('ينظر فيه موظف ثانٍ')
    expect(textsTo(mobileOf(person)).at(-1)).toContain('/not-me/')
    const [waiting] = (await secondLooks(db, 'mobile', [unit])).filter((one) => one.person_id === person)
    expect(waiting).toMatchObject({ id, officer: first.officer })
    expect((await readDeskMobile(platform, { unit, id }, first)).ok).toBe(false)
    const view = await readDeskMobile(platform, { unit, id }, second)
    expect(view).toMatchObject({ ok: true, value: { document: 'identity-card', officer: first.officer } })
    const agree = { unit, id, agree: true, reason: '' }
    expect(codeOf(await decideDeskMobile(platform, agree, first))).toBe('not-found')
    expect(codeOf(await decideDeskMobile(platform, agree, second))).toBe('done')
    expect(codeOf(await decideDeskMobile(platform, agree, second))).toBe('not-found')
    expect(await mobileNow(person)).toBe(to)
    expect(await heldUntil(db, person, clock.now())).toBeDefined()
    await runJobs()
    expect(textsTo(to).at(-1)).toContain('صار رقم جوالك')
    expect(textsTo(mobileOf(person)).at(-1)).toContain('استُبدل رقمك')
    expect(sent.mail.at(-1)?.subject).toContain('غُيّر رقم جوالك')
  })

  it('stays as it was when the second officer does not agree', async () => {
    const person = await someone()
    const { id } = await asked(person)
    const refuse = (reason: string) => decideDeskMobile(platform, { unit, id, agree: false, reason }, second)
    expect(codeOf(await refuse('no'))).toBe('answers-invalid')
    expect(codeOf(await refuse('صورة الهوية غير واضحة'))).toBe('done')
    expect(await mobileNow(person)).toBe(mobileOf(person))
    expect(await heldUntil(db, person, clock.now())).toBeUndefined()
    await runJobs()
    expect(textsTo(mobileOf(person)).at(-1)).toContain('صورة الهوية غير واضحة')
  })

  it('is refused without the right document, finger, unit, account or code, and nothing is kept', async () => {
    const person = await someone()
    const passport = await aPassport(db, await someone(), { nationality: 'SAU' })
    expect(codeOf(await begin(person, { document: { kind: 'passport', number: passport } }))).toBe(
      'answers-invalid',
    )
    expect(codeOf(await begin(person, { mobile: mobileOf(person) }))).toBe('answers-invalid')
    expect(codeOf(await begin(await aPerson(db)))).toBe('not-registered')
    expect(codeOf(await begin(person, {}, await anOfficer(undefined, ['licensing'])))).toBe('not-authorised')
    finger.enrolled = false
    expect(codeOf(await begin(person))).toBe('not-enrolled')
    finger.enrolled = true
    finger.lies = 'unreadable'
    expect(codeOf(await begin(person))).toBe('finger-unreadable')
    finger.lies = 'match'
    const { father, mother } = await aFamily(db)
    await anAccount(platform, mother)
    expect(codeOf(await begin(mother, {}, await anOfficer(father)))).toBe('own-or-family')
    const begun = await begin(person)
    if (!begun.ok) throw new Error(begun.error.code)
    const { id } = begun.value
    const confirm = (by: Officer, code = '000000') => confirmDeskMobile(platform, { person, id, code }, by)
    expect(codeOf(await confirm(second))).toBe('desk-mobile-gone')
    expect(codeOf(await confirm(first))).toMatch(/code-wrong/)
    clock.advance({ minutes: 15 })
    expect(codeOf(await confirm(first))).toBe('desk-mobile-gone')
    expect((await secondLooks(db, 'mobile', [unit])).filter((one) => one.person_id === person)).toEqual([])
  })

  it('opens a case of impersonation at the third finger that is not the holder’s', async () => {
    const person = await someone()
    finger.lies = 'no-match'
    const codes = []
    for (let i = 0; i < 3; i += 1) codes.push(codeOf(await begin(person)))
    finger.lies = 'match'
    expect(codes).toEqual(['finger-no-match', 'finger-no-match', 'impersonation-suspected'])
    const rows = await db
      .selectFrom('suspicion')
      .select(['kind', 'opened_by'])
      .where('person_id', '=', person)
      .execute()
    expect(rows).toEqual([{ kind: 'fingerprint', opened_by: first.officer }])
    await runJobs()
    expect(textsTo(mobileOf(person)).at(-1)).toContain('محاولة لاستعمال هويتك')
  })

  it('gives codes by message back when they were turned off, on the same line', async () => {
    const person = await someone()
    await db
      .insertInto('factor_failure')
      .values({ person_id: person, factor: 'sms', failures: 100, disabled_at: clock.now() })
      .execute()
    const begun = await begin(person, { mobile: mobileOf(person) })
    if (!begun.ok) throw new Error(begun.error.code)
    await runJobs()
    const code = /\d{6}/.exec(textsTo(mobileOf(person)).at(-1) ?? '')?.[0] ?? ''
    const { id } = begun.value
    await confirmDeskMobile(platform, { person, id, code }, first)
    expect(codeOf(await decideDeskMobile(platform, { unit, id, agree: true, reason: '' }, second))).toBe(
      'done',
    )
    expect(await isOff(db, person, 'sms')).toBe(false)
  })
})

describe('a lost mobile, through the bank', () => {
  const bank = { kind: 'partner', client: 'oasis', scopes: [] } as const
  const vouch = (person: PersonNumber, changes: Partial<Parameters<typeof mobileByBank>[1]> = {}) =>
    mobileByBank(
      platform,
      { person, born: day('1991-03-14'), mobile: freshLine(), receipt: 'M1', ...changes },
      bank,
    )

  it('becomes the one on which the bank reaches its customer, once for each receipt', async () => {
    const person = await someone()
    const to = freshLine()
    const done = await vouch(person, { mobile: to })
    expect(done).toMatchObject({ outcome: 'changed' })
    expect(await mobileNow(person)).toBe(to)
    expect(await heldUntil(db, person, clock.now())).toBeDefined()
    expect(await vouch(person, { mobile: to })).toEqual(done)
    await runJobs()
    expect(textsTo(to)).toHaveLength(1)
    expect(textsTo(mobileOf(person))).toHaveLength(1)
    expect(textsTo(mobileOf(person))[0]).toContain('استُبدل رقمك')
    const again = await Promise.all([
      vouch(person, { receipt: 'M2', mobile: mobileOf(person) }),
      vouch(person, { receipt: 'M2', mobile: mobileOf(person) }),
    ])
    expect(again[0]).toEqual(again[1])
  })

  it('stays when the bank knows somebody else, or there is no open account', async () => {
    const person = await someone()
    expect(await vouch(person, { born: day('1991-03-15') })).toEqual({ outcome: 'not-matched' })
    expect(await vouch(await aPerson(db))).toEqual({ outcome: 'not-matched' })
    await db.updateTable('account').set({ state: 'suspended' }).where('person_id', '=', person).execute()
    expect(await vouch(person)).toEqual({ outcome: 'not-matched' })
    expect(await mobileNow(person)).toBe(mobileOf(person))
  })
})

import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day, dayOf } from '#kernel/day.ts'
import { type Mobile, mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { askForMobile } from '#platform/accounts/change-mobile.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { transact } from '#platform/database/transact.ts'
import { parseForm } from '#platform/forms/parse.ts'
import { findPerson } from '#platform/people/person.ts'
import { aHolder, anAccount, confirmAct } from '#tests/support/accounts.ts'
import { type TestPlatform, testPlatform } from '#tests/support/database.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { inboxOf, smsTo } from '#tests/support/service.ts'

const fresh = mobile('0529876543')
let test: TestPlatform
let person: PersonNumber

beforeAll(async () => {
  test = await testPlatform()
})
beforeEach(async () => {
  person = await aPerson(test.db)
})

/** What an operator's call comes to: the form, then the operation in a transaction. */
async function call(raw: Record<string, unknown>) {
  const operation = test.platform.catalogue.operation('record-line')
  if (!operation) throw new Error('no operation')
  const today = dayOf(test.clock.now())
  const parsed = parseForm(operation.input, raw, { today, options: {} })
  if (!parsed.ok) return { ok: false as const, fields: parsed.error }
  const done = await transact(test.db, (tx) =>
    operation.run({ tx, clock: test.clock, client: 'operator' }, parsed.value),
  )
  await test.runJobs()
  return done.ok ? done : { ok: false as const, fields: done.error.fields ?? {} }
}
const lineOf = async (): Promise<Mobile | undefined> => (await findPerson(test.db, person))?.registeredMobile

describe('a line in somebody’s name', () => {
  it('stands in the register, is told to them on the line before, and is in their log; once', async () => {
    await anAccount(test.platform, person)
    const before = test.sent.sms.length
    expect(await call({ person, mobile: '0529876543' })).toMatchObject({ ok: true, value: { known: false } })
    expect(await lineOf()).toBe(fresh)
    expect((await inboxOf(test, person)).join()).toContain('is in your name now')
    expect(smsTo(test, person).join()).toContain('سُجّل باسمك الخط')
    expect(test.sent.sms).toHaveLength(before + 1)
    expect((await accessLog(test.db, person)).some((line) => line.action === 'line.write')).toBe(true)
    expect(await call({ person, mobile: fresh })).toMatchObject({ ok: true, value: { known: true } })
    expect(test.sent.sms).toHaveLength(before + 1)
  })

  it('can become the mobile of their account, which another line cannot', async () => {
    await anAccount(test.platform, person)
    const ask = async (line: Mobile) => {
      const it = await aHolder(test.platform, person)
      await confirmAct(test, it, 'change-mobile')
      const asked = await askForMobile(test.platform, it.by, { mobile: line, ip: '10.0.0.1' })
      test.clock.advance({ minutes: 5 })
      return asked.ok ? 'asked' : asked.error.code
    }
    expect(await ask(fresh)).toBe('answers-invalid')
    await call({ person, mobile: fresh })
    expect(await ask(fresh)).toBe('asked')
  })

  it('is refused for nobody, for the dead and for what is no line', async () => {
    const dead = await aPerson(test.db, { diedOn: day('2025-01-01') })
    for (const [raw, field] of [
      [{ person: dead, mobile: fresh }, 'person'],
      [{ person, mobile: '0112345678' }, 'mobile'],
      [{ person: '1000000000', mobile: fresh }, 'person'],
    ] as const)
      expect(await call(raw)).toMatchObject({ ok: false, fields: { [field]: expect.anything() } })
    expect(await lineOf()).toBe(mobileOf(person))
  })
})

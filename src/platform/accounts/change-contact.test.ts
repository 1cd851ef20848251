import { describe, expect, it } from 'vitest'
import { parseEmail } from '#kernel/email.ts'
import { type Mobile, mobile } from '#kernel/mobile.ts'
import { contactOf } from '#platform/contacts/contact.ts'
import { inbox } from '#platform/notices/inbox.ts'
import { aHolder, anAccount, confirmAct } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { askForEmail, confirmEmail } from './change-email.ts'
import { askForMobile, confirmMobile } from './change-mobile.ts'
import { heldUntil } from './hold.ts'
import { suspendOwn } from './suspend.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const { platform, db, clock, sent, runJobs } = world
const ip = '203.0.113.9'
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code

async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  return aHolder(platform, person)
}
type Someone = Awaited<ReturnType<typeof someone>>

function address(text: string) {
  const email = parseEmail(text)
  if (!email.ok) throw new Error(text)
  return email.value
}
async function linkTo(holder: Someone, to: string) {
  await confirmAct(world, holder, 'change-email')
  const asked = await askForEmail(platform, holder.by, address(to))
  if (!asked.ok) throw new Error(asked.error.code)
  await runJobs()
  const letter = sent.mail.findLast((mail) => mail.to === to)
  return /confirm\/([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? ''
}
/** A second line in the person's own name. */
async function newLine({ by }: Someone): Promise<Mobile> {
  const line = mobile(`0528${by.person.slice(3, 9)}`)
  await db.updateTable('person').set({ registered_mobile: line }).where('person_id', '=', by.person).execute()
  return line
}
const codeAt = (line: Mobile) =>
  /\d{6}/.exec(sent.sms.findLast(({ to }) => to === line)?.text ?? '')?.[0] ?? ''

describe('changing the e-mail address', () => {
  it('waits for the link, then tells the old and the new address', async () => {
    const holder = await someone()
    const old = `user${holder.by.person}@example.com`
    const token = await linkTo(holder, 'lamp@example.com')
    expect((await contactOf(db, platform.vault, holder.by.person))?.email).toBe(old)
    expect(codeOf(await confirmEmail(platform, token))).toBe('done')
    expect((await contactOf(db, platform.vault, holder.by.person))?.email).toBe('lamp@example.com')
    await runJobs()
    for (const to of [old, 'lamp@example.com']) {
      const letter = sent.mail.findLast((mail) => mail.to === to)
      expect(letter?.text).toContain('غُيّر بريد حسابك')
      expect(letter?.text).toContain('/not-me/')
    }
  })

  it('takes a link once, for a day, and only the last one', async () => {
    const holder = await someone()
    const first = await linkTo(holder, 'first@example.com')
    clock.advance({ minutes: 2 })
    const second = await linkTo(holder, 'second@example.com')
    expect(codeOf(await confirmEmail(platform, first))).toBe('link-gone')
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => confirmEmail(platform, second)))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    clock.advance({ minutes: 2 })
    const third = await linkTo(holder, 'third@example.com')
    clock.advance({ days: 1 })
    expect(codeOf(await confirmEmail(platform, third))).toBe('link-gone')
  })

  it('needs a confirmation, and dies with a stopped account', async () => {
    const holder = await someone()
    const asked = await askForEmail(platform, holder.by, address('lamp@example.com'))
    expect(codeOf(asked)).toBe('confirm-first')
    const token = await linkTo(holder, 'thief@example.com')
    await suspendOwn(platform, holder.by)
    expect(codeOf(await confirmEmail(platform, token))).toBe('link-gone')
  })
})

describe('changing the mobile', () => {
  it('takes a line in one’s own name after a code there, tells both lines, and holds high-risk acts a day', async () => {
    const holder = await someone()
    const { person } = holder.by
    await confirmAct(world, holder, 'change-mobile')
    const foreign = await askForMobile(platform, holder.by, { mobile: mobile('0529999999'), ip })
    expect(foreign).toMatchObject({ ok: false, error: { fields: { mobile: {} } } })
    const line = await newLine(holder)
    expect(codeOf(await askForMobile(platform, holder.by, { mobile: line, ip }))).toBe('done')
    await runJobs()
    expect((await contactOf(db, platform.vault, person))?.mobile).toBe(mobileOf(person))
    const code = codeAt(line)
    const outcomes = await Promise.all(
      Array.from({ length: 3 }, () => confirmMobile(platform, holder.by, code)),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect((await contactOf(db, platform.vault, person))?.mobile).toBe(line)
    await runJobs()
    const last = (line: Mobile) => sent.sms.findLast(({ to }) => to === line)?.text
    expect(last(line)).toContain('صار رقم جوالك')
    expect(last(mobileOf(person))).toContain('استُبدل رقمك')
    for (const to of [line, mobileOf(person)]) expect(last(to)).toContain('/not-me/')
    const kept = (await inbox(db, person, { limit: 9 })).map(({ body }) => body.ar)
    for (const words of ['صار رقم جوالك', 'استُبدل رقمك'])
      expect(kept.filter((body) => body.includes(words))).toHaveLength(1)
    expect(kept.some((body) => body.includes(code))).toBe(false)
    expect(await heldUntil(db, person, clock.now())).toEqual(new Date(clock.now().getTime() + 86_400_000))
    clock.advance({ days: 1 })
    expect(await heldUntil(db, person, clock.now())).toBeUndefined()
  })

  it('needs a confirmation, the session that asked, and a quarter of an hour at most', async () => {
    const holder = await someone()
    const elsewhere = await aHolder(platform, holder.by.person)
    const line = await newLine(holder)
    expect(codeOf(await askForMobile(platform, holder.by, { mobile: line, ip }))).toBe('confirm-first')
    await confirmAct(world, holder, 'change-mobile')
    await askForMobile(platform, holder.by, { mobile: line, ip })
    await runJobs()
    const code = codeAt(line)
    expect(codeOf(await confirmMobile(platform, elsewhere.by, code))).toBe('mobile-change-expired')
    clock.advance({ minutes: 15 })
    expect(codeOf(await confirmMobile(platform, holder.by, code))).toBe('mobile-change-expired')
  })
})

import { describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { inbox } from '#platform/notices/inbox.ts'
import { aHolder, anAccount, aVisualAnswer, confirmAct } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, freshNumber, mobileOf } from '#tests/support/people.ts'
import { answerApproval, approvalAct, approvalWaiting } from './approve-sign-in.ts'
import { askToConfirm } from './require-confirmed.ts'
import { endSessions, sessionOf } from './session.ts'
import { approvalState, askApproval, completeApproval } from './sign-in-approval.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const { platform, db, clock, sent, runJobs } = world
let host = 0

async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  return aHolder(platform, person)
}
type Someone = Awaited<ReturnType<typeof someone>>
async function ask(name: string) {
  host += 1
  const visual = await aVisualAnswer(platform, { ip: `203.0.113.${host}` })
  const asked = await askApproval(platform, { name, visual, agent: 'Chrome · Windows' })
  if (!asked.ok) throw new Error(asked.error.code)
  return asked.value
}
/** The holder opens what waits, and confirms it. */
async function opened(holder: Someone) {
  const waiting = await approvalWaiting(platform, holder.by)
  if (!waiting) throw new Error('nothing waits')
  await askToConfirm(platform, holder.by, 'sign-in.approve', approvalAct(waiting))
  clock.advance({ seconds: 61 })
  await confirmAct(world, holder, { act: 'sign-in.approve', object: waiting.id })
  return waiting
}
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code
const stateOf = async (approval: string) => (await approvalState(platform, approval))?.state
const messages = (person: PersonNumber) =>
  sent.sms.filter(({ to }) => to === mobileOf(person)).map(({ text }) => text)

describe('a sign-in by approval', () => {
  it('lets in who chooses, on a signed-in device and after a confirmation, the number that is shown', async () => {
    const holder = await someone()
    const { approval, number } = await ask(holder.by.person)
    expect((await inbox(db, holder.by.person, { limit: 5 }))[0]?.link).toBe('/approve-sign-in')
    expect(codeOf(await completeApproval(platform, { approval }))).toBe('approval-gone')
    const waiting = await approvalWaiting(platform, holder.by)
    expect(waiting?.agent).toBe('Chrome · Windows')
    expect(waiting?.choices).toHaveLength(3)
    expect(waiting?.choices).toContain(number)
    const early = await answerApproval(platform, holder.by, { id: waiting?.id ?? '', number })
    expect(codeOf(early)).toBe('confirm-first')
    const { id } = await opened(holder)
    expect(messages(holder.by.person).at(-1)).toContain('Chrome · Windows')
    expect(await answerApproval(platform, holder.by, { id, number })).toEqual({ ok: true, value: 'approved' })
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => completeApproval(platform, { approval })),
    )
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const [entered] = outcomes.flatMap((one) => (one.ok ? [one.value] : []))
    expect((await sessionOf(platform, entered?.token ?? ''))?.person).toBe(holder.by.person)
  })

  it('is refused for good by a wrong number or by saying so, and its owner hears of it', async () => {
    const holder = await someone()
    for (const how of ['wrong', 'deny'] as const) {
      const { approval, number } = await ask(holder.by.person)
      const { id, choices } = await opened(holder)
      const other = choices.find((choice) => choice !== number) ?? 0
      const chosen = how === 'deny' ? 'deny' : other
      expect(await answerApproval(platform, holder.by, { id, number: chosen })).toEqual({
        ok: true,
        value: 'denied',
      })
      expect(codeOf(await answerApproval(platform, holder.by, { id, number }))).toBe('approval-not-waiting')
      expect(await stateOf(approval)).toBe('denied')
      expect(codeOf(await completeApproval(platform, { approval }))).toBe('approval-gone')
      await runJobs()
      expect(messages(holder.by.person).at(-1)).toContain('رُفض دخول')
    }
  })

  it('waits in vain for names that nobody has, for others’ sessions, and for longer than two minutes', async () => {
    const [holder, stranger] = [await someone(), await someone()]
    const nobody = await ask(freshNumber())
    expect(nobody.number).toBeGreaterThan(9)
    expect(await stateOf(nobody.approval)).toBe('waiting')
    const { approval, number } = await ask(holder.by.person)
    const waiting = await approvalWaiting(platform, holder.by)
    expect(await approvalWaiting(platform, stranger.by)).toBeUndefined()
    const foreign = await answerApproval(platform, stranger.by, { id: waiting?.id ?? '', number })
    expect(codeOf(foreign)).toBe('approval-not-waiting')
    const { id } = await opened(holder)
    clock.advance({ minutes: 2 })
    expect(codeOf(await answerApproval(platform, holder.by, { id, number }))).toBe('approval-not-waiting')
    expect(await stateOf(approval)).toBeUndefined()
  })

  it('goes with everything else when the sessions of its person end, and for a newer one', async () => {
    const holder = await someone()
    const first = await ask(holder.by.person)
    const second = await ask(holder.by.person)
    expect([await stateOf(first.approval), await stateOf(second.approval)]).toEqual([undefined, 'waiting'])
    const { id } = await opened(holder)
    await answerApproval(platform, holder.by, { id, number: second.number })
    await transact(db, (tx) => endSessions(tx, holder.by.person))
    expect(codeOf(await completeApproval(platform, { approval: second.approval }))).toBe('approval-gone')
  })
})

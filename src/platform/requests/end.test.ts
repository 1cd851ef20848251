import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { aHandOver, as, handOverPlatform } from '#tests/support/hand-over.ts'
import { aPerson } from '#tests/support/people.ts'
import { answerApproval, cancelRequest } from './act.ts'
import { decide } from './office.ts'

const { bank, test } = await handOverPlatform()
const { platform, db } = test

beforeEach(() => {
  test.clock.set('2026-11-23T08:00:00Z')
  bank.says = { kind: 'done' }
})

describe('an end before the last step', () => {
  it('ends when the bank refuses, with its reason', async () => {
    const { owner, sent, state } = await aHandOver(test)
    bank.says = { kind: 'refused', code: 'X', because: { ar: 'ليس لك', en: 'Not your account' } }
    expect(await state(await sent())).toMatchObject({
      status: 'rejected',
      because: { en: 'Not your account' },
    })
    expect(
      await db.selectFrom('lantern').select('held').where('person_id', '=', owner).executeTakeFirst(),
    ).toEqual({ held: false })
  })

  it('ends when the counterparty refuses; a later yes is too late', async () => {
    const { keeper, sent } = await aHandOver(test)
    const reference = await sent()
    const no = await answerApproval(platform, as(keeper), {
      reference,
      step: 'acceptance',
      accept: false,
      reason: 'no room',
    })
    expect(no).toMatchObject({ ok: true, value: { status: 'rejected' } })
    expect(
      await answerApproval(platform, as(keeper), { reference, step: 'acceptance', accept: true }),
    ).toMatchObject({ ok: false, error: { status: 409 } })
  })

  it('lets only the counterparty answer', async () => {
    const { owner, sent, state } = await aHandOver(test)
    const reference = await sent()
    for (const other of [owner, await aPerson(db)])
      expect(
        await answerApproval(platform, as(other), { reference, step: 'acceptance', accept: true }),
      ).toMatchObject({ ok: false, error: { status: 404 } })
    expect((await state(reference)).step).toBe('acceptance')
  })

  it('expires after seven days without an answer', async () => {
    const { sent, state } = await aHandOver(test)
    const reference = await sent()
    test.clock.advance({ days: 6, hours: 23 })
    await test.runJobs()
    expect((await state(reference)).status).toBe('in-progress')
    test.clock.advance({ hours: 2 })
    await test.runJobs()
    expect((await state(reference)).status).toBe('expired')
  })

  it('gives the money back when the applicant cancels after payment', async () => {
    const { owner, paid } = await aHandOver(test)
    const reference = await paid()
    const before = test.payments.refunds.length
    expect(await cancelRequest(platform, as(owner), reference)).toMatchObject({
      ok: true,
      value: { status: 'cancelled' },
    })
    await test.runJobs()
    expect(test.payments.refunds.slice(before)).toMatchObject([{ amount: 29_500 }])
    expect(await cancelRequest(platform, as(owner), reference)).toMatchObject({ ok: true })
    await test.runJobs()
    expect(test.payments.refunds).toHaveLength(before + 1)
  })
})

describe('an end at the last step', () => {
  it('rejects and gives the money back when a condition no longer holds at the end', async () => {
    const { owner, inReview, warden, openCase } = await aHandOver(test)
    const reference = await inReview()
    const before = test.payments.refunds.length
    await db
      .updateTable('lantern')
      .set({ valid_until: day('2026-01-01') })
      .where('person_id', '=', owner)
      .execute()
    const open = await openCase(reference)
    expect(await decide(platform, await warden(), open, { approve: true, reason: '' })).toMatchObject({
      ok: true,
      value: { status: 'rejected', verdicts: [{ rule: 'lantern-valid' }] },
    })
    await test.runJobs()
    expect(test.payments.refunds).toHaveLength(before + 1)
  })

  it('undoes what an effect wrote when it finds the world changed', async () => {
    const { owner, lantern, inReview, warden, openCase, lanternsOf } = await aHandOver(test)
    const reference = await inReview()
    await db.updateTable('lantern').set({ held: false }).where('person_id', '=', owner).execute()
    const open = await openCase(reference)
    const ended = await decide(platform, await warden(), open, { approve: true, reason: '' })
    expect(ended).toMatchObject({
      ok: true,
      value: { status: 'rejected', because: { en: 'The lantern is no longer held.' } },
    })
    expect(await lanternsOf(owner)).toEqual([lantern])
  })
})

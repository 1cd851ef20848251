import { beforeEach, describe, expect, it } from 'vitest'
import { documentsOf } from '#platform/documents/issued.ts'
import { inbox } from '#platform/notices/inbox.ts'
import { findBill } from '#platform/payments/bill.ts'
import { aHandOver, as, handOverPlatform } from '#tests/support/hand-over.ts'
import { fold, unborn } from './case-file.ts'
import { decide } from './office.ts'
import { timelineOf, viewOfficeCase, viewParticipation, viewRequest } from './read.ts'

const { test } = await handOverPlatform()
const { platform, db } = test

beforeEach(() => {
  test.clock.set('2026-11-23T08:00:00Z')
})

describe('the whole way', () => {
  it('goes through every kind of step to the registry, the document, the payout and the messages', async () => {
    const { owner, keeper, lantern, inReview, warden, openCase, state, lanternsOf } = await aHandOver(test)
    const reference = await inReview()
    const open = await openCase(reference)
    const seen = await viewOfficeCase(platform, await warden(), open)
    expect(seen.ok && seen.value.verdicts.map((one) => one.outcome)).toEqual(['met', 'met'])
    expect(await decide(platform, await warden(), open, { approve: true, reason: '' })).toMatchObject({
      ok: true,
      value: { status: 'fulfilled' },
    })
    await test.runJobs()
    expect(await lanternsOf(owner)).toEqual([])
    expect(await lanternsOf(keeper)).toEqual([lantern])
    expect((await documentsOf(db, keeper)).map((one) => one.document)).toEqual(['lantern-licence'])
    expect(test.payments.payouts.at(-1)).toMatchObject({ amount: 10_000, iban: 'SA2799000000000000000001' })
    const told = await inbox(db, keeper, { limit: 10 })
    expect(told[0]?.body.en).toContain('changed hands for')
    const bill = (await state(reference)).bills.payment
    const kept = bill && (await findBill(db, keeper, bill.id))
    expect(kept?.lines.map((line) => line.amount)).toEqual([8_000, 11_500, 10_000])
  })

  it('replays to the state that was stored', async () => {
    const { owner, inReview } = await aHandOver(test)
    const reference = await inReview()
    const seen = await viewRequest(platform, as(owner), reference)
    if (!seen.ok) throw new Error('unseen')
    const replayed = (await timelineOf(platform, seen.value.row)).reduce(
      (at, { event }) => fold(at, event),
      unborn,
    )
    expect(JSON.parse(JSON.stringify(replayed))).toEqual(seen.value.row.state)
  })

  it('shows the other party only what the service says', async () => {
    const { keeper, sent } = await aHandOver(test)
    const reference = await sent()
    const seen = await viewParticipation(platform, as(keeper), reference)
    expect(seen.ok && seen.value.row.shows.map((one) => one.key)).toEqual(['price', 'years'])
    expect(await viewRequest(platform, as(keeper), reference)).toMatchObject({
      ok: false,
      error: { status: 404 },
    })
  })
})

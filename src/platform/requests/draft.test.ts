import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { aHandOver, as, handOverPlatform } from '#tests/support/hand-over.ts'
import { aPerson } from '#tests/support/people.ts'
import { cancelRequest } from './act.ts'
import { saveAnswers, startDraft } from './draft.ts'
import { openService } from './open.ts'
import { submit } from './submit.ts'

const { test } = await handOverPlatform()
const { platform, db } = test

beforeEach(() => {
  test.clock.set('2026-11-23T08:00:00Z')
})

describe('before anything is filled', () => {
  it('shows the conditions with facts, and the only subject by itself', async () => {
    const { owner, lantern } = await aHandOver(test)
    const service = platform.catalogue.service('hand-over-lantern')
    if (!service) throw new Error('missing')
    const opening = await openService(platform, as(owner), service)
    expect(opening).toMatchObject({
      ok: true,
      value: { subject: { id: lantern }, verdicts: [{ rule: 'lantern-valid', outcome: 'met' }] },
    })
    await db
      .updateTable('lantern')
      .set({ valid_until: day('2026-01-01') })
      .where('person_id', '=', owner)
      .execute()
    const after = await openService(platform, as(owner), service)
    expect(after.ok && after.value.verdicts[0]).toMatchObject({
      outcome: 'unmet',
      reason: { en: expect.stringContaining('1 January 2026') },
      remedy: { service: 'hand-over-lantern' },
    })
  })

  it('gives a stranger nothing, and writes nothing', async () => {
    const { owner, lantern } = await aHandOver(test)
    const stranger = await aPerson(db)
    const tried = await startDraft(platform, as(stranger), {
      service: 'hand-over-lantern',
      subject: lantern,
      key: 'x',
    })
    expect(tried).toMatchObject({ ok: false, error: { status: 403 } })
    const registered: Principal = { kind: 'person', person: owner, account: 'registered', session: 's' }
    expect(
      await startDraft(platform, registered, {
        service: 'hand-over-lantern',
        subject: lantern,
        key: 'x',
      }),
    ).toMatchObject({ ok: false, error: { code: 'activation-required' } })
    const rows = await db
      .selectFrom('request')
      .select('id')
      .where('person_id', 'in', [stranger, owner])
      .execute()
    expect(rows).toEqual([])
  })
})

describe('a draft', () => {
  it('is one for one key, also when two clicks race', async () => {
    const { draft } = await aHandOver(test)
    const both = await Promise.all([draft('same'), draft('same')])
    expect(new Set(both).size).toBe(1)
  })

  it('keeps answers page by page, and tells what is wrong by field', async () => {
    const { owner, keeper, draft } = await aHandOver(test)
    const reference = await draft()
    const wrong = await saveAnswers(platform, as(owner), {
      reference,
      fields: ['years', 'price', 'payoutTo'],
      raw: { years: '9', price: '5', payoutTo: 'SA00' },
    })
    expect(wrong.ok || Object.keys(wrong.error.fields ?? {})).toEqual(['years', 'price', 'payoutTo'])
    const right = await saveAnswers(platform, as(owner), {
      reference,
      fields: ['keeper'],
      raw: { keeper },
    })
    expect(right).toMatchObject({ ok: true, value: { answers: { keeper } } })
    const early = await submit(platform, as(owner), reference)
    expect(early.ok || Object.keys(early.error.fields ?? {})).toEqual([
      'years',
      'price',
      'payoutTo',
      'corner',
    ])
  })

  it('takes no file of somebody else', async () => {
    const { owner, draft } = await aHandOver(test)
    const reference = await draft()
    const forged = await saveAnswers(platform, as(owner), {
      reference,
      fields: ['picture'],
      raw: {
        picture: {
          file: '01990000-0000-7000-8000-000000000000',
          name: 'x.png',
          type: 'image/png',
          bytes: 10,
        },
      },
    })
    expect(forged).toMatchObject({ ok: true, value: { answers: {} } })
  })

  it('checks across fields at the end', async () => {
    const { owner, filled } = await aHandOver(test)
    const reference = await filled({ price: '15' })
    expect(await submit(platform, as(owner), reference)).toMatchObject({
      ok: false,
      error: { fields: { price: {} } },
    })
  })

  it('drops a draft that nobody sends', async () => {
    const { draft, state } = await aHandOver(test)
    const reference = await draft()
    test.clock.advance({ days: 31 })
    await test.runJobs()
    expect((await state(reference)).status).toBe('expired')
  })
})

describe('sending', () => {
  it('sends once, however often it is sent', async () => {
    const { owner, sent } = await aHandOver(test)
    const reference = await sent()
    const again = await submit(platform, as(owner), reference)
    expect(again).toMatchObject({ ok: true, value: { reference } })
    const events = await db
      .selectFrom('request_event')
      .select('type')
      .where('person_id', '=', owner)
      .where('type', '=', 'submitted')
      .execute()
    expect(events).toHaveLength(1)
  })

  it('holds a subject for one open request, and lets it go at the end', async () => {
    const { owner, filled, sent } = await aHandOver(test)
    const first = await sent()
    const second = await filled({}, 'another')
    expect(await submit(platform, as(owner), second)).toMatchObject({
      ok: false,
      error: { code: 'already-open' },
    })
    await cancelRequest(platform, as(owner), first)
    expect(await submit(platform, as(owner), second)).toMatchObject({ ok: true })
  })

  it('tells the applicant nothing about why the other party does not qualify, and the party everything', async () => {
    const { owner, keeper, lantern, filled } = await aHandOver(test)
    for (const id of ['a', 'b'])
      await db
        .insertInto('lantern')
        .values({
          person_id: keeper,
          id: `${lantern}${id}`,
          lit: true,
          held: false,
          valid_until: day('2027-01-01'),
        })
        .execute()
    const reference = await filled()
    const refused = await submit(platform, as(owner), reference)
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'conditions-unmet', verdicts: [{ outcome: 'hidden', facts: [] }] },
    })
  })
})

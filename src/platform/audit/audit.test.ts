import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { anonymous } from '#platform/authority/principal.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { accessLog } from './access-log.ts'
import { record } from './record.ts'
import { seal } from './seal.ts'
import { verifyChain } from './verify.ts'

const { platform, db, clock } = await testPlatform()
let person: PersonNumber
let officer: PersonNumber

async function entries(count: number) {
  for (let at = 0; at < count; at += 1) {
    clock.advance({ seconds: 1 })
    await record(db, {
      subject: person,
      by: {
        kind: 'officer',
        person: officer,
        officer: 'TRF-07',
        units: ['traffic-objections'],
        session: 's',
      },
      action: 'request.read',
      about: `TRF-${at}`,
      ground: 'officer',
      at: clock.now(),
    })
  }
}

beforeEach(async () => {
  person = await aPerson(db)
  officer = await aPerson(db)
})

afterEach(async () => {
  for (const table of ['audit_leaf', 'audit_batch', 'audit_pending', 'audit_event'] as const)
    await db.deleteFrom(table).execute()
})

describe('the access log', () => {
  it('shows a person who looked, why and when, newest first, page by page', async () => {
    await entries(3)
    const [newest, second] = await accessLog(db, person, { limit: 2 })
    expect(newest).toMatchObject({
      at: clock.now(),
      about: 'TRF-2',
      ground: 'officer',
      title: { en: 'Looked at a request that concerns you' },
      right: { en: 'as an officer in charge' },
      who: { kind: 'officer', name: { ar: 'سالم الريحاني' }, units: ['traffic-objections'] },
    })
    const rest = await accessLog(db, person, second ? { before: second.id } : {})
    expect(rest.map((entry) => entry.about)).toEqual(['TRF-0'])
  })

  it('leaves out what the person did, and shows nobody else', async () => {
    const by = { kind: 'person', person, account: 'activated', session: 's' } as const
    await record(db, { subject: person, by, action: 'record.read', at: clock.now() })
    const own = { subject: person, by: anonymous, ground: 'self' } as const
    await record(db, { ...own, action: 'account.register', at: clock.now() })
    await entries(1)
    await record(db, { subject: person, by: anonymous, action: 'session.refuse', at: clock.now() })
    expect((await accessLog(db, person)).map((entry) => entry.action).sort()).toEqual([
      'request.read',
      'session.refuse',
    ])
    expect(await accessLog(db, officer)).toEqual([])
  })
})

describe('the chain', () => {
  it('verifies batch after batch, and has nothing to seal twice', async () => {
    await entries(3)
    expect(await seal(platform)).toBe(3)
    await entries(2)
    expect(await seal(platform)).toBe(2)
    expect(await seal(platform)).toBe(0)
    expect(await verifyChain(db)).toMatchObject({ ok: true, batches: 2 })
  })

  it('stays one chain when two seal at once', async () => {
    await entries(4)
    await seal(platform)
    await entries(4)
    await Promise.all([seal(platform), seal(platform), seal(platform)])
    expect(await verifyChain(db)).toMatchObject({ ok: true, batches: 2 })
  })

  it('stays one chain when two lay its first link at once', async () => {
    await entries(2)
    await Promise.allSettled([seal(platform), seal(platform)])
    expect(await verifyChain(db)).toMatchObject({ ok: true, batches: 1 })
  })

  const sealed = async () => {
    await entries(3)
    await seal(platform)
    await entries(3)
    await seal(platform)
  }

  it('finds a changed event', async () => {
    await sealed()
    await db.updateTable('audit_event').set({ actor_id: 'SOMEBODY' }).where('about', '=', 'TRF-1').execute()
    expect(await verifyChain(db)).toMatchObject({ ok: false, broken: { batch: 1, what: 'event-changed' } })
  })

  it('finds a deleted event', async () => {
    await sealed()
    const last = await db
      .selectFrom('audit_event')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await db.deleteFrom('audit_event').where('id', '=', last.id).execute()
    expect(await verifyChain(db)).toEqual({
      ok: false,
      broken: { batch: 2, what: 'event-missing', event: last.id },
    })
  })

  it('finds an event deleted together with its leaf', async () => {
    await sealed()
    const leaf = await db
      .selectFrom('audit_leaf')
      .select('event_id')
      .where('batch', '=', 1)
      .where('position', '=', 2)
      .executeTakeFirstOrThrow()
    await db.deleteFrom('audit_leaf').where('event_id', '=', leaf.event_id).execute()
    await db.deleteFrom('audit_event').where('id', '=', leaf.event_id).execute()
    expect(await verifyChain(db)).toMatchObject({ ok: false, broken: { batch: 1, what: 'batch-changed' } })
  })

  it('finds events that changed places', async () => {
    await sealed()
    for (const [from, to] of [
      [0, 9],
      [1, 0],
      [9, 1],
    ] as const)
      await db
        .updateTable('audit_leaf')
        .set({ position: to })
        .where('batch', '=', 1)
        .where('position', '=', from)
        .execute()
    expect(await verifyChain(db)).toMatchObject({ ok: false, broken: { batch: 1, what: 'batch-changed' } })
  })

  it('finds a missing batch', async () => {
    await sealed()
    await db.deleteFrom('audit_leaf').where('batch', '=', 1).execute()
    await db.deleteFrom('audit_batch').where('batch', '=', 1).execute()
    expect(await verifyChain(db)).toMatchObject({ ok: false, broken: { batch: 1, what: 'batch-missing' } })
  })

  it('finds an event slipped in beside it', async () => {
    await sealed()
    await entries(1)
    await db.deleteFrom('audit_pending').execute()
    expect(await verifyChain(db)).toMatchObject({ ok: false, broken: { what: 'event-outside' } })
  })
})

import { describe, expect, it } from 'vitest'
import { addDays, day, dayOf } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { deliveriesOf, inbox } from '#platform/notices/inbox.ts'
import { anAccount, anOfficerSession, aSession } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aFamily, aPassport, aPerson, mobileOf } from '#tests/support/people.ts'
import {
  type AbroadPlace,
  abroadDays,
  abroadTimes,
  askFromAbroad,
  cancelAbroad,
  ownAbroad,
} from './abroad.ts'
import { endMissed } from './abroad-missed.ts'
import { abroadWaiting, activateFromAbroad, readAbroad, refuseAbroad, reportAbroad } from './abroad-review.ts'
import { activateByBank } from './activate-by-bank.ts'
import { secondLooks } from './second-look.ts'

const { platform, db, clock, runJobs, sent } = await testPlatform({ catalogue: noCatalogue })
const cairo: AbroadPlace = { way: 'mission', mission: 'cairo' }
const video: AbroadPlace = { way: 'video' }
const officer = async (person?: PersonNumber, units: readonly string[] = ['activation']) =>
  (await anOfficerSession(platform, person ?? (await aPerson(db)), units)).principal
const clerk = await officer()

/** A citizen with a passport and an account that is registered; as the pages know them. */
async function abroad(person?: PersonNumber) {
  const number = person ?? (await aPerson(db))
  const passport = await aPassport(db, number, { nationality: 'SAU' })
  await anAccount(platform, number, { state: 'registered' })
  const { principal } = await aSession(platform, number, { account: 'registered' })
  if (principal.kind !== 'person') throw new Error('not a person')
  return { person: number, passport, by: principal }
}
type Someone = Awaited<ReturnType<typeof abroad>>

/** The next free time at a place. */
async function free(place: AbroadPlace) {
  for (const day of abroadDays(dayOf(clock.now()))) {
    const [slot] = await abroadTimes(db, place, day)
    if (slot) return slot
  }
  throw new Error('all is taken')
}
const codeOf = (outcome: { ok: true } | { ok: false; error: { code: string } }) =>
  outcome.ok ? 'done' : outcome.error.code
const ask = async (who: Someone, place: AbroadPlace = cairo, slot?: Date) =>
  codeOf(await askFromAbroad(platform, who.by, { place, slot: slot ?? (await free(place)) }))
async function waiting(who: Someone) {
  const line = (await abroadWaiting(db, clerk)).find((one) => one.person === who.person)
  if (!line) throw new Error('nothing waits')
  return line.id
}
/** The time that was given to somebody has come. */
async function whenDue(who: Someone) {
  const id = await waiting(who)
  const own = await ownAbroad(db, who.person)
  if (own && own.slot > clock.now()) clock.set(own.slot.toISOString())
  return id
}
const stateOf = async (person: PersonNumber) =>
  (await db.selectFrom('account').select('state').where('person_id', '=', person).executeTakeFirst())?.state
const newest = async ({ person }: Someone) => (await inbox(db, person, { limit: 1 }))[0]
const reason = 'The light was too poor to compare'

describe('asking for activation from abroad', () => {
  it('takes a time, tells by every way, and is the first one when it is sent again', async () => {
    const who = await abroad()
    const slot = await free(cairo)
    const both = await Promise.all([ask(who, cairo, slot), ask(who, cairo, slot)])
    expect(both).toEqual(['done', 'done'])
    expect(await ownAbroad(db, who.person)).toEqual({ ...cairo, slot })
    expect((await abroadTimes(db, cairo, dayOf(slot))).map(Number)).not.toContain(Number(slot))
    expect(await ask(who, video)).toBe('already-asked')
    const notice = await newest(who)
    expect(notice?.body.en).toContain('at the mission in Cairo')
    await runJobs()
    expect((await deliveriesOf(db, who.person, notice?.id ?? '')).map((one) => one.channel)).toEqual([
      'email',
      'sms',
    ])
    expect(await inbox(db, who.person, { limit: 9 })).toHaveLength(1)
  })

  it('gives one time of one place to one of two', async () => {
    const [a, b] = [await abroad(), await abroad()]
    const slot = await free(video)
    const outcomes = await Promise.all([ask(a, video, slot), ask(b, video, slot)])
    expect(outcomes.toSorted()).toEqual(['answers-invalid', 'done'])
    const loser = outcomes[0] === 'done' ? b : a
    expect(await ownAbroad(db, loser.person)).toBeUndefined()
    expect(await ask(loser, cairo)).toBe('done')
  })

  it('is for citizens with a valid passport whose account waits, at times that are offered', async () => {
    const resident = await aPerson(db, { kind: 'resident' })
    expect(await ask(await abroad(resident))).toBe('citizens-only')
    const expired = await abroad()
    await db
      .updateTable('passport')
      .set({ expires_on: day('2026-01-01') })
      .where('person_id', '=', expired.person)
      .execute()
    expect(await ask(expired)).toBe('no-passport')
    const active = await abroad()
    await db
      .updateTable('account')
      .set({ state: 'activated' })
      .where('person_id', '=', active.person)
      .execute()
    expect(await ask(active)).toBe('already-activated')
    const who = await abroad()
    const today = dayOf(clock.now())
    const friday = new Date(`${addDays(today, 4)}T10:00:00+03:00`)
    for (const slot of [friday, new Date(Number(await free(cairo)) + 60_000), clock.now()])
      expect(await ask(who, cairo, slot)).toBe('answers-invalid')
    for (const one of [expired, active, who]) expect(await ownAbroad(db, one.person)).toBeUndefined()
  })

  it('is taken back by its holder, and its time is free again', async () => {
    const who = await abroad()
    const slot = await free(cairo)
    await ask(who, cairo, slot)
    expect(codeOf(await cancelAbroad(platform, who.by))).toBe('done')
    expect(codeOf(await cancelAbroad(platform, who.by))).toBe('not-found')
    expect(await ask(await abroad(), cairo, slot)).toBe('done')
    expect(await ask(who, video)).toBe('done')
  })

  it('ends when another way activates the account, and when its time went by', async () => {
    const [banked, absent] = [await abroad(), await abroad()]
    await ask(banked)
    await ask(absent)
    const bank = { kind: 'partner', client: 'test-bank', scopes: ['accounts.activate'] } as const
    const mobile = mobileOf(banked.person)
    await activateByBank(
      platform,
      { person: banked.person, mobile, channel: 'bank-app', receipt: 'A-1' },
      bank,
    )
    expect(await ownAbroad(db, banked.person)).toBeUndefined()
    await endMissed(platform)
    const own = await ownAbroad(db, absent.person)
    expect(own).toBeDefined()
    const before = clock.now()
    clock.set(new Date(Number(own?.slot) + 24 * 60 * 60_000).toISOString())
    await endMissed(platform)
    expect(await ownAbroad(db, absent.person)).toBeUndefined()
    expect((await newest(absent))?.body.en).toContain('has passed')
    expect(await ask(absent)).toBe('done')
    clock.set(before.toISOString())
  })
})

describe('an officer who sees somebody abroad', () => {
  it('compares, activates by the passport of the register, and a colleague looks at it', async () => {
    const who = await abroad()
    await ask(who, video)
    const id = await whenDue(who)
    const seen = await readAbroad(platform, id, clerk)
    expect(seen).toMatchObject({ ok: true, value: { way: 'video', mobile: mobileOf(who.person) } })
    const wrong = await activateFromAbroad(platform, { id, passport: 'Z99999999' }, clerk)
    expect(wrong).toMatchObject({ error: { fields: { document: { en: /not the one/ } } } })
    expect(await stateOf(who.person)).toBe('registered')
    const once = await Promise.all([
      activateFromAbroad(platform, { id, passport: who.passport }, clerk),
      activateFromAbroad(platform, { id, passport: who.passport }, clerk),
    ])
    expect(once.filter((one) => one.ok)).toHaveLength(1)
    expect(await stateOf(who.person)).toBe('activated')
    expect((await abroadWaiting(db, clerk)).some((one) => one.id === id)).toBe(false)
    const [review] = (await secondLooks(db, 'activation', ['activation'])).filter(
      (one) => one.person_id === who.person,
    )
    expect(review).toMatchObject({ officer: clerk.officer })
    await runJobs()
    expect(sent.sms.findLast(({ to }) => to === mobileOf(who.person))?.text).toContain('فُعّل حسابك')
    const log = await db
      .selectFrom('audit_event')
      .select('action')
      .where('person_id', '=', who.person)
      .where('actor_id', '=', clerk.officer)
      .execute()
    expect(log.map((one) => one.action)).toEqual(['activation.read', 'account.activate'])
  })

  it('decides nothing before the time that was given', async () => {
    const who = await abroad()
    await ask(who, video)
    const id = await waiting(who)
    expect(await readAbroad(platform, id, clerk)).toMatchObject({ ok: true, value: { begun: false } })
    expect(codeOf(await activateFromAbroad(platform, { id, passport: who.passport }, clerk))).toBe(
      'too-early',
    )
    expect(codeOf(await refuseAbroad(platform, { id, reason }, clerk))).toBe('too-early')
    expect(codeOf(await reportAbroad(platform, { id, note: reason }, clerk))).toBe('too-early')
    expect([await stateOf(who.person), await waiting(who)]).toEqual(['registered', id])
    expect(await whenDue(who)).toBe(id)
    expect(codeOf(await activateFromAbroad(platform, { id, passport: who.passport }, clerk))).toBe('done')
  })

  it('refuses with a reason that is read, and the holder asks again', async () => {
    const who = await abroad()
    await ask(who)
    const id = await whenDue(who)
    expect(await refuseAbroad(platform, { id, reason: 'no' }, clerk)).toMatchObject({
      error: { fields: { reason: {} } },
    })
    expect(codeOf(await refuseAbroad(platform, { id, reason }, clerk))).toBe('done')
    expect(codeOf(await refuseAbroad(platform, { id, reason }, clerk))).toBe('not-found')
    expect((await newest(who))?.body.en).toContain(reason)
    expect(await stateOf(who.person)).toBe('registered')
    expect(await ask(who)).toBe('done')
  })

  it('reports who is not the holder, and nothing is activated', async () => {
    const who = await abroad()
    await ask(who, video)
    const id = await whenDue(who)
    const note = 'The face is of somebody else'
    expect(codeOf(await reportAbroad(platform, { id, note }, clerk))).toBe('done')
    expect([await stateOf(who.person), await ownAbroad(db, who.person)]).toEqual(['suspended', undefined])
  })

  it('is of the unit, and neither the person nor their family; nothing is written otherwise', async () => {
    const { father, mother } = await aFamily(db)
    const who = await abroad(father)
    await ask(who)
    const id = await whenDue(who)
    const others = [
      [await officer(undefined, ['passports']), 'not-authorised'],
      [await officer(mother), 'own-or-family'],
      [await officer(father), 'own-or-family'],
    ] as const
    for (const [by, code] of others) {
      expect(codeOf(await readAbroad(platform, id, by))).toBe(code)
      expect(codeOf(await activateFromAbroad(platform, { id, passport: who.passport }, by))).toBe(code)
      expect(codeOf(await refuseAbroad(platform, { id, reason }, by))).toBe(code)
      expect(codeOf(await reportAbroad(platform, { id, note: reason }, by))).toBe(code)
    }
    expect(await abroadWaiting(db, others[0][0])).toEqual([])
    expect(codeOf(await readAbroad(platform, 'x', clerk))).toBe('not-found')
    expect(await stateOf(father)).toBe('registered')
    expect(await waiting(who)).toBe(id)
  })
})

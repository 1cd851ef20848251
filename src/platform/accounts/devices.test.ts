import { describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { aHolder, anAccount } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { devicesOf, endOtherSessions, endSession, forgetDevice, sessionsOf } from './devices.ts'
import { enter } from './enter.ts'
import { accountHistory } from './history.ts'
import { sessionOf, signOut } from './session.ts'

const { platform, db, clock, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })

async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  return person
}
const enterAs = (person: PersonNumber, agent: string, device?: string) =>
  transact(db, (tx) =>
    enter(
      tx,
      platform.config,
      { person, account: 'activated', officer: undefined, units: [], methods: ['password', 'sms'], agent },
      device,
      clock.now(),
    ),
  )

describe('sessions and devices', () => {
  it('are listed with what they are and when they were last used, for their holder alone', async () => {
    const person = await someone()
    const phone = await enterAs(person, 'Chrome · Android')
    clock.advance({ minutes: 5 })
    await enterAs(person, 'Firefox · Linux')
    const listed = await sessionsOf(db, person, clock.now())
    expect(listed.map((session) => session.agent)).toEqual(['Firefox · Linux', 'Chrome · Android'])
    clock.advance({ minutes: 12 })
    expect((await sessionsOf(db, person, clock.now())).map((session) => session.agent)).toEqual([
      'Firefox · Linux',
    ])
    await enterAs(person, 'Chrome · Android', phone.device)
    const devices = await devicesOf(db, person)
    expect(devices).toHaveLength(2)
    expect(devices[0]?.lastSeen.getTime()).toBeGreaterThan(devices[0]?.firstSeen.getTime() ?? Infinity)
    expect(await devicesOf(db, await someone())).toEqual([])
  })

  it('end one by one, and never those of others', async () => {
    const [person, other] = [await someone(), await someone()]
    const [mine, theirs] = [await aHolder(platform, person), await aHolder(platform, other)]
    const phone = await enterAs(person, 'Chrome · Android')
    const foreign = await endSession(platform, theirs.by.session, mine.by)
    expect(foreign).toMatchObject({ ok: false, error: { status: 404 } })
    expect(await endSession(platform, 'nonsense', mine.by)).toMatchObject({ ok: false })
    expect(await sessionOf(platform, theirs.token)).toBeDefined()
    expect((await endSession(platform, phone.session.id, mine.by)).ok).toBe(true)
    expect(await sessionOf(platform, phone.token)).toBeUndefined()
    expect(await sessionOf(platform, mine.token)).toBeDefined()
  })

  it('end all but the one that asks', async () => {
    const person = await someone()
    const mine = await aHolder(platform, person)
    await enterAs(person, 'Chrome · Android')
    await enterAs(person, 'Firefox · Linux')
    expect(await endOtherSessions(platform, mine.by)).toBe(2)
    expect(await endOtherSessions(platform, mine.by)).toBe(0)
    expect(await sessionsOf(db, person, clock.now())).toMatchObject([{ id: mine.by.session }])
  })

  it('tell of a new device once, and again after it was removed; removing signs it out', async () => {
    const person = await someone()
    const phone = await enterAs(person, 'Chrome · Android')
    const tablet = await enterAs(person, 'Safari · iPad')
    await enterAs(person, 'Safari · iPad', tablet.device)
    await runJobs()
    const told = () =>
      sent.sms.filter(({ to, text }) => to === mobileOf(person) && text.includes('جهاز')).length
    const before = told()
    expect(before).toBe(1)
    const mine = await aHolder(platform, person)
    const [device] = (await devicesOf(db, person)).filter((known) => known.agent === 'Safari · iPad')
    const stranger = await aHolder(platform, await someone())
    expect((await forgetDevice(platform, device?.device ?? '', stranger.by)).ok).toBe(false)
    expect((await forgetDevice(platform, device?.device ?? '', mine.by)).ok).toBe(true)
    expect(await sessionOf(platform, tablet.token)).toBeUndefined()
    expect(await sessionOf(platform, phone.token)).toBeDefined()
    await enterAs(person, 'Safari · iPad', tablet.device)
    await runJobs()
    expect(told()).toBe(before + 1)
  })

  it('leave a history, newest first, page by page', async () => {
    const person = await someone()
    const { token } = await enterAs(person, 'Chrome · Android')
    clock.advance({ minutes: 1 })
    await signOut(platform, token)
    clock.advance({ minutes: 1 })
    await enterAs(person, 'Firefox · Linux')
    const [first, ...rest] = await accountHistory(db, person, { limit: 1 })
    expect([first?.action, first?.about, rest.length]).toEqual(['session.start', 'Firefox · Linux', 0])
    const older = await accountHistory(db, person, { before: first?.id, limit: 10 })
    expect(older.map((event) => event.action)).toEqual(['session.end', 'session.start'])
  })
})

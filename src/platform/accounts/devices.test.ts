import { describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { aHolder, anAccount, anOfficerSession } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aFamily, aPerson, mobileOf } from '#tests/support/people.ts'
import { devicesOf, endOtherSessions, endSession, forgetDevice, forgetPlace, sessionsOf } from './devices.ts'
import { endSessionsOf } from './end-by-officer.ts'
import { enter } from './enter.ts'
import { accountHistory } from './history.ts'
import { type LostDevice, loseDevice } from './lost-device.ts'
import { networkOf, placeOf, placesOf } from './place.ts'
import { principalOf, sessionOf, signOut } from './session.ts'
import { tokenHash } from './token.ts'

const { platform, db, clock, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })

async function someone() {
  const person = await aPerson(db)
  await anAccount(platform, person)
  return person
}
const enterAs = (person: PersonNumber, agent: string, device?: string, ip?: string) =>
  transact(db, (tx) =>
    enter(
      tx,
      platform,
      { person, account: 'activated', officer: undefined, units: [], methods: ['password', 'sms'], agent },
      { device, ip },
      clock.now(),
    ),
  )
const lastTo = (person: PersonNumber) => sent.sms.findLast(({ to }) => to === mobileOf(person))?.text ?? ''

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

describe('places', () => {
  it('tell of a new network once, with a new device in one message, and again after it was removed', async () => {
    const person = await someone()
    const phone = await enterAs(person, 'Chrome · Android', undefined, '203.0.113.7')
    await enterAs(person, 'Chrome · Android', phone.device, '203.0.113.200')
    await runJobs()
    expect(lastTo(person)).toBe('')
    await enterAs(person, 'Chrome · Android', phone.device, '198.51.100.7')
    await enterAs(person, 'Chrome · Android', phone.device, '198.51.100.8')
    await runJobs()
    expect(lastTo(person)).toContain('من شبكة لم يُستعمل منها')
    expect(sent.sms.filter(({ to }) => to === mobileOf(person))).toHaveLength(1)
    await enterAs(person, 'Safari · iPad', undefined, '2001:db8:1::7')
    await runJobs()
    expect(lastTo(person)).toContain('من جهاز جديد وشبكة جديدة')
    const places = await placesOf(db, person)
    expect(places.map(({ agent }) => agent)).toEqual(expect.arrayContaining(['Safari · iPad']))
    expect(places).toHaveLength(3)
    expect(JSON.stringify(places)).not.toContain('203.0')
    const mine = await aHolder(platform, person)
    const stranger = await aHolder(platform, await someone())
    const place = placeOf(platform.vault, person, '198.51.100.99') ?? ''
    expect((await forgetPlace(platform, place, stranger.by)).ok).toBe(false)
    expect((await forgetPlace(platform, place, mine.by)).ok).toBe(true)
    await enterAs(person, 'Chrome · Android', phone.device, '198.51.100.7')
    await runJobs()
    expect(lastTo(person)).toContain('من شبكة لم يُستعمل منها')
  })

  it.each([
    ['203.0.113.7', '203.0.113'],
    ['::ffff:203.0.113.7', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1'],
    ['2001:DB8::1', '2001:db8:0'],
    ['fe80::1%eth0', 'fe80:0:0'],
    ['::1', '0:0:0'],
    ['somewhere', undefined],
  ])('are the first bits of an address: %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network)
  })
})

describe('a lost device', () => {
  it('is signed out and forgotten, what other rooms keep on it is stopped, and its owner told', async () => {
    const person = await someone()
    const lost: LostDevice[] = []
    const here = { ...platform, whenDeviceLost: [async (_tx: unknown, it: LostDevice) => void lost.push(it)] }
    const phone = await enterAs(person, 'Chrome · Android')
    const computer = await enterAs(person, 'Firefox · Linux')
    const by = principalOf(computer.session)
    if (by.kind !== 'person') throw new Error('A person was expected.')
    const stranger = await aHolder(platform, await someone())
    const device = tokenHash(phone.device)
    expect(await loseDevice(here, tokenHash(computer.device), by)).toMatchObject({
      ok: false,
      error: { code: 'device-in-hand' },
    })
    expect((await loseDevice(here, device, stranger.by)).ok).toBe(false)
    expect(lost).toEqual([])
    expect((await loseDevice(here, device, by)).ok).toBe(true)
    expect(lost).toMatchObject([{ person, device }])
    expect((await loseDevice(here, device, by)).ok).toBe(false)
    expect(lost).toHaveLength(1)
    expect(await sessionOf(platform, phone.token)).toBeUndefined()
    expect((await devicesOf(db, person)).map(({ agent }) => agent)).toEqual(['Firefox · Linux'])
    await runJobs()
    expect(lastTo(person)).toContain('جهازك المفقود')
  })

  it('stops nothing when one of the rooms fails', async () => {
    const person = await someone()
    const phone = await enterAs(person, 'Chrome · Android')
    const mine = await aHolder(platform, person)
    const broken = {
      ...platform,
      whenDeviceLost: [() => Promise.reject(new Error('the wallet is away'))],
    }
    await expect(loseDevice(broken, tokenHash(phone.device), mine.by)).rejects.toThrow('the wallet is away')
    expect(await sessionOf(platform, phone.token)).toBeDefined()
  })
})

describe('an operator', () => {
  it('ends the sessions of somebody, with a reason that they are told', async () => {
    const person = await someone()
    const phone = await enterAs(person, 'Chrome · Android')
    const officer = (await anOfficerSession(platform, await aPerson(db), ['operations'])).principal
    const reason = 'بلاغ عن استعمال جهاز عام لم يُغلق'
    const end = (who: typeof officer, why = reason) => endSessionsOf(platform, { person, reason: why }, who)
    const other = (await anOfficerSession(platform, await aPerson(db), ['licensing'])).principal
    expect(await end(other)).toMatchObject({ ok: false, error: { status: 403 } })
    expect(await end(officer, 'short')).toMatchObject({ ok: false, error: { code: 'answers-invalid' } })
    expect(await end(officer, `about ${person} and more`)).toMatchObject({ ok: false })
    expect(await sessionOf(platform, phone.token)).toBeDefined()
    expect(await end(officer)).toEqual({ ok: true, value: 1 })
    expect(await sessionOf(platform, phone.token)).toBeUndefined()
    expect(await end(officer)).toMatchObject({ ok: false, error: { fields: { person: {} } } })
    await runJobs()
    expect(lastTo(person)).toContain(reason)
    const [event] = await accountHistory(db, person, { limit: 1 })
    expect(event).toMatchObject({ action: 'session.end', about: reason, byOther: true })
  })

  it('does it neither to themselves nor to their family', async () => {
    const { father, mother } = await aFamily(db)
    await anAccount(platform, mother)
    await enterAs(mother, 'Chrome · Android')
    const officer = (await anOfficerSession(platform, father, ['operations'])).principal
    const reason = 'a reason that is long enough'
    for (const person of [father, mother])
      expect(await endSessionsOf(platform, { person, reason }, officer)).toMatchObject({
        ok: false,
        error: { code: 'own-or-family' },
      })
    expect(await sessionsOf(db, mother, clock.now())).toHaveLength(1)
  })
})

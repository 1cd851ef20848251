import { expect, it } from 'vitest'
import { ownAbroad } from '#platform/accounts/abroad.ts'
import { anAccount, aSession } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPassport, aPerson } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { portalChannel } from '../../channel.ts'

const page = '/activate/abroad'
const { platform, db } = await testPlatform()
const app = await aServer(platform)
await app.register(portalChannel(platform))

const reader = () => {
  const browser = aVisitor(app, platform)
  browser.cookies.set('lang', 'en')
  return browser
}

/** A person whose account waits for activation, at their own browser. */
async function registered(kind: 'citizen' | 'resident' = 'citizen') {
  const person = await aPerson(db, { kind })
  await aPassport(db, person, { nationality: 'SAU' })
  await anAccount(platform, person, { state: 'registered' })
  const browser = reader()
  browser.cookies.set('diwan-session', (await aSession(platform, person, { account: 'registered' })).token)
  return { person, browser }
}

it('is offered to a citizen, and not to a resident, whom no mission receives', async () => {
  const [citizen, resident] = [await registered(), await registered('resident')]
  expect((await citizen.browser.get('/activate')).body).toContain(`href="${page}"`)
  expect((await resident.browser.get('/activate')).body).not.toContain(page)
})

it('is found on the page of activation, and says what it is to who is not signed in', async () => {
  const browser = reader()
  expect((await browser.get('/activate')).body).toContain(`href="${page}"`)
  const guide = await browser.get('/services/activate-from-abroad')
  expect(guide.body).toContain('A registered account is needed')
  expect(guide.body).toContain(`href="${page}"`)
  const shown = await browser.get(page)
  expect(shown.body).toContain('Sign in to book')
  expect(shown.body).not.toContain('Show the times')
})

it('is chosen place by day by time, seen, and cancelled', async () => {
  const { person, browser } = await registered()
  const choose = await browser.get(page)
  expect(choose.body).toContain('Mission in Cairo')
  const half = await browser.get(`${page}?place=nowhere&day=`)
  expect([half.statusCode, half.body.includes('Choose a place from the list')]).toEqual([422, true])
  const times = await browser.get(`${page}?place=cairo&day=2026-11-24`)
  expect(times.body).toContain('Tuesday')
  const none = await browser.submit(times, page)
  expect([none.statusCode, none.body.includes('href="#f-time"')]).toEqual([422, true])
  const [, time = ''] = /<option value="(2026-[^"]+)"/.exec(times.body) ?? []
  const booked = await browser.submit(times, page, { time })
  const own = await browser.follow(booked)
  for (const words of ['Your appointment is booked.', 'Mission in Cairo', '24 November 2026', '09:00'])
    expect(own.body).toContain(words)
  expect(await ownAbroad(db, person)).toMatchObject({ mission: 'cairo', slot: new Date(time) })

  const late = await registered()
  const other = await late.browser.get(`${page}?place=cairo&day=2026-11-24`)
  expect(other.body).not.toContain(time)
  const taken = await late.browser.submit(other, page, { time })
  expect([taken.statusCode, taken.body.includes('Choose a time that is free')]).toEqual([422, true])

  const cancelled = await browser.submit(own, `${page}/cancel`)
  expect((await browser.follow(cancelled)).body).toContain('Your appointment is cancelled.')
  expect(await ownAbroad(db, person)).toBeUndefined()
})

it('tells who cannot use it why, and what to do', async () => {
  const { browser } = await registered('resident')
  const shown = await browser.get(page)
  expect(shown.body).toContain('This is for citizens abroad')
  expect(shown.body).toContain('href="/activate"')
})

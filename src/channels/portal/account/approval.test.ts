import { describe, expect, it } from 'vitest'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { asPerson } from '#tests/support/service.ts'
import { aSignedInVisitor, confirmAt } from '#tests/support/signed-in-visitor.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { firstThings } from '../home/first-things.ts'
import { accountPages } from './pages.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const app = await aServer(world.platform)
await app.register(accountPages(world.platform))

async function asking(name: string) {
  const browser = aVisitor(app, world.platform)
  browser.cookies.set('lang', 'en')
  const page = await browser.get('/sign-in/approval?next=%2Faccount')
  const asked = await browser.submit(page, '/sign-in/approval', { name })
  const waiting = await browser.follow(asked)
  const number = /dir="ltr">\s*(\d\d)\s*</.exec(waiting.body)?.[1] ?? ''
  return { browser, waiting, number }
}

describe('the pages of a sign-in by approval', () => {
  it('show a number, look again by themselves, and let in once it is chosen on the other device', async () => {
    const phone = await aSignedInVisitor(app, world)
    phone.cookies.set('lang', 'en')
    expect((await aVisitor(app, world.platform).get('/sign-in')).body).toContain('/sign-in/approval')
    const { browser, waiting, number } = await asking(phone.person)
    expect(waiting.body).toContain('http-equiv="refresh"')
    const early = await browser.submit(waiting, '/sign-in/approval/waiting')
    expect(early.headers.location).toContain('/sign-in/approval/waiting')
    expect((await phone.get('/account')).body).toContain('A sign-in waits for your approval')
    const [first] = await firstThings(world.platform, asPerson(phone.person))
    expect(first).toMatchObject({ kind: 'approve', href: '/approve-sign-in' })
    const choose = await confirmAt(world, phone, await phone.get('/approve-sign-in'))
    expect(choose.body).toContain(`<button`)
    const done = await phone.submit(choose, '/approve-sign-in', { number })
    expect((await phone.follow(done)).body).toContain('Go on at the other device')
    const ready = await browser.get('/sign-in/approval/waiting?next=%2Faccount')
    expect(ready.body).not.toContain('http-equiv="refresh"')
    const inside = await browser.submit(ready, '/sign-in/approval/waiting')
    expect(inside.headers.location).toBe('/account')
    expect((await browser.get('/account')).statusCode).toBe(200)
    const replay = await browser.submit(ready, '/sign-in/approval/waiting')
    expect(replay.statusCode).toBe(409)
  })

  it('show the same to a name that nobody has, and say when it is over or refused', async () => {
    const phone = await aSignedInVisitor(app, world)
    phone.cookies.set('lang', 'en')
    const [known, unknown] = [await asking(phone.person), await asking('nobody.at.all')]
    const shape = (body: string) =>
      (/<main[\s\S]*<\/main>/.exec(body)?.[0] ?? '').replace(/>\d\d</, '><').replaceAll(/value="[^"]*"/g, '')
    expect(shape(unknown.waiting.body)).toBe(shape(known.waiting.body))
    const choose = await confirmAt(world, phone, await phone.get('/approve-sign-in'))
    const denied = await phone.submit(choose, '/approve-sign-in', { number: 'deny' })
    expect((await phone.follow(denied)).body).toContain('The sign-in is refused')
    expect((await known.browser.get('/sign-in/approval/waiting')).body).toContain('This sign-in was refused.')
    world.clock.advance({ minutes: 2 })
    expect((await unknown.browser.get('/sign-in/approval/waiting')).body).toContain('has run out of time')
    expect((await phone.get('/approve-sign-in')).body).toContain('No sign-in waits')
  })
})

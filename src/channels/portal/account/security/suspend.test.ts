import { describe, expect, it } from 'vitest'
import { accountStateOf } from '#platform/accounts/account-state.ts'
import { anAccount, lastCode, testPassword } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { aSignedInVisitor } from '#tests/support/signed-in-visitor.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { accountPages } from '../pages.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const { platform, db, clock, sent, runJobs } = world
const app = await aServer(platform)
await app.register(accountPages(platform))

async function signIn(person: Parameters<typeof lastCode>[1]) {
  const browser = aVisitor(app, platform)
  const page = await browser.get('/sign-in')
  const typed = { name: person, password: testPassword }
  const code = await browser.follow(await browser.submit(page, '/sign-in', typed))
  await runJobs()
  await browser.submit(code, '/sign-in/code', { code: lastCode(sent.sms, person) })
  await runJobs()
  clock.advance({ minutes: 2 })
}

describe('“this wasn’t me”', () => {
  it('stops the account from its page', async () => {
    const browser = await aSignedInVisitor(app, world)
    const page = await browser.get('/account/suspend?lang=en')
    expect(page.body).toContain('Stop my account now')
    const done = await browser.submit(page, '/account/suspend')
    expect((await browser.follow(done)).body).toContain('The account is stopped')
    expect(await accountStateOf(db, browser.person)).toBe('suspended')
  })

  it('stops it by the link in the message about a new device; opening the link alone does not', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    await signIn(person)
    await signIn(person)
    const message = sent.sms.findLast(({ to }) => to === mobileOf(person))?.text ?? ''
    expect(message).toContain(platform.config.origin)
    const [link = ''] = /\/not-me\/[\w-]+/.exec(message) ?? []
    const stranger = aVisitor(app, platform)
    const page = await stranger.get(`${link}?lang=en`)
    expect(await accountStateOf(db, person)).toBe('activated')
    const done = await stranger.submit(page, link)
    expect(done.headers.location).toBe('/account-stopped')
    expect(await accountStateOf(db, person)).toBe('suspended')
    expect((await stranger.get(link)).body).toContain('no longer good')
    expect((await stranger.submit(page, link)).statusCode).toBe(409)
  })
})

import { describe, expect, it } from 'vitest'
import { anAccount, aSession, lastCode, testPassword } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { accountPages } from '../pages.ts'

const { platform, db, clock, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })
const app = await aServer(platform)
await app.register(accountPages(platform))

/** Somebody with a browser, signed in through the pages. */
async function someone(of?: Awaited<ReturnType<typeof aPerson>>) {
  const person = of ?? (await aPerson(db))
  if (!of) await anAccount(platform, person)
  const browser = aVisitor(app, platform)
  const page = await browser.get('/sign-in?lang=en&next=%2Faccount')
  const code = await browser.follow(
    await browser.submit(page, '/sign-in', { name: person, password: testPassword }),
  )
  await runJobs()
  const done = await browser.submit(code, '/sign-in/code', { code: lastCode(sent.sms, person) })
  clock.advance({ minutes: 2 })
  return { person, browser, home: await browser.follow(done) }
}

describe('the home of an account’s safety', () => {
  it('is for its holder, after signing in', async () => {
    const stranger = await aVisitor(app, platform).get('/account')
    expect(stranger.headers.location).toBe('/sign-in?next=%2Faccount')
    const { home } = await someone()
    expect(home.statusCode).toBe(200)
    expect(home.body).toContain('This is you')
    expect(home.body).toContain('Sign-in history')
  })

  it('signs another device out, one or all, and shows it in the history', async () => {
    const { person, browser } = await someone()
    const elsewhere = await someone(person)
    const both = await browser.get('/account')
    expect(both.body).toContain('Sign out everywhere else')
    const ended = await browser.submit(both, '/account/sessions/end')
    expect((await browser.follow(ended)).body).toContain('That device is signed out.')
    expect((await elsewhere.browser.get('/account')).headers.location).toContain('/sign-in')
    await someone(person)
    const others = await browser.submit(await browser.get('/account'), '/account/sessions/end-others')
    expect((await browser.follow(others)).body).not.toContain('Sign out everywhere else')
    const history = await browser.get('/account/history?lang=ar')
    expect(history.body).toContain('خروج')
  })

  it('changes nothing of somebody else’s, nor for another site', async () => {
    const { browser, home } = await someone()
    const victim = await aSession(platform, (await someone()).person)
    const refused = await browser.submit(home, '/account/devices/forget', { device: 'x'.repeat(43) })
    expect(refused.statusCode).toBe(404)
    const session = victim.principal.session
    expect((await browser.post('/account/sessions/end', { session })).statusCode).toBe(403)
  })

  it('removes the device in hand, which signs it out', async () => {
    const { browser, home } = await someone()
    await browser.submit(home, '/account/devices/forget')
    expect((await browser.get('/account')).headers.location).toContain('/sign-in')
  })

  it('reports a lost device, not the one in hand, and forgets a place', async () => {
    const { person, browser, home } = await someone()
    const elsewhere = await someone(person)
    expect(home.body).not.toContain('/account/devices/lost')
    const [link = ''] =
      /\/account\/devices\/lost\?device=[\w-]+/.exec((await browser.get('/account')).body) ?? []
    const page = await browser.get(link)
    expect(page.body).toContain('Report it lost')
    const done = await browser.submit(page, '/account/devices/lost')
    expect((await browser.follow(done)).body).toContain('The lost device is signed out')
    expect((await elsewhere.browser.get('/account')).headers.location).toContain('/sign-in')
    expect((await browser.get('/account/devices/lost?device=other')).statusCode).toBe(404)
    const forgotten = await browser.submit(await browser.get('/account'), '/account/places/forget')
    expect((await browser.follow(forgotten)).body).toContain('The place is removed.')
  })
})

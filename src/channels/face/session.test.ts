import { describe, expect, it } from 'vitest'
import { accountPages } from '#channels/portal/account/pages.ts'
import { anAccount, aSession, lastCode, testPassword } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'

const test = await testPlatform({ catalogue: noCatalogue })
const plain = test.platform
const secure = { ...plain, config: { ...plain.config, origin: 'https://services.example.org' } }
async function serverOf(platform: typeof plain) {
  const app = await aServer(platform)
  await app.register(accountPages(platform))
  return app
}

describe('cookies over TLS', () => {
  it('are __Host- and Secure, for this host and no script, and not for other sites', async () => {
    const app = await serverOf(secure)
    const person = await aPerson(test.db)
    await anAccount(secure, person)
    const browser = aVisitor(app, secure)
    const first = await browser.get('/sign-in')
    const begun = await browser.submit(first, '/sign-in', { name: person, password: testPassword })
    await test.runJobs()
    const typed = { code: lastCode(test.sent.sms, person) }
    const inside = await browser.submit(await browser.follow(begun), '/sign-in/code', typed)
    const made = [...first.cookies, ...begun.cookies, ...inside.cookies].filter(({ value }) => value !== '')
    expect(made.map(({ name }) => name).sort()).toEqual([
      '__Host-diwan-browser',
      '__Host-diwan-device',
      '__Host-diwan-session',
      '__Host-diwan-sign-in',
    ])
    for (const it of made) {
      expect(it).toMatchObject({ path: '/', httpOnly: true, secure: true, sameSite: 'Lax' })
      expect(it.domain).toBeUndefined()
    }
    expect((await browser.get('/account')).statusCode).toBe(200)
  })

  it('are not taken under the name of a plain connection', async () => {
    const app = await serverOf(secure)
    const person = await aPerson(test.db)
    await anAccount(secure, person)
    const { token } = await aSession(secure, person)
    const planted = aVisitor(app, secure)
    planted.cookies.set('diwan-session', token)
    expect((await planted.get('/account')).headers.location).toContain('/sign-in')
    planted.cookies.set('__Host-diwan-session', token)
    expect((await planted.get('/account')).statusCode).toBe(200)
  })

  it('have plain names on a plain local server', async () => {
    const app = await serverOf(plain)
    const [cookie] = (await aVisitor(app, plain).get('/sign-in')).cookies
    expect(cookie).toMatchObject({ name: 'diwan-browser', httpOnly: true, sameSite: 'Lax' })
    expect(cookie?.secure).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { stepOf, totpAt } from '#platform/accounts/totp.ts'
import { testPassword } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aSignedInVisitor, openConfirmed } from '#tests/support/signed-in-visitor.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { accountPages } from '../pages.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const { platform, db, clock } = world
const app = await aServer(platform)
await app.register(accountPages(platform))

/** The page that asks for the code of a sign-in. */
async function atTheCode(person: string) {
  const browser = aVisitor(app, platform)
  const page = await browser.get('/sign-in?lang=en')
  const typed = { name: person, password: testPassword }
  return { browser, code: await browser.follow(await browser.submit(page, '/sign-in', typed)) }
}

describe('the pages of second factors', () => {
  it('set up an app by its secret, which then gives the codes', async () => {
    const browser = await aSignedInVisitor(app, world)
    await browser.get('/?lang=en')
    const page = await openConfirmed(world, browser, '/account/app-code')
    const offered = await browser.follow(await browser.submit(page, '/account/app-code/begin'))
    expect(offered.body).toContain('<svg')
    const { secret } = await db.selectFrom('authenticator_app').select('secret').executeTakeFirstOrThrow()
    const shown = () => totpAt(Buffer.from(platform.vault.open(secret), 'base64url'), stepOf(clock.now()))
    expect((await browser.submit(offered, '/account/app-code/use', { code: '1' })).statusCode).toBe(422)
    const done = await browser.submit(offered, '/account/app-code/use', { code: shown() })
    expect((await browser.follow(done)).body).toContain('Codes now come from your app.')
    clock.advance({ minutes: 1 })
    const entering = await atTheCode(browser.person)
    expect(entering.code.body).toContain('The code that the app shows now')
    for (const page of [offered, entering.code]) {
      expect(page.body).toContain('Type the code that your app shows now')
      expect(page.body).not.toContain('that you received')
    }
    expect(entering.code.body).toContain('Send me a code by message instead')
    const wrong = await entering.browser.submit(entering.code, '/sign-in/code', { code: '123' })
    expect(wrong.body).toContain('Type the one that your app shows now')
    const inside = await entering.browser.submit(entering.code, '/sign-in/code', { code: shown() })
    expect(inside.headers.location).toBe('/')
  })

  it('show recovery codes once; one of them lets in without a phone', async () => {
    const browser = await aSignedInVisitor(app, world)
    await browser.get('/?lang=en')
    const page = await openConfirmed(world, browser, '/account/recovery-codes')
    const shown = await browser.submit(page, '/account/recovery-codes')
    const codes = [...new Set(shown.body.match(/[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}/g))]
    expect(codes).toHaveLength(10)
    expect(shown.body).toContain(`data-copy="${codes.join('\n')}"`)
    expect(shown.headers['cache-control']).toBe('no-store')
    expect((await browser.get('/account/recovery-codes')).headers.location).toContain('/confirm/')
    clock.advance({ minutes: 2 })
    const entering = await atTheCode(browser.person)
    const typed = (recovery: string) =>
      entering.browser.submit(entering.code, '/sign-in/code', { code: '', recovery })
    const wrong = await typed('AAAA-AAAA-AAAA-AAAA')
    expect(wrong.body).toContain('not a recovery code of yours')
    const short = await typed('ABCD-EFGH')
    expect(short.statusCode).toBe(422)
    expect(short.body).toContain('href="#f-recovery"')
    expect(short.body).toContain('A recovery code has 16 letters and digits')
    expect((await typed(codes[0] ?? '')).headers.location).toBe('/')
  })
})

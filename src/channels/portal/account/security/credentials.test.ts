import { describe, expect, it } from 'vitest'
import { testPassword } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aSignedInVisitor, openConfirmed } from '#tests/support/signed-in-visitor.ts'
import { aServer } from '#tests/support/visitor.ts'
import { accountPages } from '../pages.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const app = await aServer(world.platform)
await app.register(accountPages(world.platform))
const fine = 'seven lamps beside the harbour'

describe('the pages of the password and the username', () => {
  it('ask to confirm the act, and change it', async () => {
    const browser = await aSignedInVisitor(app, world)
    await browser.get('/?lang=en')
    const page = await openConfirmed(world, browser, '/account/password')
    expect(page.body).toContain('Change your password')
    const weak = await browser.submit(page, '/account/password', { password: 'short', again: 'short' })
    expect(weak.statusCode).toBe(422)
    expect(weak.body).not.toContain('short"')
    const changed = await browser.submit(page, '/account/password', { password: fine, again: fine })
    expect((await browser.follow(changed)).body).toContain('Your password is changed.')
    expect((await browser.get('/account/password')).headers.location).toContain('/confirm/change-password')
  })

  it('say that the password is wrong, and know only their own acts', async () => {
    const browser = await aSignedInVisitor(app, world)
    const page = await browser.get('/confirm/change-username?lang=en')
    expect(page.body).toContain('change your username')
    const wrong = await browser.submit(page, '/confirm/change-username', { password: 'wrong' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('That is not your password')
    expect((await browser.get('/confirm/constructor')).statusCode).toBe(404)
    const evil = await browser.get('/confirm/change-username?next=https%3A%2F%2Fevil.example')
    expect(evil.body).toContain('name="next" value="/account/username"')
    const posted = await browser.submit(page, '/confirm/change-username', { password: testPassword })
    expect(posted.headers.location).toContain('/confirm/change-username/code')
    const code = await browser.follow(posted)
    const guess = await browser.submit(code, '/confirm/change-username/code', { code: '000000' })
    expect(guess.statusCode).toBe(422)
    const again = await browser.submit(code, '/confirm/change-username/code/again')
    expect(again.statusCode).toBe(429)
  })

  it('change the username', async () => {
    const browser = await aSignedInVisitor(app, world)
    const page = await openConfirmed(world, browser, '/account/username')
    const wrong = await browser.submit(page, '/account/username', { username: '1' })
    expect(wrong.statusCode).toBe(422)
    const changed = await browser.submit(page, '/account/username', { username: 'quiet.lamp' })
    expect((await browser.follow(changed)).body).toContain('quiet.lamp')
  })
})

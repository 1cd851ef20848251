import { describe, expect, it } from 'vitest'
import { accountStateOf } from '#platform/accounts/account-state.ts'
import { holdAccount } from '#platform/accounts/hold.ts'
import { transact } from '#platform/database/transact.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aSignedInVisitor, openConfirmed } from '#tests/support/signed-in-visitor.ts'
import { aServer } from '#tests/support/visitor.ts'
import { accountPages } from '../pages.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const app = await aServer(world.platform)
await app.register(accountPages(world.platform))

describe('the page that closes an account', () => {
  it('says what goes and what stays, and closes it after a confirmation', async () => {
    const browser = await aSignedInVisitor(app, world)
    await browser.get('/?lang=en')
    const page = await openConfirmed(world, browser, '/account/close')
    expect(page.body).toContain('What stays, and why')
    const done = await browser.submit(page, '/account/close')
    expect((await browser.follow(done)).body).toContain('Your account is closed')
    expect(await accountStateOf(world.db, browser.person)).toBe('closed')
    expect((await browser.get('/account')).headers.location).toContain('/sign-in')
  })

  it('says that it waits, before anything is confirmed, while sensitive acts are held back', async () => {
    const browser = await aSignedInVisitor(app, world)
    await transact(world.db, (tx) => holdAccount(tx, browser.person, world.clock.now()))
    const page = await browser.get('/account/close')
    expect(page.statusCode).toBe(409)
    expect(page.body).toContain('هذا يتأخر 24 ساعة حمايةً لك')
  })
})

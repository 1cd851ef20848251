import { describe, expect, it } from 'vitest'
import { noticePreferences } from '#platform/accounts/preferences.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aSignedInVisitor } from '#tests/support/signed-in-visitor.ts'
import { aServer } from '#tests/support/visitor.ts'
import { accountPages } from '../pages.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const app = await aServer(world.platform)
await app.register(accountPages(world.platform))

describe('the page of messages', () => {
  it('keeps language and messages as they were chosen', async () => {
    const browser = await aSignedInVisitor(app, world)
    const page = await browser.get('/account/notifications?lang=en')
    const done = await browser.submit(page, '/account/notifications', { language: 'en' })
    expect((await browser.follow(done)).body).toContain('Your choice is kept')
    expect(await noticePreferences(world.db, browser.person)).toEqual({ language: 'en', routineSms: false })
    await browser.submit(page, '/account/notifications', { language: 'xx', routineSms: 'yes' })
    expect(await noticePreferences(world.db, browser.person)).toEqual({ language: 'en', routineSms: true })
  })
})

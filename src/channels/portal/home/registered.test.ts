import { describe, expect, it } from 'vitest'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import { anAccount, aSession } from '#tests/support/accounts.ts'
import { aVisitToCome, lanternPlatform } from '#tests/support/lanterns.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { portalChannel } from '../channel.ts'

const { platform, db, clock, ...world } = await lanternPlatform()
const app = await aServer(platform)
await app.register(portalChannel(platform))

describe('an account that is registered and not activated', () => {
  it('shows nothing of the person whose number was given', async () => {
    const { owner, reference } = await aVisitToCome({ platform, db, clock, ...world })
    const words = { ar: 'سرّ في رسالة', en: 'A secret in a message' }
    await transact(db, (tx) =>
      notify(tx, { to: owner, key: 'private', title: words, body: words, sms: false, at: clock.now() }),
    )
    await anAccount(platform, owner, { state: 'registered' })
    const { token } = await aSession(platform, owner, { account: 'registered' })
    const browser = aVisitor(app, platform)
    browser.cookies.set('diwan-session', token)
    const home = await browser.get('/?lang=en')
    expect(home.statusCode).toBe(200)
    expect(home.body).toContain('href="/activate"')
    expect(home.body).not.toContain(reference)
    for (const page of [
      '/inbox',
      '/requests',
      '/approvals',
      '/documents',
      '/access',
      `/approvals/${reference}`,
      `/requests/${reference}`,
      `/requests/${reference}/form`,
    ]) {
      const answer = await browser.get(page)
      expect([page, answer.statusCode]).toEqual([page, 403])
      expect(answer.body).not.toContain(words.en)
    }
  })

  it('shows them once it is activated', async () => {
    const { owner, reference } = await aVisitToCome({ platform, db, clock, ...world })
    await anAccount(platform, owner)
    const { token } = await aSession(platform, owner)
    const browser = aVisitor(app, platform)
    browser.cookies.set('diwan-session', token)
    expect((await browser.get('/')).body).toContain(reference)
    expect((await browser.get('/inbox')).statusCode).toBe(200)
  })
})

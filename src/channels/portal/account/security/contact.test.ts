import { describe, expect, it } from 'vitest'
import { mobile } from '#kernel/mobile.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aSignedInVisitor, openConfirmed } from '#tests/support/signed-in-visitor.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { accountPages } from '../pages.ts'

const world = await testPlatform({ catalogue: noCatalogue })
const { platform, db, sent, runJobs } = world
const app = await aServer(platform)
await app.register(accountPages(platform))

describe('the pages of mobile and e-mail', () => {
  it('change the e-mail address by a link that needs no sign-in', async () => {
    const browser = await aSignedInVisitor(app, world)
    await browser.get('/?lang=en')
    const page = await openConfirmed(world, browser, '/account/email')
    const wrong = await browser.submit(page, '/account/email', { email: 'not-an-address' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('value="not-an-address"')
    const asked = await browser.submit(page, '/account/email', { email: 'new@example.com' })
    expect((await browser.follow(asked)).body).toContain('We have sent a link')
    await runJobs()
    const letter = sent.mail.findLast(({ to }) => to === 'new@example.com')
    const [link = ''] = /\/account\/email\/confirm\/[\w-]+/.exec(letter?.text ?? '') ?? []
    const elsewhere = aVisitor(app, platform)
    const confirm = await elsewhere.get(`${link}?lang=en`)
    const done = await elsewhere.submit(confirm, link)
    expect(done.body).toContain('Your e-mail address is changed.')
    expect((await elsewhere.get(link)).statusCode).toBe(404)
    expect((await browser.get('/account')).body).toContain('new@example.com')
  })

  it('change the mobile by a code that goes to the new line', async () => {
    const browser = await aSignedInVisitor(app, world)
    await browser.get('/?lang=en')
    const line = mobile(`0528${browser.person.slice(3, 9)}`)
    const page = await openConfirmed(world, browser, '/account/mobile')
    const foreign = await browser.submit(page, '/account/mobile', { mobile: line })
    expect(foreign.body).toContain('This line is not in your name')
    await db
      .updateTable('person')
      .set({ registered_mobile: line })
      .where('person_id', '=', browser.person)
      .execute()
    const code = await browser.follow(await browser.submit(page, '/account/mobile', { mobile: line }))
    await runJobs()
    const [typed = ''] = /\d{6}/.exec(sent.sms.findLast(({ to }) => to === line)?.text ?? '') ?? []
    expect((await browser.submit(code, '/account/mobile/code', { code: '1' })).statusCode).toBe(422)
    expect((await browser.submit(code, '/account/mobile/code/again')).statusCode).toBe(429)
    const done = await browser.submit(code, '/account/mobile/code', { code: typed })
    const home = (await browser.follow(done)).body
    expect(home).toContain('The mobile of your account is changed.')
    expect(home).toContain('sensitive acts wait until')
    expect((await browser.get('/account/mobile/code')).headers.location).toBe('/account/mobile')
  })
})

import { describe, expect, it } from 'vitest'
import { sessionOf } from '#platform/accounts/session.ts'
import { anAccount, anOfficerSession, aSession } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { officeChannel } from '../channel.tsx'

const test = await testPlatform()
const { platform, db } = test
const app = await aServer(platform)
await app.register(officeChannel(platform))
const page = '/office/operations/sessions'

async function officer(units: readonly string[]) {
  const session = await anOfficerSession(platform, await aPerson(db), units)
  const browser = aVisitor(app, platform)
  browser.cookies.set('diwan-session', session.token)
  browser.cookies.set('lang', 'en')
  return browser
}

describe('signing somebody out everywhere', () => {
  it('asks who and why, ends the sessions, and shows no number afterwards', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    const { token } = await aSession(platform, person)
    const browser = await officer(['operations'])
    expect((await browser.get('/office/operations')).body).toContain(page)
    const form = await browser.get(page)
    const empty = await browser.submit(form, page)
    expect([empty.statusCode, empty.body.match(/class="field-error"/g)?.length]).toEqual([422, 2])
    const reason = 'The phone was found open in a taxi'
    const done = await browser.submit(form, page, { person, reason })
    expect(done.body).toContain('One session was ended.')
    expect(done.body).not.toContain(person)
    expect(await sessionOf(platform, token)).toBeUndefined()
    await test.runJobs()
    expect(test.sent.sms.findLast(({ to }) => to === mobileOf(person))?.text).toContain(reason)
    const again = await browser.submit(form, page, { person, reason })
    expect(again.body).toContain('No session of this number is open')
  })

  it('is for operators', async () => {
    const other = await officer(['licensing'])
    expect((await other.get(page)).statusCode).toBe(403)
  })
})

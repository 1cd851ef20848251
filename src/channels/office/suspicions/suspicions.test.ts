import { describe, expect, it } from 'vitest'
import { accountPages } from '#channels/portal/account/pages.ts'
import { anAccount, anOfficerSession } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { officeChannel } from '../channel.tsx'

const test = await testPlatform()
const { platform, db } = test
const app = await aServer(platform)
await app.register(accountPages(platform))
await app.register(officeChannel(platform))

async function officer(units: readonly string[] = ['activation']) {
  const session = await anOfficerSession(platform, await aPerson(db), units)
  const browser = aVisitor(app, platform)
  browser.cookies.set('diwan-session', session.token)
  browser.cookies.set('lang', 'en')
  return browser
}

describe('suspected impersonation in the office', () => {
  it('is reported from the desk and decided by a colleague, with a reason', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person, { state: 'registered' })
    const [desk, colleague] = [await officer(), await officer()]
    const home = await desk.get('/office/activation')
    const shown = await desk.submit(home, '/office/activation/find', { who: person })
    expect(shown.body).toContain('Not the holder?')
    const note = 'The photo is of somebody else'
    const reported = await desk.submit(shown, '/office/activation/report', { what: 'document', note })
    const list = await desk.follow(reported)
    expect(list.body).toContain('Nothing was activated')
    const [link = ''] = /\/office\/suspicions\/[0-9a-f-]{36}/.exec(list.body) ?? []
    const own = await desk.get(link)
    expect(own.body).toContain('the decision is a colleague’s')
    expect(own.body).not.toContain('Record the decision')

    const page = await colleague.get(link)
    expect(page.body).toMatch(/The document is not its bearer’s[\s\S]*The photo is of somebody else/)
    expect(page.body).not.toContain(person)
    const empty = await colleague.submit(page, link, { reason: 'x' })
    expect(empty.statusCode).toBe(422)
    const short = await colleague.submit(page, link, { outcome: 'blocked', reason: 'x' })
    expect([short.statusCode, short.body.includes('at least 10')]).toEqual([422, true])
    const done = await colleague.submit(page, link, {
      outcome: 'blocked',
      reason: 'The photo of the register is of another person',
    })
    expect((await colleague.follow(done)).body).toContain('Impersonation is established')
    expect((await colleague.get('/office/suspicions')).body).toContain('No case is waiting.')
    expect((await colleague.get(link)).statusCode).toBe(404)
    await test.runJobs()
    expect(
      test.sent.sms.some(({ to, text }) => to === mobileOf(person) && text.includes('another person')),
    ).toBe(true)
  })

  it('is reported by the holder from a message, on a page of its own', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person, { state: 'registered' })
    const desk = await officer()
    const found = await desk.submit(await desk.get('/office/activation'), '/office/activation/find', {
      who: person,
    })
    const document = { kind: 'identity-card', document: person, biometric: 'face', compared: 'yes' }
    await desk.submit(found, '/office/activation/activate', document)
    await test.runJobs()
    const text = test.sent.sms.findLast(({ to }) => to === mobileOf(person))?.text ?? ''
    const link = `/not-me/${/not-me\/([\w-]+)/.exec(text)?.[1]}`
    const holder = aVisitor(app, platform)
    holder.cookies.set('lang', 'en')
    const page = await holder.get(link)
    expect(page.body).toContain('Somebody uses my identity')
    const done = await holder.submit(page, link)
    expect((await holder.follow(done)).body).toContain('Your report has arrived')
    const list = await desk.get('/office/suspicions')
    expect(list.body).toContain('it wasn’t me')
    const other = await officer(['operations'])
    expect((await other.get('/office/suspicions')).statusCode).toBe(403)
  })
})

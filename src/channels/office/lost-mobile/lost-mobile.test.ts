import { describe, expect, it } from 'vitest'
import type { MatchOutcome } from '#platform/fingerprints/port.ts'
import { anAccount, anOfficerSession } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { officeChannel } from '../channel.tsx'

const finger = { lies: 'match' as MatchOutcome, asked: [] as string[] }
const test = await testPlatform({
  fingerprints: {
    templateOf: async () => 'a template',
    matcher: {
      match: async ({ capture }) => {
        finger.asked.push(capture)
        return finger.lies
      },
    },
  },
})
const { platform, db } = test
const app = await aServer(platform)
await app.register(officeChannel(platform))
const page = '/office/activation/mobile'
const to = '+966525000077'

async function officer(units: readonly string[] = ['activation']) {
  const session = await anOfficerSession(platform, await aPerson(db), units)
  const browser = aVisitor(app, platform)
  browser.cookies.set('diwan-session', session.token)
  browser.cookies.set('lang', 'en')
  return browser
}

describe('a lost mobile at the desk', () => {
  it('goes from document and finger over the code of the new line to a colleague', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    const [desk, colleague] = [await officer(), await officer()]
    expect((await desk.get('/office/activation')).body).toContain(page)
    const form = await desk.get(page)
    const empty = await desk.submit(form, page)
    expect([empty.statusCode, empty.body.match(/class="field-error"/g)?.length]).toEqual([422, 4])
    const typed = { person, kind: 'identity-card', document: person, mobile: '0525000077' }
    finger.lies = 'no-match'
    const strange = await desk.submit(form, page, typed)
    expect([strange.statusCode, strange.body.includes('is not that of the number')]).toEqual([422, true])
    finger.lies = 'match'
    const code = await desk.submit(form, page, { ...typed, capture: 'sealed by the reader' })
    expect(finger.asked.at(-1)).toBe('sealed by the reader')
    await test.runJobs()
    const text = test.sent.sms.findLast((message) => message.to === to)?.text ?? ''
    const wrong = await desk.submit(code, `${page}/code`, { code: '1' })
    expect(wrong.statusCode).toBe(422)
    const asked = await desk.submit(wrong, `${page}/code`, { code: /\d{6}/.exec(text)?.[0] ?? '' })
    const home = await desk.follow(asked)
    expect(home.body).toMatch(/waits for a colleague[\s\S]*You asked for it/)

    const list = await colleague.get('/office/activation')
    const [link = ''] = /\/office\/activation\/mobile\/[0-9a-f-]{36}/.exec(list.body) ?? []
    expect((await desk.get(link)).statusCode).toBe(404)
    const review = await colleague.get(link)
    expect(review.body).toContain('Matched at the desk')
    const short = await colleague.post(link, {
      _csrf: /name="_csrf" value="([^"]+)"/.exec(review.body)?.[1] ?? '',
      agree: 'no',
      reason: 'no',
    })
    expect(short.statusCode).toBe(422)
    const done = await colleague.submit(review, link)
    expect((await colleague.follow(done)).body).toContain('The mobile is changed.')
    await test.runJobs()
    expect(test.sent.sms.findLast((message) => message.to === mobileOf(person))?.text).toContain('استُبدل')
  })

  it('is for the unit', async () => {
    expect((await (await officer(['licensing'])).get(page)).statusCode).toBe(403)
  })
})

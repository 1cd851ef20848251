import { describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { anAccount, lastCode } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, freshNumber, mobileOf } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { accountPages } from '../pages.ts'

const { platform, db, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })
const app = await aServer(platform)
await app.register(accountPages(platform))
const fine = 'seven lamps beside the harbour'

const detailsOf = (person: PersonNumber) => ({
  person,
  mobile: mobileOf(person),
  'idExpiry.day': '30',
  'idExpiry.month': '6',
  'idExpiry.year': '2030',
  'idExpiry.calendar': 'gregorian',
})

describe('the pages of a reset', () => {
  it('lead from the sign-in to a new password, and back to it', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    const browser = aVisitor(app, platform)
    expect((await browser.get('/sign-in?lang=en')).body).toContain('href="/reset-password"')
    const page = await browser.get('/reset-password')
    const code = await browser.follow(await browser.submit(page, '/reset-password', detailsOf(person)))
    await runJobs()
    const typed = { code: lastCode(sent.sms, person) }
    const choose = await browser.follow(await browser.submit(code, '/reset-password/code', typed))
    const weak = await browser.submit(choose, '/reset-password/new', { password: 'a', again: 'a' })
    expect(weak.statusCode).toBe(422)
    const done = await browser.submit(choose, '/reset-password/new', { password: fine, again: fine })
    expect((await browser.follow(done)).body).toContain('Your new password is ready')
    expect((await browser.get('/reset-password/new')).headers.location).toBe('/reset-password')
  })

  it('ask for one of the three facts, and keep what was typed', async () => {
    const person = await aPerson(db)
    const browser = aVisitor(app, platform)
    const page = await browser.get('/reset-password?lang=en')
    const none = await browser.submit(page, '/reset-password', { person, mobile: mobileOf(person) })
    expect(none.statusCode).toBe(422)
    expect(none.body).toContain('Answer one of the three')
    expect(none.body).toContain(`value="${person}"`)
  })

  it('look the same for a number without an account, to the last letter', async () => {
    const fineOne = await aPerson(db)
    await anAccount(platform, fineOne)
    const pages: string[] = []
    for (const person of [freshNumber(), fineOne]) {
      const browser = aVisitor(app, platform)
      const page = await browser.get('/reset-password?lang=en')
      const code = await browser.follow(await browser.submit(page, '/reset-password', detailsOf(person)))
      const wrong = await browser.submit(code, '/reset-password/code', { code: '12345' })
      pages.push(
        `${code.body}${wrong.statusCode}${wrong.body}`
          .replaceAll(`05*****${mobileOf(person).slice(-3)}`, '')
          .replace(/"_csrf" value="[^"]*"/g, ''),
      )
    }
    expect(pages[0]).toContain('If your details match the register')
    expect(pages[0]).toBe(pages[1])
  })

  it('begin at the beginning', async () => {
    for (const step of ['/reset-password/code', '/reset-password/new'])
      expect((await aVisitor(app, platform).get(step)).headers.location).toBe('/reset-password')
  })
})

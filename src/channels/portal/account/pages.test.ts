import { beforeAll, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { appointOfficer } from '#platform/accounts/officer.ts'
import { hasAcceptedTerms } from '#platform/accounts/terms.ts'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { transact } from '#platform/database/transact.ts'
import { enterGccIdentity, parseGccNumber } from '#platform/people/gcc-identity.ts'
import { anAccount, lastCode, testPassword } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, freshNumber, mobileOf } from '#tests/support/people.ts'
import { aServer, aVisitor } from '#tests/support/visitor.ts'
import { accountPages } from './pages.ts'

const { platform, db, clock, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })
const app = await aServer(platform)
await app.register(accountPages(platform))
beforeAll(() => enterOffices(db, offices))

const browse = () => aVisitor(app, platform)
const detailsOf = (person: PersonNumber) => ({
  person,
  'born.day': '14',
  'born.month': '3',
  'born.year': '1991',
  'born.calendar': 'gregorian',
  mobile: mobileOf(person),
  email: 'salem@example.com',
})
const password = 'quiet harbour forty lanterns'

/** Goes through the pages up to the code. */
async function toCode(browser: ReturnType<typeof browse>, person: PersonNumber) {
  const terms = await browser.get('/register?lang=en')
  const details = await browser.follow(await browser.submit(terms, '/register', { terms: 'yes' }))
  const code = await browser.submit(details, '/register/details', detailsOf(person))
  await runJobs()
  return browser.follow(code)
}

async function signInAs(
  browser: ReturnType<typeof browse>,
  person: PersonNumber,
  door = '/sign-in',
  typed = testPassword,
) {
  const page = await browser.get(door)
  const code = await browser.follow(
    await browser.submit(page, door.split('?')[0] ?? door, { name: person, password: typed }),
  )
  await runJobs()
  return browser.submit(code, `${door.split('?')[0]}/code`, { code: lastCode(sent.sms, person) })
}

describe('account pages', () => {
  it('take a Gulf citizen by the card of their state, and say how its number looks when it is wrong', async () => {
    const person = await aPerson(db, { kind: 'visitor', nationality: 'QAT' })
    const number = parseGccNumber('QAT', '28563400017')
    if (!number.ok) throw new Error(number.error.en)
    const card = { country: 'QAT', number: number.value } as const
    await transact(db, (tx) => enterGccIdentity(tx, person, card))
    const browser = browse()
    const details = await browser.follow(
      await browser.submit(await browser.get('/register?lang=en'), '/register', { terms: 'yes' }),
    )
    expect(details.body).toContain('href="/register/details/gcc"')
    const { person: _, ...rest } = detailsOf(person)
    const path = '/register/details/gcc'
    const page = await browser.get(path)
    const wrong = await browser.submit(page, path, { ...rest, country: 'QAT', number: '123' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('in Qatar it has 11 digits')
    const code = await browser.follow(await browser.submit(wrong, path, { ...rest, ...card }))
    await runJobs()
    const done = await browser.submit(code, '/register/code', { code: lastCode(sent.sms, person) })
    expect(done.headers.location).toBe('/register/credentials')
  })

  it('take a new user from the terms to the printed form, without scripts', async () => {
    const person = await aPerson(db)
    const browser = browse()
    const code = await toCode(browser, person)
    expect(code.body).toContain(`05*****${mobileOf(person).slice(-3)}`)
    const choose = await browser.follow(
      await browser.submit(code, '/register/code', { code: lastCode(sent.sms, person) }),
    )
    const done = await browser.submit(choose, '/register/credentials', {
      username: 'salem.r',
      password,
      again: password,
    })
    expect(done.headers.location).toBe('/register/done')
    expect((await browser.follow(done)).body).toContain('One step is left')
    clock.advance({ minutes: 2 })
    const signedIn = await signInAs(browser, person, '/sign-in?next=%2Factivate', password)
    expect(signedIn.headers.location).toBe('/activate')
    const form = await browser.submit(await browser.follow(signedIn), '/activate/form')
    expect(form.headers['content-type']).toBe('application/pdf')
    expect(form.rawPayload.toString('latin1', 0, 5)).toBe('%PDF-')
  })

  it('keep what was typed, and say in either language what is wrong', async () => {
    const browser = browse()
    const terms = await browser.get('/register')
    const missing = await browser.submit(terms, '/register')
    expect(missing.statusCode).toBe(422)
    expect(missing.body).toContain('اقرأ الشروط ثم ضع علامة الموافقة')
    const details = await browser.follow(await browser.submit(terms, '/register', { terms: 'yes' }))
    const wrong = await browser.submit(details, '/register/details', {
      ...detailsOf(freshNumber()),
      person: '1234567890',
    })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('راجع الرقم')
    expect(wrong.body).toContain('value="salem@example.com"')
    const code = await browser.submit(details, '/register/details', {
      ...detailsOf(freshNumber()),
      _code: '0',
    })
    expect(code.body).toContain('الأرقام لا تطابق الصورة')
  })

  it('look the same for somebody who may not register, to the last letter', async () => {
    const [unknown, fine] = [freshNumber(), await aPerson(db)]
    const pages: string[] = []
    for (const person of [unknown, fine]) {
      const page = await toCode(browse(), person)
      const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(page.body) ?? []
      pages.push(
        main.replace(`05*****${mobileOf(person).slice(-3)}`, '').replace(/"_csrf" value="[^"]*"/g, ''),
      )
    }
    expect(pages[0]).toContain('We have sent a message to')
    expect(pages[0]).toBe(pages[1])
  })

  it('lead back to the first step whoever comes without the steps before', async () => {
    for (const step of ['/register/details', '/register/code', '/register/credentials'])
      expect((await browse().get(step)).headers.location).toBe('/register')
    expect((await browse().get('/sign-in/code?next=/inbox')).headers.location).toBe('/sign-in?next=%2Finbox')
  })

  it('sign in and out, and carry the way back only within the site', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    const browser = browse()
    const done = await signInAs(browser, person, '/sign-in?next=%2Frequests%3Fpage%3D2')
    expect(done.headers.location).toBe('/requests?page=2')
    const page = await browser.get('/activate')
    expect(page.body).toContain('حسابك مُفعّل')
    const out = await browser.submit(page, '/sign-out')
    expect(out.headers.location).toBe('/sign-in?out=yes')
    expect((await browser.get('/activate')).body).not.toContain('حسابك مُفعّل')
    for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example']) {
      const page = await browse().get(`/sign-in?next=${encodeURIComponent(evil)}`)
      expect(page.body).toContain('name="next" value="/"')
    }
  })

  it('answer a wrong password, an unknown name and a pause without telling them apart', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    const tries = [
      { name: person, password: 'wrong' },
      { name: freshNumber(), password: 'wrong' },
    ]
    for (const typed of tries) {
      const browser = browse()
      const answer = await browser.submit(await browser.get('/sign-in?lang=en'), '/sign-in', typed)
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('These details do not sign you in')
      expect(answer.body).not.toContain('wrong"')
    }
  })

  it('ask again for terms that have changed, and then go on', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    await db
      .updateTable('terms_acceptance')
      .set({ version: '2020-01' })
      .where('person_id', '=', person)
      .execute()
    const browser = browse()
    const done = await signInAs(browser, person, '/sign-in?next=%2Finbox')
    expect(done.headers.location).toBe('/terms?next=%2Finbox')
    const page = await browser.follow(done)
    expect((await browser.submit(page, '/terms')).statusCode).toBe(422)
    const agreed = await browser.submit(page, '/terms', { terms: 'yes' })
    expect(agreed.headers.location).toBe('/inbox')
    expect(await hasAcceptedTerms(db, person)).toBe(true)
  })

  it('bring officers in by their own door', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    await transact(db, (tx) => appointOfficer(tx, { officer: 'OF-1', person, units: ['desk'] }))
    const browser = browse()
    const done = await signInAs(browser, person, '/office/sign-in')
    expect(done.headers.location).toBe('/office')
    expect((await browser.get('/office/sign-in')).headers.location).toBe('/office')
    expect((await browser.get('/sign-in')).statusCode).toBe(200)
  })

  it('refuse what another site sends', async () => {
    const browser = browse()
    const page = await browser.get('/register')
    const token = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
    const body = { terms: 'yes', version: '2026-11' }
    const refused = await browser.post('/register', body)
    expect(refused.statusCode).toBe(403)
    expect(refused.body).toContain('تعذّر التأكد من مصدر الطلب')
    expect((await browse().post('/register', { ...body, _csrf: token })).statusCode).toBe(403)
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const answer = await app.inject({
        method: 'POST',
        url: '/register',
        headers: {
          ...headers,
          cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams({ ...body, _csrf: token }).toString(),
      })
      expect(answer.statusCode).toBe(403)
    }
    expect((await browser.post('/register', { ...body, _csrf: token })).statusCode).toBe(303)
  })

  it('show the picture and the voice of a code', async () => {
    const browser = browse()
    const page = await browser.get('/sign-in')
    const [, id = ''] = /name="_challenge" value="([^"]*)"/.exec(page.body) ?? []
    expect((await browser.get(`/visual-code/${id}.png`)).headers['content-type']).toBe('image/png')
    expect((await browser.get(`/visual-code/${id}.wav`)).headers['content-type']).toBe('audio/wav')
    expect((await browser.get(`/visual-code/${'x'.repeat(43)}.png`)).statusCode).toBe(404)
  })

  it('list the centres, by city, kind and section', async () => {
    const all = (await browse().get('/activation-centres?lang=en')).body
    const some = (await browse().get('/activation-centres?lang=en&city=riyadh&kind=devices&section=women'))
      .body
    const count = (body: string) => body.match(/<li class="centre">/g)?.length ?? 0
    expect(count(all)).toBeGreaterThan(count(some))
    expect(count(some)).toBeGreaterThan(0)
    expect(some).toContain('around the clock')
  })
})

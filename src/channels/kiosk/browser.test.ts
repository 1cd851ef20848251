import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { revokeKiosk } from '#platform/kiosks/registry.ts'
import { anAccount } from '#tests/support/accounts.ts'
import { violations } from '#tests/support/axe.ts'
import { buildAssets, chromiumPath, launchBrowser } from '#tests/support/browser.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aMatcher, aRegisteredKiosk, fingerOf, operator } from '#tests/support/kiosk.ts'
import { aPerson } from '#tests/support/people.ts'
import { aServer } from '#tests/support/visitor.ts'
import { kioskChannel } from './channel.ts'

const { matcher, fingerprints } = aMatcher()
const { platform, db, sent, runJobs } = await testPlatform({ fingerprints })
const pictures = join(import.meta.dirname, '../../../dist/pictures')

describe.skipIf(!chromiumPath && !process.env.CI)('a device', { timeout: 120_000 }, async () => {
  buildAssets()
  mkdirSync(pictures, { recursive: true })
  const app = await aServer(platform)
  await app.register(fastifyStatic, {
    root: join(import.meta.dirname, '../../../dist/assets'),
    prefix: '/assets/',
  })
  await app.register(kioskChannel(platform))
  let browser: Browser
  let origin: string
  beforeAll(async () => {
    origin = await app.listen({ port: 0, host: 'localhost' })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app.close()
  })
  beforeEach(() => {
    matcher.outcome = 'match'
  })

  /** A device put up by its operator, with what its page wrote to the console that was an error. */
  async function putUp() {
    const { kiosk, code } = await aRegisteredKiosk(platform)
    const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (said) => {
      if (said.type() === 'error' && /Content Security Policy/.test(said.text())) complaints.push(said.text())
    })
    await page.clock.install()
    await page.goto(`${origin}/kiosk`)
    await page.getByRole('heading', { name: 'تسجيل هذا الجهاز' }).waitFor()
    await type(page, code)
    await press(page, 'سجّل الجهاز')
    await page.getByRole('heading', { name: /أهلًا بك/ }).waitFor()
    return { kiosk, page, complaints }
  }
  const press = (page: Page, name: string | RegExp) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click()
  async function type(page: Page, digits: string): Promise<void> {
    for (const digit of digits) await press(page, digit)
  }
  const says = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()

  async function look(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(pictures, `kiosk-${name}.png`) })
    expect(await violations(page, { more: ['best-practice', 'wcag2aaa'] })).toEqual([])
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button')]
        .map((each) => ({ text: each.textContent, box: each.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 64 || box.height < 64)
        .map(({ text }) => text),
    )
    expect(small, `${name} has small targets`).toEqual([])
    const [content, window] = await page.evaluate(() => [
      document.documentElement.scrollHeight,
      document.documentElement.clientHeight,
    ])
    expect(content, `${name} scrolls`).toBeLessThanOrEqual(window ?? 0)
  }

  async function somebody(state: 'registered' | 'activated' = 'registered'): Promise<PersonNumber> {
    const person = await aPerson(db)
    await fingerOf(platform, person)
    await anAccount(platform, person, { state })
    return person
  }
  async function comeAs(page: Page, person: PersonNumber, errand: RegExp, finger = 'قارئ تجريبي: المس هنا') {
    await press(page, errand)
    await type(page, person)
    await press(page, /متابعة|Continue/)
    await press(page, finger)
  }

  it('is bound to a key that cannot leave it, and activates an account', async () => {
    const { page, complaints } = await putUp()
    await look(page, 'welcome')
    await page.reload()
    await page.getByRole('heading', { name: /أهلًا بك/ }).waitFor()
    const extractable = await page.evaluate(
      () =>
        new Promise((done) => {
          const opening = indexedDB.open('diwan-kiosk')
          opening.onsuccess = () => {
            const asked = opening.result.transaction('keys').objectStore('keys').get('device')
            asked.onsuccess = () => done(asked.result.key.extractable)
          }
        }),
    )
    expect(extractable).toBe(false)

    const person = await somebody()
    await press(page, 'العربية')
    await page.getByRole('heading', { name: 'ماذا تريد؟' }).waitFor()
    await look(page, 'menu')
    await press(page, /تفعيل حسابي/)
    await look(page, 'number')
    await type(page, person)
    await press(page, 'متابعة')
    await look(page, 'finger')
    await press(page, /قارئ تجريبي/)
    await says(page, 'الشروط والأحكام')
    await look(page, 'terms')
    await press(page, 'قرأتها وأوافق عليها')
    await look(page, 'mobile-yours')
    await press(page, 'نعم، فعّل حسابي')
    await says(page, /^ACT-/)
    await look(page, 'activated')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByText(/^ACT-/).isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    const account = await db
      .selectFrom('account')
      .select(['state', 'activated_through'])
      .where('person_id', '=', person)
      .executeTakeFirst()
    expect(account).toEqual({ state: 'activated', activated_through: 'kiosk' })
    expect(complaints).toEqual([])
  })

  it('asks after 45 seconds, and forgets everything after 60', async () => {
    const { kiosk, page } = await putUp()
    const person = await somebody()
    await press(page, 'English')
    await comeAs(page, person, /Activate my account/, 'A played reader: touch here')
    await says(page, 'Terms and conditions')
    await says(page, /This session ends in \d+ seconds/)

    await page.clock.fastForward(50_000)
    await page.getByRole('alertdialog', { name: 'Are you still there?' }).waitFor()
    await look(page, 'still')
    await press(page, 'Yes, I am here')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await says(page, 'Terms and conditions')

    await page.clock.fastForward(61_000)
    await page.getByRole('heading', { name: /أهلًا بك/ }).waitFor()
    const left = await page.evaluate(async () => ({
      history: history.length,
      cookies: document.cookie,
      stored: localStorage.length + sessionStorage.length,
      caches: (await caches.keys()).length,
      page: document.documentElement.outerHTML,
    }))
    expect(left.page).not.toContain(person.slice(-4))
    expect({ ...left, page: '' }).toEqual({ history: 2, cookies: '', stored: 0, caches: 0, page: '' })
    expect(await page.context().cookies()).toEqual([])
    const sessions = await db.selectFrom('kiosk_session').select('id').where('kiosk_id', '=', kiosk).execute()
    expect(sessions).toEqual([])
    await page.goBack()
    await page.goForward()
    await page.getByRole('heading', { name: /أهلًا بك/ }).waitFor()
    expect(await page.locator('input').count()).toBe(0)
  })

  it('changes the mobile, tells where fingerprints stand and prints, in English', async () => {
    const { page, complaints } = await putUp()
    const person = await somebody('activated')
    const slip = platform.catalogue.document('fingerprint-slip')
    if (slip) await drawDocument(platform, slip, person, 'self')
    await press(page, 'English')
    await page.getByRole('heading', { name: 'What would you like to do?' }).waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
    await press(page, /Fingerprint status/)
    await type(page, person)
    await press(page, 'Continue')
    await page.getByRole('heading', { name: 'Fingerprint status' }).waitFor()
    await look(page, 'status')

    await press(page, 'Something else')
    matcher.outcome = 'no-match'
    await comeAs(page, person, /Change my mobile/, 'A played reader: touch here')
    await page.getByRole('heading', { name: 'The finger does not match this number' }).waitFor()
    await look(page, 'no-match')
    matcher.outcome = 'match'
    await press(page, 'Try again')
    await press(page, 'A played reader: touch here')
    await page.getByRole('heading', { name: 'Enter your new mobile number' }).waitFor()
    await look(page, 'new-mobile')
    await type(page, '0523334455')
    await press(page, 'Continue')
    await page.getByRole('heading', { name: 'Enter the code that you got' }).waitFor()
    await look(page, 'code')
    await runJobs()
    await type(
      page,
      /\d{6}/.exec(sent.sms.findLast(({ to }) => to === '+966523334455')?.text ?? '')?.[0] ?? '',
    )
    await press(page, 'Continue')
    await page.getByRole('heading', { name: 'Your mobile number is changed' }).waitFor()
    await look(page, 'changed')

    await press(page, 'Something else')
    await page.getByText(/^Hello /).waitFor()
    matcher.outcome = 'no-match'
    await press(page, /Change my mobile/)
    await press(page, 'A played reader: touch here')
    await page.getByRole('heading', { name: 'The finger does not match this number' }).waitFor()
    matcher.outcome = 'match'
    await press(page, 'Something else')
    await press(page, /Print my documents/)
    await page.getByRole('heading', { name: 'Your valid documents' }).waitFor()
    await look(page, 'documents')
    const sheet = page.waitForResponse((response) => response.url().includes('/kiosk/sheets/'))
    await press(page, /Fingerprint enrolment slip/)
    expect((await sheet).headers()['content-type']).toBe('application/pdf')
    await page.getByRole('heading', { name: 'Take the sheet from the printer' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('is out of service once it is revoked, and what it signed before opens nothing', async () => {
    const { kiosk, page } = await putUp()
    const sent = page.waitForRequest((request) => request.url().endsWith('/kiosk/api/sessions'))
    await press(page, 'العربية')
    const proof = (await sent).postData()
    await page.getByRole('heading', { name: 'ماذا تريد؟' }).waitFor()
    const replayed = await page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch('/kiosk/api/sessions', { method: 'POST', headers, body })
      return { status: answer.status, code: (await answer.json()).code }
    }, proof)
    expect(replayed).toEqual({ status: 403, code: 'device-refused' })

    await revokeKiosk(platform, kiosk, operator)
    await press(page, /حالة البصمة/)
    await type(page, await somebody())
    await press(page, 'متابعة')
    await page.getByRole('heading', { name: 'هذا الجهاز خارج الخدمة' }).waitFor()
    await look(page, 'out')
    await page.reload()
    await page.getByRole('heading', { name: 'هذا الجهاز خارج الخدمة' }).waitFor()
  })
})

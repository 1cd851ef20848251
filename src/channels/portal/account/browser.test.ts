import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Locale, locales } from '#kernel/text.ts'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { codeOf } from '#platform/guard/visual-code.ts'
import { anAccount, lastCode, testPassword } from '#tests/support/accounts.ts'
import { violations } from '#tests/support/axe.ts'
import { buildAssets, chromiumPath, launchBrowser } from '#tests/support/browser.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { aServer } from '#tests/support/visitor.ts'
import { accountPages } from './pages.ts'

const { platform, db, clock, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })

// A machine without Chromium still runs the rest; continuous integration always has one.
const patient = { timeout: 120_000 }

describe.skipIf(!chromiumPath && !process.env.CI)('the account pages in a browser', patient, async () => {
  const app = await aServer(platform)
  let browser: Browser
  let origin: string

  beforeAll(async () => {
    buildAssets()
    await app.register(fastifyStatic, {
      root: join(import.meta.dirname, '../../../../dist/assets'),
      prefix: '/assets/',
    })
    await app.register(accountPages(platform))
    await enterOffices(db, offices)
    origin = await app.listen({ port: 0, host: 'localhost' })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app.close()
  })

  async function visit(locale: Locale, path: string, scripts = true): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 360, height: 800 },
      javaScriptEnabled: scripts,
    })
    const page = await context.newPage()
    await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${locale}`)
    return page
  }
  async function isFine(page: Page) {
    expect(await violations(page, { more: ['best-practice'] })).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  }
  async function readCode(page: Page) {
    const id = await page.locator('input[name=_challenge]').getAttribute('value')
    await page.fill('input[name=_code]', codeOf(platform.vault, id ?? ''))
  }
  const send = (page: Page) => page.locator('main form.sheet button[type=submit]').first().press('Enter')

  it.each(locales)('take a new user all the way, each page passing axe, by keyboard (%s)', async (locale) => {
    const person = await aPerson(db)
    const page = await visit(locale, '/register')
    await isFine(page)
    await send(page)
    await isFine(page)
    await page.locator('input[name=terms]').press('Space')
    await send(page)
    await page.waitForURL('**/register/details')
    await isFine(page)
    await page.fill('input[name=person]', person)
    for (const [part, value] of Object.entries({ day: '14', month: '3', year: '1991' }))
      await page.fill(`input[name="born.${part}"]`, value)
    await page.fill('input[name=mobile]', mobileOf(person))
    await page.fill('input[name=email]', 'salem@example.com')
    await page.fill('input[name=_code]', '0')
    await send(page)
    await page.waitForSelector('#errors')
    await isFine(page)
    await readCode(page)
    await send(page)
    await page.waitForURL('**/register/code')
    await isFine(page)
    await runJobs()
    await page.fill('input[name=code]', lastCode(sent.sms, person))
    await send(page)
    await page.waitForURL('**/register/credentials')
    await isFine(page)
    await page.fill('input[name=username]', `salem.${locale}`)
    await page.fill('input[name=password]', 'quiet harbour forty lanterns')
    await page.fill('input[name=again]', 'quiet harbour forty lanterns')
    await send(page)
    await page.waitForURL('**/register/done')
    await isFine(page)
    await page.context().close()
  })

  it.each(locales)('sign in with the puzzle solved by the browser (%s)', async (locale) => {
    const person = await aPerson(db)
    await anAccount(platform, person, { state: 'registered' })
    const unproved = async () =>
      (
        await db
          .selectFrom('throttle')
          .select('taken')
          .where('key', 'like', 'visual-unproved:%')
          .executeTakeFirst()
      )?.taken
    const before = await unproved()
    const page = await visit(locale, '/sign-in?next=%2Factivate')
    await isFine(page)
    await page.waitForFunction(
      () => (document.querySelector<HTMLInputElement>('input[name=_proof]')?.value ?? '') !== '',
    )
    await page.fill('input[name=name]', person)
    await page.fill('input[name=password]', testPassword)
    await readCode(page)
    await send(page)
    await page.waitForURL('**/sign-in/code?*')
    await isFine(page)
    await runJobs()
    await page.fill('input[name=code]', lastCode(sent.sms, person))
    await send(page)
    await page.waitForURL('**/activate')
    await isFine(page)
    expect(await unproved()).toBe(before)
    clock.advance({ minutes: 2 })
    await page.context().close()
  })

  it.each(locales)('show the centres (%s)', async (locale) => {
    const page = await visit(locale, '/activation-centres')
    await isFine(page)
    await page.context().close()
  })
})

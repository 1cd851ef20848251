import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonNumber } from '#kernel/person-number.ts'
import { type Locale, locales } from '#kernel/text.ts'
import { readConfig } from '#platform/config.ts'
import { codeOf } from '#platform/guard/visual-code.ts'
import { anAccount, aSession, lastCode, testPassword } from '#tests/support/accounts.ts'
import { violations } from '#tests/support/axe.ts'
import { buildAssets, chromiumPath, launchBrowser } from '#tests/support/browser.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPassport, aPerson } from '#tests/support/people.ts'
import { aServer } from '#tests/support/visitor.ts'
import { accountPages } from '../pages.ts'

/** What a page shows when its form is sent as it is, where that is no error. */
const shownBy: Readonly<Record<string, string>> = {
  'app-code': '[role=img]',
  'recovery-codes': 'main ol',
  close: '.verdict-banner',
}

/** Passkeys belong to one address, which is known before the server listens. */
const port = await new Promise<number>((found) => {
  const probe = createServer().listen(0, 'localhost', () => {
    const at = probe.address()
    probe.close(() => found(typeof at === 'object' && at ? at.port : 0))
  })
})
const origin = `http://localhost:${port}`
const { platform, db, clock, sent, runJobs } = await testPlatform({
  catalogue: noCatalogue,
  config: readConfig({ DIWAN_ORIGIN: origin, DIWAN_DATA: tmpdir(), DIWAN_LOG: 'silent' }),
})

// A machine without Chromium still runs the rest; continuous integration always has one.
describe.skipIf(!chromiumPath && !process.env.CI)(
  'the account’s safety in a browser',
  { timeout: 300_000 },
  async () => {
    const app = await aServer(platform)
    let browser: Browser

    beforeAll(async () => {
      buildAssets()
      await app.register(fastifyStatic, {
        root: join(import.meta.dirname, '../../../../../dist/assets'),
        prefix: '/assets/',
      })
      await app.register(accountPages(platform))
      await app.listen({ port, host: 'localhost' })
      browser = await launchBrowser()
    })
    afterAll(async () => {
      await browser?.close()
      await app.close()
    })

    async function isFine(page: Page) {
      expect(await violations(page, { more: ['best-practice'] })).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    }
    const send = (page: Page) => page.locator('main form.sheet button[type=submit]').first().press('Enter')

    /** A phone of somebody who is signed in, with an authenticator in it. */
    async function aPhone(
      person: PersonNumber,
      locale: Locale,
      account: 'activated' | 'registered' = 'activated',
    ) {
      const { token } = await aSession(platform, person, { account })
      const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
      await context.addCookies([{ name: 'diwan-session', value: token, url: origin }])
      const page = await context.newPage()
      const devtools = await context.newCDPSession(page)
      await devtools.send('WebAuthn.enable', { enableUI: false })
      await devtools.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          ctap2Version: 'ctap2_1',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      })
      await page.goto(`${origin}/account?lang=${locale}`)
      return page
    }

    it.each(locales)('make a passkey, sign in and confirm with it (%s)', async (locale) => {
      const person = await aPerson(db)
      await anAccount(platform, person)
      const page = await aPhone(person, locale)
      await page.goto(`${origin}/account/passkeys`)
      await page.waitForURL('**/confirm/passkeys?*')
      await isFine(page)
      await page.fill('input[name=password]', testPassword)
      await send(page)
      await page.waitForURL('**/confirm/passkeys/code?*')
      await isFine(page)
      await runJobs()
      await page.fill('input[name=code]', lastCode(sent.sms, person))
      await send(page)
      await page.waitForURL('**/account/passkeys')
      await isFine(page)
      await page.fill('input[name=name]', 'The phone')
      await page.locator('form[data-passkey=create] button').press('Enter')
      await page.waitForURL('**/account?done=passkeyAdded')
      await isFine(page)

      await page.context().clearCookies()
      await page.goto(`${origin}/sign-in?next=%2Faccount%2Fpasskeys&lang=${locale}`)
      // The script that asks for the passkey has to be there before the button is pressed.
      await page.waitForLoadState('networkidle')
      await page.locator('form[data-passkey=get] button').press('Enter')
      await page.waitForURL('**/confirm/passkeys?*')
      await isFine(page)
      await page.locator('form[data-passkey=get] button').press('Enter')
      await page.waitForURL('**/account/passkeys')
      expect(await page.locator('tbody').textContent()).toContain('The phone')
      await isFine(page)
      clock.advance({ minutes: 2 })
      await page.context().close()
    })

    it('say that a passkey did not go through when there is none', async () => {
      const person = await aPerson(db)
      await anAccount(platform, person)
      const page = await aPhone(person, 'en')
      await page.context().clearCookies()
      await page.goto(`${origin}/sign-in?lang=en`)
      await page.locator('form[data-passkey=get] button').press('Enter')
      await page.waitForSelector('[data-passkey-trouble]:not([hidden])')
      await isFine(page)
      await page.context().close()
    })

    it.each(locales)('show every page of an account’s safety (%s)', async (locale) => {
      const person = await aPerson(db)
      await anAccount(platform, person)
      const page = await aPhone(person, locale)
      await isFine(page)
      for (const path of [
        '/account/history',
        '/account/suspend',
        '/account/notifications',
        '/account/data',
        '/activate/abroad',
        '/approve-sign-in',
        '/lost-mobile',
        '/reset-password',
        '/sign-in/approval/waiting',
        '/not-me/gone',
        '/account-stopped',
      ]) {
        await page.goto(`${origin}${path}`)
        await isFine(page)
      }
      for (const act of ['password', 'username', 'email', 'mobile', 'app-code', 'recovery-codes', 'close']) {
        await page.goto(`${origin}/account/${act}`)
        await page.fill('input[name=password]', testPassword)
        await send(page)
        await page.waitForURL('**/code?*')
        await runJobs()
        await page.fill('input[name=code]', lastCode(sent.sms, person))
        await send(page)
        await page.waitForURL(`**/account/${act}`)
        await isFine(page)
        await page.locator('main form button[type=submit]').first().press('Enter')
        await page.waitForSelector(shownBy[act] ?? '#errors')
        await isFine(page)
        if (act === 'recovery-codes') await isPrinted(page)
        clock.advance({ minutes: 2 })
      }
      await page.context().close()
    })

    it.each(locales)('let another device in, and report it lost (%s)', async (locale) => {
      const person = await aPerson(db)
      await anAccount(platform, person)
      const page = await aPhone(person, locale)
      const other = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
      await other.goto(`${origin}/sign-in/approval?next=%2Faccount&lang=${locale}`)
      await isFine(other)
      await other.fill('input[name=name]', person)
      const challenge = await other.locator('input[name=_challenge]').inputValue()
      await other.fill('input[name=_code]', codeOf(platform.vault, challenge))
      await send(other)
      await other.waitForURL('**/sign-in/approval/waiting?*')
      await isFine(other)
      const number = await other.locator('main p[dir=ltr]').textContent()

      await page.goto(`${origin}/approve-sign-in`)
      await page.fill('input[name=password]', testPassword)
      await send(page)
      await page.waitForURL('**/code?*')
      await runJobs()
      await page.fill('input[name=code]', lastCode(sent.sms, person))
      await send(page)
      await page.waitForURL('**/approve-sign-in')
      await isFine(page)
      await page.getByRole('button', { name: number ?? '', exact: true }).press('Enter')
      await page.waitForURL('**/approve-sign-in?done=approved')
      await isFine(page)

      await other.goto(`${origin}/sign-in/approval/waiting?next=%2Faccount`)
      await isFine(other)
      await other.locator('main form button').press('Enter')
      await other.waitForURL('**/account')
      await page.goto(`${origin}/account`)
      await page.locator('a[href^="/account/devices/lost"]').first().press('Enter')
      await page.waitForURL('**/account/devices/lost?*')
      await isFine(page)
      await page.locator('main form button').press('Enter')
      await page.waitForURL('**/account?done=lostReported')
      await isFine(page)
      clock.advance({ minutes: 2 })
      await page.context().close()
      await other.context().close()
    })

    it.each(locales)('activate from abroad (%s)', async (locale) => {
      const stranger = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
      await stranger.goto(`${origin}/activate/abroad?lang=${locale}`)
      await isFine(stranger)
      await stranger.context().close()

      const person = await aPerson(db)
      await aPassport(db, person, { nationality: 'SAU' })
      await anAccount(platform, person, { state: 'registered' })
      const page = await aPhone(person, locale, 'registered')
      await page.goto(`${origin}/activate/abroad`)
      await isFine(page)
      await page.locator('input[name=place]').first().check()
      await page.locator('select[name=day]').selectOption({ index: 1 })
      await send(page)
      await page.waitForSelector('[name=time]')
      await isFine(page)
      await page.locator('select[name=time]').selectOption({ index: 1 })
      await send(page)
      await page.waitForURL('**/activate/abroad?done=booked')
      await isFine(page)
      await page.context().close()
    })
  },
)

/** The page asks the browser to print it. */
async function isPrinted(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes')
  })
  await page.locator('button[data-print]').click()
  expect(await page.locator('body').getAttribute('data-printed')).toBe('yes')
}

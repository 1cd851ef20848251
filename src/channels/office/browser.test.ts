import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Locale, locales } from '#kernel/text.ts'
import { anAccount, anOfficerSession } from '#tests/support/accounts.ts'
import { casesOfActivation } from '#tests/support/activation-cases.ts'
import { violations } from '#tests/support/axe.ts'
import { buildAssets, chromiumPath, launchBrowser } from '#tests/support/browser.ts'
import { aBookedVisit, aReview, lanternPlatform } from '#tests/support/lanterns.ts'
import { aPerson } from '#tests/support/people.ts'
import { aServer } from '#tests/support/visitor.ts'
import { officeChannel } from './channel.tsx'

const unit = 'lantern-wardens'
const test = await lanternPlatform()

// A machine without Chromium still runs the rest; continuous integration always has one.
const patient = { timeout: 120_000 }

describe.skipIf(!chromiumPath && !process.env.CI)('the office in a browser', patient, async () => {
  const app = await aServer(test.platform)
  let browser: Browser
  let origin: string

  beforeAll(async () => {
    buildAssets()
    const root = join(import.meta.dirname, '../../../dist/assets')
    await app.register(fastifyStatic, { root, prefix: '/assets/' })
    await app.register(officeChannel(test.platform))
    origin = await app.listen({ port: 0, host: 'localhost' })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app.close()
  })

  /** An officer of every room, at a desk or on a phone. */
  async function officer(locale: Locale, width: number): Promise<Page> {
    const units = [unit, 'activation', 'operations']
    const { token } = await anOfficerSession(test.platform, await aPerson(test.db), units)
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    await context.addCookies([
      { name: 'diwan-session', value: token, url: origin },
      { name: 'lang', value: locale, url: origin },
    ])
    return context.newPage()
  }

  async function isFine(page: Page, width: number) {
    expect(await violations(page, { more: ['best-practice'] })).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }

  /** Alt and a letter as a keyboard sends them: Playwright's own Alt+letter carries no letter. */
  async function accessKey(page: Page, letter: string) {
    const keyboard = await page.context().newCDPSession(page)
    const code = `Key${letter.toUpperCase()}`
    const key = { key: letter, code, unmodifiedText: letter, text: letter, modifiers: 1 }
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }

  it.each(locales.flatMap((locale) => [360, 1280].map((width) => [locale, width] as const)))(
    'passes axe on every page and needs no sideways scrolling (%s, %i)',
    async (locale, width) => {
      const [review, visit] = [await aReview(test), await aBookedVisit(test)]
      const waiting = await casesOfActivation(test)
      const newcomer = await aPerson(test.db)
      await anAccount(test.platform, newcomer, { state: 'registered' })
      const page = await officer(locale, width)
      for (const path of [
        '/office',
        `/office/cases/${unit}/${review.id}`,
        `/office/desk?unit=${unit}&office=${visit.office}&day=${visit.day}`,
        `/office/cases/${unit}/${visit.id}?office=${visit.office}`,
        '/office/operations',
        '/office/operations/chain',
        '/office/operations/sessions',
        '/office/nowhere',
        '/office/abroad',
        `/office/abroad/${waiting.abroad}`,
        '/office/suspicions',
        `/office/suspicions/${waiting.suspicion}`,
        '/office/activation/mobile',
        `/office/activation/mobile/${waiting.mobile}`,
        `/office/activation/review/${waiting.review}`,
        '/office/activation',
      ]) {
        const answer = await page.goto(`${origin}${path}`)
        expect(answer?.status(), path).toBe(path === '/office/nowhere' ? 404 : 200)
        // A part that is folded up holds a form, which is looked at too.
        await page.evaluate(() => {
          for (const part of document.querySelectorAll('main details')) part.setAttribute('open', '')
        })
        await isFine(page, width)
      }
      await page.fill('input[name=who]', newcomer)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/find')
      await isFine(page, width)
      await page.context().close()
    },
  )

  it('leads from the queue through a case to the next one by keys alone', async () => {
    await aReview(test)
    await aReview(test)
    const page = await officer('en', 1280)
    await page.goto(`${origin}/office`)
    await accessKey(page, 'n')
    await page.waitForURL(`**/office/cases/${unit}/*`)
    const first = page.url()
    await accessKey(page, 'c')
    await page.waitForURL('**?done=claimed')
    await accessKey(page, 'a')
    await page.waitForURL('**?done=approved')
    await accessKey(page, 'n')
    await page.waitForURL((url) => url.pathname.includes('/cases/') && !url.href.startsWith(first))
    await accessKey(page, 'q')
    await page.waitForURL(`**/office?unit=${unit}`)
    await page.context().close()
  })
})

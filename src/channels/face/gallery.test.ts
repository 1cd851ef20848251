import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assetBytes } from '#channels/face/assets.ts'
import { day } from '#kernel/day.ts'
import { type Locale, locales } from '#kernel/text.ts'
import { decodePosted } from '#platform/forms/posted.ts'
import { violations } from '#tests/support/axe.ts'
import { buildAssets, chromiumPath, launchBrowser, serveHere } from '#tests/support/browser.ts'
import { fields } from './gallery/specimens.ts'
import { gallery } from './gallery.tsx'

// A machine without Chromium still runs the rest; continuous integration always has one.
describe.skipIf(!chromiumPath && !process.env.CI)('the gallery in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    buildAssets()
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  interface Look {
    readonly locale: Locale
    readonly theme?: 'light' | 'dark'
    readonly width?: number
    readonly scripts?: boolean
  }

  async function open({ locale, theme = 'light', width = 360, scripts = true }: Look) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: scripts })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await serveHere(page, { '/gallery': () => gallery({ locale, theme }) })
    await page.goto('http://localhost/gallery')
    return { page, complaints }
  }

  const looks = locales.flatMap((locale) => [
    { locale, theme: 'light', width: 360 } as const,
    { locale, theme: 'dark', width: 1280 } as const,
  ])

  it.each(looks)('passes axe: $locale, $theme, $width px', async (look) => {
    const { page, complaints } = await open(look)
    await page.locator('details.drop > summary').click()
    expect(await violations(page, { more: ['best-practice'] })).toEqual([])
    expect(complaints).toEqual([])
  })

  it.each(locales)('is never wider than a phone (%s)', async (locale) => {
    const { page } = await open({ locale, width: 320 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })

  it.each(locales)('has nothing to press that is smaller than a finger (%s)', async (locale) => {
    const { page } = await open({ locale })
    expect(await smallTargets(page)).toEqual([])
  })

  it('posts what the fields read, without scripts', async () => {
    const { page } = await open({ locale: 'ar', scripts: false })
    await page.fill('[name="seats"]', '٥')
    await page.fill('[name="born.day"]', '29')
    await page.check('[name="insured"][value="yes"]')
    await page.check('[name="agree"]')
    await page.selectOption('[name="city"]', 'أبها')
    const [posted] = await Promise.all([
      page.waitForRequest((request) => request.method() === 'POST'),
      page.getByRole('button', { name: 'تابع' }).click(),
    ])
    const body: Record<string, string | string[]> = {}
    for (const [name, value] of new URLSearchParams(posted.postData() ?? '')) {
      const before = body[name]
      body[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
    }
    const raw = decodePosted(body)
    const read = (name: string) => fields[name]?.parse(raw[name], { today: day('2026-11-23') })
    expect(read('seats')).toEqual({ ok: true, value: 5 })
    expect(read('born')).toEqual({ ok: true, value: '1990-04-25' })
    expect(read('insured')).toEqual({ ok: true, value: true })
    expect(read('agree')).toEqual({ ok: true, value: true })
    expect(read('city')).toEqual({ ok: true, value: 'أبها' })
    expect(read('reasonForLeave')).toEqual({ ok: true, value: 'lost' })
    expect(read('days')).toEqual({ ok: true, value: ['mon'] })
    expect(read('price')).toEqual({ ok: true, value: 4_250_000 })
    expect(read('plate')).toEqual({ ok: true, value: { letters: ['أ', 'ب', 'ح'], digits: '1234' } })
  })

  it('weighs less than 60 KB beside its fonts, in both languages', async () => {
    for (const locale of locales) {
      const sent = [gallery({ locale, theme: 'auto' }), ...['face.css', 'face.js'].map(assetBytes)]
      const weight = sent.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0)
      expect(weight).toBeLessThan(60_000)
    }
  })

  it('changes the theme without leaving the page, and remembers it', async () => {
    const { page } = await open({ locale: 'en', width: 1280 })
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click()
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
    expect(await page.evaluate(() => document.cookie)).toContain('theme=dark')
  })
})

/** Links and buttons under 44 px, save those inside a sentence and what stands for a whole row. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a, button, summary, select, input:not([type=hidden])')]
      .filter(
        (target) =>
          target.offsetParent !== null && !target.closest('.skip, .ribbon, .errors, label, [hidden]'),
      )
      .filter((target) => !target.closest('.id-card'))
      .filter((target) => target.getBoundingClientRect().height < 44)
      .map((target) => `${target.getBoundingClientRect().height} ${target.outerHTML.slice(0, 120)}`),
  )

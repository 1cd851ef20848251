import { mkdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asset, withPieces } from '#channels/face/assets.ts'
import { violations } from '#tests/support/axe.ts'
import { buildAssets, chromiumPath, launchBrowser } from '#tests/support/browser.ts'
import { aCard, type Card } from '#tests/support/card.ts'
import { codePicture } from '#tests/support/code-picture.ts'
import { keptWhole } from '#tests/support/kept-whole.ts'
import { aSite } from '#tests/support/verifier.ts'

const assets = join(import.meta.dirname, '../../../dist/assets')
const pictures = join(assets, '../pictures')
const phone = { width: 360, height: 780 }

describe.skipIf(!chromiumPath && !process.env.CI)('the verifier', { timeout: 120_000 }, async () => {
  buildAssets()
  mkdirSync(pictures, { recursive: true })
  const site = await aSite()
  let browser: Browser
  let card: Card
  const complaints: string[] = []
  beforeAll(async () => {
    await site.start()
    browser = await launchBrowser()
    card = await aCard(site.platform)
  })
  afterAll(async () => {
    await browser?.close()
    await site.stop()
  })

  async function aDevice(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: phone, reducedMotion: 'reduce', ...options })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    page.on('console', (said) => {
      if (/Content Security Policy|Permissions/.test(said.text())) complaints.push(said.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    return page
  }
  const opened = async (page: Page, path = '/verify') => {
    await page.goto(`${site.origin}${path}`)
    await keptWhole(page)
    return page
  }
  const give = async (page: Page, text: string) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'code.png',
      mimeType: 'image/png',
      buffer: await codePicture(text),
    })
  const result = (page: Page) => page.locator('.verifier-result')
  async function scan(page: Page, text: string): Promise<{ state: string; tone: string; words: string }> {
    await give(page, text)
    await result(page).waitFor()
    const [state, tone] = await Promise.all(
      ['data-state', 'data-tone'].map((name) => result(page).getAttribute(name)),
    )
    return { state: state ?? '', tone: tone ?? '', words: (await result(page).textContent()) ?? '' }
  }
  const again = (page: Page) => page.getByRole('button', { name: /امسح وثيقة أخرى|Scan another/ }).click()
  async function look(page: Page, name: string): Promise<void> {
    if (process.env.PICTURES)
      await page.screenshot({ path: join(pictures, `verifier-${name}.png`), fullPage: true })
    expect(await violations(page), name).toEqual([])
    const [content, window] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(content, `${name} is wider than its window`).toBe(window)
  }
  const cut = async (context: BrowserContext) => {
    await context.setOffline(true)
    await site.stop()
  }
  const mend = async (context: BrowserContext) => {
    await site.start()
    await context.setOffline(false)
  }

  it('opens and decides with the network off and the server gone, and follows a revocation once it is back', async () => {
    const mine = await aCard(site.platform)
    const page = await opened(await aDevice())
    await look(page, 'home-ar')
    await mine.change('revoked')
    await cut(page.context())
    await page.reload()
    await page.getByRole('heading', { name: 'تحقّق من وثيقة' }).waitFor()
    await page.getByText('بلا إنترنت الآن').waitFor()

    const before = await scan(page, mine.printed)
    expect(before).toMatchObject({ state: 'valid', tone: 'good' })
    expect(before.words).toMatch(/صحيحة وسارية/)
    expect(before.words).toMatch(/آخر تحقّق من حالتها: \d\d:\d\d/)
    expect(before.words).toContain('قارن بهوية حامله')
    await look(page, 'valid-ar')

    await mend(page.context())
    await page.locator('[data-state=revoked][data-tone=bad]').waitFor()
    await look(page, 'revoked-ar')
    expect(complaints).toEqual([])
  })

  it('refuses, without a connection, each with its reason', async () => {
    const page = await opened(await aDevice(), '/verify?lang=en')
    await cut(page.context())
    await page.reload()
    const now = () => new Date()
    const live = card.live(now())
    const changed = `${card.printed.slice(0, -9)}${card.printed.slice(-9).split('').reverse().join('')}`
    for (const [text, state, words] of [
      [live, 'valid', 'Shown live from the holder’s phone'],
      [live, 'not-genuine', 'It changes every twenty seconds'],
      [card.live(new Date(Date.now() - 70_000)), 'not-genuine', 'a live code whose time has passed'],
      [card.live(new Date(Date.now() + 70_000)), 'not-genuine', 'a live code from a time to come'],
      [card.copied(), 'not-genuine', 'a picture of a copy'],
      [changed, 'not-genuine', 'Not valid'],
      ['https://example.org/menu', 'not-genuine', 'no code of a document'],
    ] as const) {
      const said = await scan(page, text)
      expect(said, text.slice(-30)).toMatchObject({ state, tone: state === 'valid' ? 'good' : 'bad' })
      expect(said.words).toContain(words)
      await again(page)
    }
    await scan(page, card.live(now()))
    await look(page, 'live-en')
    await mend(page.context())
  })

  it('shows the answer to the question and the face, and nothing else', async () => {
    const page = await opened(await aDevice(), '/verify?lang=en')
    await page.getByLabel('What do you need to know?').selectOption('Over 18?')
    for (const text of [card.live(new Date(), 'over-18'), card.printed]) {
      const said = await scan(page, text)
      expect(said).toMatchObject({ state: 'valid', tone: 'good' })
      expect(said.words).toMatch(/Over 18\??\s*Yes/)
      for (const kept of ['1991', 'Alrayhani', card.document.number.slice(-4)])
        expect(said.words).not.toContain(kept)
      expect(await page.getByRole('img', { name: 'The face of the holder' }).count()).toBe(1)
      await look(page, 'over-18-en')
      await again(page)
    }
    await page.reload()
    expect(await page.getByLabel('What do you need to know?').inputValue()).toBe('view:over-18')
  })

  it('reports a check to the holder who asked for it, once, and of no other code', async () => {
    const page = await opened(await aDevice(), '/verify?lang=en')
    const reported: unknown[] = []
    await page.context().route('**/verify/seen', async (route) => {
      reported.push(route.request().postDataJSON())
      await route.fulfill({ status: 204 })
    })
    const told = page.getByText('The holder wishes to hear of every check')
    const asked = card.live(new Date(), undefined, true)
    await scan(page, asked)
    await told.waitFor()
    await again(page)
    for (const text of [asked, card.live(new Date()), card.printed]) {
      await scan(page, text)
      expect(await told.count()).toBe(0)
      await again(page)
    }
    expect(reported).toEqual([{ live: asked }])
  })

  it('is used by the keyboard alone, takes a pasted text and a number, and says what it cannot read', async () => {
    const page = await opened(await aDevice(), '/verify?lang=en')
    await page
      .getByText('By the text of the code')
      .or(page.getByText('By the text of a QR code'))
      .press('Enter')
    await page.getByLabel('Text of the code').fill(card.printed)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Genuine and valid' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')

    await page.getByText('By number and verification code').press('Enter')
    await page.getByLabel('Document number').fill(card.document.number)
    await page.keyboard.press('Enter')
    await page.getByText('Enter the verification code').waitFor()
    await page.getByLabel('Verification code', { exact: true }).fill(card.document.code)
    await look(page, 'number-en')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'The document is genuine and valid' }).waitFor()
    await again(page)

    const nothing = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#888' } })
      .png()
      .toBuffer()
    const files = page.locator('input[type=file]')
    await files.setInputFiles({ name: 'grey.png', mimeType: 'image/png', buffer: nothing })
    await page.getByText('There is no code in the picture').waitFor()
    await files.setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
    await page.getByText('could not be read as a picture').waitFor()

    await page.context().setOffline(true)
    await page.getByText('By number and verification code').press('Enter')
    await page.getByLabel('Document number').fill('X')
    await page.getByLabel('Verification code', { exact: true }).fill('X')
    await page.keyboard.press('Enter')
    await page.getByText('a check by number needs one').waitFor()
  })

  it('names a clock that is ten minutes off, and reads live codes all the same', async () => {
    const page = await aDevice()
    await page.addInitScript(() => {
      const real = Date.now
      Date.now = () => real() - 600_000
    })
    await opened(page, '/verify?lang=en')
    await page.getByText('The clock of this device is 10 minutes slow').waitFor()
    expect(await scan(page, card.live(new Date()))).toMatchObject({ state: 'valid' })
  })

  it('reads off the camera, and stays dark, wide and itself in both languages', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'camera-'))
    const code = await sharp(await codePicture(card.printed, 5)).toBuffer()
    const frame = await sharp({ create: { width: 1280, height: 720, channels: 3, background: '#777' } })
      .composite([{ input: code }])
      .jpeg({ quality: 85 })
      .toBuffer()
    await writeFile(join(folder, 'frames.mjpeg'), Buffer.concat(Array(30).fill(frame)))
    const seeing = await launchBrowser([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${join(folder, 'frames.mjpeg')}`,
    ])
    try {
      const context = await seeing.newContext({
        viewport: { width: 1280, height: 800 },
        colorScheme: 'dark',
        permissions: ['camera'],
      })
      const page = await context.newPage()
      await opened(page)
      await look(page, 'home-dark-ar')
      await page.getByRole('button', { name: 'امسح الرمز بالكاميرا' }).press('Enter')
      await page.locator('[data-state=valid]').waitFor({ timeout: 30_000 })
      await look(page, 'valid-dark-ar')
      await page.getByRole('link', { name: 'English' }).first().click()
      await keptWhole(page)
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
    } finally {
      await seeing.close()
      await rm(folder, { recursive: true })
    }
  })

  it('says that there is no camera, and stays usable', async () => {
    const page = await opened(await aDevice())
    await page.getByRole('button', { name: 'امسح الرمز بالكاميرا' }).click()
    await page.getByText(/لم يُسمح بالكاميرا|لا كاميرا متاحة/).waitFor()
  })

  it('opens a code’s own address without a connection, in the language that was read last', async () => {
    const page = await opened(await aDevice(), '/verify?lang=en')
    await cut(page.context())
    await page.goto(card.printed.replace('HTTP://LOCALHOST', 'http://localhost').replace('/V/', '/verify/'))
    await page.getByRole('heading', { name: 'Genuine and valid' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/verify')
    await mend(page.context())
  })

  it('alone may use the camera and WebAssembly, and its script is small', async () => {
    const headersOf = async (path: string) => {
      const { headers } = await fetch(`${site.origin}${path}`)
      return `${headers.get('permissions-policy')} ${headers.get('content-security-policy')}`
    }
    for (const path of ['/verify', '/verify/decoder.js'])
      expect(await headersOf(path)).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(await headersOf('/verify')).toContain('camera=(self)')
    for (const path of ['/', `/verify/${new URL(card.printed).pathname.slice(3)}`, '/assets/none']) {
      expect(await headersOf(path)).toContain('camera=()')
      expect(await headersOf(path)).not.toContain('wasm')
    }
    const scripts = [
      ...withPieces('verifier.js'),
      asset('decoder.js'),
      asset('keeper.js'),
      asset('verifier.css'),
    ]
    const sizes = scripts.map((path) => readFileSync(join(assets, `${basename(path)}.br`)).length)
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(150_000)
  })

  it('is the two forms without scripts', async () => {
    const page = await aDevice({ javaScriptEnabled: false })
    await page.goto(`${site.origin}/verify?lang=en`)
    await page.getByLabel('Document number').fill(card.document.number)
    await page.getByLabel('Verification code').fill(card.document.code)
    await page.getByRole('button', { name: 'Check' }).first().click()
    await page.getByText('The document is genuine and valid').waitFor()
  })
})

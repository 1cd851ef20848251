import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { locales } from '#kernel/text.ts'
import { enterOffices } from '#platform/appointments/office.ts'
import { offices } from '#platform/appointments/offices.ts'
import { violations } from '#tests/support/axe.ts'
import { buildAssets, chromiumPath, launchBrowser } from '#tests/support/browser.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aServer } from '#tests/support/visitor.ts'
import { centresRoutes } from '../centres-routes.tsx'

// Before the first page is drawn: it names the built files.
buildAssets()
const { platform, db, clock } = await testPlatform({ catalogue: noCatalogue })
const app = await aServer(platform)
await app.register(fastifyStatic, {
  root: join(import.meta.dirname, '../../../../../dist/assets'),
  prefix: '/assets/',
})
centresRoutes(app, platform)
await enterOffices(db, offices)

const pictures = join(import.meta.dirname, '../../../../../dist/pictures')
const monday = '2026-11-23T08:00:00Z'
const friday = '2026-11-27T08:00:00Z'
beforeEach(() => clock.set(monday))

async function page(query: string): Promise<string> {
  return (await app.inject(`/activation-centres?lang=en&${query}`)).body
}
const citiesOf = (body: string) => [...body.matchAll(/id="city-([a-z-]+)"/g)].map(([, city]) => city)
const countOf = (body: string) => body.match(/<li class="centre">/g)?.length ?? 0

describe('the centres', () => {
  it('are every office that activates and every device of the fourteen places', async () => {
    const body = await page('')
    expect(citiesOf(body)).toHaveLength(14)
    const shown = offices.filter((one) => one.kind === 'kiosks' || one.purposes.includes('activation'))
    expect(countOf(body)).toBe(shown.length)
  })
  it('count the devices as the source does', async () => {
    const counted = {
      riyadh: 'More than 60 devices',
      jeddah: 'More than 26 devices',
      makkah: 'More than 7 devices',
      taif: 'More than 8 devices',
      madinah: 'At most 7 devices',
      diriyah: 'Many',
      afif: 'At least 1 device',
    }
    for (const [city, words] of Object.entries(counted))
      expect(await page(`kind=devices&city=${city}`)).toContain(`<p>${words}</p>`)
  })
  it('narrow by city, channel, section and what is open now', async () => {
    expect(citiesOf(await page('city=kharj'))).toEqual(['kharj'])
    expect(countOf(await page('kind=devices'))).toBe(14)
    const women = countOf(await page('city=diriyah&kind=offices&section=women'))
    expect([women, countOf(await page('city=diriyah&kind=offices&section=men'))]).toEqual([2, 1])
    const open = countOf(await page('open=now'))
    clock.set(friday)
    expect(countOf(await page('open=now'))).toBe(14)
    expect(open).toBeGreaterThan(14)
    expect(await page('open=now&kind=offices')).toContain('No centre fits')
  })
  it('come nearest first to a city, without a script, under the same numbers', async () => {
    const body = await page('near=makkah')
    expect(citiesOf(body).slice(0, 3)).toEqual(['makkah', 'taif', 'jeddah'])
    expect(body).toContain('0 km away')
    const number = (html: string) => /id="city-makkah"[\s\S]*?map-number">(\d+)</.exec(html)?.[1]
    expect(number(body)).toBe(number(await page('')))
  })
  it('take what is not known for nothing chosen', async () => {
    expect(countOf(await page('city=atlantis&kind=x&section=1&near=%00&open=2'))).toBe(
      countOf(await page('')),
    )
    expect(citiesOf(await page('city=riyadh&city=jeddah'))).toHaveLength(14)
  })
})

describe.skipIf(!chromiumPath && !process.env.CI)('the map in a browser', { timeout: 120_000 }, () => {
  let browser: Browser
  let origin: string
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    origin = await app.listen({ port: 0, host: 'localhost' })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app.close()
  })
  const visit = async (query: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 }, ...options })
    const opened = await context.newPage()
    await opened.goto(`${origin}/activation-centres?${query}`)
    return opened
  }
  async function isFine(opened: Page): Promise<void> {
    expect(await violations(opened, { more: ['best-practice'] })).toEqual([])
    const width = opened.viewportSize()?.width
    expect(await opened.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }

  it.each(locales)('is fine on a phone and on a desk, light and dark (%s)', async (locale) => {
    for (const [name, options] of [
      ['phone', {}],
      ['desk', { viewport: { width: 1280, height: 800 } }],
      ['dark', { colorScheme: 'dark' }],
    ] as const) {
      const opened = await visit(`lang=${locale}&section=women`, options)
      await isFine(opened)
      await opened.screenshot({ path: join(pictures, `centres-${name}.${locale}.png`), fullPage: true })
      await opened.context().close()
    }
  })
  it('asks where the reader is on demand alone, and tells nobody', async () => {
    const dammam = { latitude: 24.1, longitude: 47.2 }
    const opened = await visit('lang=en', { geolocation: dammam, permissions: ['geolocation'] })
    const asked: string[] = []
    opened.on('request', (request) => asked.push(request.url()))
    await opened.getByRole('button', { name: 'Nearest to where I am' }).click()
    await opened.getByText('The centres are in order, the nearest first.').waitFor()
    expect(await opened.locator('[data-places] > li').first().getAttribute('id')).toBe('city-kharj')
    expect(await opened.getByText('12 km away').isVisible()).toBe(true)
    expect(asked.filter((address) => !address.includes('/assets/'))).toEqual([])
    await isFine(opened)
    await opened.context().close()
  })
  it('says what to do when it is not told, and offers nothing that cannot work', async () => {
    const refused = await visit('lang=en', { permissions: [] })
    await refused.getByRole('button', { name: 'Nearest to where I am' }).click()
    await refused.getByText('Choose your city from the list').waitFor()
    await refused.context().close()
    const plain = await visit('lang=en', { javaScriptEnabled: false })
    expect(await plain.getByRole('button', { name: 'Nearest to where I am' }).count()).toBe(0)
    await plain.getByLabel('Nearest first to').selectOption('madinah')
    await plain.getByRole('button', { name: 'Show' }).click()
    expect(await plain.locator('[data-places] > li').first().getAttribute('id')).toBe('city-madinah')
    await plain.context().close()
  })
})

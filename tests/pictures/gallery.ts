// Pictures of every piece of the face, to be looked at: npx tsx tests/pictures/gallery.ts
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gallery } from '#channels/face/gallery.tsx'
import { locales } from '#kernel/text.ts'
import { buildAssets, launchBrowser, serveHere } from '#tests/support/browser.ts'

const folder = join(import.meta.dirname, '../../dist/pictures')
await mkdir(folder, { recursive: true })
buildAssets()
const browser = await launchBrowser()
for (const locale of locales) {
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [360, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 900 } })
      await serveHere(page, { '/gallery': () => gallery({ locale, theme }) })
      await page.goto('http://localhost/gallery')
      await page.evaluate(() => document.fonts.ready)
      const path = join(folder, `gallery-${locale}-${theme}-${width}.png`)
      await page.screenshot({ path, fullPage: true })
      await page.close()
      process.stdout.write(`${path}\n`)
    }
  }
}
await browser.close()

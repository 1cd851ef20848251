import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { violations } from './support/axe.ts'
import { chromiumPath, launchBrowser } from './support/browser.ts'

let browser: Browser
beforeAll(async () => {
  if (chromiumPath) browser = await launchBrowser()
})
afterAll(() => browser?.close())

it.runIf(chromiumPath)('axe finds what is wrong with a page, after each navigation anew', async () => {
  const page = await browser.newPage()
  const shown = async (body: string) => {
    await page.goto(
      `data:text/html,<!doctype html><html lang="en"><title>x</title>${encodeURIComponent(body)}`,
    )
    return (await violations(page)).map(({ id }) => id)
  }
  expect(await shown('<main><h1>Fine</h1></main>')).toEqual([])
  expect(await shown('<img src="x"><p style="color:#aaa;background:#fff">Pale</p>')).toEqual([
    'color-contrast',
    'image-alt',
  ])
  expect(await shown('<input>')).toEqual(['label'])
  const bare = await violations(page, { more: ['best-practice'] })
  expect(bare.map(({ id }) => id)).toContain('page-has-heading-one')
})
